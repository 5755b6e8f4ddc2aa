"""Which files of a folder are speeches.

Enters: a folder. Leaves: a `FolderListing`: the files to be read, in order, and what was passed over.
`listing` asks it.

Order is that of the names, folder by folder, in composed characters, so that every machine lists alike.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reuse.model import Skipped
from reuse.read.bundles import BUNDLE_SUFFIXES, suffix_of
from reuse.read.formats import DOCUMENT_SUFFIXES, TEXT_SUFFIXES
from reuse.read.manifest import is_manifest
from reuse.read.paths import identity

__all__ = ["FolderListing", "list_folder", "sort_out"]

_SYSTEM = frozenset(("thumbs.db", "desktop.ini", "__macosx"))
_ABOUT = frozenset(("readme", "license", "licence", "copying", "changelog"))
# How pages and JSON of this program begin, so that its own reports are not taken for speeches.
_OWN_SUFFIXES = frozenset((".htm", ".html", ".json"))
_OWN_MARKS = (b'<meta name="generator" content="speech-reuse"', b'"schema": "speech-reuse/', b'"schema":"speech-reuse/')
_OWN_HEAD_BYTES = 4096
MAX_SUFFIXES = 3  # kinds of files a warning spells out


@dataclass(frozen=True, slots=True)
class FolderListing:
    """What a folder holds, the folders in it included."""

    files: tuple[str, ...]  # paths from the folder, with /: texts, and documents that people expect to be read
    skipped: tuple[Skipped, ...]  # folders that could not be opened
    hidden: int  # hidden ones and those of the system: .DS_Store, ._name, Thumbs.db, ~$lock
    about: int  # README and the like
    own: int  # reports and JSON that this program wrote
    empty: int  # files without a byte
    others: tuple[tuple[str, int], ...]  # suffix and number of files of other kinds, most frequent first

    def passed_over(self) -> str | None:
        """“2 hidden or system files, 1 file of another kind (.png 1)”; None where nothing was."""
        kinds = ", ".join(f"{suffix or 'no suffix'} {n}" for suffix, n in self.others[:MAX_SUFFIXES])
        kinds += ", …" if len(self.others) > MAX_SUFFIXES else ""
        parts = [
            (self.hidden, "hidden or system file"),
            (self.about, "README or licence file"),
            (self.own, "speech-reuse file"),
            (self.empty, "empty file"),
            (sum(n for _, n in self.others), "other file"),
        ]
        said = ", ".join(f"{n} {what}{'s' if n > 1 else ''}" for n, what in parts if n)
        return f"{said} ({kinds})" if kinds else said or None


def list_folder(folder: str) -> FolderListing:
    """Walk a folder and the folders in it; links to folders are followed, each folder is listed once.

    Raises nothing: a folder that cannot be opened is among `skipped`.
    """
    skipped: list[Skipped] = []
    found = [(path, _look(folder, path)) for path in _walk(folder, skipped)]
    return sort_out(found, skipped)


def sort_out(found: Iterable[tuple[str, str | None]], skipped: Sequence[Skipped] = ()) -> FolderListing:
    """What becomes of files, given as paths and, where it is known, what their content makes of them: "own", "empty".

    Archives are sorted out by the same rule as folders.
    """
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for path, content in found:
        kind = _kind(PurePosixPath(path))
        kinds[content if content and kind in ("file", "other") else kind].append(path)
    suffixes = Counter(PurePosixPath(path).suffix.lower() for path in kinds["other"])
    return FolderListing(
        files=tuple(kinds["file"]),
        skipped=tuple(skipped),
        hidden=len(kinds["hidden"]),
        about=len(kinds["about"]),
        own=len(kinds["own"]),
        empty=len(kinds["empty"]),
        others=tuple(sorted(suffixes.items(), key=lambda item: (-item[1], item[0]))),
    )


def _walk(folder: str, skipped: list[Skipped]) -> Iterator[str]:
    """Paths from the folder, in order: every file, and hidden folders unopened."""
    visited: set[object] = set()
    waiting = [""]  # the next one last
    while waiting:
        here = waiting.pop()
        path = os.path.join(folder, *here.split("/")) if here else folder  # noqa: PTH118 - a Path would drop “./”
        if here and (_is_hidden(PurePosixPath(here)) or not os.path.isdir(path)):  # noqa: PTH112
            yield here
            continue
        try:
            key = identity(path)
            names = os.listdir(path) if key not in visited else []  # noqa: PTH208
        except OSError as error:
            skipped.append(Skipped(path, f"the folder cannot be opened ({error.strerror}); check its permissions"))
            continue
        visited.add(key)
        waiting += [f"{here}/{name}" if here else name for name in sorted(names, key=_order, reverse=True)]


def _order(name: str) -> tuple[str, str]:
    return unicodedata.normalize("NFC", name), name


def _kind(path: PurePosixPath) -> str:
    """What becomes of a file: "file", "manifest", "hidden", "about", "other"."""
    if any(map(_is_hidden_name, path.parts)):
        return "hidden"
    if is_manifest(path.name):
        return "manifest"
    if path.stem.lower() in _ABOUT:
        return "about"
    return "file" if suffix_of(path.name) in TEXT_SUFFIXES | DOCUMENT_SUFFIXES | BUNDLE_SUFFIXES else "other"


def _look(folder: str, relative: str) -> str | None:
    """Whether a file is empty, or this program wrote it; reading says why one cannot be opened."""
    path = Path(folder, relative)
    try:
        if not path.is_file():
            return None
        if path.stat().st_size == 0:
            return "empty"
        if path.suffix.lower() not in _OWN_SUFFIXES:
            return None
        with path.open("rb") as stream:
            head = stream.read(_OWN_HEAD_BYTES)
    except OSError:
        return None
    return "own" if any(mark in head for mark in _OWN_MARKS) else None


def _is_hidden(path: PurePosixPath) -> bool:
    return _is_hidden_name(path.name)


def _is_hidden_name(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM
