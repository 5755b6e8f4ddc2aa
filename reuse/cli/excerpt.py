"""Text of a document on one line of a terminal: never markup, never a control sequence, never wider than asked.

Enters: text as written. Leaves: a line that is safe to print. Used by the summary and by messages.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["one_line", "width"]

BLANKS = re.compile(r"\s+")
# Controls would move the cursor or recolour the terminal; formats (bidirectional marks) would reorder the line;
# surrogates cannot be printed at all. Joiners and variation selectors belong to the characters around them.
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs"})
JOINERS = frozenset("\u200c\u200d")


def one_line(text: str, columns: int | None = None) -> str:
    """Give text with blanks collapsed and unprintable characters as “·”, cut with “…” where wider than `columns`."""
    line = BLANKS.sub(" ", text).strip()
    line = "".join("·" if _unprintable(character) else character for character in line)
    if columns is None or width(line) <= columns:
        return line
    kept = 0
    for index, character in enumerate(line):
        kept += _columns(character)
        if kept > columns - 1:
            return line[:index].rstrip() + "…"
    return line


def width(text: str) -> int:
    """Columns a terminal needs for `text`: two for a wide character, none for a combining one."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _unprintable(character: str) -> bool:
    return unicodedata.category(character) in UNPRINTABLE and character not in JOINERS
