"""What a caller gave, as the stages want it, or one clear sentence about what is wrong with it.

Enters: the arguments of the Python API, of any type. Leaves: documents in order, settings, a background. `pipeline`
asks before the first stage.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from reuse.errors import RequestError
from reuse.model import Document
from reuse.params import Params

if TYPE_CHECKING:
    from reuse.background import Background

__all__ = ["given_background", "given_document", "given_documents", "given_params", "in_order"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_READ = "read files with reuse.read_all(…), or make one of a text with reuse.Document.from_text(…, id=…)"


def given_documents(given: Iterable[Document] | Document) -> Sequence[Document]:
    """The documents of any iterable; one by itself is a row of one. Raises RequestError for anything else."""
    if isinstance(given, Document):
        return [given]
    if isinstance(given, str | bytes | os.PathLike) or not isinstance(given, Iterable):
        raise RequestError(f"documents are wanted, not {_said(given)}; {_READ}")
    documents = given if isinstance(given, Sequence) else list(given)
    for document in documents:
        given_document(document)
    return documents


def given_document(given: object) -> Document:
    """One document. Raises RequestError for anything else, and for a text or an id that is none."""
    if not isinstance(given, Document):
        raise RequestError(f"a document is wanted, not {_said(given)}; {_READ}")
    wrong = next((name for name in ("id", "text") if not isinstance(getattr(given, name), str)), None)
    if wrong is not None:
        raise RequestError(f"the {wrong} of a document is a string, not {_said(getattr(given, wrong))}")
    return given


def given_params(given: Params | None) -> Params:
    """The settings, or the defaults for None. Raises RequestError for anything else."""
    if given is not None and not isinstance(given, Params):
        raise RequestError(f"settings are wanted, not {_said(given)}; write reuse.Params().updated({{…}})")
    return given or Params()


def given_background(given: Background | str | os.PathLike[str] | None) -> Background:
    """The background, or the one of a name or path, or the one that ships for None.

    Raises RequestError for anything else, InputError for a path that holds none.
    """
    from reuse.background import load  # noqa: PLC0415 - `import reuse` stays cheap

    if given is None or isinstance(given, str | os.PathLike):
        return load(given if given is None else os.fspath(given))
    if not hasattr(given, "stock_many"):
        raise RequestError(f"a background is wanted, its path, “speeches” or “none”, not {_said(given)}")
    return given


def in_order(documents: Sequence[Document], *, fewest: int = 2) -> list[Document]:
    """Documents by date; of one date, or without any, as they were given.

    An undated document keeps its place in the row, the dated ones share out the other places by date. Raises
    RequestError for fewer than `fewest` documents, an id used twice or a date that is none.
    """
    if len(documents) < fewest:
        wanted = "a comparison needs two documents or more" if fewest > 1 else "there must be a document"
        raise RequestError(f"{wanted}, {len(documents)} given")
    twice = [id_ for id_, n in Counter(d.id for d in documents).items() if n > 1]
    if twice:
        raise RequestError(f"document ids must differ: {', '.join(sorted(twice))} is used more than once")
    undatable = [f"{d.id} ({d.date})" for d in documents if d.date and not _is_date(d.date)]
    if undatable:
        raise RequestError(
            f"dates are written 2023, 2023-02 or 2023-02-05 and exist; this is none: {', '.join(undatable)}"
        )
    dated = iter(sorted((d for d in documents if d.date), key=lambda d: d.date or ""))
    return [next(dated) if d.date else d for d in documents]


def _is_date(written: object) -> bool:
    """Whether a date is written as the contract has it, and stands in the calendar."""
    match = _DATE.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        return False
    try:
        date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return False
    return True


def _said(given: object) -> str:
    if isinstance(given, str):
        return f"the text “{given[:40]}{'…' if len(given) > 40 else ''}”"
    return f"{given!r:.60} ({type(given).__name__})"
