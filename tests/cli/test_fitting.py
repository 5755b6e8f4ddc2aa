"""Tables in narrow terminals: nothing short is broken, wordings keep room, and what has none is named."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import unhurried
from rich.console import Console
from rich.table import Table

from reuse.cli.excerpt import width as columns_of
from reuse.cli.fitting import LEAST_COLUMNS, Narrowing, fit
from reuse.cli.language import spoken
from reuse.cli.summary import new_table, plain

WORDING = "向出席会议的全体代表并通过你们致以亲切的问候"
NUMBERS = ("Speeches", "Times", "Bits")


def drawn(table: Table, width: int, gives_way: list[int] | None = None) -> list[str]:
    console = Console(file=io.StringIO(), width=width, force_terminal=False, color_system=None, legacy_windows=False)
    fit(table, width, gives_way=gives_way)
    console.print(table)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return [line.rstrip() for line in text.splitlines()]


def formulas(*remarks: str) -> Table:
    table = new_table("Formulas", "", "Wording", *NUMBERS, "Years", "Remarks", right=("", *NUMBERS))
    for number, remark in enumerate(remarks, 1):
        table.add_row(str(number), plain(WORDING), "12", "1,204", "87", "2012–2024", remark)
    return table


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_short_cells_and_headings_stay_whole(width: int) -> None:
    lines = drawn(formulas("opening", "stock, closing"), width)
    table, _, note = "\n".join(lines).partition("No room for: ")
    for name, cell in (("Times", "1,204"), ("Years", "2012–2024"), ("Remarks", "stock, closing")):
        assert (name in note) != (name in table and cell in table)
    assert all(len(line) <= width for line in lines)


def test_where_all_fits_nothing_is_left_out() -> None:
    assert "No room" not in "\n".join(drawn(formulas("opening"), 120))


def test_a_note_on_the_rest_stays() -> None:
    table = formulas("opening")
    table.caption = "… and 3 more\n"
    lines = drawn(table, 50)
    at = lines.index("… and 3 more")
    assert lines[at + 1].startswith("No room for: ")


SHARES = ("Of the earlier", "Of the later", "Alignments")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_both_shares_of_a_pair_stay_at_every_width(width: int, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", language)
    table = new_table("Pairs", "Earlier", "Later", *SHARES, right=SHARES)
    table.add_row(plain("2025_国务院政府工作报告"), plain("政府工作报告 (2024)"), "64.5 %", "62.5 %", "1,911")
    gives_way = Narrowing(table, ("Alignments",)).places()
    for column in table.columns:
        column.header = spoken(str(column.header))
    lines = drawn(table, width, gives_way)
    text = "\n".join(lines)
    assert "64.5 %" in text
    assert "62.5 %" in text
    alignments = spoken("Alignments")
    assert ("1,911" in text) != (spoken(f"No room for: {alignments}.") in text.splitlines())
    assert ("1,911" in text) or width < 80
    assert all(columns_of(line) <= width for line in lines)


def test_what_may_go_goes_in_its_order_and_the_rest_stays() -> None:
    table = new_table("Speeches", "Speech", *NUMBERS, right=NUMBERS)
    table.add_row(plain(WORDING), "12", "1,204", "87")
    text = "\n".join(drawn(table, 36, Narrowing(table, ("Times", "Speeches")).places()))
    assert "No room for: Times." in text
    assert "87" in text
    assert "12" in text


@unhurried
@given(st.integers(30, 130), st.lists(st.sampled_from(["opening", "stock", WORDING, ""]), min_size=1, max_size=4))
def test_a_wording_keeps_its_least_room(width: int, remarks: list[str]) -> None:
    table = formulas(*remarks)
    fit(table, width)
    kept = [str(column.header) for column in table.columns]
    assert kept[:2] == ["", "Wording"]
    assert kept == [name for name in ("", "Wording", *NUMBERS, "Years", "Remarks") if name in kept]
    narrow = sum(len(str(column.header)) for column in table.columns if column.no_wrap) + LEAST_COLUMNS + 2 * len(kept)
    short = [name for name in kept[2:] if name != "Remarks" or WORDING not in remarks]
    assert len(short) <= 1 or narrow <= width
