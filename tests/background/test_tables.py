from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.background.tables import Table, eighths

hashes = st.integers(0, 2**64 - 1)


@given(st.dictionaries(hashes, st.tuples(st.integers(0, 255), st.integers(0, 255)), max_size=40), st.lists(hashes))
def test_a_table_answers_like_a_dictionary(rows: dict[int, tuple[int, int]], others: list[int]) -> None:
    table = Table.of(
        np.array(list(rows), dtype=np.uint64),
        [np.array([value[i] for value in rows.values()], dtype=np.uint8) for i in (0, 1)],
        width=40,
    )
    expected: dict[int, tuple[int, int]] = {}
    for key, value in rows.items():  # keys that agree in the kept bits share the smaller row
        expected[key >> 24] = min(value, expected.get(key >> 24, value))
    asked = [*rows, *others]
    found, at = table.find(np.array(asked, dtype=np.uint64))
    answers = {
        int(i): (int(table.columns[0][row]), int(table.columns[1][row])) for i, row in zip(found, at, strict=True)
    }
    assert answers == {i: expected[key >> 24] for i, key in enumerate(asked) if key >> 24 in expected}
    assert len(table) == len(expected)


@given(st.lists(st.tuples(hashes, st.integers(0, 255)), max_size=20))
def test_the_order_of_rows_does_not_matter(rows: list[tuple[int, int]]) -> None:
    def digest(some: list[tuple[int, int]]) -> str:
        keys, values = [key for key, _ in some], [value for _, value in some]
        return Table.of(np.array(keys, dtype=np.uint64), [np.array(values, dtype=np.uint8)], width=32).digest()

    assert digest(rows) == digest(rows[::-1]) == digest(sorted(rows))


def test_digests_tell_tables_apart() -> None:
    keys = np.array([1 << 40, 2 << 40], dtype=np.uint64)
    one = Table.of(keys, [np.array([1, 2], dtype=np.uint8)], width=40)
    other = Table.of(keys, [np.array([1, 3], dtype=np.uint8)], width=40)
    assert len({one.digest(), other.digest(), Table.empty(columns=1, width=40).digest()}) == 3


def test_an_empty_table_finds_nothing() -> None:
    found, rows = Table.empty(columns=2, width=40).find(np.array([0, 5], dtype=np.uint64))
    assert len(found) == len(rows) == 0


@pytest.mark.parametrize(("value", "byte"), [(0.0, 0), (-3.0, 0), (1.0, 8), (1.07, 9), (31.9, 255), (99.0, 255)])
def test_eighths_round_to_the_nearest_and_stay_in_a_byte(value: float, byte: int) -> None:
    assert eighths(np.array([value])).tolist() == [byte]
