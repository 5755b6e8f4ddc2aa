"""Pairs of wordings that are worth a closer look.

Enters: the keys of `Wordings`. Leaves: pairs of their numbers. Stands before `resemblance`, which scores them.
A prefix filter after Bayardo, Ma and Srikant (2007, "Scaling up all pairs similarity search"): wordings that share
most of their weight share one of their rarest features. Features are units and pairs of neighbouring units.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reuse.formulas.speeches import Speeches

__all__ = ["candidate_pairs"]

LongArray = npt.NDArray[np.int64]

# The rarest 60 % of a wording's features find every pair that shares 40 %. Of many wordings the rarest 15 % and one
# more must do: in 57 government reports (86,000 wordings) they find 99.4 % of the pairs that finally join among 2 M
# candidates, where 40 % give 15 M.
_SURE_SHARE = 0.6
_SURE_WORDINGS = 20_000
_PREFIX_SHARE = 0.15
_PREFIX_EXTRA = 1
_SHORTEST_SHARE = 0.6  # of the longer one's units; what differs more in length is part of the other, not its variant
_MOST_FREQUENT = 400  # a feature of more wordings than this says too little and costs its square in pairs


def candidate_pairs(keys: Sequence[str], speeches: Speeches) -> tuple[LongArray, LongArray]:
    """Two (p,) arrays of numbers, first smaller than second, every pair once, sorted.

    Cost: linear in the units plus the sum of squares of the posting lists, each at most `_MOST_FREQUENT` long.
    """
    owners, features = _features(keys, speeches)
    _, dense, counts = np.unique(features, return_inverse=True, return_counts=True)
    by_rarity = np.argsort(counts, kind="stable")
    rarity = np.empty_like(by_rarity)
    rarity[by_rarity] = np.arange(len(counts))
    codes = np.sort(owners * len(counts) + rarity[dense])  # by wording, rarest feature first
    codes = codes[np.diff(codes, prepend=-1) > 0]
    codes = codes[counts[by_rarity][codes % max(1, len(counts))] > 1]  # what stands in one wording joins none
    owners, features = codes // max(1, len(counts)), codes % max(1, len(counts))
    starts = np.searchsorted(owners, np.arange(len(keys) + 1))
    rank = np.arange(len(owners)) - starts[owners]
    share = _SURE_SHARE if len(keys) < _SURE_WORDINGS else _PREFIX_SHARE
    kept = rank < (_PREFIX_EXTRA + np.ceil(share * (starts[1:] - starts[:-1])))[owners]
    frequency = counts[by_rarity][features]
    kept &= frequency <= _MOST_FREQUENT
    return _joined(owners[kept], features[kept], np.fromiter(map(len, keys), dtype=np.int64, count=len(keys)))


def _features(keys: Sequence[str], speeches: Speeches) -> tuple[LongArray, LongArray]:
    """Owner and feature: every unit, and every two neighbours."""
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    owners = np.repeat(np.arange(len(keys)), lengths)
    units = np.fromiter(map(speeches.alphabet.__getitem__, "".join(keys)), dtype=np.int64, count=int(lengths.sum()))
    size = len(speeches.alphabet) + 1
    neighbours = np.flatnonzero(owners[1:] == owners[:-1])
    features = np.concatenate([units, (units[neighbours] + 1) * size + units[neighbours + 1]])
    return np.concatenate([owners, owners[neighbours]]), features


def _joined(owners: LongArray, features: LongArray, lengths: LongArray) -> tuple[LongArray, LongArray]:
    """Every two owners of one feature whose lengths are alike."""
    order = np.lexsort((owners, features))
    owners, features = owners[order], features[order]
    ends = np.searchsorted(features, features, side="right")
    codes: list[LongArray] = []
    place = np.arange(len(owners))
    step = 1
    while len(place := place[place + step < ends[place]]):
        a, b = owners[place], owners[place + step]
        alike = np.minimum(lengths[a], lengths[b]) >= _SHORTEST_SHARE * np.maximum(lengths[a], lengths[b])
        codes.append(a[alike] * len(lengths) + b[alike])
        step += 1
    pairs = np.sort(np.concatenate(codes)) if codes else np.zeros(0, dtype=np.int64)
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return pairs // max(1, len(lengths)), pairs % max(1, len(lengths))
