"""A comparison in a notebook, and one that is broken off."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
from small_result import small_result

import reuse
from reuse.model import Document
from reuse.report.notebook import MAX_BYTES, notebook_view

SPECIMENS = Path(__file__).resolve().parents[1] / "corpus" / "specimens"


def inside(view: str) -> str:
    """What stands in the frame."""
    match = re.fullmatch(r'<iframe sandbox="" srcdoc="([^"]*)"[^>]*></iframe>', view)
    assert match is not None
    return html.unescape(match[1])


def test_a_notebook_shows_shares_rows_and_formulas() -> None:
    page = inside(reuse.compare(reuse.read_all(SPECIMENS))._repr_html_())
    for words in ("14 speeches", "全市各级工会组织", "families of formulas", "<ins>"):
        assert words in page
    assert "script" not in page.lower()


def test_words_of_a_speech_are_never_markup() -> None:
    result = small_result()
    wild = '<img src=x onerror=alert(1)>"></iframe><b>'
    documents = tuple(replace(document, title=wild) for document in result.documents)
    view = notebook_view(replace(result, documents=documents))
    assert view.count("<") == 2, "one frame, opened and closed"
    page = inside(view)
    assert "<img" not in page
    assert "&lt;img" in page


def test_the_view_stays_small_whatever_it_shows() -> None:
    result = small_result()
    long = "&" * 3000
    document = replace(result.documents[0], text=long)
    row = replace(
        result.alignments[0],
        source=replace(result.alignments[0].source, start=0, end=3000),
        target=replace(result.alignments[0].source, start=0, end=3000),
        opcodes=(("equal", 0, 3000, 0, 3000),),
    )
    many = tuple(replace(row, id=f"a{number}") for number in range(500))
    families = tuple(replace(result.families[0], template="\"'<>" * 500) for _ in range(50))
    big = replace(result, documents=(document, result.documents[1]), alignments=many, families=families)
    assert len(notebook_view(big).encode()) < MAX_BYTES
    assert "of 500 alignments" in inside(notebook_view(big))


class EnoughError(Exception):
    """What a caller raises to end a comparison."""


@pytest.mark.parametrize("after", [0, 3, 7])
def test_whatever_progress_raises_ends_the_comparison(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    speeches = reuse.read_all(SPECIMENS)
    steps: list[str] = []

    def progress(stage: str, done: int, total: int) -> None:
        steps.append(stage)
        if len(steps) > after:
            raise EnoughError

    with pytest.raises(EnoughError):
        reuse.compare(speeches, progress=progress)
    assert len(steps) == after + 1, "nothing goes on behind the caller's back"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", ["to_html", "to_json", "to_tei", "to_docx", "to_parquet"])
def test_an_output_that_is_broken_off_leaves_nothing(way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = reuse.compare(
        [Document.from_text("工会是党联系职工群众的桥梁和纽带。", id=name) for name in ("one", "other")]
    )

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)  # the last step before a file gets its name
    with pytest.raises(KeyboardInterrupt):
        getattr(comparison, way)(tmp_path / "out")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_was_not_read_goes_along(tmp_path: Path) -> None:
    for name, text in (("a.txt", "同志们，大会开幕了。"), ("b.txt", "同志们，大会闭幕了。"), ("c.txt", "  ")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    comparison = reuse.compare(reuse.read_all(tmp_path))
    assert [Path(skipped.path).name for skipped in comparison.skipped] == ["c.txt"]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_frames_of_either_library(library: str) -> None:
    comparison = reuse.compare(
        reuse.read_all(SPECIMENS / "2016-qingyan-people.txt", SPECIMENS / "2017-qingyan-people.txt")
    )
    frames = comparison.to_frames(library)
    assert type(frames["alignments"]).__module__.split(".")[0] == library
    assert len(frames["alignments"]) == len(comparison.alignments)
    assert len(frames["documents"]) == 2
    assert float(frames["alignments"]["bits"].max()) == max(row.bits for row in comparison.alignments)


def test_what_is_typed_without_print_fits_on_a_line() -> None:
    """A terminal shows it, and a notebook stores it beside its own view."""
    speeches = reuse.read_all(SPECIMENS)
    editions = reuse.editions(speeches[-1], speeches[:-1])
    values = (
        speeches,
        speeches[0],
        reuse.compare(speeches),
        reuse.inventory(speeches),
        reuse.history(speeches),
        editions,
    )
    for value in values:
        assert re.fullmatch(rf"<{type(value).__name__}[ :].{{10,110}}>", repr(value)), repr(value)
    assert "14 documents" in repr(speeches)
    explanation = reuse.explain("强化主人翁精神", "增强主人翁意识")
    assert repr(explanation) == str(explanation)
