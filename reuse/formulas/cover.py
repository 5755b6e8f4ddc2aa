"""Which families are told, and in which order: each one by what it adds to those before it.

Enters: families with their places and worth. Leaves: the chosen, strongest first, and which of them stands in the
place of each one left out. Stands behind `templates`. Greedy coverage: without it the top of the list is one phrase in
other dress (of 100 phrases by documents x length 42 were covered by a higher one and 28 were distinct good ones;
greedily about 86). Only what a template shows as fixed counts as covered: a slot may hold another formula.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.formulas.pieces import Side
from reuse.model import IndexArray, Span

__all__ = ["Choice", "Standing", "choose"]

_COVERED = 0.4  # a place whose fixed units stronger families cover to more than this adds nothing
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Standing:
    """A family as the choice sees it."""

    places: tuple[tuple[Side, tuple[Span, ...]], ...]  # each with its fixed units, counted from its first unit
    worth: float  # of one document more that holds it


@dataclass(frozen=True, slots=True)
class Choice:
    """Numbers of families as they were given."""

    chosen: tuple[int, ...]  # strongest first
    covered: dict[int, tuple[int, tuple[Side, ...]]]  # family left out -> the one that covers most of it, what is not


def choose(families: Sequence[Standing], lengths: Sequence[int], *, min_documents: int) -> Choice:
    """Choose the families that live in `min_documents` documents at places not yet covered.

    `lengths` are the units of each document. Strength is (documents not yet covered - 1) x worth; ties go to the
    earlier family. Cost: each family is looked at a few times (lazy heap), each look linear in its places.
    """
    owners = [np.full(length, _NOBODY, dtype=np.int32) for length in lengths]
    covered = [bytearray(length) for length in lengths]  # the same as flags, which are counted far faster
    heap = [(-_strength(family, _documents(family, covered)), number) for number, family in enumerate(families)]
    heapq.heapify(heap)
    chosen: list[int] = []
    left_out: dict[int, tuple[int, tuple[Side, ...]]] = {}
    while heap:
        _, number = heapq.heappop(heap)
        fresh = _documents(families[number], covered)
        if fresh < min_documents:
            if (owner := _owner(families[number], owners)) is not None:
                left_out[number] = owner, tuple(_fresh_places(families[number], covered))
            continue
        entry = (-_strength(families[number], fresh), number)
        if heap and entry > heap[0]:
            heapq.heappush(heap, entry)
            continue
        chosen.append(number)
        for (document, start, _), fixed in families[number].places:
            for first, last in fixed:
                row = owners[document][start + first : start + last]
                row[row == _NOBODY] = number
                covered[document][start + first : start + last] = b"\1" * (last - first)
    return Choice(tuple(chosen), left_out)


def _strength(family: Standing, fresh: int) -> float:
    return max(fresh - 1, 0.5) * family.worth  # where families of one document are asked for, they come last


def _documents(family: Standing, covered: Sequence[bytearray]) -> int:
    return len({place[0] for place in _fresh_places(family, covered)})


def _fresh_places(family: Standing, covered: Sequence[bytearray]) -> Iterator[Side]:
    for place, fixed in family.places:
        row, start = covered[place[0]], place[1]
        taken = length = 0
        for first, last in fixed:
            taken += row.count(1, start + first, start + last)
            length += last - first
        if taken <= _COVERED * length:
            yield place


def _owner(family: Standing, owners: Sequence[IndexArray]) -> int | None:
    units: Counter[int] = Counter()
    for (document, start, _), fixed in family.places:
        for first, last in fixed:
            units.update(owners[document][start + first : start + last].tolist())
    del units[_NOBODY]
    return min(units, key=lambda owner: (-units[owner], owner)) if units else None
