"""One document's runs of a few units, ready to be looked up from any other document.

Enters: one number for each run. Leaves: a `Grams`, whose size is that of the document, not of the collection.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reuse.model import BoolArray, IndexArray

__all__ = ["Grams"]


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """The n runs of a document, u of them different."""

    ids: IndexArray  # (n,) dense ids shared by all documents of the comparison; -1 where a strong border is inside
    order: IndexArray  # (n,) places sorted by id, then place
    values: IndexArray  # (u,) the different ids, ascending, without -1
    firsts: IndexArray  # (u,) where the places of each begin in `order`
    counts: IndexArray  # (u,) how many places each has
    turns: IndexArray  # (n,) how many places of the same run come before
    own_counts: IndexArray  # (n,) how many places the run has

    @classmethod
    def of(cls, ids: IndexArray, *, broken: BoolArray) -> Grams:
        """Index the runs of one document; `broken` marks those that count for nothing. Cost: one sort."""
        kept: IndexArray = np.where(broken, np.int32(-1), ids)
        order = np.argsort(kept, kind="stable").astype(np.int32)
        values, firsts, inverse, counts = np.unique(
            kept[order], return_index=True, return_inverse=True, return_counts=True
        )
        turns = np.empty(len(kept), dtype=np.int32)
        turns[order] = np.arange(len(kept)) - firsts[inverse]
        own = np.empty(len(kept), dtype=np.int32)
        own[order] = counts[inverse]
        start = int(len(values) > 0 and values[0] < 0)
        return cls(
            ids=kept,
            order=order,
            values=values[start:],
            firsts=firsts[start:].astype(np.int32),
            counts=counts[start:].astype(np.int32),
            turns=turns,
            own_counts=own,
        )

    def find(self, ids: IndexArray) -> tuple[IndexArray, IndexArray]:
        """(m,) where the places of each asked run begin in `order`, and how many there are: 0 for one not here."""
        if not len(self.values):
            return np.zeros(len(ids), np.int32), np.zeros(len(ids), np.int32)
        rows = np.minimum(np.searchsorted(self.values, ids), len(self.values) - 1)
        here = self.values[rows] == ids
        return self.firsts[rows], np.where(here, self.counts[rows], np.int32(0))
