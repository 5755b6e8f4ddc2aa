"""Floors of quality on two pairs marked by hand; raised when the method gets better, never lowered."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from made_pairs import NOTHING_KNOWN, segments_of

from reuse.align import align
from reuse.params import AlignParams

# At the time of writing 0.83 and 0.90, without any background.
SEEDS_F1, NATION_F1 = 0.81, 0.88


@pytest.fixture
def marks(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The scorer beside the corpora."""
    monkeypatch.syspath_prepend(str(shared / "eval"))
    return importlib.import_module("marks")


def scored(marks: ModuleType, gold: Path, first: Path, second: Path) -> dict[str, Any]:
    documents = [segments_of(path.read_bytes().decode("utf-8"), path.stem) for path in (first, second)]
    found = align(documents, background=NOTHING_KNOWN, params=AlignParams())
    rows = [{"a": [a.source.start, a.source.end], "b": [a.target.start, a.target.end]} for a in found.alignments]
    result: dict[str, Any] = marks.score(json.loads(gold.read_text(encoding="utf-8")), rows)
    return result


def test_two_union_speeches(shared: Path, marks: ModuleType) -> None:
    folder = shared / "corpora" / "seeds"
    score = scored(
        marks,
        shared / "eval" / "seeds.gold.json",
        folder / "union_congress_a.txt",
        folder / "union_congress_harbin.txt",
    )
    assert score["must"] == 81
    assert score["f1"] >= SEEDS_F1, score


def test_two_work_reports(shared: Path, marks: ModuleType) -> None:
    first, second = sorted((shared / "eval" / "nation").glob("*.txt"))
    score = scored(marks, shared / "eval" / "nation.gold.json", first, second)
    assert score["must"] == 74
    assert score["f1"] >= NATION_F1, score


@pytest.mark.parametrize(
    ("language", "at_least", "at_most"),
    # At the time of writing 66 and 23, 46 and 3.
    [("chinese", 61, 26), ("english", 42, 6)],
)
def test_judged_chains_are_told_apart(language: str, at_least: int, at_most: int, shared: Path) -> None:
    chains = importlib.import_module("benchmarks.judged_chains")
    hits = {0: 0, 1: 0, 2: 0}
    for pair, alignments in chains.judged_pairs(language):
        a, b = pair["source_span"][0], pair["target_span"][0]
        for a0, a1, b0, b1, grade in pair["judged"]:
            hits[grade] += chains.is_found((a0 - a, a1 - a, b0 - b, b1 - b), alignments)
    assert hits[2] >= at_least
    assert hits[0] <= at_most
