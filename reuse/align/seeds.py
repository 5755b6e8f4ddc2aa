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


_MOST_MEETINGS = 40_000  # 200 places in each document: no pair of speeches under 60,000 characters comes near
_TURNS = 32  # places met before and behind the same turn


@dataclass(frozen=True, slots=True)
class Seeds:
    """n runs, ordered by source start, then target start."""

    source: IndexArray  # (n,) first unit in the source
    target: IndexArray  # (n,) first unit in the target
    length: IndexArray  # (n,) units

    def __len__(self) -> int:
        return len(self.source)


def find_seeds(source: PreparedDocument, target: PreparedDocument, *, min_length: int) -> Seeds:
    """All maximal equal runs of at least `min_length` units, the length that the documents were prepared for.

    Looks every gram of the source up in the target, then merges neighbours on a diagonal. A gram that would meet more
    than `_MOST_MEETINGS` times (a text that repeats itself) meets only around the same turn: its r-th place in the
    source with those around the r-th in the target. Cost: O(n log m + hits log hits).
    """
    first, counts = target.grams.find(source.grams.ids)
    crowded = counts * source.grams.own_counts > _MOST_MEETINGS
    turns = source.grams.turns.astype(np.int64)
    low = np.where(crowded, np.clip(turns - _TURNS, 0, counts), 0)
    hits = np.where(crowded, np.clip(turns + _TURNS + 1, 0, counts), counts) - low
    i = np.repeat(np.arange(len(hits)), hits)
    within = np.arange(len(i)) - np.repeat(np.cumsum(hits) - hits, hits)
    j = target.grams.order[np.repeat(first + low, hits) + within].astype(np.int64)
    return _merged(i, j, width=len(source) + len(target) + 2, min_length=min_length)


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
    order = np.argsort(a * width + b)  # no two runs begin at the same two places
    return Seeds(*(column[order].astype(np.int32) for column in (a, b, length)))
