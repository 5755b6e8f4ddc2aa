"""Exact runs that two documents share: the seeds of alignments.

Enters: dense ids and borders of two documents. Leaves: columns of maximal equal runs of two units or more that cross no
strong border on either side.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.align.prepared import PreparedDocument
from reuse.model import IndexArray

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


def find_seeds(source: PreparedDocument, target: PreparedDocument, *, min_length: int) -> Seeds:
    """All maximal equal runs of at least `min_length` units.

    Joins the n-grams of both sides on their ids, then merges neighbours on a diagonal.
    Cost: O(n log n + hits log hits).
    """
    left, right = _grams(source, min_length), _grams(target, min_length)
    if not len(left) or not len(right):
        return _merged(np.empty(0, np.int64), np.empty(0, np.int64), width=2, min_length=min_length)
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    low = np.searchsorted(ordered, left, side="left")
    hits = np.where(left >= 0, np.searchsorted(ordered, left, side="right") - low, 0)
    i = np.repeat(np.arange(len(left)), hits)
    within = np.arange(len(i)) - np.repeat(np.cumsum(hits) - hits, hits)
    j = order[np.repeat(low, hits) + within]
    return _merged(i, j, width=len(source) + len(target) + 2, min_length=min_length)


def _grams(document: PreparedDocument, length: int) -> npt.NDArray[np.int64]:
    """(n-length+1,) ids of the n-grams; -1 where a strong border stands inside.

    Four dense ids below 2**15.75 fit into 63 bits; longer n-grams are numbered afresh at each step.
    """
    ids = document.ids.astype(np.int64)
    n = max(len(ids) - length + 1, 0)
    grams = ids[:n].copy()
    for offset in range(1, length):
        grams = grams * document.alphabet + ids[offset : offset + n]
    inside = np.zeros(n, dtype=np.bool_)
    for offset in range(1, length):
        inside |= document.borders[offset : offset + n] >= _STRONG
    return np.where(inside, -1, grams)


def _merged(i: npt.NDArray[np.int64], j: npt.NDArray[np.int64], *, width: int, min_length: int) -> Seeds:
    """Hits that follow each other on one diagonal become one run."""
    keys = np.sort((i - j + width) * width + i)
    breaks = np.flatnonzero(np.diff(keys) != 1) + 1
    first = np.concatenate([[0], breaks]).astype(np.int64) if len(keys) else np.empty(0, np.int64)
    last = np.concatenate([breaks, [len(keys)]]) if len(keys) else first
    start = keys[first]
    a = start % width
    b = a - (start // width - width)
    length = last - first + min_length - 1
    order = np.lexsort((b, a))
    return Seeds(*(column[order].astype(np.int32) for column in (a, b, length)))
