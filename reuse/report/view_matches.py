"""View records of the pairs and their matches: what the reading view, the rows, the map and the ribbons draw.

Enters: `Result` and `Places`. Leaves: one `PairView` per pair of documents, matches numbered in source order.
Matches are tuples, not objects with names: a page of many speeches holds 20,000 of them, and the names alone would
weigh more than the texts. The page learns the order of the fields from `MatchView._fields`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reuse.model import Alignment, Locus, Pair, Result
from reuse.quotes import closed
from reuse.report.differences import differences
from reuse.report.numerals import count, percent
from reuse.report.offsets import Places

__all__ = ["KINDS", "PASSAGE", "STOCK_FROM", "MatchView", "PairView", "pair_views"]

KINDS = ("verbatim", "slot", "insertion", "list", "reorder", "reworded")
PASSAGE = len(KINDS)  # the kind of a passage that holds no alignment; only pages that have such know it
STOCK_FROM = 0.5  # the model's definition: 0.5 and above counts as stock


class MatchView(NamedTuple):
    """One alignment. Offsets are UTF-16 units of the document's text, those of pieces from the start of the locus."""

    number: int  # from 1 within the pair, in source order
    id: str
    kind: int  # index into KINDS, or PASSAGE
    stock: int  # 1: counts as stock
    source: tuple[int, int]
    target: tuple[int, int]
    source_context: tuple[int, int]
    target_context: tuple[int, int]
    differences: tuple[tuple[int, int, int, int], ...]  # cleaned up for the eye; the rest is equal
    moves: tuple[tuple[int, int, int, int], ...]
    source_place: str  # "¶3 · 108–141", code points
    target_place: str
    length: int  # characters of the shorter side
    bits: float  # for sorting
    bits_text: str
    identity_text: str
    stock_text: str
    passage: int | None  # number from 1 within the pair, of passages with two matches or more
    moved: int
    family: int | None  # index into PageView.families
    closing: tuple[int, ...]  # units shown before and behind either side to close quotation marks; empty: none


@dataclass(frozen=True, slots=True)
class PairView:
    """Two documents, source and target by their index, and what they share."""

    source: int
    target: int
    source_share: str
    target_share: str
    source_share_distinctive: str
    target_share_distinctive: str
    larger_share: float  # for sorting
    alignments: str  # all that were found
    left_out: str | None  # how many of them are not in the page; None where all are
    passages: str
    moved: str  # passages off the main order
    matches: tuple[MatchView, ...]


def pair_views(
    result: Result,
    places: Mapping[str, Places],
    *,
    families: Mapping[str, int],
    keep: int,
    bare: Mapping[tuple[str, str], Sequence[Alignment]],
) -> tuple[PairView, ...]:
    """All pairs in the order of the result; of the alignments at most `keep`, most bits first.

    `bare` holds by pair the passages that are rows of their own, since no alignment stands in them; `families` maps
    the ids of shown families to their index. Linear in the alignments.
    """
    index = {document.id: i for i, document in enumerate(result.documents)}
    chosen = _strongest(result, keep)
    by_pair: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for alignment in result.alignments:
        if chosen is None or alignment.id in chosen:
            by_pair[alignment.source.document, alignment.target.document].append(alignment)
    passages = _Passages(result)
    views = []
    for pair in result.pairs:
        key = (pair.source, pair.target)
        rows = [(alignment, KINDS.index(alignment.kind)) for alignment in by_pair.get(key, ())]
        rows += [(passage, PASSAGE) for passage in bare.get(key, ())]
        rows.sort(key=lambda row: (row[0].source.start, row[0].target.start, row[0].source.end, row[0].id))
        matches = tuple(
            _match(alignment, number, places, kind=kind, passages=passages, families=families)
            for number, (alignment, kind) in enumerate(rows, start=1)
        )
        views.append(_pair(pair, index, matches, moved=passages.moved_of.get(key, 0)))
    return tuple(views)


def _strongest(result: Result, keep: int) -> frozenset[str] | None:
    """Ids of the alignments with most bits; None where all of them fit."""
    if len(result.alignments) <= keep:
        return None
    ranked = sorted(result.alignments, key=lambda alignment: (-alignment.bits, alignment.id))
    return frozenset(alignment.id for alignment in ranked[:keep])


