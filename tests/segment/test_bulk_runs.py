"""Runs of words and of characters are taken at one go: nothing may differ from taking them one by one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import brisk

from reuse.segment import characters, scanning
from reuse.segment.characters import CHARACTER_UNITS, MARKS, NUMERALS, PIECES, VOICING
from reuse.segment.layout import Layout
from reuse.segment.scanning import END, Scan, scan

# What words meet in text: signs that end them, signs that go on with them, and what is no word though made of letters.
LETTERS = ["the", "people's", "don’t", "X", "XX", "www.", "http://a.b", "é", "Straße", "мир", "e\u0301", "Ω", "ﬁ", "ŉ"]
SIGNS = [" ", " ", "-", ", ", ",", ".", ". ", "...", "!", '"', "'", "’", ")", "\n", "\r\n", "\u00a0", "\u3000"]
CHARACTERS = [
    "国",
    "国家",
    "某市",
    "第一",
    "二〇二三年",
    "一",
    "1,000.5",
    "*",
    "（掌声）",
    "カ\u3099",
    "가",
    "\u1112\u1161",
    "ไทยนี้",
    "葛\U000e0100城",
    "第\ufe00",
    "\ufe0f",
]
PIECES_OF_TEXT = st.sampled_from([*LETTERS, *SIGNS, *CHARACTERS])


def one_by_one() -> re.Pattern[str]:
    """The same alternatives without the run of words, and with a test before every character of a run."""
    pattern = PIECES.pattern
    start, stop = pattern.index("(?P<words>"), pattern.index("(?P<direction>")
    pattern = pattern[:start] + pattern[stop:]
    plain = f"[{characters._PLAIN_CHARACTERS}]+(?![{MARKS}{VOICING}])"
    assert plain in pattern
    slow = f"(?:(?![第某{NUMERALS}{characters._CLUSTERED}])[{CHARACTER_UNITS}](?![{MARKS}{VOICING}]))+"
    return re.compile(pattern.replace(plain, slow), PIECES.flags)


def scanned(text: str) -> Scan:
    return scan([text], [Layout()])


def assert_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> Scan:
    bulk = scanned(text)
    with monkeypatch.context() as patch:
        patch.setattr(scanning, "PIECES", one_by_one())
        slow = scanned(text)
    assert list(bulk.keys) == list(slow.keys)
    for column in ("starts", "ends", "borders", "wild", "single"):
        assert getattr(bulk, column).tolist() == getattr(slow, column).tolist()
    assert list(bulk.cuts) == list(slow.cuts)
    return bulk


def test_runs_and_single_pieces_give_the_same_units(monkeypatch: pytest.MonkeyPatch) -> None:
    units = 0

    @brisk
    @given(st.lists(PIECES_OF_TEXT, max_size=14).map("".join))
    def hold_together(text: str) -> None:
        nonlocal units
        units += len(assert_alike(text, monkeypatch).keys)

    hold_together()
    assert units > 100


def test_the_texts_of_the_project_are_cut_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = sorted((root / "corpus").rglob("*.txt"))
    assert len(paths) > 10
    for path in paths:
        assert_alike(path.read_text(encoding="utf-8"), monkeypatch)


def test_a_run_keeps_the_border_of_every_comma() -> None:
    found = scanned("We, the people, well-known")
    assert found.keys == ["we", "the", "people", "well", "known", END]
    assert found.borders.tolist() == [2, 1, 0, 1, 0, 2]
    assert [found.starts.tolist(), found.ends.tolist()] == [[0, 4, 8, 16, 21, 26], [2, 7, 14, 20, 26, 27]]
