"""What stands around a wording, further than the phrase: whether two wordings speak of the same matter.

Enters: the laid-out speeches. Leaves: a likeness of places. Serves `changes`: what was renamed goes on standing amid
the same words (登记失业率, 调查失业率 beside 城镇新增就业), two things in one frame do not (宗教工作基本方针,
“一国两制”的基本方针). The measure is the cosine of pairs of units, each weighted by how few documents hold it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from reuse.formulas.pieces import Side
from reuse.formulas.speeches import FloatArray, Speeches

__all__ = ["Surroundings"]

_REACH_UNITS = 60  # to either side: about three clauses

LongArray = npt.NDArray[np.int64]


class Surroundings:
    """The pairs of neighbouring units of all speeches, with their weights. Built in one sort of all units."""

    def __init__(self, speeches: Speeches) -> None:
        dense = speeches.dense.astype(np.int64)
        pairs = np.append(dense[:-1] * len(speeches.alphabet) + dense[1:], -1) if len(dense) else dense
        different, self._pairs = np.unique(pairs, return_inverse=True)
        self._offsets = speeches.offsets
        documents = np.repeat(np.arange(len(speeches.strings)), np.diff(speeches.offsets))
        held = np.unique(self._pairs * len(speeches.strings) + documents) // max(1, len(speeches.strings))
        rows = np.bincount(held, minlength=len(different))
        self._weights: FloatArray = np.log2(len(speeches.strings) / np.maximum(rows, 1))

    def likeness(self, places: Sequence[Sequence[Side]]) -> float:
        """How alike the surroundings of v wordings are, 0..1: the mean of all two, weighted by the rarer one's places.

        Cost: linear in the places.
        """
        around = [self._around(sides) for sides in places]
        total = weights = 0.0
        for (one, few), (other, many) in combinations(zip(around, map(len, places), strict=True), 2):
            weight = min(few, many)
            total, weights = total + weight * _cosine(one, other), weights + weight
        return total / weights if weights else 0.0

    def _around(self, places: Sequence[Side]) -> tuple[LongArray, FloatArray]:
        windows: list[LongArray] = []
        for document, first, last in places:
            begin, end = int(self._offsets[document]), int(self._offsets[document + 1])
            windows.append(self._pairs[max(begin, begin + first - _REACH_UNITS) : max(begin, begin + first - 1)])
            windows.append(self._pairs[begin + last : min(end - 1, begin + last + _REACH_UNITS)])
        found, counts = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *windows]), return_counts=True)
        values: FloatArray = np.log1p(counts) * self._weights[found]
        return found, values


def _cosine(one: tuple[LongArray, FloatArray], other: tuple[LongArray, FloatArray]) -> float:
    _, here, there = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    lengths = np.linalg.norm(one[1]) * np.linalg.norm(other[1])
    return float(one[1][here] @ other[1][there] / lengths) if lengths else 0.0
