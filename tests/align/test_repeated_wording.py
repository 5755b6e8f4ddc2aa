"""Stock names that stand n times here and m times there are n + m rows at most, and every place is in one."""

from __future__ import annotations

import itertools

import pytest
from made_pairs import aligned

NAME = "全市劳动模范"
_BEFORE = ("昨天", "河边", "船上", "春节", "会后", "当年", "夜里", "城东", "厂里")
_BEHIND = ("唱歌", "植树", "游泳", "写诗", "钓鱼", "下棋", "磨刀", "喂马", "酿酒")


def text(times: int, shift: int, word: str = NAME) -> str:
    """Sentences that share nothing but the name."""
    rows = zip(itertools.islice(_BEFORE, shift, None), itertools.islice(_BEHIND, shift, None), strict=True)
    return "".join(f"{before}，{word}，{behind}。\n" for before, behind in itertools.islice(rows, times))


@pytest.mark.parametrize(("n", "m"), [(4, 3), (5, 4), (4, 4)])
def test_every_place_of_a_name_is_in_some_row(n: int, m: int) -> None:
    source, target = text(n, 0), text(m, 5)
    found = aligned(source, target, min_bits=8.0, threshold_margin_bits=-10.0)
    rows = [a for a in found.alignments if source[a.source.start : a.source.end] == NAME]
    assert max(n, m) <= len(rows) <= n + m
    assert found.folded > 0
    for side, whole, times in (("source", source, n), ("target", target, m)):
        starts = {i for i in range(len(whole)) if whole.startswith(NAME, i)}
        assert len(starts) == times
        assert {getattr(a, side).start for a in rows} == starts


def test_shares_count_every_place() -> None:
    source, target = text(4, 0), text(4, 5)
    (pair,) = aligned(source, target, min_bits=8.0, threshold_margin_bits=-10.0).pairs
    characters = sum(not c.isspace() for c in source)
    assert pair.source_share == pytest.approx(4 * len(NAME) / characters, abs=1e-6)
    assert pair.target_share == pytest.approx(4 * len(NAME) / characters, abs=1e-6)


def test_strong_wording_is_listed_for_every_pair_of_places() -> None:
    wording = "在雨夜里为晚归的纺织女工留一盏不灭的灯"
    found = aligned(text(3, 0, wording), text(3, 5, wording), fold_below_bits=0.0)
    assert len(found.alignments) == 9
    assert found.folded == 0
    assert aligned(text(3, 0, wording), text(3, 5, wording), fold_below_bits=1e9).folded > 0


def test_frequent_wording_carries_fewer_bits() -> None:
    once = aligned(text(1, 0), text(1, 5), min_bits=1.0, threshold_margin_bits=-30.0)
    often = aligned(text(4, 0), text(4, 5), min_bits=1.0, threshold_margin_bits=-30.0)
    assert max(a.bits for a in often.alignments) < max(a.bits for a in once.alignments)


@pytest.mark.parametrize("times", [1, 2, 5, 8, 20])
@pytest.mark.parametrize(
    "refrain", ["各位代表请鼓掌通过。", "We shall overcome some day. ", "我们的队伍向太阳，永远不回头！\n"]
)
def test_a_refrain_is_shared_however_often_it_is_repeated(refrain: str, times: int) -> None:
    refrained = refrain * times
    (own,) = aligned(refrained, refrained).pairs
    assert min(own.source_share, own.target_share) >= 0.85
    (pair,) = aligned(refrain, refrained).pairs
    assert min(pair.source_share, pair.target_share) >= 0.85


def test_a_refrain_among_other_sentences_is_shared() -> None:
    refrain = "各位代表请鼓掌通过。\n"
    one, other = (refrain + refrain.join(text(4, shift).splitlines(keepends=True)) + refrain * 16 for shift in (0, 5))
    (pair,) = aligned(one, other).pairs
    assert pair.source_share >= 16 * len(refrain) / len(one)
