"""Texts typed for a font of their own, or that lost letters: warned of, while sound texts and code are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reuse.read import read
from reuse.read.decode import decode
from reuse.read.fonts import font_of_its_own

VIETNAMESE = "Việc thừa nhận nhân phẩm vốn có, các quyền bình đẳng và không thể tách rời của mọi thành viên. "
KEYS = str.maketrans("aeioutnhm", "af;[&#6~g")  # as a font with a code of its own has its letters on other keys


def test_letters_that_became_question_marks_are_warned_of() -> None:
    data = (VIETNAMESE * 20).encode("ascii", "replace")
    (warning,) = decode(data).warnings
    assert "signs stand among the letters of its words" in warning
    assert "?" in warning.partition("“")[2].partition("”")[0], "an example is shown"
    assert decode((VIETNAMESE * 20).encode()).warnings == ()


def test_a_text_typed_for_a_font_is_warned_of() -> None:
    speech = "Fellow citizens, the harbour of this city has seen another year of honest work and quiet progress. " * 10
    assert font_of_its_own(speech) is None
    assert font_of_its_own(speech.translate(KEYS)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. " * 20,
        "各位代表，同志们：大会今天隆重开幕了。" * 200,
        "see https://a.example/b?c=1&d=2 and x@y.example " * 60,
        "a;b c&d " * 10,  # too few words to tell
        "",
    ],
)
def test_sound_texts_are_not(text: str) -> None:
    assert font_of_its_own(text) is None


def test_pages_with_code_among_their_words_are_not(root: Path) -> None:
    for page in (root / "docs").glob("*.md"):
        assert [warning for warning in read(page).warnings if "signs stand" in warning] == [], page.name
