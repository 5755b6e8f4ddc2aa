"""Files that hold several speeches: archives and collections, one module each, found by suffix.

Enters: the bytes of such a file. Leaves: its `Part`s, in order: raw files of an archive, texts of a collection, and
what could not be taken out, with the reason. `file` calls it.

To add one, write a module with `parts(data: bytes, *, max_bytes: int) -> Iterator[Part]` and name it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath

from reuse.read.extracted import Part, Unreadable
from reuse.read.signature import kind_of

__all__ = ["ARCHIVES", "BUNDLE_SUFFIXES", "bundle_of", "parts", "suffix_of"]

_MODULES = {
    ".zip": "zip",
    **dict.fromkeys((".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz"), "tar"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    **dict.fromkeys((".parquet", ".pq"), "parquet"),
    ".xlsx": "xlsx",
    ".tmx": "tmx",
}
BUNDLE_SUFFIXES = frozenset(_MODULES)
ARCHIVES = frozenset(("zip", "tar"))  # their parts are files, which have formats of their own


def suffix_of(name: str) -> str:
    """The suffix in small letters; .tar.gz and its kin whole."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes[-2:]]
    double = "".join(suffixes)
    return double if double in BUNDLE_SUFFIXES else suffixes[-1] if suffixes else ""


def bundle_of(data: bytes, name: str) -> str | None:
    """The module that takes a file apart; None for a file that is one speech. Content counts more than suffix."""
    by_name = _MODULES.get(suffix_of(name))
    found = kind_of(data)
    if found is not None:
        return found if found in _MODULES.values() else None
    return by_name


def parts(module: str, data: bytes, *, max_bytes: int) -> Iterator[Part]:
    """Take a file apart. Raises Unreadable where that cannot be done at all; `max_bytes` bounds what is unpacked."""
    try:
        yield from import_module(f"{__name__}.{module}").parts(data, max_bytes=max_bytes)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        cause = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
        raise Unreadable(f"is broken or no .{module} file after all ({cause}); save it anew") from error
