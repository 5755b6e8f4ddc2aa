"""Tables in narrow terminals: nothing short is broken, wordings keep room, and what has none is named."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import unhurried
from rich.console import Console
from rich.table import Table

from reuse.cli.fitting import LEAST_COLUMNS, fit
from reuse.cli.summary import new_table, plain

WORDING = "向出席会议的全体代表并通过你们致以亲切的问候"
NUMBERS = ("Speeches", "Times", "Bits")


def drawn(table: Table, width: int) -> list[str]:
    console = Console(file=io.StringIO(), width=width, force_terminal=False, color_system=None, legacy_windows=False)
    fit(table, width)
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


@unhurried
@given(st.integers(30, 130), st.lists(st.sampled_from(["opening", "stock", WORDING, ""]), min_size=1, max_size=4))
def test_a_wording_keeps_its_least_room(width: int, remarks: list[str]) -> None:
    table = formulas(*remarks)
    fit(table, width)
    kept = [str(column.header) for column in table.columns]
    assert kept[:2] == ["", "Wording"]
    assert kept == [name for name in ("", "Wording", *NUMBERS, "Years", "Remarks") if name in kept]
    narrow = sum(len(str(column.header)) for column in table.columns if column.no_wrap) + LEAST_COLUMNS
    assert len(kept) <= 3 or narrow <= width
