"""The version of the program, as it stands in every result."""

__all__ = ["__version__"]

__version__ = "0.1.0"
