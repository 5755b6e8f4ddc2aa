"""Marks and variation selectors: they stay with the character before them and never cut a word or a run."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_texts import unhurried

from reuse.model import FIRST_LONG_CODE, Document, Segments
from reuse.segment import segment
from reuse.segment.characters import PIECES

ALL_MARKS = [chr(point) for point in range(sys.maxunicode) if unicodedata.category(chr(point))[0] == "M"]
SELECTORS = ["\ufe00", "\ufe0e", "\ufe0f", "\U000e0100", "\U000e01ef", "\u180b", "\u180f"]
CHARACTERS = "工会讲话かなガ한국ไทยນມကមច"
LETTERS = "aéжλआबমবஅתش"


def cut(text: str) -> Segments:
    return segment(Document.from_text(text, id="d", language="und"))


def surfaces(segments: Segments) -> list[str]:
    return [segments.surface(i, i + 1) for i in range(len(segments))]


@pytest.mark.parametrize("base", ["a", "工", "か", "ท"])
def test_every_mark_stays_with_the_character_before_it(base: str) -> None:
    for mark in ALL_MARKS:
        assert surfaces(cut(f"{base}{mark}{base}"))[0] in (base + mark, base + mark + base), f"U+{ord(mark):04X}"


@unhurried
@given(st.text(CHARACTERS + LETTERS + "，。 1", min_size=1), st.sampled_from(SELECTORS), st.data())
def test_a_selector_changes_no_key_and_no_border(text: str, selector: str, data: st.DataObject) -> None:
    places = [i for i, character in enumerate(text, 1) if character.isalpha()]
    at = data.draw(st.sampled_from(places)) if places else 0
    plain, selected = cut(text), cut(text[:at] + selector * bool(at) + text[at:])
    assert selected.units == plain.units
    assert selected.borders.tolist() == plain.borders.tolist()
    assert selected.words.tolist() == plain.words.tolist()


@unhurried
@given(
    st.lists(
        st.sampled_from(
            ["équal", "naïve", "Ångström", "й", "हिन्दी", "ক্ষমতা", "سَلام", "الله", "ガ", "한", "ḍ̇", " ", "，"]
        )
    )
)
@example(["équal", " ", "naïve"])
def test_composed_and_decomposed_text_have_the_same_keys(words: list[str]) -> None:
    text = " ".join(words)
    forms = [cut(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")]
    assert forms[0].units == forms[1].units
    assert forms[0].borders.tolist() == forms[1].borders.tolist()


@pytest.mark.parametrize(
    "word", ["हिन्दी", "السَّلامُ", "équal", "e\u0301qual", "বাংলাদেশ", "ਪੰਜਾਬੀ", "தமிழ்", "བོད", "ދިވެހި", "שָׁלוֹם"]
)
def test_a_word_with_marks_is_one_unit(word: str) -> None:
    assert surfaces(cut(f"{word} {word}")) == [word, word]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("葛\U000e0100城市", ["葛\U000e0100", "城", "市"]),
        ("第\ufe00二工会", ["第\ufe00", "二", "工", "会"]),
        ("ภาษาไทยนี้", ["ภ", "า", "ษ", "า", "ไ", "ท", "ย", "นี้"]),
        ("น้ำใจ", ["น้ำ", "ใ", "จ"]),
        ("ສະບາຍດີ", ["ສ", "ະ", "ບ", "າ", "ຍ", "ດີ"]),
        ("ភាសាខ្មែរ", ["ភា", "សា", "ខ្មែ", "រ"]),
        ("မြန်မာ အင်္ဂလိပ်", ["မြ", "န်", "မာ", "အ", "င်္ဂ", "လိ", "ပ်"]),
    ],
)
def test_a_character_with_what_belongs_to_it_is_one_unit(text: str, units: list[str]) -> None:
    assert surfaces(cut(text)) == units


@unhurried
@given(st.text("ไทยนี้ำກມດີខ្មែរမြန်မာ\u0301工会か\u3099", min_size=1))
def test_characters_with_marks_have_codes_of_characters(text: str) -> None:
    """From 0x2E80 to the codes of words: what the other stages take for a character and not for a word of letters."""
    codes = cut(text).codes
    assert ((codes >= 0x2E80) & (codes < FIRST_LONG_CODE)).all()


@pytest.mark.parametrize(
    "emoji", ["👨\u200d👩\u200d👧", "❤\ufe0f", "👍🏽", "5\ufe0f\u20e3", "🏴\U000e0067\U000e0062\U000e007f", "☺"]
)
def test_emoji_of_several_code_points_break_nothing(emoji: str) -> None:
    figures = [unit for unit in cut(emoji).units if unit != "#"]
    assert figures == []
    segments = cut(f"工会{emoji}讲话")
    assert [unit for unit in segments.units if unit != "#"] == list("工会讲话")
    assert segments.borders.max(initial=0, where=[False, *[True] * (len(segments) - 1), False]) <= 1
    assert cut(f"the {emoji} house").units[0] == "the"


def test_a_mark_after_nothing_is_no_border() -> None:
    assert PIECES.fullmatch("\u0301").lastgroup == "joiner"  # type: ignore[union-attr]
    assert cut("\u0301工\u200d\ufe0f会").borders.tolist() == [2, 0, 2]
