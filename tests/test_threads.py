"""Work in threads gives what it gives one after the other."""

from __future__ import annotations

import threading

import pytest

from reuse.threads import side_by_side


@pytest.mark.parametrize("items", [[], [3], [3, 1, 2], list(range(50))])
def test_outcomes_come_in_the_order_of_the_items(items: list[int]) -> None:
    assert side_by_side(lambda item: item * 2, items) == [item * 2 for item in items]


def test_two_calls_run_at_once() -> None:
    both = threading.Barrier(2, timeout=30)
    assert side_by_side(lambda item: both.wait() >= 0 and item, [1, 2]) == [1, 2]


def test_an_error_ends_the_work() -> None:
    begun: list[int] = []

    def fail_at_first(item: int) -> None:
        begun.append(item)
        if item == 0:
            raise ValueError(f"not {item}")

    with pytest.raises(ValueError, match="not 0"):
        side_by_side(fail_at_first, [0])
    with pytest.raises(ValueError, match="not 0"):
        side_by_side(fail_at_first, range(100_000))
    assert len(begun) < 100_000
