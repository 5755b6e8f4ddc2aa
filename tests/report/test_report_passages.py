"""Passages that hold no match: listed, laid side by side and counted on the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import CLOSING, OPENING, PAIR_SHARED, THIRD, folder_of, graph_of, layout_of, page_of, sample

from reuse.model import Locus, Passage, Result
from reuse.params import Params, ReportParams
from reuse.report.view import view
from reuse.report.view_matches import PASSAGE
from reuse.report.view_passages import laid_beside

MIXED = "河边的柳树绿了又黄，老码头的钟声还在，我们记得每一个清晨"
OTHER = "石板巷口有人修伞，有人磨刀，雨后的台阶泛着青光，远处传来牧笛"
LETTERS = st.text(alphabet="ab Z,.。，的国家建设\n𠮷", max_size=40)


def passage(result: Result, *, target: int, words: str) -> Passage:
    a, b = result.documents[0], result.documents[target]
    at, to = a.text.index(MIXED), b.text.index(words)
    return Passage(
        f"p{target}", Locus(a.id, at, at + len(MIXED)), Locus(b.id, to, to + len(words)), (), moved=False, bits=71.25
    )


def with_passages(result: Result, *passages: Passage) -> Result:
    held = {(one.source.document, one.target.document) for one in passages}
    pairs = tuple(replace(pair, passages=pair.passages + ((pair.source, pair.target) in held)) for pair in result.pairs)
    return replace(result, passages=(*result.passages, *passages), pairs=pairs)


@pytest.fixture
def two() -> Result:
    result = sample((OPENING, CLOSING), ())
    return with_passages(result, passage(result, target=1, words=OTHER))


@pytest.fixture
def three() -> Result:
    result = sample((OPENING, CLOSING, THIRD), ())
    return with_passages(
        result,
        passage(result, target=1, words=OTHER),
        passage(result, target=2, words="年轻人要像海一样宽阔，像灯塔一样坚定"),
    )


def view_of(result: Result):
    graph = graph_of(result)
    return view(result, graph=graph, layout=layout_of(graph), params=ReportParams())


@given(LETTERS, LETTERS)
def test_opcodes_cover_both_texts_and_what_is_equal_is_the_same(source: str, target: str) -> None:
    at, to = 0, 0
    for tag, s0, s1, t0, t1 in laid_beside(source, target):
        assert (s0, t0) == (at, to)
        assert s1 > s0 or t1 > t0
        assert (tag == "equal") == (source[s0:s1] == target[t0:t1] != "")
        assert (tag == "insert") == (s0 == s1)
        assert (tag == "delete") == (t0 == t1)
        at, to = s1, t1
    assert (at, to) == (len(source), len(target))


def test_a_page_of_passages_alone_shows_them_and_not_that_nothing_was_found(two: Result) -> None:
    page = view_of(two)
    assert (page.kind, page.kinds[PASSAGE], page.nothing) == ("pair", "passage", None)
    (match,) = page.pairs[0].matches
    assert (match.kind, match.bits, match.id, match.stock) == (PASSAGE, 71.2, "p1", 0)
    assert OPENING[slice(*match.source)] == MIXED
    assert page.opening
    assert page.opening.answer.key == "answer.passages"


def test_passages_without_a_match_stand_beside_matches_and_change_none_of_their_counts() -> None:
    found = sample((OPENING, CLOSING), PAIR_SHARED)
    page, plain = view_of(with_passages(found, passage(found, target=1, words=OTHER))), view_of(found)
    bare = [match for match in page.pairs[0].matches if match.kind == PASSAGE]
    assert len(bare) == 1
    assert len(page.pairs[0].matches) == len(plain.pairs[0].matches) + 1
    assert page.pairs[0].left_out is None
    assert page.opening
    assert plain.opening
    texts = [getattr(one.facts[0].value.slots["n"], "text", "") for one in (page.opening, plain.opening)]
    assert texts[0] == texts[1]
    assert plain.kinds == page.kinds[:PASSAGE]


def test_the_opening_tells_how_much_of_each_text_lies_in_passages(two: Result) -> None:
    slots = view_of(two).opening.answer.slots
    share = len(MIXED) / two.measures["d0"].characters
    assert slots["a_share"].text == f"{share * 100:.0f}%"


def test_two_texts_show_the_passage_side_by_side(open_page, two: Result) -> None:
    one = open_page(page_of(two, "en"), "#m=1&view=rows")
    assert "no clause in common" in one.text("#answer")
    assert one.text('[data-row="1"] .kind').strip().endswith("passage")
    cells = one.page.locator('[data-row="1"] .cell .quoted:not(.around)').all_inner_texts()
    assert cells == [MIXED, OTHER]
    assert "71" in one.text('[data-row="1"] .measures')
    assert one.text('#chips [data-kind="passage"] .count') == "1"
    one.page.click('#chips [data-kind="passage"]')
    assert one.seen("#read-none") == 1


@pytest.mark.parametrize("folder", [False, True])
def test_many_texts_list_the_pairs_with_passages_and_open_them(
    open_page, three: Result, tmp_path: Path, *, folder: bool
) -> None:
    page = folder_of(three, tmp_path / "folder") if folder else page_of(three, "en")
    one = open_page(page)
    assert "2 passages in 2 of their pairs" in one.text("#answer")
    assert one.count('[data-figure="shares"]') == 0
    rows = [row.split("\t") for row in one.page.locator("#pair-list tbody tr").all_inner_texts()]
    assert [row[5] for row in rows] == ["1", "1", "0"]
    one.page.locator("#pair-list tbody tr").first.locator("a").click()
    one.page.wait_for_selector(".pane .mark.passage")
    assert "".join(one.page.locator('.pane[data-side="0"] .mark.passage').all_inner_texts()) == MIXED


def test_the_network_joins_texts_that_share_passages_only(three: Result) -> None:
    from reuse.graph import build_graph  # noqa: PLC0415

    graph = build_graph(three, params=Params().graph)
    edge = graph.edges["d0", "d2"]
    assert (edge["kind"], edge["passages"], edge["alignments"], edge["weight"]) == ("shares", 1, 0, 71.25)
    assert not graph.has_edge("d1", "d2")
