"""Alignments that stand close together on both sides become passages.

Enters: places of a pair's alignments, or places that a search for passages found. Leaves: passages, and which of them
moved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reuse.align.alignments import Drafts
from reuse.align.mirror import pair_id
from reuse.model import Locus, Passage, Span
from reuse.params import AlignParams

__all__ = ["Group", "PassagePlace", "group_passages", "make_passages", "place_passages"]

Group = tuple[Span, Span, Sequence[int], float]
"""Code points in source and target, numbers of the drafts inside, bits."""


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """A passage as it was found: in the orientation of the search."""

    source: Span  # code points
    target: Span
    members: Sequence[int]  # numbers of drafts
    moved: bool
    bits: float


def group_passages(drafts: Drafts, *, params: AlignParams) -> list[PassagePlace]:
    """Passages of one pair, by source start, then target start.

    Two alignments belong together when at most `passage_gap_chars` lie between them on both sides; a group counts as a
    passage from two alignments or `passage_min_chars` on. Cost: each looks back within the gap only.
    """
    parent = list(range(len(drafts)))

    def root(x: int) -> int:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    gap = params.passage_gap_chars
    open_ones: list[tuple[int, int, int, int]] = []  # source end, target start and end, number
    for k, ((start, end), (there, there_end)) in enumerate(zip(drafts.source, drafts.target, strict=True)):
        open_ones = [one for one in open_ones if start - one[0] <= gap]
        for _, other, other_end, p in open_ones:
            if there - other_end <= gap and other - there_end <= gap:
                parent[root(k)] = root(p)
        open_ones.append((end, there, there_end, k))
    groups: dict[int, list[int]] = {}
    for k in range(len(drafts)):
        groups.setdefault(root(k), []).append(k)
    rows: list[Group] = []
    for members in groups.values():
        source, target = _hull([drafts.source[k] for k in members]), _hull([drafts.target[k] for k in members])
        if len(members) > 1 or max(source[1] - source[0], target[1] - target[0]) >= params.passage_min_chars:
            rows.append((source, target, members, sum(drafts.bits[k] for k in members)))
    return place_passages(rows)


def place_passages(groups: Iterable[Group]) -> list[PassagePlace]:
    """The groups in reading order, with those off the main order marked as moved."""
    ordered = sorted(groups, key=lambda group: (group[0][0], group[1][0], group[0][1], group[1][1]))
    in_order = _heaviest_order([(target, bits) for _, target, _, bits in ordered])
    return [
        PassagePlace(source, target, members, moved=k not in in_order, bits=bits)
        for k, (source, target, members, bits) in enumerate(ordered)
    ]


def make_passages(places: Sequence[PassagePlace], drafts: Drafts, *, source: str, target: str) -> list[Passage]:
    """The passages of `places`, one for each. `source` and `target` are the documents in the orientation of the search.

    What was searched from its target is turned, as in `Drafts`.
    """
    out = []
    for place in places:
        both = Locus(source, *place.source), Locus(target, *place.target)
        one, other = both[::-1] if drafts.turned else both
        ids = tuple(drafts.ids[k] for k in place.members)
        out.append(Passage(pair_id("p", one, other), one, other, ids, place.moved, place.bits))
    return out


def _hull(spans: Sequence[Span]) -> Span:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _heaviest_order(rows: Sequence[tuple[Span, float]]) -> set[int]:
    """Indices of the heaviest chain of passages that rises on both sides.

    Rows are places in the target with their bits, in order of the source. Cost: n log n. A Fenwick tree over the
    places where passages end in the target holds the best chain up to each.
    """
    ends = sorted({target[1] for target, _ in rows})
    best: list[tuple[float, int]] = [(0.0, 1)] * (len(ends) + 1)  # weight, -index; 1: no passage before
    weight: list[float] = []
    before: list[int] = []
    for k, (target, bits) in enumerate(rows):
        found = (0.0, 1)
        place = bisect_right(ends, target[0])
        while place > 0:
            found = max(found, best[place])
            place -= place & -place
        weight.append(found[0] + bits)
        before.append(-found[1])
        place = bisect_right(ends, target[1])
        while place < len(best):
            best[place] = max(best[place], (weight[k], -k))
            place += place & -place
    chain: set[int] = set()
    k = max(range(len(rows)), key=lambda x: (weight[x], -x), default=-1)
    while k >= 0:
        chain.add(k)
        k = before[k]
    return chain
