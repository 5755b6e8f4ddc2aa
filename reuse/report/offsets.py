"""Places in the page: code points of a text told in UTF-16 units, its paragraphs, and what stands around a match.

Enters: the text of a document. Leaves: offsets that a script in the page can slice with as they are.
Stands between `Result`, which counts code points, and the view records, whose reader counts UTF-16 units.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

__all__ = ["CONTEXT_CHARACTERS", "Places"]

CONTEXT_CHARACTERS = 14  # about one clause of Chinese on either side of a match
CONTEXT_LETTERS = 40  # the same in an alphabetic script
WIDE_FROM = "\u2e80"  # Han, kana and Hangul lie above
WIDE = re.compile("[\U00010000-\U0010ffff]")
LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
BLOCK_BREAK = re.compile(r"(?:\r\n?|[\n\v\f\x85\u2028\u2029])[^\S\n\r]*(?:\r\n?|[\n\v\f\x85\u2028\u2029])\s*")
# A line that ends a sentence or a heading is no hard-wrapped line: what stands behind it is another paragraph.
CLOSED_LINE = re.compile(r"[。！？!?.:：；;…”’」』）)]\s*$")
HARD_WRAP_CHARACTERS = 100  # editors and mail programs wrap at 72 to 80; longer lines were not wrapped by hand


class Places:
    """Everything about offsets of one text. Built once per document, linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._wide = [] if text.isascii() else [match.start() for match in WIDE.finditer(text)]
        self.paragraphs = _paragraphs(text)  # code-point spans, in order, blank lines left out
        self._reach = CONTEXT_CHARACTERS if _mostly_wide(text) else CONTEXT_LETTERS
        self._starts = [start for start, _ in self.paragraphs]

    def units(self, position: int) -> int:
        """UTF-16 units before the code point `position` (0..len(text))."""
        return position + bisect_left(self._wide, position)

    def paragraph(self, position: int) -> int:
        """Number of the paragraph, from 1, that holds `position`; 0 ahead of the first."""
        return bisect_right(self._starts, position)

    def context(self, start: int, end: int) -> tuple[int, int]:
        """Where the context of the span starts and ends: in code points, inside the span's own paragraphs.

        Words of an alphabet are left out whole rather than cut, and so is a base with the marks that combine with it.
        """
        first = self.paragraphs[max(self.paragraph(start) - 1, 0)][0] if self.paragraphs else start
        last = self.paragraphs[max(self.paragraph(max(end - 1, start)) - 1, 0)][1] if self.paragraphs else end
        before = start - min(self._reach, max(start - first, 0))
        after = end + min(self._reach, max(last - end, 0))
        while first < before < start and self._inside(before):
            before += 1
        while end < after < last and self._inside(after):
            after -= 1
        return before, after

    def _inside(self, position: int) -> bool:
        """Whether a cut at `position` parts a base from its marks, or a word of an alphabet."""
        left, right = self.text[position - 1], self.text[position]
        if unicodedata.combining(right):
            return True
        return left.isalnum() and right.isalnum() and left < WIDE_FROM and right < WIDE_FROM


def _mostly_wide(text: str) -> bool:
    head = text[:2000]  # enough to tell Chinese from English
    return 2 * sum(1 for character in head if character >= WIDE_FROM) > sum(
        1 for character in head if character.isalnum()
    )


def _paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """One paragraph per line, or per block between blank lines where the lines were wrapped by hand."""
    lines = [match.span() for match in LINE.finditer(text) if match[0].strip()]
    if not _hard_wrapped(text, lines):
        return tuple(lines)
    blocks: list[tuple[int, int]] = []
    position = 0
    for gap in BLOCK_BREAK.finditer(text):
        blocks.append((position, gap.start()))
        position = gap.end()
    blocks.append((position, len(text)))
    return tuple((start, end) for start, end in blocks if text[start:end].strip())


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines are short and end in the middle of a sentence."""
    if len(lines) < 8 or BLOCK_BREAK.search(text) is None:
        return False
    open_ended = sum(1 for start, end in lines if end - start > 20 and not CLOSED_LINE.search(text, start, end))
    short = sum(1 for start, end in lines if end - start <= HARD_WRAP_CHARACTERS)
    return short == len(lines) and open_ended * 2 > len(lines)
