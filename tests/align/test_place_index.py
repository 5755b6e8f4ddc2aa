"""Indexes of places on one side and on two against looking at every box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reuse.align.place_index import Piece, PlaceIndex, SpanIndex
from reuse.model import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda span: (span[0], span[0] + span[1]))
BOXES = st.tuples(SPANS, SPANS).map(lambda sides: (*sides[0], *sides[1]))


@given(st.lists(BOXES, max_size=12), st.integers(0, 100), st.integers(0, 100))
def test_boxes_that_hold_a_point_are_around_it(boxes: list[Piece], a: int, b: int) -> None:
    index = filled(boxes, reach=3)
    around = sorted(index.around(a, b))
    holding = sorted(box for box in boxes if box[0] <= a < box[1] and box[2] <= b < box[3])
    assert [box for box in around if box[0] <= a < box[1] and box[2] <= b < box[3]] == holding
    assert set(around) <= set(boxes)


@given(st.lists(BOXES, max_size=12), BOXES, st.integers(0, 20))
def test_neighbours_end_before_or_begin_behind_on_both_sides(boxes: list[Piece], box: Piece, reach: int) -> None:
    a0, a1, b0, b1 = box
    near = range(reach + 1)
    expected = any(
        (a0 - u1 in near and b0 - v1 in near) or (u0 - a1 in near and v0 - b1 in near) for u0, u1, v0, v1 in boxes
    )
    assert filled(boxes, reach=reach).has_neighbour(box) is expected


def filled(boxes: list[Piece], *, reach: int) -> PlaceIndex:
    index = PlaceIndex(reach=reach)
    for box in boxes:
        index.add(box)
    return index


@given(st.lists(SPANS, max_size=12), st.integers(0, 100))
def test_spans_that_hold_a_unit_are_around_it(spans: list[Span], unit: int) -> None:
    index = SpanIndex()
    for span in spans:
        index.add(span)
    around = sorted(index.around(unit))
    assert [span for span in around if span[0] <= unit < span[1]] == sorted(s for s in spans if s[0] <= unit < s[1])
    assert set(around) <= set(spans)
