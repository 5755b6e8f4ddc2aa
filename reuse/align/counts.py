"""Numbering what occurs, and how often it does in one document, ready to be added to the counts of any other.

Enters: one number for each occurrence. Leaves: dense ids; `Counts`, whose size is that of the document, not of the
collection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.model import BoolArray, IndexArray

__all__ = ["Counts", "ranked"]

_TABLE_SHARE = 16  # numbers are looked up in a table of at most so many entries for each of them, else sorted


def ranked(numbers: npt.NDArray[np.integer]) -> tuple[npt.NDArray[np.integer], IndexArray]:
    """The different numbers, ascending, and (n,) the rank of each among them. All are 0 or more.

    Cost: linear where they are small, else one sort.
    """
    size = int(numbers.max(initial=0)) + 1
    if size > _TABLE_SHARE * len(numbers):
        values, ranks = np.unique(numbers, return_inverse=True)
        return values, ranks.astype(np.int32)
    present = np.zeros(size, dtype=np.bool_)
    present[numbers] = True
    values = np.flatnonzero(present)
    table = np.empty(size, dtype=np.int32)
    table[values] = np.arange(len(values), dtype=np.int32)
    return values, table[numbers]


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """n occurrences in a document, of which u are different."""

    values: IndexArray  # (u,) ascending
    kinds: IndexArray  # (n,) which of the values each occurrence is
    counts: IndexArray  # (u,) how often each value occurs where it counts

    @classmethod
    def of(cls, ids: IndexArray, counted: BoolArray) -> Counts:
        """Count the occurrences of one document; `counted`: (n,) which of them count. Cost: as `ranked`."""
        values, kinds = ranked(ids)
        counts = np.bincount(kinds[counted], minlength=len(values))
        return cls(values.astype(np.int32), kinds, counts.astype(np.int32))

    @property
    def total(self) -> int:
        """How many occurrences count."""
        return int(self.counts.sum())

    def with_those_of(self, other: Counts) -> IndexArray:
        """(u,) how often each value occurs in both documents together. Cost: a search for each."""
        if not len(other.values):
            return self.counts
        rows = np.minimum(np.searchsorted(other.values, self.values), len(other.values) - 1)
        both: IndexArray = self.counts + np.where(other.values[rows] == self.values, other.counts[rows], 0)
        return both
