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


@pytest.mark.parametrize(
    ("one", "other"), [("2023名", "２０２３名"), ("第19次", "第１９次"), ("50%", "50 %"), ("50%", "５０％")]
)
def test_a_figure_is_the_same_in_either_width_and_with_blanks(one: str, other: str) -> None:
    frame = "出席今天大会的代表共有{}，来自全市各条战线。"
    (found,) = aligned(frame.format(one) + ENDINGS[0], frame.format(other) + ENDINGS[1]).alignments
    assert (found.kind, found.identity) == ("verbatim", 1.0)
