"""What the page says where nothing was found: what was read, what was tried, what came closest, what to try next.

Enters: `Result` without alignments. Leaves: `NothingView`. There is never a silent nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from reuse.model import Locus, Result
from reuse.report.numerals import count
from reuse.report.view_documents import html_lang
from reuse.report.view_method import command

__all__ = ["WIDER", "NearMiss", "NothingView", "nothing_view"]

WIDER = ("--min-chars", "2")  # the widest net: two characters are the shortest piece that is looked at
LARGEST_QUOTE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class NearMiss:
    """The strongest candidate and how far it fell short."""

    source: int  # index of the document
    target: int
    source_text: str
    target_text: str
    source_lang: str
    target_lang: str
    bits: str
    threshold: str
    short: str


@dataclass(frozen=True, slots=True)
class NothingView:
    """The state of a page without reuse."""

    seeds: str
    nearest: NearMiss | None
    command: str


def nothing_view(result: Result) -> NothingView:
    """Describe a comparison that found nothing."""
    return NothingView(seeds=count(result.seeds), nearest=_nearest(result), command=command(result, *WIDER))


def _nearest(result: Result) -> NearMiss | None:
    miss = result.nearest_miss
    if miss is None:
        return None
    index = {document.id: i for i, document in enumerate(result.documents)}
    return NearMiss(
        source=index[miss.source.document],
        target=index[miss.target.document],
        source_text=_quote(result, miss.source),
        target_text=_quote(result, miss.target),
        source_lang=html_lang(result.document(miss.source.document).language),
        target_lang=html_lang(result.document(miss.target.document).language),
        bits=f"{miss.bits:.0f}",
        threshold=f"{miss.threshold:.0f}",
        short=f"{max(miss.threshold - miss.bits, 0):.1f}",
    )


def _quote(result: Result, locus: Locus) -> str:
    text = result.text(locus)
    return text if len(text) <= LARGEST_QUOTE_CHARACTERS else text[:LARGEST_QUOTE_CHARACTERS] + "…"
