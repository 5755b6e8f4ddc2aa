"""Alignments cut into phrases: what a comparison lays side by side, piece by piece.

Enters: alignments and the laid-out speeches. Leaves: `Piece`s, each a stretch of the source against one of the target,
no longer than a phrase. The pieces become wordings like any clause, and each is a reason to put two wordings into one
family.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.formulas.speeches import Speeches
from reuse.model import Alignment, IndexArray, Locus, Segments

__all__ = ["Piece", "Side", "cut", "whole"]

Side = tuple[int, int, int]  # document (place in Speeches), first unit, last unit (half-open)

_LONGEST_PIECE_UNITS = 80  # a reworded phrase may be longer than the 40 units of a clause, a paragraph may not
_SHORTEST_PIECE_UNITS = 4  # 听党话，矢志不渝跟党走 is not cut at its comma: three units are no formula
_SHORTEST_SCRAP_UNITS = 3  # of a clause that an alignment cuts into
_MANY_IDENTITY, _IDENTITY_PER_DOUBLING = 0.6, 0.1  # three speeches (three pairs) need 0.16, a dozen 0.6
_SENTENCE_END = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source and the stretch of the target that an alignment lays against it."""

    alignment: int  # place in the sequence of alignments
    source: Side
    target: Side


def cut(alignments: Sequence[Alignment], speeches: Speeches, *, min_length_chars: int) -> list[Piece]:
    """Cut every alignment where a phrase ends on both sides between the same equal characters.

    Pieces with a side shorter than `min_length_chars` or longer than a phrase are left out. Alignments of documents
    that are not among the speeches give none, nor do, among many pairs of documents, those that chance may have made.
    Cost: about 30 µs per alignment, plus its number of borders.
    """
    pairs = len({(alignment.source.document, alignment.target.document) for alignment in alignments})
    pieces: list[Piece] = []
    for number, alignment in enumerate(alignments):
        sides = whole(alignment, speeches)
        if not sides or not _is_evidence(alignment, sides, speeches, pairs):
            continue
        for halves in _paired(alignment, *sides, speeches):
            source, target = (_trimmed(side, speeches.segments[side[0]]) for side in halves)
            if all(_is_phrase(side, speeches, min_length_chars) for side in (source, target)):
                pieces.append(Piece(number, source, target))
    return pieces


def _is_evidence(alignment: Alignment, sides: tuple[Side, Side], speeches: Speeches, pairs: int) -> bool:
    """Whether an alignment says as much among `pairs` pairs of documents as any alignment says of one pair.

    What chance reaches once in a pair (log2 of the product of the lengths) it passes by log2 of the pairs in one of
    many; and where clauses of many speeches meet anyway, only near wordings add to them.
    """
    if pairs == 1:
        return True
    chance = math.log2(math.prod(len(speeches.strings[side[0]]) for side in sides))
    return alignment.bits >= chance + math.log2(pairs) and alignment.identity >= min(
        _MANY_IDENTITY, _IDENTITY_PER_DOUBLING * math.log2(pairs)
    )


def _trimmed(side: Side, segments: Segments) -> Side:
    """The stretch without what it tears off a word or off the end of a clause at its edges (〔力〕度，加强…)."""
    document, first, last = side
    while first < last and not segments.words[first]:
        first += 1
    while first < last and not segments.words[last]:
        last -= 1
    inner = (np.flatnonzero(segments.borders[first + 1 : last]) + first + 1).tolist()
    if inner and not segments.borders[first] and inner[0] - first < _SHORTEST_SCRAP_UNITS:
        first = inner[0]
    if inner and not segments.borders[last] and last - inner[-1] < _SHORTEST_SCRAP_UNITS:
        last = inner[-1]
    return document, first, max(first, last)


def whole(alignment: Alignment, speeches: Speeches) -> tuple[Side, Side] | None:
    """The units of both sides; None where a document is not among the speeches or a side holds no whole unit."""
    source, target = _side(alignment.source, speeches), _side(alignment.target, speeches)
    return (source, target) if source and target else None


def _side(locus: Locus, speeches: Speeches) -> Side | None:
    document = speeches.index.get(locus.document)
    if document is None:
        return None
    segments = speeches.segments[document]
    first = int(np.searchsorted(segments.starts, locus.start))
    last = int(np.searchsorted(segments.ends, locus.end, side="right"))
    return (document, first, last) if first < last else None


def _paired(alignment: Alignment, source: Side, target: Side, speeches: Speeches) -> Iterator[tuple[Side, Side]]:
    a, b = speeches.segments[source[0]], speeches.segments[target[0]]
    borders, counterparts = _inner_stops(source, speeches), _inner_stops(target, speeches)
    if not len(borders) or not len(counterparts):
        yield source, target
        return
    cuts = _cuts(a, b, alignment, borders, counterparts)
    cuts = [*cuts, (source[2], target[2], target[2])]
    i, j = source[1], target[1]
    for k, (border, nearest, farthest) in enumerate(cuts):
        short = min(border - i, nearest - j) < _SHORTEST_PIECE_UNITS
        if short and nearest > j and k + 1 < len(cuts) and a.borders[border] < _SENTENCE_END:
            continue
        if border > i and nearest > j:
            yield (source[0], i, border), (target[0], j, nearest)
        i, j = border, max(farthest, j)


def _inner_stops(side: Side, speeches: Speeches) -> IndexArray:
    inner = np.flatnonzero(speeches.stops[side[0]][side[1] + 1 : side[2]])
    return (inner + side[1] + 1).astype(np.int32)


def _cuts(
    a: Segments, b: Segments, alignment: Alignment, borders: IndexArray, counterparts: IndexArray
) -> list[tuple[int, int, int]]:
    """Source border, nearest and farthest target border that no pair of equal characters crosses."""
    equal = [opcode for opcode in alignment.opcodes if opcode[0] == "equal"]
    ends = [opcode[2] for opcode in equal]
    cuts: list[tuple[int, int, int]] = []
    for border in borders.tolist():
        place = int(a.starts[border]) - alignment.source.start
        k = bisect.bisect_right(ends, place)  # the first equal run that ends behind the border
        before = equal[k - 1][4] if k else 0
        after = equal[k][3] if k < len(equal) else alignment.target.end - alignment.target.start
        if k < len(equal) and equal[k][1] < place:  # the border lies within the run: both sides are the same there
            before = after = equal[k][3] + place - equal[k][1]
        low = int(np.searchsorted(b.starts, alignment.target.start + before))
        high = int(np.searchsorted(b.starts, alignment.target.start + after))
        inside = counterparts[(counterparts >= low) & (counterparts <= high)]
        if len(inside):
            cuts.append((border, int(inside[0]), int(inside[-1])))
    return cuts


def _is_phrase(side: Side, speeches: Speeches, min_length_chars: int) -> bool:
    if side[1] >= side[2]:
        return False
    segments = speeches.segments[side[0]]
    chars = int(segments.ends[side[2] - 1]) - int(segments.starts[side[1]])
    return chars >= min_length_chars and side[2] - side[1] <= _LONGEST_PIECE_UNITS
