"""Which wordings are listed, and in which order: each one by what it adds to those before it.

Enters: phrases as `Repeats` with a worth each. Leaves: the rows listed, strongest first. Stands between `phrases` and
`inventory`. Of 100 phrases by documents x length 42 were covered
by a higher one and 28 were distinct good ones; by greedy coverage about 86.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reuse.formulas.levels import LongArray
from reuse.formulas.repeats import Repeats
from reuse.formulas.speeches import FloatArray
from reuse.model import BoolArray, IndexArray

__all__ = ["Neighbourhood", "Ranking", "rank"]

_COVERED = 0.4  # a place whose units stronger phrases cover to more than this adds nothing
_EXPLAINED = 0.9  # of its documents hold a longer phrase: the longer one is listed instead

Stretch = tuple[int, int]  # in the flat columns, half-open


class Neighbourhood:
    """All places of all phrases in the order of the text, to ask which phrases hold another."""

    def __init__(self, phrases: Repeats, flat_offsets: LongArray) -> None:
        start = (flat_offsets[phrases.place_documents] + phrases.place_starts).astype(np.int32)
        row = np.repeat(np.arange(len(phrases), dtype=np.int32), phrases.occurrences)
        order = np.argsort(start, kind="stable")
        self.phrases = phrases
        self._place = start
        self._start = start[order]
        self._row = row[order]
        self._longest = int(phrases.lengths.max(initial=1))

    def places(self, row: int) -> IndexArray:
        """Flat starts of the places of a phrase, ascending inside a document."""
        return self._place[int(self.phrases.offsets[row]) : int(self.phrases.offsets[row + 1])]

    def stretches(self, row: int) -> list[Stretch]:
        """The places of a phrase as stretches."""
        length = int(self.phrases.lengths[row])
        return [(start, start + length) for start in self.places(row).tolist()]

    def holders(self, row: int) -> list[int]:
        """The phrases that hold it at one of its first places, most documents first."""
        lengths = self.phrases.lengths
        found: set[int] = set()
        for start in self.places(row)[:: max(1, int(self.phrases.occurrences[row]) // 4)].tolist():
            end = start + int(lengths[row])
            edges = np.array([end - self._longest, start + 1], dtype=np.int32)  # of another type all would be copied
            span = slice(*np.searchsorted(self._start, edges).tolist())
            others = self._row[span]
            found.update(
                others[(self._start[span] + lengths[others] >= end) & (lengths[others] > lengths[row])].tolist()
            )
        return sorted(found, key=lambda other: (-int(self.phrases.df[other]), int(lengths[other]), other))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Rows in order, and what the order left over."""

    listed: tuple[tuple[int, int | None], ...]  # strongest first; with the listed row it is another wording of
    left: int  # rows that were not looked at once the list was full; some of them are covered


def rank(
    near: Neighbourhood,
    rows: BoolArray,
    worth: FloatArray,
    *,
    covered: BoolArray,
    min_documents: int,
    most: int,
    twin: Callable[[int], int | None],
) -> Ranking:
    """List the rows that live in `min_documents` documents at places not yet covered.

    Strength is (documents not yet covered - 1) x worth; ties go to the longer, then to the earlier row. `covered` are
    flags over the flat columns, written to. `twin(row)` is asked once for each row listed: the row listed before that
    says the same in other words, if any; such rows do not count to `most`. A row that a longer one of `rows` explains
    is passed over. Cost: each row is looked at a few times (lazy heap).
    """
    phrases = near.phrases
    static = np.where(rows, (phrases.df - 1) * worth, 0.0)
    order = np.lexsort((np.arange(len(phrases)), -phrases.lengths, -static))
    waiting = deque(order[static[order] > 0].tolist())
    heap: list[tuple[float, int, int]] = []  # strength, length, row; negative: the strongest first
    listed: list[tuple[int, int | None]] = []
    distinct = 0
    while waiting or heap:
        # Strength never exceeds what it is while nothing is covered: rows join the heap when they may be next.
        while waiting and (not heap or static[waiting[0]] >= -heap[0][0]):
            row = waiting.popleft()
            heapq.heappush(heap, (-float(static[row]), -int(phrases.lengths[row]), row))
        before, _, row = heapq.heappop(heap)
        fresh = _fresh_documents(near, row, covered)
        strength = (fresh - 1) * float(worth[row])
        if fresh < min_documents or strength <= 0:
            continue
        if distinct == most:
            heap.append((before, 0, row))
            break
        if strength < -before:
            heapq.heappush(heap, (-strength, -int(phrases.lengths[row]), row))
        elif not _explained(near, row, rows):
            listed.append((row, twin(row)))
            distinct += listed[-1][1] is None
            for first, last in near.stretches(row):
                covered[first:last] = True
    return Ranking(tuple(listed), len(waiting) + len(heap))


def _fresh_documents(near: Neighbourhood, row: int, covered: BoolArray) -> int:
    starts, length = near.places(row), int(near.phrases.lengths[row])
    taken = covered[starts[:, None] + np.arange(length)].sum(axis=1)
    span = slice(int(near.phrases.offsets[row]), int(near.phrases.offsets[row + 1]))
    fresh = near.phrases.place_documents[span][taken <= _COVERED * length]
    return int(np.count_nonzero(np.diff(fresh, prepend=-1)))


def _explained(near: Neighbourhood, row: int, rows: BoolArray) -> bool:
    needed = _EXPLAINED * int(near.phrases.df[row])
    return any(rows[other] and int(near.phrases.df[other]) >= needed for other in near.holders(row))
