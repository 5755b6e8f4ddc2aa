"""Processes beside this one for large work.

Enters: a number, and what each process does when it starts. Leaves: a pool. Serves the stages that share work out.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = ["processes"]

_MOST = 8  # each holds its share of the work in memory


@contextmanager
def processes(
    workers: int, start: Callable[..., None] | None = None, arguments: tuple[Any, ...] = ()
) -> Iterator[ProcessPoolExecutor]:
    """At most `workers` and eight fresh processes, each of which calls `start` once; they end with the block.

    Cost: half a second each, on a core of its own.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for large work
    from multiprocessing import get_context  # noqa: PLC0415

    # spawn: the parent may have threads (a progress display), which fork does not carry over safely
    with ProcessPoolExecutor(min(workers, _MOST), get_context("spawn"), _begin, (start, arguments)) as pool:
        yield pool


def _begin(start: Callable[..., None] | None, arguments: tuple[Any, ...]) -> None:
    """Leave it to the parent to be interrupted or told to end: a signal to all of them would break its pool."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    if start is not None:
        start(*arguments)
