"""manifest.csv (.tsv, .xlsx, .jsonl): what somebody has written down about the files beside it.

Enters: a folder. Leaves: a `Manifest` that gives each file its row, with warnings of one line for each kind of fault.
`file` and `inputs` ask it before they look into file name and text.

Columns in any order and case: file, id, title, date, speaker, series, language (or lang); others are ignored. A row
belongs to the file that `file` names, or else to the one whose name, with or without suffix, is the `id`. Comma,
semicolon or tab; any encoding that `decode` reads. Where several stand in one folder, .csv goes before .tsv, .xlsx
and .jsonl.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reuse.read.columns import COLUMNS, record
from reuse.read.dates import DateFound, date_of_value
from reuse.read.decode import decode
from reuse.read.extracted import Unreadable
from reuse.read.sheets import sheet_rows

__all__ = ["MANIFEST_NAMES", "Manifest", "Row", "is_manifest", "load_manifest", "parse_manifest", "row_of"]

MANIFEST_NAMES = ("manifest.csv", "manifest.tsv", "manifest.xlsx", "manifest.jsonl")  # the first that is there counts
MAX_BYTES = 50_000_000  # a list of a million files is smaller
MAX_NAMED = 3  # faulty entries a warning spells out
# The languages of the contract. “zh” alone leaves the script open, so that it is decided from the text.
_LANGUAGES = {
    **{name.lower(): name for name in ("zh-Hans", "zh-Hant", "en", "de", "ja", "mixed", "und")},
    **dict.fromkeys(("zh-cn", "zh-sg", "chs"), "zh-Hans"),
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo", "cht"), "zh-Hant"),
}
_LEFT_OPEN = frozenset(("zh", "zho", "chi", "cn", "中文"))


@dataclass(frozen=True, slots=True)
class Row:
    """What a manifest says of one file; None for what it does not say."""

    file: str | None = None  # path from the manifest's folder, with /
    id: str | None = None
    title: str | None = None
    date: DateFound | None = None
    speaker: str | None = None
    series: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        """What the row is found by."""
        return self.file or self.id or ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of one manifest."""

    path: str
    by_file: Mapping[str, Row] = field(default_factory=dict)
    by_id: Mapping[str, Row] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def row(self, relative: str) -> Row | None:
        """The row of a file, given by its path from the manifest's folder."""
        path = PurePosixPath(_key(relative))
        whole = str(path)
        bare = whole.removesuffix(path.suffix)
        for key in (whole, path.name):
            if key in self.by_file:
                return self.by_file[key]
        return next((self.by_id[key] for key in (bare, path.stem, path.name) if key in self.by_id), None)

    def without_file(self, relatives: Iterable[str]) -> str | None:
        """A warning about rows that belong to none of the files there, given by their paths from the folder."""
        found = {id(row) for relative in relatives if (row := self.row(relative)) is not None}
        rows = [*self.by_file.values(), *self.by_id.values()]
        lost = [row.name for row in rows if id(row) not in found]
        if not lost:
            return None
        return f"{self.path}: no file belongs to {_some(lost, 'row')}; correct the column file or id"


def is_manifest(name: str) -> bool:
    """Whether a file of this name describes the files beside it."""
    return name.lower() in MANIFEST_NAMES


def load_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, or None where there is none.

    Raises nothing: a manifest that cannot be read comes back without rows, with a warning that says why.
    """
    path = _path(folder)
    if path is None:
        return None
    shown = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            return Manifest(shown, warnings=(f"{shown} was not used: it is larger than {MAX_BYTES:,} bytes",))
    except OSError as error:
        return Manifest(shown, warnings=(f"{shown} was not used: {error.strerror}",))
    return parse_manifest(shown, data)


def parse_manifest(path: str, data: bytes) -> Manifest:
    """The manifest in a file's bytes; what kind it is, its name says. Raises nothing, as `load_manifest`."""
    try:
        return _parse(path, list(_records(path.lower(), data)))
    except (Unreadable, csv.Error, ValueError) as error:
        return Manifest(path, warnings=(f"{path} was not used: {error}",))


def row_of(said: Mapping[str, str]) -> Row:
    """A row from named values."""
    return Row(
        file=said.get("file"),
        id=said.get("id"),
        title=said.get("title"),
        date=date_of_value(said.get("date", "")),
        speaker=said.get("speaker"),
        series=said.get("series"),
        language=_language(said.get("language", "")),
    )


