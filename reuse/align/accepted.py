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

from reuse.align.place_index import Piece, PlaceIndex
from reuse.model import IndexArray

__all__ = ["AcceptedChains", "Chain", "Judge", "Piece", "Rule"]

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
        if len(pieces) == 1 and self.exact[0]:  # nearly all chains of long texts
            object.__setattr__(self, "bits", self.gains[0])
            object.__setattr__(self, "equal", pieces)
            object.__setattr__(self, "extent", pieces[0])
            return
        equal = pieces if all(self.exact) else tuple(itertools.compress(pieces, self.exact))
        first, last, there, end = zip(*pieces, strict=True)
        object.__setattr__(self, "bits", sum(self.gains))
        object.__setattr__(self, "equal", equal)
        object.__setattr__(self, "extent", (first[0], max(last), min(there), max(end)))


class AcceptedChains:
    """The chains kept so far, with an index by place. Cost of each offer: linear in its units."""

    def __init__(self, source_ids: IndexArray, target_units: int, *, neighbour_units: int) -> None:
        self.chains: list[Chain] = []
        self.folded = 0
        self._source_ids, self._width = source_ids.tobytes(), source_ids.itemsize
        self._by_place = PlaceIndex(reach=neighbour_units)
        self._by_wording: dict[bytes, list[Piece]] = defaultdict(list)  # kept places not yet in `_units`
        self._units: dict[bytes, tuple[set[int], set[int]]] = {}  # units of either side, counted out when asked for
        self._known = bytearray(len(source_ids)), bytearray(target_units)  # 1 for units in kept chains

    def offer(self, chain: Chain, *, foldable: bool, weak: bool = False) -> Rule:
        """Keep the chain if it says something new; tell the rule that decided.

        A `foldable` chain is folded where both its places are in kept chains of the same wording, a `weak` one where
        they are in kept chains of any wording.
        """
        extent = chain.extent
        if self._is_inside(extent):
            return "inside a stronger one"
        ids, width = self._source_ids, self._width
        wording = b"|".join([ids[width * first : width * last] for first, last, _, _ in chain.pieces])
        if self._is_known(extent) if weak else (foldable and self._is_repeated(wording, extent)):
            self.folded += 1
            return "folded"
        self._by_wording[wording].append(extent)
        for known, (first, last) in zip(self._known, (extent[:2], extent[2:]), strict=True):
            known[first:last] = b"\1" * (last - first)
        self.chains.append(chain)
        self._by_place.add(extent)
        return "kept"

    def has_neighbour(self, extent: Piece) -> bool:
        """Whether a kept chain stands right before, or right behind, on both sides."""
        return self._by_place.has_neighbour(extent)

    def _is_inside(self, extent: Piece) -> bool:
        a0, a1, b0, b1 = extent
        # what holds more than half of a span holds its middle
        for u0, u1, v0, v1 in self._by_place.around((a0 + a1) >> 1, (b0 + b1) >> 1):
            common_source = min(a1, u1) - max(a0, u0)
            common_target = min(b1, v1) - max(b0, v0)
            if common_source > _MOST_INSIDE * (a1 - a0) and common_target > _MOST_INSIDE * (b1 - b0):
                return True
        return False

    def _is_known(self, extent: Piece) -> bool:
        """Whether most units of both sides are in kept chains of any wording."""
        sides = zip(self._known, (extent[:2], extent[2:]), strict=True)
        return all(known.count(1, first, last) > _COVERED * (last - first) for known, (first, last) in sides)

    def _is_repeated(self, wording: bytes, extent: Piece) -> bool:
        """Whether most units of both sides are in kept chains of this wording."""
        if wording not in self._by_wording:
            return False
        sources, targets = self._units.setdefault(wording, (set(), set()))
        fresh = self._by_wording[wording]
        for a0, a1, b0, b1 in fresh:
            sources.update(range(a0, a1))
            targets.update(range(b0, b1))
        fresh.clear()
        places = (sources, range(*extent[:2])), (targets, range(*extent[2:]))
        return all(len(known.intersection(place)) > _COVERED * len(place) for known, place in places)
