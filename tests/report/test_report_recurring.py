"""What stands beside the families: word for word, names, parallel clauses, wordings that moved."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import graph_of, layout_of, with_recurring

from reuse.model import Result
from reuse.params import ReportParams
from reuse.report import PageView, view
from reuse.report.view_changes import _frame
from reuse.report.view_families import year_ranges

RECURRING = sys.modules["reuse.report.view_recurring"]


def viewed(result: Result) -> PageView:
    graph = graph_of(result)
    return view(result, graph=graph, layout=layout_of(graph), params=ReportParams())


def test_every_place_is_the_words_it_says(many_result: Result) -> None:
    result = with_recurring(many_result)
    page = viewed(result)
    assert [phrase.name for phrase in page.recurring.phrases] == ["W01", "W02", "T01"]
    for phrase in page.recurring.phrases:
        for place in phrase.places:
            assert result.documents[place.document].text[place.start : place.end] == phrase.text
    (change,) = page.recurring.changes
    for wording in change.wordings:
        for place in wording.places:
            assert result.documents[place.document].text[place.start : place.end] == wording.text


def test_wordings_name_each_other_by_their_place_in_the_list(many_result: Result) -> None:
    longer, greeting, term = viewed(with_recurring(many_result)).recurring.phrases
    assert (longer.family, longer.longer) == (0, (("大会今天", "2"),))
    assert (greeting.variant_of, term.part_of) == (0, (0,))
    assert (greeting.position, longer.position) == ("closing", None)


def test_periods_of_a_change_are_those_of_all_its_wordings(many_result: Result) -> None:
    (change,) = viewed(with_recurring(many_result)).recurring.changes
    assert change.periods == ("2016", "2021")
    assert [wording.held for wording in change.wordings] == [((1, 1), (0, 2)), ((0, 1), (1, 2))]


def test_a_doubtful_variant_is_never_wholly_alike(many_result: Result) -> None:
    (maybe,) = viewed(with_recurring(many_result)).families[0].maybe
    assert (maybe.text, maybe.likeness) == ("石板巷口", "0.99")


def test_fillers_tell_who_and_when(many_result: Result) -> None:
    slots = viewed(with_recurring(many_result)).families[0].slots
    assert {filler.years for slot in slots for filler in slot.fillers} == {"2016–2017"}
    assert slots[0].fillers[0].speakers == (("张三", "1"),)


def test_what_is_cut_is_counted(many_result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RECURRING, "MAX_PLACES_OF_A_KIND", 3)
    monkeypatch.setattr(RECURRING, "MAX_CHANGES", 0)
    page = viewed(with_recurring(many_result))
    said = {one.key: one.slots for one in page.method.left_out}
    assert said["left.phrases"] == {"n": "3", "shown": str(len(page.recurring.phrases))}
    assert [phrase.name for phrase in page.recurring.phrases] == ["W01", "T01"]
    assert said["left.changes"] == {"n": "1", "shown": "0"}
    assert "changes" not in page.sections


def test_formulas_have_their_section_without_any_family(many_result: Result) -> None:
    bare = replace(with_recurring(many_result), families=())
    page = viewed(replace(bare, changes=()))
    assert "formulas" in page.sections
    assert "grid" not in page.sections
    assert "quadrant" not in page.figures


@pytest.mark.parametrize(
    ("frame", "pieces"),
    [
        ("党联系〔〕的〔〕", ("党联系", "的", "")),
        ("〔1〕全面〔2〕改革", ("", "全面", "改革")),
        ("没有", ("没有",)),
        ("失业率〔N〕%〔〕", ("失业率〔N〕%", "")),
        ("引文〔注〕在", ("引文〔注〕在",)),
        ("〔", ("〔",)),
    ],
)
def test_frames_are_cut_at_their_gaps(frame: str, pieces: tuple[str, ...]) -> None:
    assert _frame(frame) == pieces


@given(st.sets(st.integers(1900, 2030)))
def test_ranges_of_years_hold_every_year_once(years: set[int]) -> None:
    text = year_ranges([(str(year), 1) for year in sorted(years)])
    told: list[int] = []
    for run in filter(None, text.split(", ")):
        first, _, last = run.partition("–")
        told += range(int(first), int(last or first) + 1)
    assert told == sorted(years)
