"""The request -> Documents: the first stage of a comparison.

Enters: paths of files and folders, `-` for standard input. Leaves: `Inputs`. The pipeline and the command line call
`read_inputs`; a bad file never stops the others.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import PurePath
from typing import BinaryIO, overload

from reuse.errors import RequestError
from reuse.model import Document, Progress, Skipped, no_progress
from reuse.params import ReadParams
from reuse.read.extracted import Unreadable
from reuse.read.file import Loaded, Opened, describe, load, load_stream
from reuse.read.ids import unique_ids
from reuse.read.listing import Source, list_sources
from reuse.read.manifests import Manifests
from reuse.read.paths import STDIN, missing, shown

__all__ = ["Inputs", "read_all", "read_inputs"]

_TWINS_NAMED = 3  # groups of equal texts that get a warning each; of more, one is named


@dataclass(frozen=True, slots=True)
class Inputs(Sequence[Document]):
    """Everything that was read, and everything that was not. In itself the row of documents that were read."""

    documents: tuple[Document, ...]  # in the order given, folders in the order of their files' names
    skipped: tuple[Skipped, ...]
    warnings: tuple[str, ...]  # about the request, one sentence each; documents carry their own
    files: tuple[str, ...] = ()  # every file that was opened, archives and collections included

    def __repr__(self) -> str:
        return f"<Inputs: {len(self)} documents, {len(self.skipped)} skipped, {len(self.warnings)} warnings>"

    def __len__(self) -> int:
        return len(self.documents)

    @overload
    def __getitem__(self, index: int) -> Document: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Document, ...]: ...

    def __getitem__(self, index: int | slice) -> Document | tuple[Document, ...]:
        return self.documents[index]


def read_all(
    *paths: str | os.PathLike[str], params: ReadParams | None = None, progress: Progress = no_progress
) -> Inputs:
    """Read all the speeches that paths name: files, folders (with the folders in them), archives, collections.

    What comes back goes into `compare` as it is; `.skipped` and `.warnings` say what was not read, and why. Raises
    RequestError where no path is given; a bad file raises nothing. Linear in the bytes read.

    >>> speeches = read_all("corpus/specimens")
    >>> len(speeches), speeches[0].title, speeches.skipped
    (14, '在云栖市工会第九次代表大会开幕时的讲话', ())
    """
    return read_inputs([os.fspath(path) for path in paths], params=params, progress=progress)


def read_inputs(
    paths: Sequence[str],
    *,
    params: ReadParams | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = no_progress,
) -> Inputs:
    """Read the speeches that paths name: files, folders (with the folders in them), `-` for standard input.

    `stdin` stands in for the process's own. `progress` is called with ("read", files done, files in all). Ids are
    unique; the same file named twice is read once. Raises RequestError where no path is given; whatever cannot be
    read is in `skipped`, with the reason. Linear in the bytes read.
    """
    if isinstance(paths, str) or not paths:
        raise RequestError("no input is named; give two speeches or more, or a folder of them, as a list of paths")
    settings = params or ReadParams()
    listing = list_sources(paths)
    loaded: list[tuple[Source, Loaded]] = []
    warnings: list[str] = []
    progress("read", 0, len(listing.sources))
    for done, source in enumerate(listing.sources, start=1):
        try:
            opened = _load(source, settings, stdin)
        except (Unreadable, OSError, ValueError) as error:
            listing.skipped.append(Skipped(shown(source.path), _reason(error)))
        else:
            loaded += ((source, text) for text in opened.texts)
            listing.skipped += opened.skipped
            warnings += opened.warnings
        progress("read", done, len(listing.sources))
    manifests = Manifests(listing.sources)
    documents = _unique([describe(item, manifests.row(source)) for source, item in loaded])
    files = tuple(shown(source.path) for source in listing.sources)
    said = (*listing.warnings, *warnings, *manifests.warnings(), *_twins(documents))
    return Inputs(documents, tuple(listing.skipped), said, files)


def _load(source: Source, params: ReadParams, stdin: BinaryIO | None) -> Opened:
    if source.path != STDIN:
        return load(source.path, params)
    stream = stdin or getattr(sys.stdin, "buffer", None)  # None where the process was started without one
    if stream is None:
        raise Unreadable("there is no standard input; name a file")
    return load_stream(stream, params)


def _reason(error: Exception) -> str:
    """Why a file that was listed a moment ago was not read."""
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "vanished after it was listed; run again"
    return missing(error)


def _unique(documents: Sequence[Document]) -> tuple[Document, ...]:
    wanted = [(document.id, _folder_name(document.path)) for document in documents]
    ids = unique_ids(wanted)
    return tuple(replace(document, id=unique) for document, unique in zip(documents, ids, strict=True))


def _folder_name(path: str | None) -> str:
    """The name of the folder as it was given; empty where the path does not name it (a.txt, ../a.txt)."""
    name = PurePath(path or "").parent.name
    return "" if name == ".." else name


def _twins(documents: Sequence[Document]) -> Iterator[str]:
    """Warnings for speeches of one text, blanks and line ends aside: what counts speeches counts each of them."""
    groups: defaultdict[bytes, list[str]] = defaultdict(list)
    for document in documents:
        text = "".join(document.text.split()).encode("utf-8", "surrogatepass")
        if text:
            groups[blake2b(text).digest()].append(document.path or document.id)
    twins = [paths for paths in groups.values() if len(paths) > 1]
    if len(twins) > _TWINS_NAMED:
        one, other, *_ = twins[0]
        again = sum(map(len, twins)) - len(twins)
        yield f"{again:,} of the speeches hold the same text as another, such as {one} and {other}; all are compared"
        return
    for paths in twins:
        yield f"{', '.join(paths[:-1])} and {paths[-1]} hold the same text; all are compared"
