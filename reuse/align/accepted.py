"""Which chains of a pair are kept, when the same places are offered again and again.

Enters: chains by falling score. Leaves: those that say something new. A stock name that stands n times in one document
and m times in the other would make n x m rows; n + m at most are kept, so that every place of it is in some row.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from reuse.model import IndexArray

__all__ = ["AcceptedChains", "Chain", "Judge", "Piece", "Rule"]

Piece = tuple[int, int, int, int]  # source first/last, target first/last unit; half-open
Rule = Literal[
    "kept",
    "below the threshold",
    "too few equal units for its bits",
    "too few characters in common",
    "inside a stronger one",
    "folded",  # every place of this wording is in a stronger chain already
    "cut at sentence ends",  # into parts that have verdicts of their own
]
Judge = Callable[["Chain", Rule, float], None]  # is told of every chain, what became of it, and the bits it needed

_BUCKET_UNITS = 32  # accepted chains are looked up by source position in buckets of this size
_MOST_INSIDE = 0.5  # a chain that lies further than this inside another one on both sides says nothing new
_COVERED = 0.5  # a place is known when this part of it lies in accepted chains of the same wording


@dataclass(frozen=True, slots=True)
class Chain:
    """Shared pieces in order of the source, and what they are worth."""

    pieces: tuple[Piece, ...]
    exact: tuple[bool, ...]  # the same units on both sides; else substitutes, of any two lengths
    own: tuple[float, ...]  # bits of each piece by itself
    gains: tuple[float, ...]  # bits that each piece adds, edges counted, less what the gap before it costs
    bits: float = field(init=False, compare=False)  # what the chain is worth
    equal: tuple[Piece, ...] = field(init=False, compare=False)  # the pieces that are the same on both sides
    extent: Piece = field(init=False, compare=False)  # source and target span that hold all pieces

    def __post_init__(self) -> None:
        """Work out once what is asked many times."""
        pieces = self.pieces
        equal = pieces if all(self.exact) else tuple(itertools.compress(pieces, self.exact))
        first, last, there, end = zip(*pieces, strict=True)
        object.__setattr__(self, "bits", sum(self.gains))
        object.__setattr__(self, "equal", equal)
        object.__setattr__(self, "extent", (first[0], max(last), min(there), max(end)))


class AcceptedChains:
    """The chains kept so far, with an index by place."""

    def __init__(self, source_ids: IndexArray) -> None:
        self.chains: list[Chain] = []
        self.folded = 0
        self._source_ids = source_ids
        self._by_place: dict[int, list[Piece]] = defaultdict(list)
        self._places: dict[bytes, tuple[set[int], set[int]]] = {}
        self._known: tuple[set[int], set[int]] = set(), set()  # units of the source, of the target in kept chains

    def offer(self, chain: Chain, *, foldable: bool, weak: bool = False) -> Rule:
        """Keep the chain if it says something new; tell the rule that decided.

        A `foldable` chain is folded where both its places are in kept chains of the same wording, a `weak` one where
        they are in kept chains of any wording.
        """
        extent = chain.extent
        if self._is_inside(extent):
            return "inside a stronger one"
        wording = b"|".join([self._source_ids[piece[0] : piece[1]].tobytes() for piece in chain.pieces])
        sources, targets = self._places.setdefault(wording, (set(), set()))
        a, b = range(extent[0], extent[1]), range(extent[2], extent[3])
        if weak:
            sources, targets = self._known
        if (foldable or weak) and _is_covered(a, sources) and _is_covered(b, targets):
            self.folded += 1
            return "folded"
        for known_sources, known_targets in (self._places[wording], self._known):
            known_sources.update(a)
            known_targets.update(b)
        self.chains.append(chain)
        for bucket in range(extent[0] // _BUCKET_UNITS, extent[1] // _BUCKET_UNITS + 1):
            self._by_place[bucket].append(extent)
        return "kept"

    def has_neighbour(self, extent: Piece, *, reach: int) -> bool:
        """Whether a kept chain stands right before, or right behind, on both sides, at most `reach` units away."""
        a0, a1, b0, b1 = extent
        buckets = range(max(a0 - reach, 0) // _BUCKET_UNITS, (a1 + reach) // _BUCKET_UNITS + 1)
        for u0, u1, v0, v1 in {place for bucket in buckets for place in self._by_place.get(bucket, ())}:
            before = 0 <= a0 - u1 <= reach and 0 <= b0 - v1 <= reach
            if before or (0 <= u0 - a1 <= reach and 0 <= v0 - b1 <= reach):
                return True
        return False

    def _is_inside(self, extent: Piece) -> bool:
        a0, a1, b0, b1 = extent
        buckets = range(a0 // _BUCKET_UNITS, a1 // _BUCKET_UNITS + 1)
        for other in {place for bucket in buckets for place in self._by_place.get(bucket, ())}:
            common_source = min(a1, other[1]) - max(a0, other[0])
            common_target = min(b1, other[3]) - max(b0, other[2])
            if common_source > _MOST_INSIDE * (a1 - a0) and common_target > _MOST_INSIDE * (b1 - b0):
                return True
        return False


def _is_covered(place: range, known: set[int]) -> bool:
    return sum(unit in known for unit in place) > _COVERED * len(place)
