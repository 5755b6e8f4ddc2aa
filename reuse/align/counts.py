"""How often what occurs in one document, ready to be added to the counts of any other.

Enters: one number for each occurrence. Leaves: `Counts`, whose size is that of the document, not of the collection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reuse.model import IndexArray

__all__ = ["Counts"]


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """n occurrences in a document, of which u are different."""

    values: IndexArray  # (u,) ascending
    counts: IndexArray  # (u,) how often each occurs
    kinds: IndexArray  # (n,) which of the values each occurrence is

    @classmethod
    def of(cls, ids: IndexArray) -> Counts:
        """Count the occurrences of one document. Cost: one sort."""
        values, kinds, counts = np.unique(ids, return_inverse=True, return_counts=True)
        return cls(values, counts.astype(np.int32), kinds.astype(np.int32))

    def with_those_of(self, other: Counts) -> IndexArray:
        """(u,) how often each value occurs in both documents together. Cost: a search for each."""
        if not len(other.values):
            return self.counts
        rows = np.minimum(np.searchsorted(other.values, self.values), len(other.values) - 1)
        both: IndexArray = self.counts + np.where(other.values[rows] == self.values, other.counts[rows], 0)
        return both
