"""Zip files, opened in memory and never beyond a limit.

Enters: bytes of a zip file. Leaves: names and contents of its members. Word, OpenDocument and e-book files are zip
files, and so are archives of speeches; all of them are opened here.

Nothing is written to the disk, so that a name such as ../../etc cannot lead anywhere. What a header says about sizes is
not believed: no more bytes are unpacked than allowed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from reuse.read.extracted import Unreadable

__all__ = ["MAX_MEMBERS", "Packed", "clean_name"]

MAX_MEMBERS = 100_000
_UTF8_NAME = 0x800  # general purpose bit 11: the name is UTF-8; without it old programs wrote the machine's code page
_ENCRYPTED = 0x1


class Packed:
    """One zip file. `max_bytes` bounds all that is taken out of it together."""

    def __init__(self, data: bytes, *, max_bytes: int, what: str) -> None:
        """Raises Unreadable for what is no zip file, or one with too many members. `what` names the kind of file."""
        self._what, self._left, self._max = what, max_bytes, max_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise Unreadable(f"is no sound {what} ({_said(error)}); save or pack it anew") from error
        self._members = {_name(info): info for info in self._zip.infolist() if not info.is_dir()}
        if len(self._members) > MAX_MEMBERS:
            raise Unreadable(f"holds more than {MAX_MEMBERS:,} files; unpack it and give the folder")

    def names(self) -> Iterator[str]:
        """The names of all files in it, as they stand in its directory."""
        yield from self._members

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def size(self, name: str) -> int:
        """Bytes that the directory promises for a member."""
        return self._members[name].file_size

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises Unreadable where it is encrypted, damaged, missing, or beyond the limit."""
        info = self._members.get(name)
        if info is None:
            raise Unreadable(f"is no whole {self._what} ({name} is missing in it); save it anew")
        if info.flag_bits & _ENCRYPTED:
            raise Unreadable("is protected by a password; save it without one")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Unreadable(f"is damaged at {name} ({_said(error)}); look for a sound copy") from error
        if len(data) > self._left:
            raise Unreadable(f"unpacks to more than {self._max:,} bytes; split it, or raise max_unpacked_bytes")
        self._left -= len(data)
        return data


def clean_name(name: str) -> str:
    """A member's name as a path that stays below its archive: forward slashes, no drive, no dots, no root."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "//", "..", ".") and not part.endswith(":"))


def _name(info: zipfile.ZipInfo) -> str:
    """The name; where the archive does not say that it is UTF-8, what Chinese systems write is tried first."""
    if info.flag_bits & _UTF8_NAME or info.filename.isascii():
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
