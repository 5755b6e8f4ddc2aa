"""Counts of one document and of two together."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reuse.align.counts import Counts

IDS = st.lists(st.integers(0, 9), max_size=30)


@given(IDS, IDS)
def test_counts_are_those_of_a_counter(one: list[int], other: list[int]) -> None:
    here, there = (Counts.of(np.array(ids, dtype=np.int32)) for ids in (one, other))
    both = Counter(one) + Counter(other)
    assert here.values.tolist() == sorted(set(one))
    assert [both[value] for value in here.values.tolist()] == here.with_those_of(there).tolist()
    assert here.values[here.kinds].tolist() == one
