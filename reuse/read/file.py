"""One file -> one Document, or several where it is an archive or a collection.

Enters: a path. Leaves: `read`, the public function, and its two halves for `inputs`: `load` gives the texts of a file,
`describe` makes a Document of each with title, date and id.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from reuse.errors import InputError
from reuse.model import Document, Skipped
from reuse.params import ReadParams
from reuse.read.bundles import ARCHIVES, bundle_of, parts, suffix_of
from reuse.read.dates import DateFound, date_in_head, date_in_name
from reuse.read.extracted import Extracted, Part, Unreadable
from reuse.read.folder import sort_out
from reuse.read.formats import extract
from reuse.read.manifest import Row, is_manifest, load_manifest, parse_manifest, row_of
from reuse.read.paths import STDIN, missing, shown
from reuse.read.title import title_in_text

__all__ = ["Loaded", "Opened", "describe", "load", "load_stream", "read"]

_STDIN_ID = "stdin"
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")
_WHERE = {"file name": "the file name", "text": "the head of the text", "record": "the file's own record"}
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's text before anything is known about it."""

    path: str  # as it was given, fit for output
    name: str  # of the file without suffix
    extracted: Extracted
    sha256: str  # of the file's bytes; of the UTF-8 text where it is one row of many
    row: Row | None = None  # of a manifest that was packed with it


@dataclass(frozen=True, slots=True)
class Opened:
    """What one file gave."""

    texts: tuple[Loaded, ...]
    skipped: tuple[Skipped, ...] = ()  # members and rows that gave nothing
    warnings: tuple[str, ...] = ()


def read(path: str | os.PathLike[str], *, params: ReadParams | None = None) -> Document:
    """Read one speech.

    Title, date, speaker, series and language come from a manifest.csv beside the file; without it from what the file
    says of itself, else the title comes from the text and the date from the file name or the head of the text. Linear
    in the size of the file: 20 MB of plain text take about a second. Raises InputError with the reason and what to do:
    missing, unreadable, empty, binary, too large, a library not installed, several speeches in one file.

    >>> speech = read("corpus/specimens/2016-qingyan-people.txt")
    >>> speech.date, speech.date_from, speech.language
    ('2016-01-22', 'manifest', 'zh-Hans')
    """
    settings = params or ReadParams()
    place = os.fspath(path)
    try:
        loaded = _only(load(place, settings))
    except Unreadable as error:
        raise InputError(shown(place), str(error)) from error
    except (OSError, ValueError) as error:
        raise InputError(shown(place), missing(error)) from error
    manifest = load_manifest(Path(place).parent)
    if manifest is None:
        return describe(loaded, None)
    document = describe(loaded, manifest.row(Path(place).name))
    return replace(document, warnings=(*document.warnings, *manifest.warnings))


def load(path: str, params: ReadParams) -> Opened:
    """Read a file and take the texts out of it. Raises OSError or Unreadable; ValueError for a path with a NUL."""
    if Path(path).is_dir():
        raise Unreadable("is a folder; name a file")
    with Path(path).open("rb") as stream:
        data = _bytes(stream, params.max_file_bytes)
    place = shown(path)
    bundle = bundle_of(data, PurePath(place).name)
    if bundle is None:
        return Opened((_one(place, data, params),))
    return _taken_apart(place, bundle, list(parts(bundle, data, max_bytes=params.max_unpacked_bytes)), params)


def load_stream(stream: BinaryIO, params: ReadParams) -> Opened:
    """Read one speech, of any format, from standard input. Raises OSError or Unreadable."""
    data = _bytes(stream, params.max_file_bytes)
    if bundle_of(data, "") is not None:
        raise Unreadable("is an archive or a collection; save it and give the file")
    return Opened((_loaded(STDIN, _STDIN_ID, extract(data, "", max_bytes=params.max_unpacked_bytes), data),))


def _only(opened: Opened) -> Loaded:
    if len(opened.texts) == 1:
        return opened.texts[0]
    if opened.texts:
        raise Unreadable(f"holds {len(opened.texts)} speeches; read them all with reuse.read_all")
    raise Unreadable(f"holds no speech; {opened.skipped[0].reason}" if opened.skipped else "holds no speech")


