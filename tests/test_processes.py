"""Processes beside this one: how they begin, and to whom they leave the end."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from reuse.processes import processes


def test_each_begins_as_it_is_told_and_leaves_signals_to_the_one_that_started_it(tmp_path: Path) -> None:
    with processes(1, os.chdir, (tmp_path,)) as pool:
        assert Path(pool.submit(os.getcwd).result()).samefile(tmp_path)
        for number in (signal.SIGINT, signal.SIGTERM):
            assert pool.submit(signal.getsignal, number).result() == signal.SIG_IGN


def _sleep(_number: int) -> None:
    time.sleep(60)


def _interrupted(pids: list[int | None]) -> None:
    with processes(2) as pool:
        pool.map(_sleep, range(8))
        pids += [child.pid for child in active_children()]
        raise KeyboardInterrupt


@pytest.mark.skipif(os.name == "nt", reason="asks for processes by their ids, as Unix systems do")
def test_an_early_end_of_the_block_ends_the_processes_at_once() -> None:
    began = time.monotonic()
    pids: list[int | None] = []
    with pytest.raises(KeyboardInterrupt):
        _interrupted(pids)
    assert time.monotonic() - began < 30  # each row takes sixty seconds; no figure of speed
    assert len(pids) == 2
    for pid in pids:
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _submitted() -> None:
    with processes(1) as pool:
        pool.submit(os.getpid)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system cannot hold signals back")
def test_an_interrupt_while_a_process_starts_waits_until_it_has_started(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []
    start = ProcessPoolExecutor.submit

    def interrupted(self: ProcessPoolExecutor, *arguments: Any) -> Any:
        future = start(self, *arguments)
        signal.raise_signal(signal.SIGINT)
        started.append(True)
        return future

    monkeypatch.setattr(ProcessPoolExecutor, "submit", interrupted)
    handler = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        _submitted()
    assert started == [True]
    assert signal.getsignal(signal.SIGINT) is handler
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
