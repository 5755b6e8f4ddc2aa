"""From results to view records: numbers, names, cuts."""

import sys
from dataclasses import replace

import pytest
from report_samples import CLOSING, MANY_SHARED, OPENING, THIRD, Shared, graph_of, layout_of, sample

from reuse.model import Document, Family, Result
from reuse.params import ReportParams
from reuse.report import PageView, view
from reuse.report.view import interface_language


def viewed(result: Result, **params: object) -> PageView:
    graph = graph_of(result)
    return view(result, graph=graph, layout=layout_of(graph), params=ReportParams(**params))


def test_a_pair_has_the_sections_of_a_pair(pair_result: Result) -> None:
    page = viewed(pair_result)
    assert page.kind == "pair"
    assert page.sections == ("top", "map", "read", "formulas", "net", "method")
    assert [document.label for document in page.documents] == ["A", "B"]


def test_many_speeches_have_theirs(many_result: Result) -> None:
    page = viewed(many_result)
    assert page.sections == ("top", "speeches", "shares", "formulas", "grid", "time", "net", "method")
    assert page.many is not None
    assert sorted(page.many.heat) == [0, 1, 2]
    assert len({document.label for document in page.documents}) == 3


def test_nothing_found_is_a_page_of_its_own(nothing_result: Result) -> None:
    page = viewed(nothing_result)
    assert (page.kind, page.sections, page.figures) == ("none", ("top", "method"), {})
    assert page.nothing is not None
    assert page.nothing.nearest is not None
    assert (page.nothing.nearest.bits, page.nothing.nearest.threshold, page.nothing.nearest.short) == (
        "18",
        "24",
        "6.5",
    )
    assert page.nothing.nearest.least is None
    assert (page.nothing.hindrance, page.nothing.command) == ("short", "")


def test_formulas_without_matches_are_listed_on_the_page_of_nothing(pair_result: Result) -> None:
    page = viewed(replace(pair_result, alignments=(), passages=(), sentences=()))
    assert (page.kind, page.sections, page.figures, page.families) == ("none", ("top", "method"), {}, ())
    assert page.nothing is not None
    assert len(page.nothing.formulas) == len(pair_result.families) > 0


def test_a_setting_is_advised_only_where_it_helps(nothing_result: Result) -> None:
    miss = nothing_result.nearest_miss
    assert miss is not None
    enough = replace(nothing_result, nearest_miss=replace(miss, bits=miss.threshold + 1))
    for length, command in ((4, ""), (12, "speech-reuse compare d0 d1 --min-chars 4")):
        params = {"align": {"min_length_chars": length, "min_matched_chars": 4}}
        shown = viewed(replace(enough, params=params)).nothing
        assert shown is not None
        assert shown.nearest is not None
        assert (shown.command, shown.nearest.least) == (command, str(length))


def test_no_chart_and_no_section_is_empty(many_result: Result) -> None:
    undated = replace(many_result, documents=tuple(replace(d, date=None) for d in many_result.documents), families=())
    page = viewed(undated)
    assert not {"time", "net", "formulas", "grid"} & set(page.sections)
    assert set(page.figures) == {"shares"}


def test_matches_are_numbered_in_source_order_and_cut_where_they_stand(pair_result: Result) -> None:
    page = viewed(pair_result)
    (pair,) = page.pairs
    texts = [page.documents[pair.source].text, page.documents[pair.target].text]
    assert [match.number for match in pair.matches] == list(range(1, len(pair_result.alignments) + 1))
    assert [match.source for match in pair.matches] == sorted(match.source for match in pair.matches)
    by_id = {alignment.id: alignment for alignment in pair_result.alignments}
    for match in pair.matches:
        alignment = by_id[match.id]
        for text, span, locus in zip(
            texts, (match.source, match.target), (alignment.source, alignment.target), strict=True
        ):
            assert text is not None
            assert text[slice(*span)] == pair_result.text(locus)


def test_offsets_count_utf_16_units_and_places_code_points() -> None:
    result = sample(("𠮷𠮷野家今天开幕了", "𠮷今天开幕了"), [Shared(0, "今天开幕了", 1, "今天开幕了")])
    (match,) = viewed(result).pairs[0].matches
    assert (match.source, match.target) == ((6, 11), (2, 7))
    assert (match.source_place, match.target_place) == ("¶1 · 4–9", "¶1 · 1–6")


def test_ledgers_add_up_to_the_document_and_to_a_hundred(pair_result: Result) -> None:
    for document in viewed(pair_result).documents:
        measures = pair_result.measures[document.id]
        assert sum(part.characters for part in document.ledger) == measures.characters
        tenths = sum(round(float(part.percent.removesuffix("%")) * 10) for part in document.ledger)
        assert tenths == 1000


def test_the_strongest_matches_are_kept_and_the_others_counted(pair_result: Result) -> None:
    page = viewed(pair_result, max_alignments=3)
    (pair,) = page.pairs
    kept = sorted((alignment.bits for alignment in pair_result.alignments), reverse=True)[:3]
    assert sorted((match.bits for match in pair.matches), reverse=True) == kept
    assert (pair.alignments, pair.left_out) == ("7", "4")
    assert [said.key for said in page.method.left_out] == ["left.matches"]
    assert page.opening is not None
    assert page.opening.notes[-1].key == "note.cut"


def test_texts_are_left_out_of_a_page_that_would_grow_too_large(
    pair_result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["reuse.report.view"], "MAX_PAGE_BYTES", 2_500_100)
    page = viewed(pair_result)
    assert all(document.text is None for document in page.documents)
    assert "left.texts" in [said.key for said in page.method.left_out]


