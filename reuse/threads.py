"""Threads for numpy's work on large arrays, during which Python's lock is free.

Enters: work and what it is done on. Leaves: what it makes of each. Serves the stages that go over all units in batches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

__all__ = ["side_by_side"]

_THREADS = 2  # about half of such work holds the lock, so that more would wait for each other

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


def side_by_side(work: Callable[[Item], Outcome], items: Iterable[Item]) -> list[Outcome]:
    """What `work` makes of each item, in their order; two at a time.

    `items` are taken all at once, so they should be small: bounds of batches, say. Memory: that of two calls, and all
    outcomes. The first error, in the order of the items, is raised once the calls that run have ended.
    """
    several = list(items)
    if len(several) < _THREADS:
        return list(map(work, several))
    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            return list(pool.map(work, several))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
