"""View records of the documents: badge, title, dates, ledger, text cut into paragraphs.

Enters: `Result`. Leaves: one `DocumentView` per document, every number already written, every offset in UTF-16 units.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reuse.model import Document, Ledger, Result
from reuse.report.labels import labels, one_line
from reuse.report.numerals import count, first_parts, percent, percents_of_whole
from reuse.report.offsets import Places

__all__ = ["DocumentView", "LedgerPart", "document_views", "html_lang", "ledger_parts"]

MAX_TITLE_CHARACTERS = 120  # a manifest may hold a whole paragraph
SERIES_MARKS = "●◆▲■★⬟"  # one per series; more series than marks get none


class LedgerPart(NamedTuple):
    """One part of a ledger bar."""

    kind: str  # "verbatim" | "reworded" | "stock" | "own"
    characters: int
    written: str  # the same with thousands marks
    percent: str  # the four of a document add up to 100.0 %


@dataclass(frozen=True, slots=True)
class DocumentView:
    """One speech as the page shows it."""

    index: int
    id: str
    label: str  # "A", "B"; a short name where there are more than two
    title: str
    title_from: str
    date: str | None
    date_from: str | None
    speaker: str | None
    series: str | None
    mark: str  # sign of the series, empty where there is none
    lang: str  # for the attribute of the same name; empty where mixed or unknown
    language: str
    characters: str
    sentences: str
    found: str  # percent of this document inside alignments with any other
    ledger: tuple[LedgerPart, ...]
    size: int  # UTF-16 units of the text
    text: str | None  # None: left out of the page
    paragraphs: tuple[tuple[int, int], ...]
    path: str | None
    encoding: str | None
    sha256: str


def document_views(result: Result, places: Mapping[str, Places], *, with_texts: bool) -> tuple[DocumentView, ...]:
    """One view per document, in the order of the result. Linear in the texts."""
    short = labels(result.documents)
    marks = _series_marks(result.documents)
    views = []
    for index, document in enumerate(result.documents):
        measures = result.measures[document.id]
        place = places[document.id]
        ledger = measures.ledger
        views.append(
            DocumentView(
                index=index,
                id=document.id,
                label=short[index],
                title=one_line(document.title or document.id, MAX_TITLE_CHARACTERS),
                title_from=document.title_from,
                date=document.date,
                date_from=document.date_from,
                speaker=document.speaker,
                series=document.series,
                mark=marks.get(document.series or "", ""),
                lang=html_lang(document.language),
                language=document.language or "und",
                characters=count(measures.characters),
                sentences=count(measures.sentences),
                found=percent(first_parts((ledger.verbatim, ledger.reworded, ledger.stock, ledger.own), 3)),
                ledger=ledger_parts(ledger),
                size=place.units(len(document.text)),
                text=document.text if with_texts else None,
                paragraphs=tuple((place.units(start), place.units(end)) for start, end in place.paragraphs),
                path=document.path,
                encoding=document.encoding,
                sha256=document.sha256,
            )
        )
    return tuple(views)


def ledger_parts(ledger: Ledger) -> tuple[LedgerPart, ...]:
    """The four parts of a ledger bar, strongest class first; their percents add up to 100.0."""
    kinds = ("verbatim", "reworded", "stock", "own")
    numbers = (ledger.verbatim, ledger.reworded, ledger.stock, ledger.own)
    shares = percents_of_whole(numbers)
    return tuple(
        LedgerPart(kind, number, count(number), share)
        for kind, number, share in zip(kinds, numbers, shares, strict=True)
    )


def html_lang(language: str | None) -> str:
    """What the attribute `lang` says about a text: empty, hence inherited from nobody, where it is not one language."""
    return "" if language in (None, "und", "mixed") else str(language)


def _series_marks(documents: Sequence[Document]) -> dict[str, str]:
    """A sign for every series, most documents first, then by name; none where the signs do not suffice."""
    series = Counter(document.series for document in documents if document.series)
    ordered = sorted(series, key=lambda name: (-series[name], name))
    return dict(zip(ordered, SERIES_MARKS, strict=False)) if 1 < len(ordered) <= len(SERIES_MARKS) else {}