def _one(place: str, data: bytes, params: ReadParams) -> Loaded:
    name = PurePath(place)
    suffix = suffix_of(name.name)
    extracted = extract(data, suffix, max_bytes=params.max_unpacked_bytes)
    return _loaded(place, name.name.removesuffix(name.suffix), extracted, data)


def _taken_apart(place: str, bundle: str, found: list[Part], params: ReadParams) -> Opened:
    """The texts of an archive or a collection; whatever is no text is named or counted."""
    texts: list[Loaded] = []
    skipped: list[Skipped] = []
    warnings: tuple[str, ...] = ()
    described: dict[str, Row] = {}
    if bundle in ARCHIVES:
        found, described, warnings = _members(place, found)
    for part in found:
        where = f"{place}/{part.name}" if bundle in ARCHIVES else f"{place}#{part.name}"
        try:
            loaded = _part(where, part, params)
        except Unreadable as error:
            skipped.append(Skipped(where, str(error)))
        else:
            texts.append(replace(loaded, row=described.get(part.name)))
    return Opened(tuple(texts), tuple(skipped), warnings)


def _part(where: str, part: Part, params: ReadParams) -> Loaded:
    content = part.content
    if isinstance(content, Unreadable):
        raise content
    if isinstance(content, Extracted):
        name = part.name if "id" in content.about else f"{PurePath(where.rpartition('#')[0]).stem}-{part.name}"
        return _loaded(where, name.replace(" ", "-"), content, content.text.encode("utf-8", "surrogatepass"))
    if bundle_of(content, part.name) is not None:
        raise Unreadable("is an archive or a collection inside an archive; unpack the outer one and give its folder")
    return _one(where, content, params)


def _members(place: str, found: list[Part]) -> tuple[list[Part], dict[str, Row], tuple[str, ...]]:
    """The members of an archive that are speeches, the rows of a manifest among them, and what was passed over."""
    listing = sort_out([(part.name, None if part.content else "empty") for part in found])
    wanted = set(listing.files)
    rows: dict[str, Row] = {}
    warnings: list[str] = []
    for part in found:
        if is_manifest(PurePath(part.name).name) and isinstance(part.content, bytes):
            folder = part.name.rpartition("/")[0]
            manifest = parse_manifest(f"{place}/{part.name}", part.content)
            warnings += manifest.warnings
            inside = [name for name in listing.files if not folder or name.startswith(f"{folder}/")]
            own = {name: manifest.row(name[len(folder) + 1 if folder else 0 :]) for name in inside}
            rows |= {name: row for name, row in own.items() if row is not None}
    passed_over = listing.passed_over()
    if passed_over:
        warnings.append(f"{place}: passed over {passed_over}")
    return sorted((part for part in found if part.name in wanted), key=_name), rows, tuple(warnings)


def _name(part: Part) -> str:
    return part.name


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
    """Make a Document: what the manifest says, else the file itself, its name, its text. The id is not yet unique."""
    row = row or loaded.row or Row()
    own = row_of(loaded.extracted.about)
    text = loaded.extracted.text
    found, source = _date(loaded, row, own)
    warnings = loaded.extracted.warnings
    if found.wrong is not None and source != "manifest":  # the manifest warns of all its dates in one line
        where = _WHERE[source]
        warnings += (f"{where} gives the date {found.wrong}, which does not exist; counted as undated",)
    in_text = None if row.title or own.title else title_in_text(text)
    return Document(
        id=row.id or own.id or loaded.name.strip() or "document",
        text=text,
        title=row.title or own.title or in_text or loaded.name,
        title_from="manifest" if row.title else "record" if own.title else "text" if in_text else "file name",
        path=loaded.path,
        date=found.date,
        date_from=source if found.date else None,
        speaker=row.speaker or own.speaker,
        series=row.series or own.series,
        language=row.language or own.language,
        sha256=loaded.sha256,
        encoding=loaded.extracted.encoding,
        warnings=warnings,
    )


def _date(loaded: Loaded, row: Row, own: Row) -> tuple[DateFound, str]:
    """The first place that names a date decides, even when that date does not exist: the next would be a guess."""
    if row.date is not None:
        return row.date, "manifest"
    if own.date is not None:
        return own.date, "record"
    in_name = date_in_name(loaded.name) if loaded.path != STDIN else None
    if in_name is not None:
        return in_name, "file name"
    return date_in_head(loaded.extracted.text) or DateFound(None), "text"
