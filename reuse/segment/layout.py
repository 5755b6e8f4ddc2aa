"""How the lines of a text are set: what a line break, a blank or an asterisk means in it.

Enters: a Document. Leaves: its Layout, which `scanning` reads by.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container
from dataclasses import dataclass

from reuse.model import Document
from reuse.segment.characters import CHARACTER_UNITS, MARKS

__all__ = ["Layout", "layout_of"]

_CONTINUED = rf"[{MARKS}\u1160-\u11ff]"  # by marks; decomposed Hangul by its vowels
_SPACED_PAIR = re.compile(rf"[{CHARACTER_UNITS}]{_CONTINUED}*+[ \u3000][{CHARACTER_UNITS}]")
_CHARACTER = re.compile(f"[{CHARACTER_UNITS}]")
_ADJACENT = re.compile(rf"[{CHARACTER_UNITS}]{_CONTINUED}*+(?=[{CHARACTER_UNITS}])")
# What opens an item of an outline: （一） 一、 第一， 1. (1) a) - •
_ITEM = re.compile(
    r"\s*(?:[（(]?(?:[〇零一二三四五六七八九十百]+|\d+|[a-zA-Z])[）)、.．]|第[一二三四五六七八九十]+|[-*•·●○◆■])"
)
_TERMINATED = "。！？!?.;；:：，,、…”’」』）)】》"


@dataclass(frozen=True, slots=True)
class Layout:
    """What signs without a meaning of their own mean in one text."""

    wrapped: Container[int] = ()  # code points of line breaks that end no line, only wrap one
    spaced: bool = False  # blanks between single characters mean nothing, as every character has one
    emphasis: bool = False  # asterisks are Markdown and mask nothing


def layout_of(document: Document) -> Layout:
    """The layout of a document's text. Cost: linear."""
    return Layout(
        wrapped=_wrapped_breaks(document.text),
        spaced=_is_spaced(document.text),
        emphasis=(document.path or "").lower().endswith((".md", ".markdown")),
    )


def _is_spaced(text: str) -> bool:
    """Whether characters that are written without blanks elsewhere have one behind every one."""
    blanks = text.count(" ") + text.count("\u3000")
    if text.isascii() or not blanks or not _CHARACTER.search(text) or _adjacent(text, blanks):
        return False
    spaced = len(_SPACED_PAIR.findall(text))
    return spaced > 0 and not _adjacent(text, spaced)


def _adjacent(text: str, times: int) -> bool:
    """Whether characters follow one another so many times."""
    return next(itertools.islice(_ADJACENT.finditer(text), times - 1, None), None) is not None


def _wrapped_breaks(text: str) -> Container[int]:
    """Tell wrapped lines from ended ones.

    A text is hard-wrapped where most of its lines stop short of punctuation at nearly the same length. A break is then
    soft if its line is nearly full, stops short of a sentence's end, and a line of text follows.
    """
    lines = text.splitlines(keepends=True)
    if len(lines) < 4:
        return ()
    bodies = [line.rstrip() for line in lines]
    lengths = sorted(len(body) for body in bodies if body)
    if len(lengths) < 4 or lengths[-1] > 200:
        return ()
    full = 0.75 * lengths[int(0.9 * (len(lengths) - 1))]
    if full < 12:
        return ()
    open_ended = [len(body) >= full and body[-1] not in _TERMINATED for body in bodies if body]
    if sum(open_ended) < 0.4 * len(open_ended):
        return ()
    soft: set[int] = set()
    offset = 0
    for line, body, following in zip(lines, bodies, [*bodies[1:], ""], strict=True):
        if (
            len(body) >= full
            and body[-1] not in "。！？!?"
            and following
            and not _ITEM.match(following)
            and not line[len(body) :].startswith("\f")
        ):
            soft.update(range(offset + len(body), offset + len(line)))
        offset += len(line)
    return soft