class _Passages:
    """Numbers of passages within their pair, and which of them moved."""

    def __init__(self, result: Result) -> None:
        self.number: dict[str, int] = {}
        self.moved: set[str] = set()
        self.moved_of: dict[tuple[str, str], int] = defaultdict(int)
        counts: dict[tuple[str, str], int] = defaultdict(int)
        for passage in result.passages:
            key = (passage.source.document, passage.target.document)
            if passage.moved:
                self.moved.add(passage.id)
                self.moved_of[key] += 1
            if len(passage.alignments) > 1:
                counts[key] += 1
                self.number[passage.id] = counts[key]


def _match(
    alignment: Alignment,
    number: int,
    places: Mapping[str, Places],
    *,
    kind: int,
    passages: _Passages,
    families: Mapping[str, int],
) -> MatchView:
    source, target = alignment.source, alignment.target
    at, to = places[source.document], places[target.document]
    cut = differences(alignment.opcodes, at.text[source.start : source.end], to.text[target.start : target.end])
    passage = alignment.passage or ""
    return MatchView(
        number=number,
        id=alignment.id,
        kind=kind,
        stock=int(alignment.stock >= STOCK_FROM),
        source=(at.units(source.start), at.units(source.end)),
        target=(to.units(target.start), to.units(target.end)),
        source_context=_in_units(at, at.context(source.start, source.end)),
        target_context=_in_units(to, to.context(target.start, target.end)),
        differences=_pieces(cut, at, to, alignment),
        moves=_pieces(alignment.moves, at, to, alignment),
        source_place=_place(at, source.start, source.end),
        target_place=_place(to, target.start, target.end),
        length=min(source.end - source.start, target.end - target.start),
        bits=round(alignment.bits, 1),
        bits_text=f"{alignment.bits:.0f}",
        identity_text=f"{alignment.identity * 100:.0f}%",
        stock_text="–" if kind == PASSAGE else f"{alignment.stock:.2f}",
        passage=passages.number.get(passage),
        moved=int(passage in passages.moved),
        family=families.get(alignment.family or ""),
        closing=_closing((at.text, source), (to.text, target)),
    )


def _closing(*sides: tuple[str, Locus]) -> tuple[int, ...]:
    """Quotation marks and what stands between are no wide characters: their code points are their units."""
    grown: list[int] = []
    for text, locus in sides:
        start, end = closed(text, locus.start, locus.end)
        grown += (locus.start - start, end - locus.end)
    return tuple(grown) if any(grown) else ()


def _in_units(place: Places, span: tuple[int, int]) -> tuple[int, int]:
    return place.units(span[0]), place.units(span[1])


def _pieces(
    pieces: tuple[tuple[int, int, int, int], ...], at: Places, to: Places, alignment: Alignment
) -> tuple[tuple[int, int, int, int], ...]:
    """Pieces of an alignment from code points to UTF-16 units, still from the start of each locus."""
    s, t = alignment.source.start, alignment.target.start
    from_s, from_t = at.units(s), to.units(t)
    return tuple(
        (
            at.units(s + s0) - from_s,
            at.units(s + s1) - from_s,
            to.units(t + t0) - from_t,
            to.units(t + t1) - from_t,
        )
        for s0, s1, t0, t1 in pieces
    )


def _place(place: Places, start: int, end: int) -> str:
    return f"¶{place.paragraph(start)} · {start}–{end}"


def _pair(pair: Pair, index: Mapping[str, int], matches: tuple[MatchView, ...], *, moved: int) -> PairView:
    missing = pair.alignments - sum(1 for match in matches if match.kind != PASSAGE)
    return PairView(
        source=index[pair.source],
        target=index[pair.target],
        source_share=percent(pair.source_share),
        target_share=percent(pair.target_share),
        source_share_distinctive=percent(pair.source_share_distinctive),
        target_share_distinctive=percent(pair.target_share_distinctive),
        larger_share=round(max(pair.source_share, pair.target_share), 6),
        alignments=count(pair.alignments),
        left_out=count(missing) if missing > 0 else None,
        passages=count(pair.passages),
        moved=count(moved),
        matches=matches,
    )
