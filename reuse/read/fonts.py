"""Whether a text was typed for a font that draws other characters than its codes say.

Enters: decoded text. Leaves: one sentence with an example, or None. Called by `decode`.

Before Unicode, scripts without a code of their own were typed as Latin letters and signs that a font drew as theirs;
read without that font, signs and figures stand in the middle of words: `tmpHkyg&Sdonf`. The same is left where
letters were lost and became question marks: `Vi?c th?a nh?n`.
"""

from __future__ import annotations

import re

__all__ = ["font_of_its_own"]

SAMPLE_CHARS = 20_000
LEAST_WORDS = 50
# Of 335 declarations in as many languages, the ten typed for fonts or with lost letters have 0.32 and more, the next
# 0.15; speeches, bills and this project's own pages, code among their words, at most 0.16.
LEAST_SHARE = 0.25
_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ\u0400-\u052f"
_SIGNS = r"\[\]{}\\^_~|+=<>#$%*?;&!0-9\""
_WORD = re.compile(rf"\S*[{_LETTER}]\S+|\S+[{_LETTER}]\S*")
_TORN = re.compile(rf"[{_LETTER}][{_SIGNS}]+[{_LETTER}]|[a-z][A-Z]|[\[\]{{}}\\^~|=<>#$][a-z]")
_ADDRESS = re.compile(r"://|@")


def font_of_its_own(text: str) -> str | None:
    """A warning where words of alphabets are full of signs; None for other scripts. Looks at the first 20,000."""
    sample = text[:SAMPLE_CHARS]
    letters = [sign for sign in sample if sign.isalpha()]
    if not letters or len(re.findall(f"[{_LETTER}]", sample)) < 0.9 * len(letters):
        return None
    words = [word for word in _WORD.findall(sample) if len(word) > 2 and not _ADDRESS.search(word)]
    torn = [word for word in words if _TORN.search(word)]
    if len(words) < LEAST_WORDS or len(torn) < LEAST_SHARE * len(words):
        return None
    example = next((word for word in torn if 5 <= len(word) <= 20), torn[0][:20])
    return (
        f"signs stand among the letters of its words (“{example}”), as where a font has a code of its own or letters "
        "were lost; give a copy in Unicode"
    )
