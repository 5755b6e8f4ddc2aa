"""How surprising each unit of a document is, given what the pair of documents repeats anyway.

Enters: two prepared documents. Leaves: bits per unit, on its own and behind the unit before it.
A cache language model of the pair (Kuhn & De Mori 1990): what both documents say all the time carries little. It needs
no language resource; ALGORITHMS of the trials: without the cache term F1 falls from 0.75 to 0.45, without a background
corpus it stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reuse.align.prepared import FloatArray, PreparedDocument
from reuse.model import IndexArray

__all__ = ["PairBits", "pair_bits"]

_BACKGROUND_WEIGHT = 0.3  # λ: share of the background in both models; flat between 0.2 and 0.4
_UNIFORM = 1 / 3000  # background probability of a unit: a speech's alphabet has about that many


@dataclass(frozen=True, slots=True)
class PairBits:
    """Bits of the units of one document, and their running sums."""

    alone: FloatArray  # (n,) surprise of unit i without context
    behind: FloatArray  # (n,) surprise of unit i behind unit i-1; 0 for the first
    total: FloatArray  # (n+1,) running sum of `behind`

    def of(self, first: int, last: int) -> float:
        """Bits of units first:last as one run."""
        return float(self.alone[first] + self.total[last] - self.total[first + 1])

    def of_runs(self, first: IndexArray, last: IndexArray) -> FloatArray:
        """(k,) bits of k runs that are not empty."""
        total: FloatArray = self.alone[first] + self.total[last] - self.total[first + 1]
        return total


def pair_bits(source: PreparedDocument, target: PreparedDocument) -> PairBits:
    """Bits of the source's units in this pair; an equal run has the same bits on the target's side.

    Counts run over the different sentences of both documents, less two: an agreement is no evidence for itself.
    Cost: O(n + u log v) for u and v different pairs of neighbours, however large the collection is.
    """
    units, pairs = source.unit_counts, source.pair_counts
    both = units.total + target.unit_counts.total
    left = np.maximum(units.with_those_of(target.unit_counts) - 2, 0)
    alone = -np.log2(_BACKGROUND_WEIGHT * _UNIFORM + (1 - _BACKGROUND_WEIGHT) * left / max(both, 1))
    seen = np.maximum(pairs.with_those_of(target.pair_counts) - 2, 0)[pairs.kinds]
    share = np.minimum(seen / np.maximum(left[units.kinds[:-1]], 1), 1)
    behind = np.zeros(len(source))
    behind[1:] = -np.log2(_BACKGROUND_WEIGHT * _UNIFORM + (1 - _BACKGROUND_WEIGHT) * share)
    behind = np.minimum(behind, source.most_bits)
    first = np.minimum(alone[units.kinds], source.most_bits)
    return PairBits(first, behind, np.concatenate([[0.0], np.cumsum(behind)]))
