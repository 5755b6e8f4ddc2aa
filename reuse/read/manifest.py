"""manifest.csv: what somebody has written down about the files beside it.

Enters: a folder. Leaves: a `Manifest` that gives each file its row, with warnings of one line for each kind of fault.
`file` and `inputs` ask it before they look into file name and text.

Columns in any order and case: file, id, title, date, speaker, series, language (or lang); others are ignored. A row
belongs to the file that `file` names, or else to the one whose name, with or without suffix, is the `id`. Comma,
semicolon or tab; any encoding that `decode` reads.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from reuse.read.dates import DateFound, date_of_value
from reuse.read.decode import decode
from reuse.read.extracted import Unreadable

__all__ = ["MANIFEST_NAME", "Manifest", "Row", "is_manifest", "load_manifest"]

MANIFEST_NAME = "manifest.csv"
MAX_BYTES = 50_000_000  # a list of a million files is smaller
MAX_NAMED = 3  # faulty entries a warning spells out
_COLUMNS = ("file", "id", "title", "date", "speaker", "series", "language")
_ALIASES = {"lang": "language"}
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
    return name.lower() == MANIFEST_NAME


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
        return _parse(shown, decode(data).text)
    except (OSError, Unreadable, csv.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return Manifest(shown, warnings=(f"{shown} was not used: {reason}",))


def _path(folder: Path) -> Path | None:
    """manifest.csv in whatever case."""
    try:
        found = sorted(path for path in folder.iterdir() if is_manifest(path.name))
    except OSError:
        return None
    return found[0] if found else None


def _parse(path: str, text: str) -> Manifest:
    rows = list(_records(text))
    known = [record for record in rows if record.get("file") or record.get("id")]
    if not known:
        return Manifest(path, warnings=(f"{path} was not used: no row has a file or an id; add a column “file”",))
    by_file: dict[str, Row] = {}
    by_id: dict[str, Row] = {}
    twice = []
    for record in known:
        row = _row(record)
        place, key = (by_file, _key(row.file)) if row.file else (by_id, _key(row.id or ""))
        if key in place:
            twice.append(row.name)
        place.setdefault(key, row)
    return Manifest(path, by_file, by_id, tuple(_faults(path, known, len(rows) - len(known), twice)))


def _faults(path: str, records: list[dict[str, str]], nameless: int, twice: list[str]) -> Iterable[str]:
    """One warning for each kind of fault."""
    dates = [record["date"] for record in records if _is_wrong(record.get("date"))]
    languages = [record["language"] for record in records if not _is_language(record.get("language"))]
    if dates:
        yield f"{path}: {_some(dates, 'date')} cannot be understood; write 2023-02-05, 2023-02 or 2023"
    if languages:
        known = "zh-Hans, zh-Hant, en, de, ja, mixed or und"
        yield f"{path}: {_some(languages, 'language')} left out, to be decided from the text; write {known}"
    if nameless:
        yield f"{path}: {nameless} rows have neither file nor id"
    if twice:
        yield f"{path}: {_some(twice, 'file')} listed more than once; the first row counts"


def _records(text: str) -> Iterable[dict[str, str]]:
    """Every row that is not blank as {column: value}, without empty values."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    header = [_ALIASES.get(name.strip().lower(), name.strip().lower()) for name in next(lines, [])]
    for line in lines:
        if any(value.strip() for value in line):
            pairs = zip(header, line, strict=False)  # a row may be shorter or longer than the header
            yield {name: value.strip() for name, value in pairs if name in _COLUMNS and value.strip()}


def _delimiter(text: str) -> str:
    header = next(iter(text[:10_000].splitlines()), "")
    return max(",;\t", key=header.count)


def _row(record: Mapping[str, str]) -> Row:
    return Row(
        file=record.get("file"),
        id=record.get("id"),
        title=record.get("title"),
        date=date_of_value(record.get("date", "")),
        speaker=record.get("speaker"),
        series=record.get("series"),
        language=_LANGUAGES.get(record.get("language", "").lower().replace("_", "-")),
    )


def _is_wrong(written: str | None) -> bool:
    found = date_of_value(written or "")
    return found is not None and found.wrong is not None


def _is_language(written: str | None) -> bool:
    """Whether a language is one of the contract, left open, or not given."""
    name = (written or "zh").lower().replace("_", "-")
    return name in _LANGUAGES or name in _LEFT_OPEN


def _key(path: str) -> str:
    """A path in one spelling: composed characters (macOS takes them apart), forward slashes, no ./ in front."""
    return str(PurePosixPath(unicodedata.normalize("NFC", path).replace("\\", "/")))


def _some(names: list[str], what: str) -> str:
    """“2 dates (soon, 2023-02-31)”, the first three spelt out."""
    shown = ", ".join(names[:MAX_NAMED]) + (", …" if len(names) > MAX_NAMED else "")
    return f"{len(names)} {what}{'s' if len(names) > 1 else ''} ({shown})"
