"""One call from documents to everything: order, senseless requests, warnings, and the same bytes every time."""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import any_text, unhurried

from reuse.background import Background
from reuse.errors import ParameterError, RequestError
from reuse.model import Document, Skipped
from reuse.params import AlignParams, Params
from reuse.pipeline import compare, history, in_order, series_before

NOTHING_KNOWN = Background.empty()
LAMP = "在雨夜里为晚归的纺织女工留一盏不灭的灯。"
DOCKS = "努力把码头边的旧仓库改造成图书馆，让放学的娃娃有个去处。"
FIRST = Document.from_text(f"各位代表：\n{LAMP}\n{DOCKS}", id="first", title="开幕词", date="2019-05-01")
SECOND = Document.from_text(f"同志们！{DOCKS}\n窗外玉兰花昨夜开了三朵。{LAMP}", id="second", date="2021")
THIRD = Document.from_text("Nine brass buttons rolled beneath cupboards.", id="third")


def given_dates(*dates: str | None) -> list[Document]:
    """Documents 0, 1, 2 … with these dates."""
    return [Document.from_text("好", id=str(k), date=date) for k, date in enumerate(dates)]


def ordered(*dates: str | None) -> str:
    return "".join(document.id for document in in_order(given_dates(*dates)))


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        ((None, None, None), "012"),  # as given
        (("2022", "2021", "2020"), "210"),
        (("2021", "2021", "2020"), "201"),  # of one date, as given
        (("2021-02-05", "2021-02", "2021"), "210"),  # less precise, earlier
        (("2021-10-01", "2021-09-30"), "10"),
        (("2022", None, "2020"), "210"),  # the undated one keeps its place
        ((None, "2022", "2020", None), "0213"),
        (("2022", "", "2020"), "210"),
    ],
)
def test_documents_stand_in_order_of_date_and_otherwise_as_given(dates: tuple[str | None, ...], order: str) -> None:
    assert ordered(*dates) == order


@unhurried
@given(st.lists(st.sampled_from((None, "1954", "2020", "2020-03", "2020-03-05", "2021")), min_size=2, max_size=8))
def test_order_is_a_rearrangement_that_never_puts_a_later_date_first(dates: list[str | None]) -> None:
    documents = given_dates(*dates)
    rows = in_order(documents)
    assert sorted(d.id for d in rows) == sorted(d.id for d in documents)
    dated = [d for d in rows if d.date]
    assert all((a.date, a.id) < (b.date, b.id) for a, b in itertools.pairwise(dated))
    assert [d.date is None for d in rows] == [d.date is None for d in documents]
    assert in_order(rows) == rows


@pytest.mark.parametrize("documents", [[], [FIRST]])
def test_fewer_than_two_documents_are_no_comparison(documents: list[Document]) -> None:
    with pytest.raises(RequestError, match=rf"two documents or more, {len(documents)} given"):
        compare(documents)


def test_every_id_that_is_used_twice_is_named() -> None:
    twice = [*given_dates(None, None, None), *given_dates(None, None)]
    with pytest.raises(RequestError, match="0, 1"):
        compare(twice)


def test_the_earlier_document_is_the_source_whatever_the_order_given() -> None:
    forth, back = (compare(row, background=NOTHING_KNOWN) for row in ([FIRST, SECOND], [SECOND, FIRST]))
    assert forth.to_dict() == back.to_dict()
    assert [d.id for d in forth.documents] == ["first", "second"]
    assert {(a.source.document, a.target.document) for a in forth.alignments} == {("first", "second")}
    assert [forth.text(a.source) for a in forth.alignments] == [LAMP[:-1], DOCKS[:-1]]


def test_undated_documents_are_sources_in_the_order_given() -> None:
    one, other = replace(FIRST, date=None), replace(SECOND, date=None)
    found = compare([other, one], background=NOTHING_KNOWN)
    assert {(a.source.document, a.target.document) for a in found.alignments} == {("second", "first")}


def test_documents_come_back_as_they_went_in_but_for_their_language() -> None:
    documents = [SECOND, FIRST, THIRD]
    before = [hashlib.sha256(repr(dataclasses.astuple(d)).encode()).hexdigest() for d in documents]
    found = compare(documents, background=NOTHING_KNOWN)
    assert documents == [SECOND, FIRST, THIRD]
    assert [hashlib.sha256(repr(dataclasses.astuple(d)).encode()).hexdigest() for d in documents] == before
    assert {d.id: replace(d, language=None) for d in found.documents} == {d.id: d for d in documents}
    assert {d.id: d.language for d in found.documents} == {"first": "zh-Hans", "second": "zh-Hans", "third": "und"}


