"""Figures that differ only at their head, where a short code of them could be the same."""

from __future__ import annotations

import pytest
from made_pairs import ENDINGS, aligned


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2013/01/01", "2023/01/01"),
        ("12345678", "22345678"),
        ("1,234,567", "2,234,567"),
        ("第一百二十一", "第二百二十一"),
    ],
)
def test_other_figures_are_never_verbatim(first: str, second: str) -> None:
    wording = "我们在{}这一天召开了全市纺织女工代表大会并且通过了决议"
    (found,) = aligned(f"{wording.format(first)}。{ENDINGS[0]}", f"{wording.format(second)}。").alignments
    assert found.kind == "slot"
    assert found.identity < 1


def test_the_same_long_figure_is_verbatim() -> None:
    wording = "我们在2013/01/01这一天召开了全市纺织女工代表大会并且通过了决议"
    (found,) = aligned(f"{wording}。{ENDINGS[0]}", f"{wording}。").alignments
    assert (found.kind, found.identity) == ("verbatim", 1)
