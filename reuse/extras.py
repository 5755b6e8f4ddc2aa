"""Libraries that are there only for those who asked for them.

Enters: a module's name and what it is wanted for. Leaves: the module, or a RequestError with the line that installs it.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from reuse.errors import RequestError

__all__ = ["EXTRAS", "install_line", "is_there", "library"]

# What each extra brings, by the module that is imported.
EXTRAS = {
    "docs": ("pypdfium2", "docx"),
    "web": ("trafilatura",),
    "tables": ("openpyxl", "pyarrow"),
    "frames": ("pandas", "polars"),
    "fast": ("rjieba",),
}


def library(module: str, *, purpose: str, extra: str) -> Any:
    """Import a library of an extra. Raises RequestError where it is missing; `purpose` opens the sentence."""
    try:
        return import_module(module)
    except ImportError as error:
        raise RequestError(f"{purpose} needs the package {module}; install it with: {install_line(extra)}") from error


def is_there(module: str) -> bool:
    """Whether a module can be imported, without importing it."""
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def install_line(extra: str) -> str:
    """What to type, with quotes that every shell understands."""
    return f'pip install "speech-reuse[{extra}]"'
