"""Tar archives of speeches, packed with gzip, bzip2, xz or not at all.

Enters: bytes. Leaves: the files in it, one at a time. Links, devices and folders are no speeches. Nothing is written
to the disk; the stream is unpacked no further than allowed, however much it would give.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from reuse.read.extracted import Part, Unreadable
from reuse.read.formats.packed import MAX_MEMBERS, clean_name

__all__ = ["parts"]

_OPENERS = ((b"\x1f\x8b", gzip.open), (b"BZh", bz2.open), (b"\xfd7zXZ", lzma.open))


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:
    """The files of a tar archive, in order. Raises Unreadable where it is damaged or gives more than `max_bytes`."""
    stream = _Limited(_unpacked(data), max_bytes)
    try:
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as archive:
            for number, member in enumerate(archive):
                if number >= MAX_MEMBERS:
                    raise Unreadable(f"holds more than {MAX_MEMBERS:,} files; unpack it and give the folder")
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None:
                    yield Part(clean_name(member.name), content.read())
    except (tarfile.TarError, EOFError, OSError, lzma.LZMAError, zlib.error) as error:
        raise Unreadable(f"is no sound tar archive ({error}); unpack it and give the texts in it") from error


def _unpacked(data: bytes) -> IO[bytes]:
    for start, opened in _OPENERS:
        if data.startswith(start):
            return cast(IO[bytes], opened(io.BytesIO(data)))
    return io.BytesIO(data)


class _Limited:
    """A stream that ends in an error where it gives more than it may."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        self._stream, self._limit, self._given = stream, limit, 0

    def read(self, size: int) -> bytes:
        block = self._stream.read(size)
        self._given += len(block)
        if self._given > self._limit:
            raise Unreadable(f"unpacks to more than {self._limit:,} bytes; split it, or raise max_unpacked_bytes")
        return block
