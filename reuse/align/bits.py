"""How surprising each unit of a document is, given what the pair of documents repeats anyway.

Enters: the codes of two documents as dense ids. Leaves: bits per unit, on its own and behind the unit before it.
A cache language model of the pair (Kuhn & De Mori 1990): what both documents say all the time carries little. It needs
no language resource; ALGORITHMS of the trials: without the cache term F1 falls from 0.75 to 0.45, without a background
corpus it stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.model import IndexArray

__all__ = ["FloatArray", "PairBits", "pair_bits"]

FloatArray = npt.NDArray[np.float64]

_BACKGROUND_WEIGHT = 0.3  # λ: share of the background in both models; flat between 0.2 and 0.4
_PSEUDO_COUNT = 300.0  # K: how many sightings of a unit outweigh the background in the bigram model
_UNIFORM = 1 / 3000  # background probability of a unit: a speech's alphabet has about that many
_MOST_BITS = 14.0  # one unit never counts more; 2**14 is beyond what a pair of speeches can estimate


@dataclass(frozen=True, slots=True)
class PairBits:
    """Bits of the units of one document, and their running sums."""

    alone: FloatArray  # (n,) surprise of unit i without context
    behind: FloatArray  # (n,) surprise of unit i behind unit i-1; 0 for the first
    total: FloatArray  # (n+1,) running sum of `behind`

    def of(self, first: int, last: int) -> float:
        """Bits of units first:last as one run."""
        return float(self.alone[first] + self.total[last] - self.total[first + 1])


def pair_bits(source: IndexArray, target: IndexArray, *, alphabet: int) -> tuple[PairBits, PairBits]:
    """Bits of both documents of a pair.

    `source` and `target` are dense ids below `alphabet`. Counts run over both documents, less two: an agreement is no
    evidence for itself. Cost: one sort of n+m bigrams.
    """
    both = len(source) + len(target)
    counts = np.bincount(source, minlength=alphabet) + np.bincount(target, minlength=alphabet)
    grams = [_bigrams(ids, alphabet) for ids in (source, target)]
    unique, inverse, gram_counts = np.unique(np.concatenate(grams), return_inverse=True, return_counts=True)
    del unique
    left = np.maximum(counts - 2, 0)
    alone = -np.log2(_BACKGROUND_WEIGHT * _UNIFORM + (1 - _BACKGROUND_WEIGHT) * left / max(both, 1))
    alone = np.minimum(alone, _MOST_BITS)
    out = []
    offset = 0
    for ids, pairs in zip((source, target), grams, strict=True):
        seen = np.maximum(gram_counts[inverse[offset : offset + len(pairs)]] - 2, 0)
        offset += len(pairs)
        before = left[ids[:-1]]
        background = _UNIFORM * (_UNIFORM + _PSEUDO_COUNT) / (_UNIFORM + _PSEUDO_COUNT)
        likely = _BACKGROUND_WEIGHT * background + (1 - _BACKGROUND_WEIGHT) * seen / np.maximum(before, 1)
        behind = np.zeros(len(ids))
        if len(ids) > 1:
            behind[1:] = np.minimum(-np.log2(likely), _MOST_BITS)
        out.append(PairBits(alone[ids], behind, np.concatenate([[0.0], np.cumsum(behind)])))
    return out[0], out[1]


def _bigrams(ids: IndexArray, alphabet: int) -> npt.NDArray[np.int64]:
    return ids[:-1].astype(np.int64) * alphabet + ids[1:]
