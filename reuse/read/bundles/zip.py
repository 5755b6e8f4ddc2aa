"""Zip archives of speeches.

Enters: bytes. Leaves: the files in it, one at a time. Names and sizes are not trusted (`formats.packed`).
"""

from __future__ import annotations

from collections.abc import Iterator

from reuse.read.extracted import Part, Unreadable
from reuse.read.formats.packed import Packed, clean_name

__all__ = ["parts"]


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:
    """The members of a zip archive, in the order of its directory."""
    packed = Packed(data, max_bytes=max_bytes, what="zip archive")
    for name in packed.names():
        try:
            yield Part(clean_name(name), packed.read(name) if packed.size(name) else b"")
        except Unreadable as error:
            yield Part(clean_name(name), error)
