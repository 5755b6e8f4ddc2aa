"""Large results: what is kept, what is left out and said, and when one file becomes a folder."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from report_samples import graph_of, layout_of

import reuse
from reuse.model import Document, Pair, Result
from reuse.params import ReportParams
from reuse.report import fits_one_file, view

VIEW = sys.modules["reuse.report.view"]


def viewed(result: Result, **more: bool):
    graph = graph_of(result)
    return view(result, graph=graph, layout=layout_of(graph), params=ReportParams(), **more)


def with_speeches(result: Result, more: int) -> Result:
    """The same with speeches that share a little with the first one, the later the less, and less with the second."""
    added = tuple(Document.from_text("渡口的灯亮着。", id=f"x{i:03d}", language="zh-Hans") for i in range(more))
    measures = {**result.measures, **{one.id: result.measures["d2"] for one in added}}
    shares = (("d0", 0.02), ("d1", 0.001))
    pairs = tuple(
        Pair(other, one.id, 1, 0, share / (i + 1), share / 2, 0.0, 0.0)
        for i, one in enumerate(added)
        for other, share in shares
    )
    return replace(result, documents=(*result.documents, *added), measures=measures, pairs=(*result.pairs, *pairs))


def test_pairs_that_share_least_are_left_out_and_counted(many_result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VIEW, "MAX_PAIRS", 10)
    page = viewed(with_speeches(many_result, 30))
    said = next(one for one in page.method.left_out if one.key == "left.pairs")
    assert (said.slots["n"], said.slots["shown"]) == ("63", str(len(page.pairs)))
    assert said.slots["matches"] == str(63 - len(page.pairs))
    # Ten, and the closest other of each of the rest, so that every speech in the list opens something.
    assert page.many is not None
    assert all(closest is not None for closest in page.many.closest)
    for index, closest in enumerate(page.many.closest):
        pair = page.pairs[closest[1]]
        assert {index, closest[0]} == {pair.source, pair.target}


def test_formulas_left_out_are_counted_with_their_uses(many_result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VIEW, "MAX_FAMILIES", 3)
    page = viewed(many_result)
    said = next(one for one in page.method.left_out if one.key == "left.families")
    left = sum(family.occurrences for family in many_result.families) - sum(f.occurrences for f in page.families)
    assert (len(page.families), said.slots["uses"]) == (3, str(left))
    assert all(match.family is None or match.family < 3 for pair in page.pairs for match in pair.matches)


def test_nothing_is_said_where_nothing_is_left_out(many_result: Result) -> None:
    assert viewed(many_result).method.left_out == ()


def test_a_folder_holds_texts_that_one_file_would_leave_out(
    many_result: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VIEW, "MAX_PAGE_BYTES", 0)
    assert not fits_one_file(many_result, ReportParams())
    assert all(document.text is None for document in viewed(many_result).documents)
    assert all(document.text is not None for document in viewed(many_result, folder=True).documents)


def test_a_report_too_large_for_one_file_becomes_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("春天种树，秋天收粮，渡口的灯亮着。", "春天种树，秋天收粮，老桥修好了。")
    comparison = reuse.compare([Document.from_text(text, id=f"d{i}") for i, text in enumerate(texts)])
    assert comparison.to_report(tmp_path / "a.html") == tmp_path / "a.html"
    monkeypatch.setattr(VIEW, "MAX_PAGE_BYTES", 0)
    stale = tmp_path / "a-report" / "parts" / "text-99.js"
    stale.parent.mkdir(parents=True)
    stale.write_text("left from an earlier run", encoding="utf-8")
    kept = tmp_path / "a-report" / "notes.txt"
    kept.write_text("mine", encoding="utf-8")
    page = comparison.to_report(tmp_path / "a.html")
    assert page == tmp_path / "a-report" / "index.html"
    assert page.is_file()
    assert (kept.is_file(), stale.exists()) == (True, False)
