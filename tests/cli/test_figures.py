"""Numbers as people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.cli.figures import counted, percent, tenths


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_parts_add_up_and_none_is_off_by_a_tenth(counts: list[int]) -> None:
    parts, total = tenths(counts), sum(counts)
    assert sum(parts) == (1000 if total else 0)
    for part, count in zip(parts, counts, strict=True):
        assert abs(part - 1000 * count / max(total, 1)) < 1


@pytest.mark.parametrize(
    ("share", "shown"), [(0.0, "0.0 %"), (0.0001, "< 0.1 %"), (0.0005, "0.1 %"), (0.312, "31.2 %"), (1.0, "100.0 %")]
)
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("number", "noun", "shown"),
    [
        (0, "seed", "0 seeds"),
        (1, "speech", "1 speech"),
        (2, "speech", "2 speeches"),
        (1204, "formula", "1,204 formulas"),
    ],
)
def test_counted(number: int, noun: str, shown: str) -> None:
    assert counted(number, noun) == shown