def test_everything_hangs_together() -> None:
    found = compare([FIRST, SECOND, THIRD], background=NOTHING_KNOWN)
    ids = {d.id for d in found.documents}
    assert set(found.measures) == ids
    for document in found.documents:
        measures = found.measures[document.id]
        ledger = measures.ledger
        assert measures.characters == sum(not c.isspace() for c in document.text)
        assert ledger.verbatim + ledger.reworded + ledger.stock + ledger.own == measures.characters
        assert measures.sentences > 0
    assert {p.id for p in found.passages} >= {a.passage for a in found.alignments} - {None}
    assert {f.id for f in found.families} >= {a.family for a in found.alignments} - {None}
    assert {i for row in (*found.sentences, *found.passages) for i in row.alignments} <= {
        a.id for a in found.alignments
    }
    assert any(a.family for a in found.alignments)
    for family in found.families:
        for variant in family.variants:
            assert {place.document for place in variant.occurrences} <= ids
            assert found.text(variant.occurrences[0]) == variant.text


def test_settings_and_background_stand_in_the_result() -> None:
    params = Params().updated({"align": {"min_length_chars": 9}, "graph": {"seed": 7}})
    found = compare([FIRST, SECOND], params, NOTHING_KNOWN)
    assert found.params == params.to_dict()
    assert found.background == NOTHING_KNOWN.describe()
    assert compare([FIRST, SECOND]).background["name"] == "speeches"
    assert min(a.source.end - a.source.start for a in found.alignments) >= 9


def test_warnings_and_skipped_files_are_carried_and_say_whose_they_are() -> None:
    warned = replace(FIRST, warnings=("Its date is a guess.",))
    untitled = replace(SECOND, title="", warnings=("One.", "Two."))
    filed = replace(FIRST, id="filed", path="2021/opening.txt", warnings=("It has two dates.",))
    skipped = [Skipped("broken.txt", "it is empty")]
    found = compare(
        [warned, untitled, filed], background=NOTHING_KNOWN, skipped=skipped, warnings=["The folder was large."]
    )
    assert found.skipped == tuple(skipped)
    assert found.warnings == (
        "The folder was large.",
        "开幕词: Its date is a guess.",
        "second: One.",
        "second: Two.",
        "2021/opening.txt: It has two dates.",
    )


def test_what_is_not_listed_is_warned_of() -> None:
    third = Document.from_text(LAMP + DOCKS, id="third", date="2022")
    params = Params().updated({"align": {"max_alignments": 1}, "formulas": {"max_families": 1}})
    found = compare([FIRST, SECOND, third], params, NOTHING_KNOWN)
    assert len(found.families) == 1
    assert len({(a.source.document, a.target.document) for a in found.alignments}) == 1
    assert len(found.warnings) == 2
    assert [("pairs" in text, "families" in text) for text in found.warnings] == [(True, False), (False, True)]


def test_nothing_in_common_is_an_empty_value_with_an_explanation() -> None:
    found = compare([FIRST, THIRD], background=NOTHING_KNOWN)
    assert found.alignments == found.passages == found.sentences == found.families == ()
    assert found.pairs[0].source_share == 0
    assert found.nearest_miss is None
    assert found.seeds == 0


def test_timings_are_written_on_request_only(tmp_path: Path) -> None:
    found = compare([FIRST, SECOND], background=NOTHING_KNOWN)
    assert set(found.timings) == {"segment", "background", "align", "formulas", "history"}
    assert all(seconds >= 0 for seconds in found.timings.values())
    assert "timings" not in found.to_dict()
    assert set(found.to_dict(timings=True)["timings"]) == set(found.timings)
    found.to_json(tmp_path / "plain.json")
    found.to_json(tmp_path / "timed.json", timings=True)
    plain, timed = (json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("plain.json", "timed.json"))
    assert "timings" in timed
    assert {key: value for key, value in timed.items() if key != "timings"} == plain


def test_progress_names_each_stage_from_nothing_to_all() -> None:
    steps: list[tuple[str, int, int]] = []
    compare([FIRST, SECOND, THIRD], background=NOTHING_KNOWN, progress=lambda *step: steps.append(step))
    stages = list(dict.fromkeys(stage for stage, _, _ in steps))
    assert stages == ["segmenting", "aligning pairs", "grouping formulas", "looking for changes"]
    for stage in stages:
        counts = [(done, total) for name, done, total in steps if name == stage]
        assert counts[0][0] == 0
        assert counts[-1][0] == counts[-1][1] > 0
        assert counts == sorted(counts)


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for run in ("one", "other"):
        found = compare([FIRST, SECOND, THIRD])
        found.to_json(tmp_path / f"{run}.json")
        page = found.to_html(tmp_path / f"{run}.html")
        assert (tmp_path / f"{run}.html").read_text(encoding="utf-8") == page
    for suffix in ("json", "html"):
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"other.{suffix}").read_bytes()