def test_brackets_of_the_text_are_no_slots(pair_result: Result) -> None:
    family: Family = replace(pair_result.families[0], template="〔1〕甲〔9〕乙")
    page = viewed(replace(pair_result, families=(family,)))
    assert page.families[0].parts == (0, "甲〔9〕乙")


def test_uses_count_every_occurrence_by_document(pair_result: Result) -> None:
    for family, shown in zip(pair_result.families, viewed(pair_result).families, strict=True):
        assert sum(use.times for use in shown.uses) == family.occurrences
        assert {use.document for use in shown.uses} == {0, 1}


@pytest.mark.parametrize(
    ("languages", "wanted", "given"),
    [
        (("zh-Hans", "zh-Hant", "en"), "auto", "zh"),
        (("zh-Hans", "en"), "auto", "en"),
        (("en", "en"), "zh", "zh"),
        ((None, None), "auto", "en"),
    ],
)
def test_language_of_the_interface(languages: tuple[str | None, ...], wanted: str, given: str) -> None:
    documents = [Document.from_text("字", id=str(i), language=language) for i, language in enumerate(languages)]
    assert interface_language(documents, wanted) == given


def test_speeches_of_one_series_are_called_by_their_years() -> None:
    result = sample((OPENING, CLOSING, THIRD), MANY_SHARED, dates=("2019", "2020", "2021"), series=("工会",) * 3)
    assert [document.label for document in viewed(result).documents] == ["2019", "2020", "2021"]


def test_the_answer_names_both_shares_and_the_stock(pair_result: Result) -> None:
    opening = viewed(pair_result).opening
    assert opening is not None
    assert opening.answer.key == "answer.pair.stock"
    assert set(opening.answer.slots) == {"a", "b", "a_share", "b_share", "stock"}
    assert len(opening.facts) == 5


def test_agreement_that_is_all_stock_is_called_so() -> None:
    result = sample((OPENING, CLOSING), [Shared(0, "谢谢大家", 1, "谢谢大家", "verbatim", 0.9)])
    opening = viewed(result).opening
    assert opening is not None
    assert (opening.answer.key, opening.notes[0].key) == ("answer.pair.all_stock", "note.only_stock")


def test_rows_of_the_timeline_stand_in_the_order_in_which_formulas_were_taken_up(many_result: Result) -> None:
    firsts = ("2021", None, "1999", "2016-04")
    dated = tuple(replace(family, first=first) for family, first in zip(many_result.families[:4], firsts, strict=True))
    many = viewed(replace(many_result, families=dated)).many
    assert many is not None
    assert many.time_families == many.grid_families == (2, 3, 0, 1)


def test_formulas_of_half_the_speeches_come_before_those_of_all(
    many_result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    families = tuple(
        replace(many_result.families[i], documents=documents, bits=50.0, stock=stock)
        for i, (documents, stock) in enumerate([(3, 0.1), (2, 0.1), (2, 0.9), (1, 0.1)])
    )
    monkeypatch.setattr(sys.modules["reuse.report.view_many"], "MAX_GRID_FAMILIES", 2)
    page = viewed(replace(many_result, families=families))
    assert page.many is not None
    # Of three speeches two hold the second: 1/2 x 1/2; all hold the first, one the last: 1/4 x 3/4; stock counts half.
    assert sorted(page.many.grid_families) == [0, 1]


@pytest.mark.parametrize(
    ("shares", "titles", "key"),
    [
        ((0.55, 0.56), ("2016年工作报告", "2017年工作报告"), "note.shared_half"),
        ((0.95, 0.79), ("2016年工作报告", "2017年工作报告"), "note.shared_half"),
        ((0.85, 0.8), ("2016年工作报告", "2017年工作报告"), "note.versions"),
        ((0.55, 0.56), ("工作报告（草案）", "工作报告"), "note.versions"),
        ((0.55, 0.56), ("Speech, draft 2", "Speech, draft 3"), "note.versions"),
        ((0.9, 0.5), ("工作报告", "工作报告"), None),
    ],
)
def test_two_versions_of_one_text_are_called_so_and_others_not(
    pair_result: Result, shares: tuple[float, float], titles: tuple[str, str], key: str | None
) -> None:
    pair = replace(pair_result.pairs[0], source_share=shares[0], target_share=shares[1])
    documents = tuple(replace(one, title=title) for one, title in zip(pair_result.documents, titles, strict=True))
    page = viewed(replace(pair_result, pairs=(pair,), documents=documents))
    assert page.opening is not None
    said = [note.key for note in page.opening.notes if note.key in ("note.versions", "note.shared_half")]
    assert said == ([key] if key else [])
    assert page.versions[0].opens == bool(key)


def test_torn_quotation_marks_are_closed_where_a_match_is_shown() -> None:
    texts = ("我们推进“河湖长制”建设，成绩很好。", "大家说：“河湖长制”建设要靠众人。")
    result = sample(texts, (Shared(0, "河湖长制”建设", 1, "河湖长制”建设"),), titles=("甲", "乙"))
    (match,) = viewed(result).pairs[0].matches
    assert match.closing == (1, 0, 1, 0)
    assert [text[slice(*span)] for text, span in zip(texts, (match.source, match.target), strict=True)] == [
        "河湖长制”建设"
    ] * 2
    (plain,) = viewed(sample(texts, (Shared(0, "建设", 1, "建设"),), titles=("甲", "乙"))).pairs[0].matches
    assert plain.closing == ()
