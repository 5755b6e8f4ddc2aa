"""Mutual information of wording and period, and what chance would reach."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reuse.formulas.dependence import information, measured, rough_gain, uncertainty


def plain_information(rows: list[list[float]]) -> float:
    """The definition, sum by sum."""
    total = sum(map(sum, rows))
    found = 0.0
    for row in rows:
        for j, cell in enumerate(row):
            if cell:
                apart = sum(row) * sum(other[j] for other in rows)
                found += cell / total * math.log2(cell * total / apart)
    return found


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.integers(0, 9), min_size=n, max_size=n), min_size=1)))
def test_information_is_the_definition(rows: list[list[int]]) -> None:
    table = np.array(rows, dtype=np.float64) + np.eye(len(rows), len(rows[0]))  # never empty
    assert math.isclose(float(information(table)), plain_information(table.tolist()), abs_tol=1e-9)


def choice(*wordings: int) -> np.ndarray:
    return np.eye(max(wordings) + 1)[list(wordings)]


def test_a_clean_shift_settles_everything_but_what_chance_would_too() -> None:
    uses, periods = choice(*[0] * 12, *[1] * 12), np.arange(24, dtype=np.int32) // 4
    found = measured(uses, periods, deals=199, seed=1)
    assert math.isclose(found.information, 1.0)
    assert math.isclose(found.uncertainty, 1.0)
    assert found.p == 1 / 200
    assert 0 < found.by_chance < 0.5
    assert math.isclose(found.settled, 1 - found.by_chance)
    assert found.deviations > 4
    assert rough_gain(uses, periods) > 0.5


def test_wordings_in_turn_are_no_shift() -> None:
    found = measured(choice(*[0, 1] * 12), np.arange(24, dtype=np.int32) // 4, deals=199, seed=1)
    assert found.p == 1.0
    assert found.settled == 0.0


def test_one_wording_alone_is_no_choice() -> None:
    found = measured(np.ones((6, 1)), np.arange(6, dtype=np.int32) // 2, deals=19, seed=1)
    assert (found.information, found.settled, found.deviations, found.p) == (0.0, 0.0, 0.0, 1.0)
    assert uncertainty(np.ones((6, 1))) == 0.0


def test_the_seed_decides_and_p_is_never_nought() -> None:
    uses, periods = choice(0, 0, 1, 0, 1, 1, 0, 1, 1), np.arange(9, dtype=np.int32) // 3
    assert measured(uses, periods, deals=99, seed=7) == measured(uses, periods, deals=99, seed=7)
    assert measured(uses, periods, deals=99, seed=7).p >= 0.01
