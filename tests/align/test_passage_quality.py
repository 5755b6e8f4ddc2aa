"""Floors of quality on Chinese with pasted passages. Re-pin upwards only."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("benchmarks.passages_chinese", reason="benchmarks are not installed with the package")

from benchmarks.passages_chinese import run
from reuse.params import Params


def test_pasted_chinese_passages_are_found_whatever_was_done_to_them(shared: Path) -> None:
    figures = run(shared, params=Params.preset("passages").passages, with_collection=False, per_kind=15)
    assert figures["clean"]["detections"] == 0
    assert figures["verbatim"]["plagdet"] >= 0.96
    assert figures["all"]["plagdet"] >= 0.87
    assert figures["all"]["precision"] >= 0.97
