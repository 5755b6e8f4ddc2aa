"""Sentence matches and passages are made of the alignments they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from made_pairs import ENDINGS, SOURCE, TARGET, aligned, pairs_of_texts, segments_of, wordings
from made_texts import unhurried
from rapidfuzz.distance import Indel

from reuse.align import Aligned
from reuse.model import Locus, Passage, Segments
from reuse.params import AlignParams


def overlap(one: Locus, other: Locus) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def key(segments: Segments, loci: tuple[Locus, ...]) -> str:
    """Normalised wording of sentences: words stand apart, characters do not."""
    sentences = []
    for locus in loci:
        units = [
            unit
            for unit, start in zip(segments.units, segments.starts.tolist(), strict=True)
            if locus.start <= start < locus.end
        ]
        spaced = "".join(
            " " * bool(i and (len(unit) > 1 or len(units[i - 1]) > 1)) + unit for i, unit in enumerate(units)
        )
        sentences.append(spaced)
    return " ".join(sentences)


def check_sentences(found: Aligned, source: Segments, target: Segments) -> None:
    alignments = {a.id: a for a in found.alignments}
    for match in found.sentences:
        for side, segments in ((match.source, source), (match.target, target)):
            rows = segments.sentences.tolist()
            numbers = [rows.index([locus.start, locus.end]) for locus in side]
            assert numbers == list(range(numbers[0], numbers[0] + len(numbers))), "neighbours, in order"
        similarity = Indel.normalized_similarity(key(source, match.source), key(target, match.target))
        assert match.similarity == pytest.approx(similarity, abs=1e-4)
        assert match.alignments
        assert len(set(match.alignments)) == len(match.alignments)
        for id_ in match.alignments:
            assert any(overlap(alignments[id_].source, locus) for locus in match.source)
            assert any(overlap(alignments[id_].target, locus) for locus in match.target)
    order = [(m.source[0].start, m.target[0].start) for m in found.sentences]
    assert order == sorted(order)


def check_passages(found: Aligned) -> None:
    alignments = {a.id: a for a in found.alignments}
    for passage in found.passages:
        members = [alignments[id_] for id_ in passage.alignments]
        assert passage.bits == pytest.approx(sum(a.bits for a in members), abs=1e-6)
        assert {a.id for a in found.alignments if a.passage == passage.id} == set(passage.alignments)
        for hull, loci in (
            (passage.source, [a.source for a in members]),
            (passage.target, [a.target for a in members]),
        ):
            assert hull == Locus(hull.document, min(x.start for x in loci), max(x.end for x in loci))
        assert len(members) > 1 or max(hull.end - hull.start for hull in (passage.source, passage.target)) >= 60
    assert {a.passage for a in found.alignments} - {None} == {p.id for p in found.passages}


@unhurried
@given(pairs_of_texts())
def test_random_pairs_keep_the_rules(pair: tuple[str, str]) -> None:
    found = aligned(*pair)
    check_sentences(found, segments_of(pair[0], "a"), segments_of(pair[1], "b"))
    check_passages(found)


def test_speeches_keep_the_rules(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    found = aligned(*texts)
    check_sentences(found, *(segments_of(text, id_) for text, id_ in zip(texts, "ab", strict=True)))
    check_passages(found)
    assert len(found.sentences) > 10
    assert len(found.passages) > 5


def matched(source: str, target: str) -> list[tuple[list[str], list[str]]]:
    found = aligned(source, target)
    return [
        ([source[x.start : x.end] for x in m.source], [target[x.start : x.end] for x in m.target])
        for m in found.sentences
    ]


def test_planted_sentences_are_matched_one_to_one() -> None:
    sentences = [(f"{first}。", f"{second}。") for first, second in wordings(aligned(SOURCE, TARGET), SOURCE, TARGET)]
    assert matched(SOURCE, TARGET) == [([first], [second]) for first, second in sentences]


HALVES = ("在雨夜里为晚归的纺织女工留一盏不灭的灯", "在清晨替早起的卖菜阿婆烧一壶滚烫的茶")


def test_one_sentence_is_matched_with_the_two_it_was_cut_into() -> None:
    whole, cut = "，".join(HALVES) + "。", "。".join(HALVES) + "。"
    parts = [f"{half}。" for half in HALVES]
    assert matched(whole, cut) == [([whole], parts)]
    assert matched(cut, whole) == [(parts, [whole])]


def test_sentences_that_share_only_a_phrase_are_no_match() -> None:
    source = "在市委的坚强领导下，渔港里停着的三十条木船终于换上了新漆，孩子们围着看了半天，谁也不肯先回家吃饭。"
    target = "在市委的坚强领导下，卖豆腐老汉把梆子传给了徒弟，自己搬到山上种起苹果，逢人便说土地不会亏待谁。"
    found = aligned(source, target)
    assert len(found.alignments) == 1
    assert found.sentences == ()


def passages(source: str, target: str) -> list[Passage]:
    return list(aligned(source, target).passages)


PARAGRAPHS = (
    "渡口的清晨总是从汽笛声开始，挑着担子的菜农最先登船，背书包的孩子跟在后面。老船工说，江水涨了又落，码头换了三任站长，只有那根缆绳还是当年的样子。",
    "去年冬天，北岸修起新桥，通车那天来了两千三百名乡亲。有人提议把渡船改成水上书屋，让放学的娃娃有个去处，大伙儿商量了整整四个晚上。",
    "图书管理员把借书证按笔画排好，忽然想起抽屉里还有半块绿豆糕。窗外的玉兰花开了，邻居家的猫趴在墙头打盹，谁家的收音机正在唱戏。",
)
APART = "Seven grey herons stood motionless while boys threw pebbles into water. Nobody counted them twice.\n"
ELSEWHERE = "Upstairs somebody practised scales upon an untuned piano, stumbling always over one note.\n"


def test_text_in_one_order_is_not_moved() -> None:
    source, target = APART.join(PARAGRAPHS), ELSEWHERE.join(PARAGRAPHS)
    found = passages(source, target)
    assert [p.moved for p in found] == [False] * 3
    assert [source[p.source.start : p.source.end] + "。" for p in found] == list(PARAGRAPHS)


def test_a_moved_paragraph_is_one_passage_and_says_that_it_moved() -> None:
    first, second, third = PARAGRAPHS
    source = APART.join([first + second, third])
    target = ELSEWHERE.join([third, first + second])
    found = passages(source, target)
    assert [p.moved for p in found] == [False, True], "the shorter of the two is the one that moved"
    assert source[found[1].source.start : found[1].source.end] + "。" == third
    assert target[found[1].target.start : found[1].target.end] + "。" == third


def test_a_single_alignment_is_a_passage_whichever_side_is_searched_from() -> None:
    source = (
        "渡口的清晨总是从汽笛声开始，挑着担子的菜农最先登船，背书包的孩子跟在后面，老船工把缆绳又紧了紧才吹响那只铜哨子"
    )
    target = source.replace("老船工", "白发老船工").replace("铜哨子", "又旧又弯的铜哨子")
    assert len(source) < AlignParams().passage_min_chars <= len(target)
    assert len({len(passages(source + ending, target)) for ending in ENDINGS}) == 1


def test_alignments_far_apart_are_passages_of_their_own() -> None:
    source, target = APART.join(PARAGRAPHS[:2]), "\n".join(PARAGRAPHS[:2])
    assert len(passages(source, target)) == 2, "near on one side only"
    assert len(passages(target, target)) == 1
