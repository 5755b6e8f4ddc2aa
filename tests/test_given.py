"""What callers give: whatever it is, it works or is refused in one sentence."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import unhurried

import reuse
from reuse.given import in_order
from reuse.model import Document
from reuse.params import Params

ONE = Document.from_text("各位代表：要在雨夜里为晚归的人留一盏灯。", id="one")
OTHER = Document.from_text("同志们：我们在雨夜里为晚归的人留一盏灯。", id="other")
BROKEN = Document.from_text("各位\ud800代表：要在雨夜里为晚归的人\udfff留一盏灯。", id="\ud83dbroken", title="\ud83d")
CALLS: list[Any] = [reuse.compare, reuse.inventory, reuse.history]


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("wrong", ["a.txt", Path("a.txt"), b"a", None, 5, [ONE, "a.txt"], ["a.txt", "b.txt"], [None]])
def test_what_is_no_document_is_refused_with_the_way_to_make_one(call: Any, wrong: object) -> None:
    with pytest.raises(reuse.RequestError, match=r"wanted, not .*reuse\.read_all"):
        call(wrong)


@pytest.mark.parametrize("call", CALLS)
def test_settings_and_backgrounds_that_are_none_are_refused(call: Any) -> None:
    with pytest.raises(reuse.RequestError, match="settings are wanted"):
        call([ONE, OTHER], params={"align": {}})
    with pytest.raises(reuse.RequestError, match="a background is wanted"):
        call([ONE, OTHER], background=5)
    with pytest.raises(reuse.InputError, match="there is no such background"):
        call([ONE, OTHER], background="nowhere.pack")


def test_one_document_is_a_row_of_one() -> None:
    with pytest.raises(reuse.RequestError, match="two documents or more, 1 given"):
        reuse.compare(ONE)  # type: ignore[arg-type]
    assert len(reuse.inventory(ONE).documents) == 1  # type: ignore[arg-type]


def test_any_iterable_of_documents_is_compared() -> None:
    rows = iter([ONE, OTHER])
    assert reuse.compare(rows).to_dict() == reuse.compare([ONE, OTHER]).to_dict()  # type: ignore[arg-type]


def test_a_background_may_be_named() -> None:
    assert reuse.compare([ONE, OTHER], background="none").background["name"] == "none"
    named = reuse.compare([ONE, OTHER], background="speeches")
    assert named.background == reuse.compare([ONE, OTHER]).background


@pytest.mark.parametrize("wrong", ["2023-99", "2023-02-31", "2023-00", "2023-1", "0000", "２０２３", "soon"])
def test_a_date_that_is_not_in_the_calendar_is_refused(wrong: str) -> None:
    with pytest.raises(reuse.RequestError, match=rf"this is none: x \({wrong}\)"):
        in_order([Document.from_text("讲话", id="x", date=wrong), ONE])


def test_lone_surrogates_go_through_every_door(tmp_path: Path) -> None:
    found = reuse.compare([BROKEN, OTHER])
    assert found.alignments
    found.to_json(tmp_path / "found.json")
    found.to_report(tmp_path / "found.html")
    for library in ("pandas", "polars"):
        assert len(found.to_frames(library)["documents"]) == 2
    assert found._repr_html_().encode("utf-8")
    assert reuse.inventory([BROKEN, OTHER]).to_frames()["formulas"] is not None
    assert reuse.explain(BROKEN, OTHER).chains


@pytest.mark.parametrize("wrong", [5, None, [], "x", {"align": 5}, {"align": None}, {"align": [("gap_bits", 1)]}])
def test_changes_of_settings_that_are_none_are_refused(wrong: Any) -> None:
    with pytest.raises(reuse.ParameterError, match=r"\{setting: value\}"):
        Params().updated(wrong)


@pytest.mark.parametrize(
    ("stage", "name", "value", "wanted"),
    [
        ("align", "gap_bits", -1, "0 or more"),
        ("align", "gap_bits", 10**400, "0 or more"),
        ("align", "gap_bits", float("inf"), "0 or more"),
        ("align", "min_length_chars", 10**30, "0 or more"),
        ("align", "min_bits", -3.0, "0 or more"),
        ("history", "max_p", 5, "from 0 to 1"),
        ("formulas", "closed_share", -0.1, "from 0 to 1"),
        ("report", "language", "fr", "one of auto, en, zh"),
    ],
)
def test_a_value_out_of_its_bounds_is_refused(stage: str, name: str, value: object, wanted: str) -> None:
    with pytest.raises(reuse.ParameterError, match=rf"“{stage}\.{name}” wants .*{wanted}\)?, not "):
        Params().updated({stage: {name: value}})


def test_what_counts_for_or_against_a_sum_may_be_negative() -> None:
    changed = Params().updated({"align": {"threshold_margin_bits": -2}, "passages": {"inner_edge_bits": -3}})
    assert (changed.align.threshold_margin_bits, changed.passages.inner_edge_bits) == (-2, -3)


def test_the_same_number_written_either_way_is_the_same_setting() -> None:
    whole, broken = (Params().updated({"align": {"gap_bits": value}}) for value in (1, 1.0))
    assert whole.fingerprint == broken.fingerprint == Params().fingerprint
    assert str(whole.to_dict()) == str(broken.to_dict())


ANYTHING = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.lists(st.integers(), max_size=1)
)
SETTINGS = [(stage, name) for stage, own in Params().to_dict().items() for name in own]


@unhurried
@given(st.sampled_from(SETTINGS), ANYTHING)
def test_any_value_of_any_setting_is_taken_or_refused_in_a_sentence(setting: tuple[str, str], value: object) -> None:
    stage, name = setting
    try:
        changed = Params().updated({stage: {name: value}})
    except reuse.ParameterError as refused:
        sentence = str(refused)
    else:
        sentence = f"“{stage}.{name}” wants it"
        assert changed.to_dict()[stage][name] == value
        assert Params().updated(changed.to_dict()) == changed
    assert sentence.startswith(f"“{stage}.{name}” wants")


@pytest.mark.parametrize("library", ["foo", "Pandas", "", None])
def test_frames_of_no_library_name_those_that_there_are(library: Any) -> None:
    for found in (reuse.compare([ONE, OTHER]), reuse.inventory([ONE, OTHER])):
        with pytest.raises(reuse.RequestError) as refused:
            found.to_frames(library)
        said = f"data frames come from “pandas” or “polars”, not from {library!r}; name one of the two"
        assert str(refused.value) == said


def test_every_door_says_that_it_takes_the_path_of_a_background() -> None:
    for door in (reuse.compare, reuse.inventory, reuse.history, reuse.editions):
        assert "PathLike" in str(inspect.signature(door).parameters["background"].annotation)
