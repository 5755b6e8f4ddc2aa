"""The loops that find seeds: compiled and plain alike, a few at a time as all at once, and what crowded runs meet."""

from __future__ import annotations

from collections import defaultdict
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pairs import SOURCE, TARGET, aligned
from made_texts import brisk
from source_kernels import Both, from_source, try_random_pairs

from reuse.align import seeding_kernel, seeds, substitutes
from reuse.align.grams import Grams
from reuse.align.prepared import prepare
from reuse.model import Document
from reuse.params import AlignParams
from reuse.segment import segment

needs_compiled = pytest.mark.skipif(not seeding_kernel.COMPILED, reason="the kernel is not compiled here")


@pytest.fixture(scope="module")
def source_kernel() -> ModuleType:
    """The kernel as plain Python, whichever one the program uses."""
    return from_source("seeding_kernel")


@needs_compiled
def test_compiled_and_plain_kernel_find_the_same(source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = Both(seeding_kernel.find_runs, source_kernel.find_runs)
    words = Both(seeding_kernel.pair_words, source_kernel.pair_words)
    monkeypatch.setattr(seeding_kernel, "find_runs", runs)
    monkeypatch.setattr(substitutes, "pair_words", words)

    try_random_pairs(aligned)
    aligned(SOURCE, TARGET)
    assert runs.rows > runs.calls > 50
    assert words.rows > words.calls > 10


@needs_compiled
def test_the_program_finds_the_same_without_acceleration(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = aligned(SOURCE, TARGET)
    monkeypatch.setattr(seeds, "seeding_kernel", source_kernel)
    monkeypatch.setattr(substitutes, "pair_words", source_kernel.pair_words)
    monkeypatch.setattr(substitutes, "COMPILED", False)
    assert aligned(SOURCE, TARGET) == fast


def test_finding_a_few_at_a_time_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = aligned(SOURCE * 3, TARGET * 3)
    monkeypatch.setattr(seeds, "_ROOM_RUNS", 1)
    monkeypatch.setattr(substitutes, "_ROOM_PAIRS", 1800)
    assert aligned(SOURCE * 3, TARGET * 3) == whole


def slow_runs(one: Grams, other: Grams, crowded: list[bool], turns: int) -> list[tuple[int, int, int]]:
    """Every meeting, then those that follow each other on a diagonal."""
    meetings = {
        (i, j)
        for i, gram in enumerate(one.ids.tolist())
        for j, there in enumerate(other.ids.tolist())
        if gram == there >= 0 and (not crowded[i] or abs(int(one.turns[i]) - int(other.turns[j])) <= turns)
    }
    found = []
    for i, j in sorted(meetings):
        if (i - 1, j - 1) not in meetings:
            length = 1
            while (i + length, j + length) in meetings:
                length += 1
            found.append((i, j, length))
    return found


@brisk
@given(
    st.lists(st.integers(-1, 3), max_size=30), st.lists(st.integers(-1, 3), max_size=30), st.integers(0, 40), st.data()
)
def test_crowded_runs_meet_around_the_same_turn_only(
    here: list[int], there: list[int], most_meetings: int, data: st.DataObject
) -> None:
    one, other = (Grams.of(np.array(x, dtype=np.int32), broken=np.array(x, dtype=np.int32) < 0) for x in (here, there))
    turns = data.draw(st.integers(0, 4))
    begins, counts = other.find(one.ids)
    crowded = (counts * one.own_counts > most_meetings).astype(np.int8)
    n = len(here) * len(there) + 1
    starts, other_starts, lengths = (np.zeros(n, dtype=np.int32) for _ in range(3))
    written = np.zeros(1, dtype=np.int32)
    columns = [one.ids, begins, counts, one.turns, crowded, other.ids, other.order, other.turns]
    stopped = seeding_kernel.find_runs(0, *columns, turns, starts, other_starts, lengths, written)  # type: ignore[arg-type]
    assert stopped == len(here)
    found = [column[: written[0]].tolist() for column in (starts, other_starts, lengths)]
    assert list(zip(*found, strict=True)) == slow_runs(one, other, crowded.astype(bool).tolist(), turns)


def test_a_text_that_repeats_one_sentence_meets_itself_around_the_same_turn() -> None:
    text = "我们要把各项工作做好。" * 700
    documents = [segment(Document.from_text(text, id=name)) for name in "ab"]
    one, other = prepare(documents, params=AlignParams())
    found = seeds.find_seeds(one, other, min_length=2)
    turns: dict[int, list[int]] = defaultdict(list)
    for start, there in zip(found.source.tolist(), found.target.tolist(), strict=True):
        turns[start // 10].append(there // 10)
    assert set(found.length.tolist()) == {10}
    assert turns[350] == list(range(350 - 32, 350 + 33))
