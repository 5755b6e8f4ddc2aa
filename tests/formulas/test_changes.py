"""Wordings that time decides, in made and in real speeches."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_speeches import Even, speech

from reuse.formulas.changes import SLOT, find_changes
from reuse.formulas.families import find_families
from reuse.formulas.frames import is_figures, word_edges
from reuse.formulas.surfaces import ANY_FIGURE
from reuse.model import Document, Segments, WordingChange
from reuse.params import FormulaParams, HistoryParams
from reuse.segment import segment

SHARED = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "gwr_national"
FILL = ("山河壮丽。", "江海奔流。", "星月同辉。", "草木葱茏。", "风雨兼程。", "日新月异。")


def series(wording: dict[int, str], *, first: int = 2000, years: int = 18) -> list[Segments]:
    """A speech a year; from each year of `wording` on that wording is used, amid varied sentences."""
    found = []
    for year in range(first, first + years):
        now = wording[max(start for start in wording if start <= year)]
        text = f"{FILL[year % 6]}我们将继续实施{now}的货币政策，{FILL[(year + 1) % 6]}向大会报告工作。"
        found.append(speech(text, f"d{year}", date=str(year)))
    return found


def changes(segments: list[Segments], **settings: int) -> tuple[WordingChange, ...]:
    return find_changes(segments, background=Even(), params=HistoryParams(**settings)).changes


def test_a_shift_inside_a_clause_is_found_and_dated() -> None:
    first, *_ = changes(series({2000: "从紧", 2006: "稳健", 2012: "适度宽松"}))
    assert SLOT in first.frame
    assert [(word.first, word.last, word.documents) for word in first.wordings] == [
        ("2000", "2005", 6),
        ("2006", "2011", 6),
        ("2012", "2017", 6),
    ]
    assert "稳健的货币政策" in first.wordings[1].text
    assert first.documents == 18
    assert first.p < 0.01
    assert first.settled > 0.5


def test_places_are_those_of_the_texts() -> None:
    segments = series({2000: "从紧", 2009: "稳健"})
    texts = {s.document.id: s.document.text for s in segments}
    for change in changes(segments):
        for word in change.wordings:
            written = [texts[p.document][p.start : p.end] for p in word.occurrences]
            assert word.text == written[0]
            assert len({p.document for p in word.occurrences}) == word.documents
            assert sum(period.documents for period in word.history) == word.documents


def holds_the_law(found: tuple[WordingChange, ...], segments: list[Segments]) -> int:
    """Check that every place of a wording says that wording, and that its dates are of those places; how many."""
    documents = {s.document.id: s.document for s in segments}
    places = 0
    for change in found:
        texts = [units(word.text) for word in change.wordings]
        assert not any(one != other and contains(other, one) for one in texts for other in texts), change
        for word, own in zip(change.wordings, texts, strict=True):
            for place in word.occurrences:
                assert units(documents[place.document].text[place.start : place.end]) == own, word.text
            holders = [documents[name] for name in sorted({place.document for place in word.occurrences})]
            dates = sorted(document.date or "" for document in holders)
            assert (word.documents, word.first, word.last) == (len(holders), dates[0], dates[-1])
            assert sum(period.documents for period in word.history) == len(holders)
            places += len(word.occurrences)
    return places


def units(text: str) -> tuple[str, ...]:
    return segment(Document.from_text(text.replace(ANY_FIGURE, "1"), id="w", language="zh")).units


def contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1))


BEFORE = st.sampled_from(("我们要", "今年", "必须继续", "", "会议强调", "各级政府都要"))
VERBS = st.sampled_from(("实施", "实行", "坚持", "全面落实", "继续"))
MODES = st.sampled_from(("稳健", "适度宽松", "适度从紧", "更加积极有为", "积极"))
BEHIND = st.sampled_from(("", "和积极的财政政策", "不动摇", "、就业政策", "，确保增长8%以上", "，确保增长6.5%左右"))


@given(
    st.lists(st.tuples(BEFORE, VERBS, MODES, BEHIND), min_size=8, max_size=16),
    st.lists(st.tuples(BEFORE, VERBS, MODES, BEHIND), min_size=8, max_size=16),
)
@settings(max_examples=25, deadline=None)
def test_every_place_of_a_wording_says_it(
    old: list[tuple[str, str, str, str]], new: list[tuple[str, str, str, str]]
) -> None:
    segments = []
    for year, (before, verb, mode, behind) in enumerate((*old, *new)):
        old_mode = "从紧" if year < len(old) and mode == "积极" else mode
        text = f"{FILL[year % 6]}{before}{verb}{old_mode}的货币政策{behind}。向第{year}届大会报告工作。"
        segments.append(speech(text, f"d{year}", date=str(1990 + year)))
    families = find_families(segments, (), background=Even(), params=FormulaParams()).families
    found = find_changes(
        segments, families, background=Even(), params=HistoryParams(deals=49, max_p=1.0, min_settled=0.0)
    )
    holds_the_law(found.changes, segments)


def test_wordings_used_in_turn_are_no_change() -> None:
    swing = {year: ("稳健", "从紧")[year % 2] for year in range(2000, 2018)}
    assert not [change for change in changes(series(swing)) if any("稳健" in w.text for w in change.wordings)]


def test_what_a_stronger_change_shows_is_not_told_again() -> None:
    found = changes(series({2000: "从紧", 2009: "稳健"}))
    assert sum("从紧" in word.text for change in found for word in change.wordings) == 1


def test_few_or_undated_documents_give_nothing() -> None:
    segments = series({2000: "从紧", 2003: "稳健"}, years=5)
    assert changes(segments) == ()
    assert changes([speech(s.document.text, s.document.id) for s in series({2000: "从紧", 2009: "稳健"})]) == ()
    assert changes([]) == ()


def test_the_most_that_are_kept() -> None:
    segments = series({2000: "从紧", 2009: "稳健"})
    assert len(changes(segments, max_changes=1)) == 1
    assert changes(segments) == changes(segments)


@pytest.mark.shared
def test_the_oldest_known_shifts_come_out_by_themselves() -> None:
    if not SHARED.is_dir():
        pytest.skip("the corpora beside the checkout are not there")
    from reuse.background import load  # noqa: PLC0415
    from reuse.read import read_inputs  # noqa: PLC0415

    documents = sorted(read_inputs([str(SHARED)]).documents, key=lambda d: d.date or "")
    segments = [segment(document) for document in documents]
    families = find_families(segments, (), background=load(), params=FormulaParams()).families
    every = find_changes(segments, families, background=load(), params=HistoryParams()).changes
    assert holds_the_law(every, segments) > 4000
    found = every[:60]
    known = {
        "monetary policy": ("稳健的货币政策", "适度宽松的货币政策"),
        "fiscal policy": ("稳健的财政政策", "积极的财政政策"),
        "rally round": ("江泽民同志为核心的党中央周围", "习近平同志为核心的党中央周围"),
        "guided by": ("“三个代表”重要思想为指导", "中国特色社会主义思想为指导"),
        "social management": ("创新社会管理", "创新社会治理"),
    }
    for name, wordings in known.items():
        hits = [all(any(wording in word.text for word in change.wordings) for wording in wordings) for change in found]
        assert any(hits), name


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2015年9月3日", True),
        ("2015年07月21日13:32来源", True),
        ("城镇新增就业900万人以上", False),
        ("居民消费价格上涨0.2%", False),
        ("稳健的货币政策", False),
    ],
)
def test_dates_are_no_wording(text: str, figures: bool) -> None:
    found = segment(Document.from_text(text, id="d"))
    assert is_figures([word_edges(found, [False] * (len(found) + 1))], (0, 0, len(found))) is figures


def test_trials_and_what_chance_would_reach_are_counted() -> None:
    segments = series({2000: "从紧", 2009: "稳健"})
    found = find_changes(segments, background=Even(), params=HistoryParams())
    assert found.tried >= found.reached >= len(found.changes) >= 1
    every = find_changes(segments, background=Even(), params=HistoryParams(max_p=1.0))
    assert every.tried == every.reached == found.tried
