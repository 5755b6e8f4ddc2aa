"""Sentences of a unit or few between alignments: taken in where both sides have them, and only there."""

from __future__ import annotations

import pytest
from hypothesis import given
from made_pairs import ENDINGS, aligned, pairs_of_texts, wordings
from made_texts import brisk

from reuse.align import alignments

BEFORE, BEHIND = "在雨夜里为晚归的纺织女工留一盏灯", "码头边的旧仓库改造成了图书馆"


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("heading", ["完", "12", "Conclusion", "一、二、三"])
def test_a_short_sentence_between_alignments_belongs_to_the_first(heading: str, ending: str) -> None:
    source, target = (f"{other}。{BEFORE}。\n{heading}\n{BEHIND}，{other}。" for other in ("玉兰花开", "渡船靠岸"))
    found = aligned(source + ending, target)
    assert wordings(found, source, target)[0] == (f"{BEFORE}。\n{heading}",) * 2
    assert wordings(found, source, target)[-1][0].startswith(BEHIND)
    assert {a.kind for a in found.alignments} == {"verbatim"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完", "尾"),
        ("12", "13"),
        ("完", "完毕"),
        ("完", ""),
        ("一，二，三，四，五，六，七", "一，二，三，四，五，六，八"),
    ],
)
def test_other_words_between_alignments_stay_outside(one: str, other: str) -> None:
    source, target = (f"{BEFORE}。\n{heading}\n{BEHIND}。" for heading in (one, other))
    assert (BEFORE, BEFORE) in wordings(aligned(source, target), source, target)


def test_short_sentences_at_both_ends_of_both_texts_are_taken_in() -> None:
    source, target = f"序\n{BEFORE}。\n完\n", f"序\n\n{BEFORE}！完。"
    assert wordings(aligned(source, target), source, target) == [(source.strip(), target.removesuffix("。"))]
    source = f"序\n{BEFORE}。完\n另页"
    assert wordings(aligned(source, target), source, target) == [(f"序\n{BEFORE}", f"序\n\n{BEFORE}")]


@brisk
@given(pairs_of_texts())
def test_places_only_grow_and_by_what_is_the_same(pair: tuple[str, str]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(alignments, "without_holes", lambda places, *_, **__: places)
        plain = aligned(*pair)
    grown = aligned(*pair)
    assert len(grown.alignments) <= len(plain.alignments)
    for row in plain.alignments:
        assert any(
            wide.source.start <= row.source.start
            and row.source.end <= wide.source.end
            and wide.target.start <= row.target.start
            and row.target.end <= wide.target.end
            and (wide.kind == row.kind or (wide.source, wide.target) == (row.source, row.target))
            for wide in grown.alignments
        )
