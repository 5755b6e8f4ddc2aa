"""Alignments that stand close together on both sides become passages.

Enters: a pair's alignments, or places that a search for passages found. Leaves: passages, and which of them moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reuse.align.mirror import pair_id, reading_order
from reuse.model import Alignment, Locus, Passage
from reuse.params import AlignParams

__all__ = ["group_passages", "make_passages"]


def group_passages(alignments: Sequence[Alignment], *, params: AlignParams) -> list[Passage]:
    """Passages of one pair, by source start, then target start.

    Two alignments belong together when at most `passage_gap_chars` lie between them on both sides; a group counts as a
    passage from two alignments or `passage_min_chars` on. Cost: sorted by source, each looks back within the gap only.
    """
    ordered = sorted(alignments, key=reading_order)
    parent = list(range(len(ordered)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    gap = params.passage_gap_chars
    open_ones: list[int] = []
    for k, alignment in enumerate(ordered):
        open_ones = [p for p in open_ones if alignment.source.start - ordered[p].source.end <= gap]
        for p in open_ones:
            if _distance(alignment.target, ordered[p].target) <= gap:
                parent[root(k)] = root(p)
        open_ones.append(k)
    groups: dict[int, list[Alignment]] = {}
    for k, alignment in enumerate(ordered):
        groups.setdefault(root(k), []).append(alignment)
    spans = [(_hull([a.source for a in group]), _hull([a.target for a in group]), group) for group in groups.values()]
    return make_passages(
        [
            (source, target, group, sum(a.bits for a in group))
            for source, target, group in spans
            if len(group) > 1 or max(source.end - source.start, target.end - target.start) >= params.passage_min_chars
        ]
    )


def make_passages(rows: Sequence[tuple[Locus, Locus, Sequence[Alignment], float]]) -> list[Passage]:
    """Passages of places, the alignments inside and their bits: in reading order, those off the main order moved."""
    ordered = sorted(rows, key=lambda row: (row[0].start, row[1].start, row[0].end, row[1].end))
    in_order = _heaviest_order([(source, target, bits) for source, target, _, bits in ordered])
    return [
        Passage(
            id=pair_id("p", source, target),
            source=source,
            target=target,
            alignments=tuple(a.id for a in group),
            moved=k not in in_order,
        )
        for k, (source, target, group, _) in enumerate(ordered)
    ]


def _distance(one: Locus, other: Locus) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _hull(loci: Sequence[Locus]) -> Locus:
    return Locus(loci[0].document, min(x.start for x in loci), max(x.end for x in loci))


def _heaviest_order(rows: Sequence[tuple[Locus, Locus, float]]) -> set[int]:
    """Indices of the heaviest chain of passages that rises on both sides; rows lie in order of the source.

    Cost: n log n. A Fenwick tree over the places where passages end in the target holds the best chain up to each.
    """
    ends = sorted({target.end for _, target, _ in rows})
    best: list[tuple[float, int]] = [(0.0, 1)] * (len(ends) + 1)  # weight, -index; 1: no passage before
    weight: list[float] = []
    before: list[int] = []
    for k, (_, target, bits) in enumerate(rows):
        found = (0.0, 1)
        place = bisect_right(ends, target.start)
        while place > 0:
            found = max(found, best[place])
            place -= place & -place
        weight.append(found[0] + bits)
        before.append(-found[1])
        place = bisect_right(ends, target.end)
        while place < len(best):
            best[place] = max(best[place], (weight[k], -k))
            place += place & -place
    chain: set[int] = set()
    k = max(range(len(rows)), key=lambda x: (weight[x], -x), default=-1)
    while k >= 0:
        chain.add(k)
        k = before[k]
    return chain
