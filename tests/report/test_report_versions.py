"""Edits between two versions: nothing lost, nothing twice, in order; moved text shown as moved."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import reuse
from reuse.model import Locus, SentenceMatch
from reuse.report.offsets import Places
from reuse.report.versions import Edit, _heaviest_chain, _Match, edits
from reuse.report.view_versions import _cut

FIRST = "第一条 河流归全村共有。第二条 春天种树。\n第三条 老桥每年修一次。第四条 渡口夜里点灯。"
SECOND = "第一条 河流归全村共有。第四条 渡口夜里点灯。\n第三条 老桥每三年修一次。第五条 学堂设在庙里。"


def match(source: str, target: str, a: str, b: str, similarity: float) -> SentenceMatch:
    s, t = source.index(a), target.index(b)
    return SentenceMatch((Locus("a", s, s + len(a)),), (Locus("b", t, t + len(b)),), similarity, ())


MATCHES = (
    match(FIRST, SECOND, "第一条 河流归全村共有。", "第一条 河流归全村共有。", 1.0),
    match(FIRST, SECOND, "第三条 老桥每年修一次。", "第三条 老桥每三年修一次。", 0.95),
    match(FIRST, SECOND, "第四条 渡口夜里点灯。", "第四条 渡口夜里点灯。", 1.0),
)


def told(found: Sequence[Edit], source: str = FIRST, target: str = SECOND) -> list[tuple[str, str]]:
    return [
        (edit.kind, target[slice(*edit.target)] if edit.target and edit.kind != "away" else source[slice(*edit.source)])
        for edit in found
        if edit.source or edit.target
    ]


def test_kept_reworded_moved_dropped_and_new_stand_in_reading_order() -> None:
    assert told(edits(FIRST, SECOND, MATCHES)) == [
        ("kept", "第一条 河流归全村共有。"),
        ("moved", "第四条 渡口夜里点灯。"),
        ("dropped", "第二条 春天种树。"),
        ("reworded", "第三条 老桥每三年修一次。"),
        ("new", "第五条 学堂设在庙里。"),
        ("away", "第四条 渡口夜里点灯。"),
    ]


def test_lines_that_no_match_holds_are_compared_with_each_other() -> None:
    without = [one for one in MATCHES if one.similarity < 1]
    assert told(edits(FIRST, SECOND, without)) == told(edits(FIRST, SECOND, MATCHES))


def test_the_same_text_is_kept_whole() -> None:
    assert {edit.kind for edit in edits(FIRST, FIRST, ())} == {"kept"}


SENTENCES = st.lists(
    st.sampled_from(["春江水暖。", "老桥修好了！", "渡口点灯；学堂开课", "甲乙丙丁", "  \n", "……"]), max_size=9
)


@given(SENTENCES, SENTENCES, st.data())
def test_every_letter_of_both_texts_is_in_one_edit(left: list[str], right: list[str], data: st.DataObject) -> None:
    source, target = "\n".join(left), "\n".join(right)
    found: list[SentenceMatch] = []
    if source and target:
        spans = st.tuples(st.integers(0, len(source) - 1), st.integers(0, len(target) - 1), st.floats(0.3, 1))
        for s, t, similarity in data.draw(st.lists(spans, max_size=5)):
            places = (Locus("a", s, min(s + 4, len(source))),), (Locus("b", t, min(t + 4, len(target))),)
            found.append(SentenceMatch(*places, similarity, ()))
    listed = edits(source, target, found)
    for text, side, elsewhere in ((source, 0, "moved"), (target, 1, "away")):
        spans = [(edit.source, edit.target)[side] for edit in listed if edit.kind != elsewhere]
        covered = [i for span in spans if span for i in range(*span)]
        assert len(covered) == len(set(covered))
        assert {i for i, letter in enumerate(text) if letter.isalnum()} <= set(covered)
    places = [edit.target for edit in listed if edit.target and edit.kind != "away"]
    assert places == sorted(places)
    assert sum(e.kind == "moved" for e in listed) == sum(e.kind == "away" for e in listed)


SPANS = st.tuples(st.integers(0, 12), st.integers(1, 4)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(st.builds(_Match, SPANS, SPANS, st.just(1.0), st.integers(1, 9).map(float)), max_size=8))
def test_the_chain_is_the_heaviest_of_all_in_order(matches: list[_Match]) -> None:
    def in_order(chain: Sequence[_Match]) -> bool:
        pairs = pairwise(chain)
        return all(a.source[1] <= b.source[0] and a.target[1] <= b.target[0] for a, b in pairs)

    ordered = sorted(matches, key=lambda one: (one.source, one.target))
    chain = _heaviest_chain(ordered)
    subsets = (subset for size in range(len(ordered) + 1) for subset in combinations(ordered, size))
    best = max(sum(one.weight for one in subset) for subset in subsets if in_order(subset))
    assert in_order(chain)
    assert sum(one.weight for one in chain) == best


def test_two_versions_of_a_law_keep_most_of_their_articles(shared: Path) -> None:
    laws = shared / "corpora" / "law_versions"
    name = "全国人民代表大会和地方各级人民代表大会代表法"
    both = [reuse.read(laws / f"{name}({date}).txt") for date in ("2015-08-29", "2025-03-11")]
    result = reuse.compare(both)
    kinds = [edit.kind for edit in edits(*(document.text for document in result.documents), result.sentences)]
    assert kinds.count("kept") >= 90
    assert kinds.count("dropped") <= 6
    assert 20 <= kinds.count("new") <= 40


def test_a_blank_more_is_no_difference() -> None:
    source, target = Places("第一章 总则。"), Places("第一章 总　则。")
    assert _cut(Edit("kept", (0, 7), (0, 8), 1.0), source, target) == ()
    assert _cut(Edit("reworded", (0, 7), (0, 7), 0.9), source, Places("第二章 总则。")) == ((1, 2, 1, 2),)
