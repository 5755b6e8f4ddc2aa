"""What the page says where nothing was found: what was read, what was tried, what came closest, what to try next.

Enters: `Result` without alignments. Leaves: `NothingView`. There is never a silent nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reuse.model import Locus, Result
from reuse.report.numerals import count
from reuse.report.view_documents import html_lang
from reuse.report.view_families import FamilyView
from reuse.report.view_method import command

__all__ = ["Hindrance", "NearMiss", "NothingView", "hindrance", "missed_by_length", "nothing_view"]

LARGEST_QUOTE_CHARACTERS = 200
FORMULAS_LISTED = 20

Hindrance = Literal["unread", "languages", "short"]


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
    least: str | None  # characters in common that are needed, where these stopped it and not the bits


@dataclass(frozen=True, slots=True)
class NothingView:
    """The state of a page without reuse."""

    seeds: str
    nearest: NearMiss | None
    hindrance: str  # what to say about it: see `hindrance`
    command: str  # that looks wider; empty where no setting would help
    formulas: tuple[tuple[str, str], ...]  # what recurs all the same: one line each, and its language


def nothing_view(result: Result, families: Sequence[FamilyView]) -> NothingView:
    """Describe a comparison without alignments; it may have found formulas, which are shorter or looser."""
    least, usual = missed_by_length(result), _needed(result, "min_matched_chars")
    return NothingView(
        seeds=count(result.seeds),
        nearest=_nearest(result, least),
        hindrance=hindrance(result),
        command=command(result, "--min-chars", str(usual)) if least and usual and least > usual else "",
        formulas=tuple((family.label, family.lang) for family in families[:FORMULAS_LISTED]),
    )


def hindrance(result: Result) -> Hindrance:
    """Why speeches may share nothing: one has no language, each has another one, or they are too short or unlike."""
    languages = {document.language or "und" for document in result.documents}
    if "und" in languages:
        return "unread"
    return "languages" if len({language[:2] for language in languages}) > 1 else "short"


def missed_by_length(result: Result) -> int | None:
    """How many characters in common the nearest miss would have needed; None where it fell short in bits.

    A candidate with bits enough was turned away because too few of its characters agree.
    """
    miss = result.nearest_miss
    if miss is None or miss.bits < miss.threshold:
        return None
    return max(_needed(result, "min_length_chars"), _needed(result, "min_matched_chars"))


def _needed(result: Result, name: str) -> int:
    align = result.params.get("align")
    value = align.get(name) if isinstance(align, Mapping) else None
    return value if isinstance(value, int) else 0


def _nearest(result: Result, least: int | None) -> NearMiss | None:
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
        least=None if least is None else count(least),
    )


def _quote(result: Result, locus: Locus) -> str:
    text = result.text(locus)
    return text if len(text) <= LARGEST_QUOTE_CHARACTERS else text[:LARGEST_QUOTE_CHARACTERS] + "…"
