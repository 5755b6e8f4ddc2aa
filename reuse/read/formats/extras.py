"""Libraries that only some formats need.

Enters: a module's name. Leaves: the module, or `Unreadable` with the line that installs it.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from reuse.extras import install_line
from reuse.read.extracted import Unreadable

__all__ = ["needed"]


def needed(module: str, *, kind: str, extra: str) -> Any:
    """Import a library of an extra. Raises Unreadable where it is missing; `kind` names the files that need it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise Unreadable(f"{kind} need the package {module}; install it with: {install_line(extra)}") from error
