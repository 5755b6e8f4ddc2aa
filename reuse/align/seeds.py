"""Exact runs that two documents share: the seeds of alignments.

Enters: dense ids and borders of two documents. Leaves: columns of maximal equal runs of two units or more that cross no
strong border on either side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.model import IndexArray, SmallArray

__all__ = ["Seeds", "find_seeds"]

_STRONG = 2


@dataclass(frozen=True, slots=True)
class Seeds:
    """n runs, ordered by source start, then target start."""

    source: IndexArray  # (n,) first unit in the source
    target: IndexArray  # (n,) first unit in the target
    length: IndexArray  # (n,) units

    def __len__(self) -> int:
        return len(self.source)


def find_seeds(
    source: IndexArray,
    target: IndexArray,
    *,
    source_borders: SmallArray,
    target_borders: SmallArray,
    alphabet: int,
) -> Seeds:
    """All maximal equal runs of at least two units.

    Joins the bigrams of both sides on their ids, then merges neighbours on a diagonal. Cost: O(n log n + hits log hits).
    """
    left = _grams(source, source_borders, alphabet)
    right = _grams(target, target_borders, alphabet)
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    low = np.searchsorted(ordered, left, side="left")
    high = np.searchsorted(ordered, left, side="right")
    hits = np.where(left >= 0, high - low, 0)
    i = np.repeat(np.arange(len(left)), hits)
    within = np.arange(len(i)) - np.repeat(np.cumsum(hits) - hits, hits)
    j = order[np.repeat(low, hits) + within]
    return _merged(i, j, width=len(source) + len(target) + 2)


def _grams(ids: IndexArray, borders: SmallArray, alphabet: int) -> npt.NDArray[np.int64]:
    """Bigram ids; -1 where a strong border stands between the two units."""
    grams = ids[:-1].astype(np.int64) * alphabet + ids[1:]
    return np.where(borders[1 : len(ids)] >= _STRONG, -1, grams)


def _merged(i: npt.NDArray[np.int64], j: npt.NDArray[np.int64], *, width: int) -> Seeds:
    """Hits that follow each other on one diagonal become one run."""
    keys = np.sort((i - j + width) * width + i)
    breaks = np.flatnonzero(np.diff(keys) != 1) + 1
    first = np.concatenate([[0], breaks]) if len(keys) else np.empty(0, dtype=np.int64)
    last = np.concatenate([breaks, [len(keys)]]) if len(keys) else first
    start = keys[first]
    a = start % width
    b = a - (start // width - width)
    length = last - first + 1
    order = np.lexsort((b, a))
    return Seeds(*(column[order].astype(np.int32) for column in (a, b, length)))