def _path(folder: Path) -> Path | None:
    """The manifest of a folder, its name in whatever case."""
    try:
        found = [path for path in folder.iterdir() if is_manifest(path.name)]
    except OSError:
        return None
    return min(found, key=lambda path: (MANIFEST_NAMES.index(path.name.lower()), path.name)) if found else None


def _parse(path: str, rows: list[dict[str, str]]) -> Manifest:
    known = [row for row in rows if row.get("file") or row.get("id")]
    if not known:
        return Manifest(path, warnings=(f"{path} was not used: no row has a file or an id; add a column “file”",))
    by_file: dict[str, Row] = {}
    by_id: dict[str, Row] = {}
    twice = []
    for each in known:
        row = row_of(each)
        place, key = (by_file, _key(row.file)) if row.file else (by_id, _key(row.id or ""))
        if key in place:
            twice.append(row.name)
        place.setdefault(key, row)
    return Manifest(path, by_file, by_id, tuple(_faults(path, known, len(rows) - len(known), twice)))


def _faults(path: str, records: list[dict[str, str]], nameless: int, twice: list[str]) -> Iterable[str]:
    """One warning for each kind of fault."""
    dates = [each["date"] for each in records if _is_wrong(each.get("date"))]
    languages = [each["language"] for each in records if not _is_language(each.get("language"))]
    if dates:
        yield f"{path}: {_some(dates, 'date')} cannot be understood; write 2023-02-05, 2023-02 or 2023"
    if languages:
        known = "zh-Hans, zh-Hant, en, de, ja, mixed or und"
        yield f"{path}: {_some(languages, 'language')} left out, to be decided from the text; write {known}"
    if nameless:
        yield f"{path}: {nameless} rows have neither file nor id"
    if twice:
        yield f"{path}: {_some(twice, 'file')} listed more than once; the first row counts"


def _records(name: str, data: bytes) -> Iterable[dict[str, str]]:
    """Every row that is not blank as {column: value}, without empty values."""
    if name.endswith(".xlsx"):
        lines: Iterable[Iterable[object]] = sheet_rows(data, max_bytes=MAX_BYTES)
    elif name.endswith(".jsonl"):
        for number, line in enumerate(decode(data).text.split("\n"), 1):
            if line.strip():
                yield _known(_object(number, line).items())
        return
    else:
        text = decode(data).text
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows = iter(lines)
    header = list(next(rows, ()))
    for row in rows:
        values = list(row)
        if any(value is not None and str(value).strip() for value in values):
            yield _known(zip(header, values, strict=False))  # a row may be shorter or longer than the header


def _known(pairs: Iterable[tuple[object, object]]) -> dict[str, str]:
    return {name: value for name, value in record(pairs).items() if name in COLUMNS}


def _object(number: int, line: str) -> dict[str, object]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise Unreadable(f"line {number} is no JSON ({error}); write one object a line") from error
    if not isinstance(value, dict):
        raise Unreadable(f"line {number} is no JSON object; write one a line")
    return value


def _delimiter(text: str) -> str:
    header = next(iter(text[:10_000].splitlines()), "")
    return max(",;\t", key=header.count)


def _is_wrong(written: str | None) -> bool:
    found = date_of_value(written or "")
    return found is not None and found.wrong is not None


def _language(written: str) -> str | None:
    """The contract's name of a language, en-GB as en; None where it is left open or not known."""
    name = written.lower().replace("_", "-")
    return _LANGUAGES.get(name) or _LANGUAGES.get(name.partition("-")[0])


def _is_language(written: str | None) -> bool:
    """Whether a language is one of the contract, left open, or not given."""
    return _language(written or "en") is not None or (written or "").lower() in _LEFT_OPEN


def _key(path: str) -> str:
    """A path in one spelling: composed characters (macOS takes them apart), forward slashes, no ./ in front."""
    return str(PurePosixPath(unicodedata.normalize("NFC", path).replace("\\", "/")))


def _some(names: list[str], what: str) -> str:
    """“2 dates (soon, 2023-02-31)”, the first three spelt out."""
    shown = ", ".join(names[:MAX_NAMED]) + (", …" if len(names) > MAX_NAMED else "")
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''} ({shown})"
