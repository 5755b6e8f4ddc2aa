"""What a series lets one expect of its next edition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.formulas.standing import expectations, surprise


def table(*rows: str) -> np.ndarray:
    return np.array([[cell == "x" for cell in row] for row in rows])


def test_counts_and_runs() -> None:
    found = expectations(table("xx.xx", ".....", "xxxxx", "....x"), last=3)
    assert found.held.tolist() == [2, 0, 3, 1]
    assert found.run.tolist() == [2, 0, 5, 1]


def test_what_formulas_of_the_same_standing_did_is_expected() -> None:
    lasting = ["x" * 12] * 20
    fleeting = ["." * i + "x" + "." * (11 - i) for i in range(12)] * 3
    found = expectations(table(*lasting, *fleeting), last=3)
    assert found.expected[0] > 0.9
    standing_once = next(i for i in range(len(found.held)) if found.held[i] == 1 and found.run[i] == 1)
    assert found.expected[standing_once] < 0.1
    assert found.cases[0] > 50


def test_without_cases_the_rule_of_succession_speaks() -> None:
    found = expectations(table("xxx", "..x"), last=3)
    assert found.cases.tolist() == [0, 0]
    assert found.expected.tolist() == [pytest.approx(4 / 5), pytest.approx(2 / 5)]


def test_longer_runs_are_surer() -> None:
    """Formulas die young: half of them after the third edition, the others never."""
    rows = ["xxx" + "." * 17] * 30 + ["x" * 20] * 10 + ["." * 17 + "xxx"] * 10
    found = expectations(table(*rows), last=3)
    assert found.expected[30] > found.expected[-1]


def test_no_edition_is_an_error() -> None:
    with pytest.raises(ValueError, match="without an edition"):
        expectations(np.zeros((3, 0), dtype=np.bool_), last=3)


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=30), st.integers(1, 8))
def test_expectations_are_shares(rows: list[list[bool]], last: int) -> None:
    found = expectations(np.array(rows), last=last)
    assert ((found.expected > 0) & (found.expected < 1)).all()
    assert (found.run >= (found.held == min(last, 6)) * min(last, 6)).all()


def test_surprise_is_in_bits_and_ends() -> None:
    assert surprise(0.0) == 0.0
    assert surprise(0.75) == 2.0
    assert surprise(1.0) == 16.0
