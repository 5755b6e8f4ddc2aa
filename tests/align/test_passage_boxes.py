"""Boxes without repeats against the plain definition, and how many others each one is held against."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.align import passage_boxes
from reuse.align.passage_boxes import Box, overlap, without_repeats


def box(a0: int, tokens: int, b0: int, other_tokens: int, bits: int) -> Box:
    return Box(a0, a0 + tokens, b0, b0 + other_tokens, bits, "copy")


PLACES, LENGTHS = st.integers(0, 60), st.integers(1, 40)
BOXES = st.builds(box, PLACES, LENGTHS, PLACES, LENGTHS, st.integers(0, 5))


def by_definition(boxes: Sequence[Box]) -> list[Box]:
    """The strongest first; none that lies by more than half in a kept one on either side."""
    kept: list[Box] = []
    for each in sorted(boxes, key=lambda box: (-box.bits, box.place)):
        insides = [
            share
            for other in kept
            for share in (
                overlap(each.a0, each.a1, other.a0, other.a1) / (each.a1 - each.a0),
                overlap(each.b0, each.b1, other.b0, other.b1) / (each.b1 - each.b0),
            )
        ]
        if max(insides, default=0.0) <= 0.5:
            kept.append(each)
    return kept


@given(st.lists(BOXES, max_size=30))
def test_repeats_are_what_lies_by_half_in_a_stronger_one(boxes: list[Box]) -> None:
    assert without_repeats(boxes) == by_definition(boxes)


def test_many_boxes_of_all_sizes_are_thinned_as_defined() -> None:
    chance = random.Random(7)
    boxes = [
        box(chance.randrange(4_000), 1 << chance.randrange(9), chance.randrange(4_000), chance.randint(1, 300), k % 97)
        for k in range(600)
    ]
    kept = without_repeats(boxes)
    assert kept == by_definition(boxes)
    assert 30 < len(kept) < 500


@pytest.mark.parametrize("n", [500, 2_000])
def test_a_box_is_held_against_few_others(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0

    def counted(*spans: int) -> int:
        nonlocal looked
        looked += 1
        return overlap(*spans)

    monkeypatch.setattr(passage_boxes, "overlap", counted)
    chance = random.Random(n)
    boxes = [
        box(chance.randrange(40 * n), chance.randint(1, 90), 100 * k, 90, chance.randrange(1_000)) for k in range(n)
    ]
    kept = without_repeats(boxes)
    assert len(kept) > n / 3
    assert 0 < looked < 12 * n
