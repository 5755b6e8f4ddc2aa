"""Rivals brought to wordings that every one of their places says."""

from __future__ import annotations

import numpy as np
from plain_speeches import laid

from reuse.formulas.agreeing import agreeing
from reuse.formulas.frames import word_edges
from reuse.formulas.pieces import Side
from reuse.formulas.rivals import Rivals, counted


def texts(*groups: tuple[tuple[str, str], ...]) -> list[str] | None:
    """What is left of rivals given as (speech, wording in it) by wording; each speech is a year."""
    rows = [row for group in groups for row in group]
    speeches = laid(*(text for text, _ in rows))
    edges = [word_edges(s, stops.tolist()) for s, stops in zip(speeches.segments, speeches.stops, strict=True)]
    sides: list[list[Side]] = []
    document = 0
    for group in groups:
        sides.append([])
        for text, wording in group:
            own = speeches.segments[document]
            first = int(np.searchsorted(own.starts, text.index(wording)))
            last = int(np.searchsorted(own.ends, text.index(wording) + len(wording), side="right"))
            sides[-1].append((document, first, last))
            document += 1
    periods = np.arange(document, dtype=np.int32)
    uses, when = counted(sides, periods) or (np.zeros((1, 1)), periods)
    places = tuple(map(tuple, sides))
    found = agreeing(Rivals(places, places, uses, when, 1.0, left=None, family="f"), speeches, edges, periods)
    if found is None:
        return None
    assert found.uses.shape == (len(found.periods), len(found.places))
    assert np.allclose(found.uses.sum(axis=1), 1)
    return [speeches.segments[d].surface(a, b) for (d, a, b), *_ in found.places]


def same(text: str, wording: str, n: int = 3) -> tuple[tuple[str, str], ...]:
    return ((text, wording),) * n


def test_wordings_grow_as_far_as_all_places_agree() -> None:
    old = same("会议决定继续实行从紧的货币政策，很好", "从紧的货币政策")
    new = (
        *same("会议决定继续实行稳健的货币政策，很好", "稳健的货币政策"),
        ("央行转向稳健的货币政策。", "稳健的货币政策"),
    )
    assert texts(old, new) == ["会议决定继续实行从紧的货币政策", "稳健的货币政策"]


def test_a_longer_wording_counts_as_the_one_it_contains() -> None:
    other = same("坚持对外贸易大体平衡。", "坚持对外贸易大体平衡")
    longer = same("保持国际收支基本平衡。", "保持国际收支基本平衡")
    shorter = same("国际收支基本平衡。", "国际收支基本平衡")
    assert texts(longer, shorter) is None
    assert sorted(texts(longer, shorter, other) or []) == ["国际收支基本平衡", "坚持对外贸易大体平衡"]


def test_what_several_contain_stands_for_none_of_them() -> None:
    bare = same("中部地区崛起。", "中部地区崛起")
    one = same("促进中部地区崛起。", "促进中部地区崛起")
    other = same("推动中部地区崛起。", "推动中部地区崛起")
    assert sorted(texts(bare, one, other) or []) == ["促进中部地区崛起", "推动中部地区崛起"]


def test_the_torn_end_of_a_few_longer_wordings_is_each_of_them() -> None:
    torn = (
        *same("以胡锦涛同志为总书记的党中央。", "同志为总书记的党中央"),
        *same("以习近平同志为总书记的党中央。", "同志为总书记的党中央"),
    )
    other = same("以习近平同志为核心的党中央。", "以习近平同志为核心的党中央")
    assert sorted(texts(torn, other) or []) == [
        "以习近平同志为总书记的党中央",
        "以习近平同志为核心的党中央",
        "以胡锦涛同志为总书记的党中央",
    ]


def test_figures_make_no_wording() -> None:
    assert texts(same("新增就业900万人。", "新增就业900万人"), same("新增就业1200万人。", "新增就业1200万人")) is None


def test_a_wording_does_not_grow_into_the_next_item_of_a_list_or_by_a_mere_and() -> None:
    listed = same("东北振兴、中部崛起、东部率先和西部开发。", "中部崛起")
    ended = same("推动东部率先和西部开发。", "东部率先", 2)
    assert texts(listed, (*ended, ("推动东部率先和南部繁荣。", "东部率先"))) == ["中部崛起", "推动东部率先"]
