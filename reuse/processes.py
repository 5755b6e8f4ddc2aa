"""Processes beside this one for large work.

Enters: a number, and what each process does when it starts. Leaves: a pool. Serves the stages that share work out.
Whatever ends the work early, an interrupt for one, ends its processes at once: nobody waits for rows nobody wants.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from types import FrameType
from typing import Any

__all__ = ["processes"]

_MOST = 8  # each holds its share of the work in memory
_ENDING = (signal.SIGINT, signal.SIGTERM)


class _Pool(ProcessPoolExecutor):
    """A pool that starts its processes, which happens as work is handed in, out of reach of signals."""

    def submit(self, call: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        with _undisturbed():
            return super().submit(call, *arguments, **named)

    def kill(self) -> None:
        """End every process now; they hold nothing that must be finished. They leave softer signals to the parent."""
        # Python 3.14 has kill_workers, which goes through the same dictionary
        for process in list((self._processes or {}).values()):
            process.kill()


@contextmanager
def processes(
    workers: int, start: Callable[..., None] | None = None, arguments: tuple[Any, ...] = ()
) -> Iterator[ProcessPoolExecutor]:
    """At most `workers` and eight fresh processes, each of which calls `start` once; they end with the block.

    Cost: half a second each, on a core of its own.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - only for large work

    # spawn: the parent may have threads (a progress display), which fork does not carry over safely
    with _Pool(min(workers, _MOST), get_context("spawn"), _begin, (start, arguments)) as pool:
        try:
            yield pool
        except BaseException:
            pool.kill()
            raise


def _begin(start: Callable[..., None] | None, arguments: tuple[Any, ...]) -> None:
    """Leave it to the parent to be interrupted or told to end: a signal to all of them would break its pool."""
    for number in _ENDING:
        signal.signal(number, signal.SIG_IGN)
    if start is not None:
        start(*arguments)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off signals while a process starts: it would complain of the half of its work that it was sent.

    The process inherits that they are held back, until `_begin` has it ignore them.
    """
    noted: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        noted.append(number)

    try:
        before = {number: signal.signal(number, note) for number in _ENDING}
    except ValueError:  # not in the main thread, which alone may set handlers and alone is interrupted
        before = {}
    held = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if held is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held)
        for number, handler in before.items():
            signal.signal(number, handler)
        if noted:
            signal.raise_signal(noted[0])
