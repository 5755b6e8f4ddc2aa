"""One file -> one Document.

Enters: a path. Leaves: `read`, the public function, and its two halves for `inputs`: `load` gives the text of a file,
`describe` makes a Document of it with title, date and id.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from reuse.errors import InputError
from reuse.model import Document
from reuse.params import ReadParams
from reuse.read.dates import DateFound, date_in_head, date_in_name
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats import extract
from reuse.read.manifest import Row, load_manifest
from reuse.read.paths import STDIN, missing, shown
from reuse.read.title import title_in_text

__all__ = ["Loaded", "describe", "load", "load_stream", "read"]

_STDIN_ID = "stdin"
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's text before anything is known about it."""

    path: str  # as it was given, fit for output
    name: str  # of the file without suffix
    extracted: Extracted
    sha256: str  # of the file's bytes


def read(path: str | os.PathLike[str], *, params: ReadParams | None = None) -> Document:
    """Read one speech.

    Title, date, speaker, series and language come from a manifest.csv beside the file; without it the title comes
    from the text and the date from the file name or the head of the text. Linear in the size of the file: 20 MB take
    about a second. Raises InputError with the reason and what to do: missing, unreadable, empty, binary, too large.
    """
    settings = params or ReadParams()
    place = os.fspath(path)
    try:
        loaded = load(place, settings.max_file_bytes)
    except Unreadable as error:
        raise InputError(shown(place), str(error)) from error
    except (OSError, ValueError) as error:
        raise InputError(shown(place), missing(error)) from error
    manifest = load_manifest(Path(place).parent)
    if manifest is None:
        return describe(loaded, None)
    document = describe(loaded, manifest.row(Path(place).name))
    return replace(document, warnings=(*document.warnings, *manifest.warnings))


def load(path: str, max_bytes: int) -> Loaded:
    """Read and decode a file. Raises OSError or Unreadable; ValueError for a path with a NUL."""
    if Path(path).is_dir():
        raise Unreadable("is a folder; name a file")
    with Path(path).open("rb") as stream:
        data = _bytes(stream, max_bytes)
    name = PurePath(shown(path))
    return _loaded(shown(path), name.stem, extract(data, name.suffix), data)


def load_stream(stream: BinaryIO, max_bytes: int) -> Loaded:
    """Read and decode plain text from standard input. Raises OSError or Unreadable."""
    data = _bytes(stream, max_bytes)
    return _loaded(STDIN, _STDIN_ID, extract(data, ""), data)


def _bytes(stream: BinaryIO, max_bytes: int) -> bytes:
    """All bytes of a stream; no more than one too many is read, however long it is."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise Unreadable(f"is larger than {max_bytes:,} bytes; split it, or raise max_file_bytes")
    if not data:
        raise Unreadable("is empty")
    return data


def _loaded(path: str, name: str, extracted: Extracted, data: bytes) -> Loaded:
    if _VISIBLE.search(extracted.text) is None:
        raise Unreadable("holds nothing but blanks")
    if _LETTER.search(extracted.text) is None:
        warning = "holds no letters, only figures and signs, so that nothing in it can be compared"
        extracted = replace(extracted, warnings=(*extracted.warnings, warning))
    return Loaded(path, name, extracted, hashlib.sha256(data).hexdigest())


def describe(loaded: Loaded, row: Row | None) -> Document:
    """Make a Document: what the manifest says, else what file name and text say. The id is not yet unique."""
    row = row or Row()
    text = loaded.extracted.text
    found, source = _date(loaded, row)
    warnings = loaded.extracted.warnings
    if found.wrong is not None and source != "manifest":  # the manifest warns of all its dates in one line
        where = "the file name" if source == "file name" else "the head of the text"
        warnings += (f"{where} gives the date {found.wrong}, which does not exist; counted as undated",)
    in_text = None if row.title else title_in_text(text)
    return Document(
        id=row.id or loaded.name.strip() or "document",
        text=text,
        title=row.title or in_text or loaded.name,
        title_from="manifest" if row.title else "text" if in_text else "file name",
        path=loaded.path,
        date=found.date,
        date_from=source if found.date else None,
        speaker=row.speaker,
        series=row.series,
        language=row.language,
        sha256=loaded.sha256,
        encoding=loaded.extracted.encoding,
        warnings=warnings,
    )


def _date(loaded: Loaded, row: Row) -> tuple[DateFound, str]:
    """The first place that names a date decides, even when that date does not exist: the next would be a guess."""
    if row.date is not None:
        return row.date, "manifest"
    in_name = date_in_name(loaded.name) if loaded.path != STDIN else None
    if in_name is not None:
        return in_name, "file name"
    return date_in_head(loaded.extracted.text) or DateFound(None), "text"
