"""Processes beside this one: how they begin, and to whom they leave the end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from reuse.processes import processes


def test_each_begins_as_it_is_told_and_leaves_signals_to_the_one_that_started_it(tmp_path: Path) -> None:
    with processes(1, os.chdir, (tmp_path,)) as pool:
        assert Path(pool.submit(os.getcwd).result()).samefile(tmp_path)
        for number in (signal.SIGINT, signal.SIGTERM):
            assert pool.submit(signal.getsignal, number).result() == signal.SIG_IGN