WRITE = """
import sys
from pathlib import Path
import reuse
folder = Path(sys.argv[1])
names = sorted(folder.glob("*.txt"))
found = reuse.compare([reuse.Document.from_text(p.read_text(encoding="utf-8"), id=p.stem) for p in names])
found.to_json(sys.argv[2])
found.to_html(sys.argv[3])
"""


def test_processes_with_other_hash_seeds_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    running = []
    for seed in ("1", "2"):
        paths = [str(tmp_path / f"{seed}.{suffix}") for suffix in ("json", "html")]
        command = [sys.executable, "-c", WRITE, str(root / "corpus"), *paths]
        running.append(subprocess.Popen(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}))
    assert [process.wait() for process in running] == [0, 0]
    for suffix in ("json", "html"):
        one, other = ((tmp_path / f"{seed}.{suffix}").read_bytes() for seed in "12")
        assert one == other
        assert len(one) > 10_000


@unhurried
@given(st.lists(any_text(12), min_size=2, max_size=3))
def test_any_texts_can_be_compared_and_written(texts: list[str]) -> None:
    found = compare([Document.from_text(text, id=str(k)) for k, text in enumerate(texts)], background=NOTHING_KNOWN)
    content = found.to_dict()
    assert [row["id"] for row in content["documents"]] == [d.id for d in found.documents]
    for row in content["alignments"]:
        for side in ("source", "target"):
            place = row[side]
            assert place["text"] == texts[int(place["document"])][place["start"] : place["end"]]


def test_a_date_that_is_none_is_refused_by_name() -> None:
    documents = [Document.from_text("各位代表。", id="a", date="soon"), Document.from_text("各位代表。", id="b")]
    with pytest.raises(RequestError, match=r"a \(soon\)"):
        in_order(documents)


@pytest.mark.parametrize(
    "changes",
    [
        {"align": {"min_length_chars": "8"}},
        {"align": {"min_length_chars": True}},
        {"align": {"unmatched_unit_bits": float("nan")}},
        {"align": {"min_seed_units": 1}},
        {"segment": {"max_clause_units": 0}},
        {"report": {"language": 1}},
    ],
)
def test_settings_of_another_kind_are_refused(changes: dict[str, dict[str, object]]) -> None:
    with pytest.raises(ParameterError, match=r"wants"):
        Params().updated(changes)
    assert Params().updated({"align": {"unmatched_unit_bits": 1}}).align.unmatched_unit_bits == 1


@pytest.mark.parametrize("units", [-1, 0, 1])
def test_seeds_of_a_single_unit_are_refused_in_one_sentence(units: int) -> None:
    message = rf"^“align.min_seed_units” wants a whole number \(2 or more\), not {units}$"
    with pytest.raises(ParameterError, match=message):
        Params().updated({"align": {"min_seed_units": units}})
    with pytest.raises(ParameterError, match=message):
        AlignParams(min_seed_units=units)


def test_documents_without_a_file_are_editions_too() -> None:
    earlier = [
        Document(id=str(year), text=f"一年来，我们坚持在雨夜里留一盏灯。今年是{year}年。") for year in (2019, 2020)
    ]
    before, notes = series_before(Document(id="2021", text="我们还要在雨夜里留一盏灯。"), earlier)
    assert [document.id for document in before] == ["2019", "2020"]
    assert notes == (
        "2021 has no date and is taken to come after all that it is laid beside.",
        "Without a date, and taken in the order given, files by their names: 2 of the speeches.",
    )
    dated = [replace(document, date=document.id) for document in earlier]
    assert series_before(Document(id="2021", text="我们还要在雨夜里留一盏灯。", date="2021"), dated)[1] == ()


def test_changes_that_chance_would_give_are_warned_of() -> None:
    fill = ("山河壮丽。", "江海奔流。", "星月同辉。", "草木葱茏。", "风雨兼程。", "日新月异。")
    speeches = [
        Document.from_text(
            f"{fill[i % 6]}我们将继续实施{'从紧' if i < 9 else '稳健'}的货币政策，{fill[(i + 1) % 6]}向大会报告工作。",
            id=f"d{i}",
            date=str(2000 + i),
        )
        for i in range(18)
    ]
    sure = history(speeches)
    assert sure.changes
    assert not any("chance" in warning for warning in sure.warnings)
    loose = history(speeches, replace(Params(), history=replace(Params().history, max_p=1.0)))
    assert any("chance alone would give" in warning for warning in loose.warnings)
