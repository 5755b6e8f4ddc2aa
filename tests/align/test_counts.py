"""Counts of one document and of two together."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reuse.align.counts import Counts, ranked

IDS = st.lists(st.integers(0, 9), max_size=30)


@given(IDS, IDS)
def test_counts_are_those_of_a_counter(one: list[int], other: list[int]) -> None:
    here, there = (Counts.of(np.array(ids, dtype=np.int32), np.ones(len(ids), dtype=np.bool_)) for ids in (one, other))
    both = Counter(one) + Counter(other)
    assert here.values.tolist() == sorted(set(one))
    assert [both[value] for value in here.values.tolist()] == here.with_those_of(there).tolist()
    assert here.values[here.kinds].tolist() == one
    assert here.total == len(one)


def test_what_does_not_count_is_numbered_all_the_same() -> None:
    some = Counts.of(np.array([4, 7, 4], dtype=np.int32), np.array([True, False, False]))
    assert (some.values.tolist(), some.kinds.tolist(), some.counts.tolist()) == ([4, 7], [0, 1, 0], [1, 0])


@given(st.lists(st.integers(0, 40), max_size=30), st.integers(0, 5))
def test_ranks_are_the_same_by_table_and_by_sorting(numbers: list[int], scale: int) -> None:
    column = np.array(numbers, dtype=np.int64) * 10**scale
    values, ranks = ranked(column)
    assert values.tolist() == sorted(set(column.tolist()))
    assert values[ranks].tolist() == column.tolist()
