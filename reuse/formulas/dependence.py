"""How far the wording depends on the time: mutual information, and what chance would reach.

Enters: for each candidate which documents hold which wording, and the period of each document. Leaves: information in
bits, its mean and deviation where documents are dealt to periods at random, and a p-value. Serves `changes`.
A document counts once however often it repeats a wording, and the deals move whole documents: what one speech says
ten times is one piece of evidence. Small samples inflate mutual information; the deals measure by how much.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.formulas.speeches import FloatArray
from reuse.model import IndexArray

__all__ = ["Dependence", "information", "measured", "rough_gain", "uncertainty"]

_BATCH_CELLS = 2_000_000


@dataclass(frozen=True, slots=True)
class Dependence:
    """What `WordingChange` says of one candidate."""

    information: float  # bits
    by_chance: float  # bits, mean of the deals
    deviation: float  # bits, standard deviation of the deals
    uncertainty: float  # bits: entropy of the wordings
    p: float  # 0..1

    @property
    def settled(self) -> float:
        """Share of the uncertainty that the period takes away beyond chance, 0..1."""
        return max(0.0, self.information - self.by_chance) / self.uncertainty if self.uncertainty > 0 else 0.0

    @property
    def deviations(self) -> float:
        """Standard deviations above chance."""
        return (self.information - self.by_chance) / self.deviation if self.deviation > 0 else 0.0


def uncertainty(uses: FloatArray) -> float:
    """Bits: entropy of v wordings over the h documents of an (h, v) array whose rows add up to 1."""
    share = uses.mean(axis=0)
    share = share[share > 0]
    return float(-(share * np.log2(share)).sum())


def information(joint: FloatArray) -> FloatArray:
    """(…) bits of mutual information of (…, t, v) counts of periods and wordings."""
    likely = joint / joint.sum(axis=(-2, -1), keepdims=True)
    apart = likely.sum(axis=-1, keepdims=True) * likely.sum(axis=-2, keepdims=True)
    bits: FloatArray = (likely * np.log2(np.where(likely > 0, likely / np.where(apart > 0, apart, 1), 1))).sum((-2, -1))
    return bits


def rough_gain(uses: FloatArray, periods: IndexArray) -> float:
    """Bits above chance, chance estimated instead of dealt: (t - 1)(v - 1) / (2 h ln 2) (Miller 1955)."""
    different, dense = np.unique(periods, return_inverse=True)
    chance = (len(different) - 1) * (uses.shape[1] - 1) / (2 * len(uses) * np.log(2))
    return float(information(_joint(uses[None], dense, len(different)))[0] - chance)


def measured(uses: FloatArray, periods: IndexArray, *, deals: int, seed: int) -> Dependence:
    """Measure one candidate: `uses` is (h, v), rows adding up to 1, `periods` (h,). The same seed, the same outcome.

    Cost: deals x h x v multiplications.
    """
    different, dense = np.unique(periods, return_inverse=True)
    found = float(information(_joint(uses[None], dense, len(different)))[0])
    random = np.random.default_rng(seed)
    batch = max(1, _BATCH_CELLS // uses.size)
    reached: list[npt.NDArray[np.float64]] = []
    for first in range(0, deals, batch):
        orders = np.argsort(random.random((min(batch, deals - first), len(uses))), axis=1)
        reached.append(information(_joint(uses[orders], dense, len(different))))
    chance = np.concatenate(reached) if reached else np.zeros(0)
    return Dependence(
        information=found,
        by_chance=float(chance.mean()) if len(chance) else 0.0,
        deviation=float(chance.std()) if len(chance) else 0.0,
        uncertainty=uncertainty(uses),
        p=float((1 + np.count_nonzero(chance >= found - 1e-12)) / (1 + deals)),
    )


def _joint(uses: FloatArray, periods: npt.NDArray[np.int64], number: int) -> FloatArray:
    """(b, t, v) counts of b arrangements of (h, v) uses."""
    member = np.zeros((number, len(periods)))
    member[periods, np.arange(len(periods))] = 1
    joint: FloatArray = member @ uses
    return joint
