"""ids: unique, and the same whatever else is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reuse.read.ids import unique_ids

wanted = st.lists(st.tuples(st.sampled_from(["a", "b", "a-2", "x-a", "x-a-2"]), st.sampled_from(["", "x", "y"])))


def test_ids_that_clash_take_their_folders_names() -> None:
    assert unique_ids([("a", "x"), ("a", "y"), ("b", "y")]) == ["x-a", "y-a", "b"]


def test_ids_that_still_clash_are_numbered_in_order() -> None:
    assert unique_ids([("a", "x"), ("a", "x"), ("a", "")]) == ["x-a", "x-a-2", "a"]
    assert unique_ids([("a", ""), ("a", ""), ("a-2", "")]) == ["a", "a-3", "a-2"]


@given(wanted)
def test_ids_are_unique(pairs: list[tuple[str, str]]) -> None:
    ids = unique_ids(pairs)
    assert len(ids) == len(pairs)
    assert len(set(ids)) == len(ids)


@given(wanted)
def test_an_id_that_clashes_with_none_stays(pairs: list[tuple[str, str]]) -> None:
    assert unique_ids([*pairs, ("alone", "x")])[-1] == "alone"
    assert unique_ids([*pairs, ("alone", "x")])[:-1] == unique_ids(pairs)
