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
        self._starts = [start for start, _ in self.paragraphs]

    def units(self, position: int) -> int:
        """UTF-16 units before the code point `position` (0..len(text))."""
        return position + bisect_left(self._wide, position)

    def paragraph(self, position: int) -> int:
        """Number of the paragraph, from 1, that holds `position`; 0 ahead of the first."""
        return bisect_right(self._starts, position)

    def context(self, start: int, end: int) -> tuple[int, int]:
        """Where the context of the span starts and ends: in code points, inside the span's own paragraphs.

        A base character is never parted from the marks that combine with it.
        """
        first = self.paragraphs[max(self.paragraph(start) - 1, 0)][0] if self.paragraphs else start
        last = self.paragraphs[max(self.paragraph(max(end - 1, start)) - 1, 0)][1] if self.paragraphs else end
        before = max(start - CONTEXT_CHARACTERS, min(first, start))
        after = min(end + CONTEXT_CHARACTERS, max(last, end))
        while before > first and unicodedata.combining(self.text[before]):
            before -= 1
        while after < last and unicodedata.combining(self.text[after]):
            after += 1
        return before, after


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
