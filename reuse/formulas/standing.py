"""How surely what stood in the last editions of a series comes again in the next.

Enters: which formula stands in which edition. Leaves: a probability for each formula, with the number of cases behind
it. Serves `editions`. A formula's standing is whether the latest edition has it, how many of
the last n have it, and where all have it whether its run is twice or four times as long; what formulas of the same
standing did before, anywhere in the series, says what to expect now. Where such cases are few, Laplace's rule of
succession (k + 1) / (n + 2) counts as four cases more.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.model import BoolArray

__all__ = ["Expectation", "expectations", "surprise"]

LongArray = npt.NDArray[np.int64]

_PRIOR_CASES = 4
_FEW_CASES = 10
_LONG_RUNS = 2  # runs twice and four times as long as the window are standings of their own
_SUREST = 1 - 2**-16  # no series is long enough to know more


@dataclass(frozen=True, slots=True, eq=False)
class Expectation:
    """What the editions so far let one expect of the next, for g formulas."""

    expected: npt.NDArray[np.float64]  # (g,) 0..1
    cases: npt.NDArray[np.int64]  # (g,) formulas of this standing met before
    held: npt.NDArray[np.int64]  # (g,) how many of the last editions hold it
    run: npt.NDArray[np.int64]  # (g,) editions in a row that hold it, up to the latest


def expectations(present: BoolArray, *, last: int) -> Expectation:
    """Judge g formulas by their (g, e) presence in e editions, earliest first; `last` is how far standing looks back.

    Linear in the size of the table. Raises ValueError where there is no edition.
    """
    editions = present.shape[1]
    if not editions:
        raise ValueError("without an edition there is nothing to expect")
    window = max(1, min(last, editions))
    sums = np.concatenate([np.zeros((len(present), 1), dtype=np.int64), np.cumsum(present, axis=1)], axis=1)
    run = np.zeros(len(present), dtype=np.int64)
    met, came = np.zeros((2, 2, window + _LONG_RUNS + 1), dtype=np.int64)
    for at in range(editions):
        if at >= window:
            standing = _standing(run, sums[:, at] - sums[:, at - window], window)
            np.add.at(met, standing, 1)
            np.add.at(came, standing, present[:, at])
        run = np.where(present[:, at], run + 1, 0)
    for longer in range(window + 1, window + _LONG_RUNS + 1):
        if met[1, longer] < _FEW_CASES:  # a record run: what shorter ones did is all that is known
            met[1, longer] += met[1, longer - 1]
            came[1, longer] += came[1, longer - 1]
    held = sums[:, editions] - sums[:, editions - window]
    standing = _standing(run, held, window)
    cases = met[standing]
    # Of a run longer than the window the rule of succession knows the whole length.
    prior = (np.maximum(held, run) + 1) / (np.maximum(window, run) + 2)
    expected = (came[standing] + _PRIOR_CASES * prior) / (cases + _PRIOR_CASES)
    return Expectation(expected, cases, held, run)


def _standing(run: LongArray, held: LongArray, window: int) -> tuple[LongArray, LongArray]:
    """Whether the latest edition has it, and how many of the last ones; in all of them, how often longer the run is."""
    longer = np.log2(np.maximum(run, window) / window).astype(np.int64)
    return (run > 0).astype(np.int64), held + np.minimum(longer, _LONG_RUNS)


def surprise(expected: float) -> float:
    """Bits of surprise where what was expected with this probability does not come."""
    return -math.log2(1 - min(max(expected, 0.0), _SUREST))
