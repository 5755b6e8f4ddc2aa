"""Statements of a figure without the figure."""

from __future__ import annotations

import pytest
from plain_speeches import speech

from reuse.formulas.amounts import bare, is_range


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("经济增长5%左右", "经济增长4.5%—5%"),
        ("城镇新增就业1200万人以上", "城镇新增就业超过900万人"),
        ("粮食产量达到1.43万亿斤", "粮食产量1.4万亿斤左右"),
        ("赤字率不超过3%", "赤字率4%左右"),
        ("growth of about 5 percent", "growth of 4.5 to 5 percent"),
        ("more than 300 towns", "some 40 towns"),
    ],
)
def test_the_same_of_another_number(one: str, other: str) -> None:
    assert bare(speech(one).units) == bare(speech(other).units)


@pytest.mark.parametrize("text", ["左右为难", "超过预期", "达到世界先进水平", "more than ever"])
def test_without_a_figure_there_is_none(text: str) -> None:
    assert bare(speech(text).units) is None


def test_words_far_from_the_figure_are_no_hedges() -> None:
    assert bare(speech("左右两岸的同胞共有2300万人").units) != bare(speech("两岸的同胞共有2300万人").units)


def test_a_dash_between_figures_is_a_range() -> None:
    found = speech("增长4.5%—5%，就业——2025年")
    assert [at for at in range(1, len(found)) if is_range(found, at)] == [3]
