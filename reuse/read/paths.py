"""Paths as they are given, shown and told apart.

Enters: paths. Leaves: spellings fit for output, identities of files, reasons why a path leads nowhere.
`folder`, `listing`, `file` and `inputs` share it.
"""

from __future__ import annotations

import os

__all__ = ["STDIN", "identity", "missing", "shown"]

STDIN = "-"


def shown(path: str) -> str:
    """A path fit for any output: names that are no UTF-8 are read as GB18030, as old Chinese archives have them."""
    raw = os.fsencode(path)
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


def identity(path: str) -> object:
    """What two spellings of a path and two links have in common. Raises OSError where there is nothing."""
    status = os.stat(path)  # noqa: PTH116 - the path stays a string as it was given
    if status.st_ino:
        return status.st_dev, status.st_ino
    return os.path.normcase(os.path.realpath(path))  # some Windows file systems number nothing


def missing(error: Exception) -> str:
    """Why a path leads to nothing that can be read."""
    if isinstance(error, PermissionError):
        return "may not be read (permission denied); change its permissions or take a copy"
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return "there is no such file or folder; check the spelling"
    reason = error.strerror if isinstance(error, OSError) else None
    return f"cannot be read ({reason or error})"
