"""Laws of substitutes: the table is symmetric, places are what a slow search finds, and learning follows the rule."""

from __future__ import annotations

import itertools
from difflib import SequenceMatcher

import numpy as np
import pytest
from made_pairs import aligned, wordings

from reuse.align.clause_frames import learn_substitutes
from reuse.align.prepared import prepare
from reuse.align.seeds import find_seeds
from reuse.align.substitutes import Substitutes, load_substitutes, substitutes_beside, word_places
from reuse.model import Document, Segments
from reuse.params import AlignParams
from reuse.segment import segment

REACH = 4
SPEECH = "我们要继续深化工会改革，努力提高职工素质。必须加强基层工会建设，不断增强职工队伍的活力。"
LATER = "同志们，要全面推进工会改革，切实增强职工素质，大力强化基层工会建设，提高职工队伍的活力。"


def spoken(text: str, *, name: str = "a") -> Segments:
    return segment(Document.from_text(text, id=name, language="zh-Hans"))


def are_related(table: Substitutes, word: int, other: int) -> bool:
    return bool(table.related[word * table.row + other // 8] >> other % 8 & 1)


def test_the_shipped_table_is_sorted_and_small_and_holds_no_pair_twice() -> None:
    pairs = load_substitutes().pairs
    assert list(pairs) == sorted(set(pairs))
    assert all(x < y for x, y in pairs)
    assert all(x not in y and y not in x for x, y in pairs)
    assert 5000 < len(pairs) < 20_000


def test_related_reads_the_same_both_ways_and_never_relates_a_word_to_itself() -> None:
    table = Substitutes.from_groups([("深化", "推进"), ("推进", "深化"), ("增强", "提高"), ("加强", "加强")])
    assert table.pairs == (("增强", "提高"), ("推进", "深化"))
    every = range(len(table.numbers))
    related = np.array([[are_related(table, word, other) for other in every] for word in every])
    assert (related == related.T).all()
    assert not related.diagonal().any()
    assert related.sum() == 4


def test_the_words_of_a_group_stand_for_each_other_but_for_those_that_hold_one_another() -> None:
    table = Substitutes.from_groups([("书写", "谱写", "续写"), ("发展", "大力发展", "推进")])
    assert table.pairs == tuple(
        sorted({("书写", "谱写"), ("书写", "续写"), ("续写", "谱写"), ("发展", "推进"), ("大力发展", "推进")})
    )


def test_word_places_are_whole_words_only() -> None:
    text = spoken("深化认识，认识深化。")
    places = word_places(text, Substitutes.from_groups([("深化", "推进"), ("化认", "识深")]))
    found = ["".join(text.units[a:b]) for a, b in zip(places.first, places.last, strict=True)]
    assert found == ["深化", "深化"]
    assert places.begun.tolist() == [0, 1, 1, 1, 1, 1, 1, 2, 2]
    assert places.ended.tolist() == [0, 0, 0, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(("one", "other"), [(SPEECH, LATER), (LATER, SPEECH), (SPEECH, SPEECH), (SPEECH, "好")])
def test_places_beside_runs_are_those_that_a_slow_search_finds(one: str, other: str) -> None:
    table = load_substitutes()
    source, target = prepare([spoken(one), spoken(other, name="b")], params=AlignParams())
    seeds = find_seeds(source, target, min_length=2)
    runs = seeds.source, seeds.source + seeds.length, seeds.target, seeds.target + seeds.length
    a, b = source.word_places, target.word_places
    expected = set()
    for i, j in itertools.product(range(len(a.words)), range(len(b.words))):
        if not are_related(table, int(a.words[i]), int(b.words[j])):
            continue
        for a0, a1, b0, b1 in zip(*(column.tolist() for column in runs), strict=True):
            behind = 0 <= a.first[i] - a1 <= REACH and 0 <= b.first[j] - b1 <= REACH
            before = 0 <= a0 - a.last[i] <= REACH and 0 <= b0 - b.last[j] <= REACH
            if behind or before:
                expected.add((int(a.first[i]), int(a.last[i]), int(b.first[j]), int(b.last[j])))
    found = substitutes_beside(runs, a, b, table)
    assert list(zip(*(column.tolist() for column in found), strict=True)) == sorted(expected)


def test_several_words_in_a_row_may_stand_for_one_within_a_clause() -> None:
    table = Substitutes.from_groups([("很不容易", "并非易事"), ("很不", "不太")])
    text = spoken("取得这些成绩很不容易，容易。")
    places = word_places(text, table)
    assert ["".join(text.units[a:b]) for a, b in zip(places.first, places.last, strict=True)] == ["很不", "很不容易"]
    assert places.last[places.by_end].tolist() == sorted(places.last.tolist())


def test_exchanging_the_documents_mirrors_the_places() -> None:
    source, target = prepare([spoken(SPEECH), spoken(LATER, name="b")], params=AlignParams())
    table = load_substitutes()

    def places(x: int) -> set[tuple[int, ...]]:
        one, other = (source, target) if x == 0 else (target, source)
        seeds = find_seeds(one, other, min_length=2)
        runs = seeds.source, seeds.source + seeds.length, seeds.target, seeds.target + seeds.length
        found = substitutes_beside(runs, one.word_places, other.word_places, table)
        order = (0, 1, 2, 3) if x == 0 else (2, 3, 0, 1)
        return {tuple(int(found[k][row]) for k in order) for row in range(len(found[0]))}

    assert places(0) == places(1)
    assert len(places(0)) >= 3


def test_pairs_are_learnt_from_two_frames_that_say_more_than_chance() -> None:
    frames = ["加快{}农村改革", "继续{}企业改革"]
    same = [frame.format(word) for frame in frames for word in ("深化", "推进")]
    once = ["着力解决突出矛盾", "着力化解突出矛盾"]
    others = [f"努力做好{topic}工作" for topic in ("教育", "卫生")]
    learnt = learn_substitutes([spoken("。".join([*same, *once, *others]) + "。")], min_bits=0.0)
    assert [(pair.word, pair.substitute, pair.frames) for pair in learnt] == [("推进", "深化", 2)]
    assert learn_substitutes([spoken("。".join(same) + "。")] * 2, min_frames=3, min_bits=0.0) == []


def test_the_same_texts_in_any_order_teach_the_same() -> None:
    texts = [spoken(SPEECH), spoken(LATER), spoken(SPEECH.replace("职工", "群众"))]
    assert learn_substitutes(texts, min_frames=1, min_bits=0.0) == learn_substitutes(
        texts[::-1], min_frames=1, min_bits=0.0
    )


def test_a_table_without_rows_finds_nothing() -> None:
    table = Substitutes(())
    places = word_places(spoken(SPEECH), table)
    runs = tuple(np.array([x], dtype=np.int32) for x in (0, 2, 0, 2))
    found = substitutes_beside((runs[0], runs[1], runs[2], runs[3]), places, places, table)
    assert [len(column) for column in found] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("巩固成果扩大优势增强信心", "夯实成效发挥长处坚定决心"), ("深化健全增强书写", "推进完善提高谱写")],
)
def test_substitutes_alone_are_no_agreement(one: str, other: str) -> None:
    before = "必须坚持全心全意为人民服务的根本宗旨。\n"
    behind = "各级工会要把竭诚服务职工群众作为一切工作的出发点和落脚点。\n"
    first, second = f"{before}{one}。{behind}", f"{before}{other}。{behind}"
    found = wordings(aligned(first, second), first, second)
    assert found
    assert all(SequenceMatcher(None, a, b).find_longest_match().size > 1 for a, b in found)
