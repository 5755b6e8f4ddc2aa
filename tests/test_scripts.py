"""Traditional characters as the simplified ones they stand for, each where it stood."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reuse.scripts import in_simplified, simplified, traditional


def test_names_and_numerals_come_out_simplified() -> None:
    assert in_simplified("爾濱，一億兩千萬，二〇二四") == "尔滨，一亿两千万，二零二四"
    assert simplified({"濱", "a", "市"}) == {"濱": "滨"}
    assert traditional({"滨", "a"}) == {"滨": "濱"}


def test_other_scripts_stay() -> None:
    assert in_simplified("Harbin, Ⅳ. 12 %") == "Harbin, Ⅳ. 12 %"
    assert in_simplified("爾\ud800濱\udfff") == "尔\ud800滨\udfff"  # halves of pairs, which no converter takes


@given(st.text())
def test_no_character_moves(text: str) -> None:
    folded = in_simplified(text)
    assert len(folded) == len(text)
    assert all(a == b or a > "\u2fff" for a, b in zip(text, folded, strict=True))
