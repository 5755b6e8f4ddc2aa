"""Text of a document on one line of a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.cli.excerpt import one_line, width

ANYTHING = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANYTHING, st.integers(1, 40))
def test_never_wider_than_asked_nor_more_than_one_line(text: str, columns: int) -> None:
    line = one_line(text, columns)
    assert width(line) <= columns
    assert len(line.splitlines()) <= 1


@given(ANYTHING)
def test_nothing_moves_the_cursor_or_turns_the_line(text: str) -> None:
    assert {unicodedata.category(c) for c in one_line(text)} & {"Cc", "Cs"} == set()
    assert not set(one_line(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("工会  是\n桥 ", "工会 是 桥"),
        ("\x1b[31mred", "·[31mred"),
        ("工会是桥梁和纽带", "工会是桥…"),
        ("工会是桥梁", "工会是桥梁"),
        ("[bold]x[/b]", "[bold]x[/…"),
    ],
)
def test_examples(text: str, shown: str) -> None:
    assert one_line(text, 10) == shown


def test_wide_characters_count_twice_and_combining_ones_not_at_all() -> None:
    assert width("工会ab") == 6
    assert width("e\u0301") == 1
