"""One pass over the text: pieces become units, and what stands between them becomes borders.

Enters: text. Leaves: a `Scan` of parallel lists, before script folding and before sentences are cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from reuse.segment.characters import CHARACTER_UNITS, CLOSERS, PIECES, fold

__all__ = ["Scan", "scan"]

NONE, WEAK, STRONG = 0, 1, 2
# A full stop after these ends no sentence; single letters (initials, U.S.) and figures are tested apart.
_ABBREVIATION_LIST = """
mr mrs ms dr prof st sen rep gov gen col capt lt hon rev vs etc inc ltd co corp jr sr dept
e.g i.e cf al approx bzw usw ca z.b d.h u.a mme mlle m
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_NUMBERED = frozenset(["no", "nos", "vol", "fig", "art", "sec", "nr", "abs", "p", "pp"])  # only with a figure behind
_MONTH_LIST = "januar februar märz april mai juni juli august september oktober november dezember"
_MONTHS = frozenset(_MONTH_LIST.split())
# What becomes a unit, and its key where the key is a class.
_UNIT_KINDS = {"cluster": "", "word": "", "url": "", "number": "#", "ordinal": "第#"}
_BORDER_KINDS = {"blank": WEAK, "direction": WEAK, "semicolon": STRONG, "joiner": NONE, "other": WEAK}
_CHARACTER = re.compile(f"[{CHARACTER_UNITS}]")
_NEXT_FIGURE = re.compile(r"\s*\d")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_LONGEST_QUOTE = 2000  # code points looked back for the quote that a straight one closes
_BULLET = re.compile(r"(?:^|[\n\r])[ \t\u3000]*$")


@dataclass(slots=True)
class Scan:
    """Parallel columns of units, and the ends of sentences."""

    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    borders: list[int] = field(default_factory=list)  # before each unit; one more at the end
    wild: list[bool] = field(default_factory=list)  # a mask before each unit; one more at the end
    single: list[bool] = field(default_factory=list)  # the unit is one character of a script without blanks
    cuts: list[int] = field(default_factory=list)  # code points where a sentence ends, behind its closing marks


def scan(text: str, *, soft_break: Callable[[int], bool], spaced: bool, emphasis: bool) -> Scan:
    """Cut `text` into units and borders.

    `soft_break(i)` tells whether the line break at code point i is only a wrapped line; `spaced` that blanks between
    single characters mean nothing (every character has one); `emphasis` that asterisks are Markdown and no masks.
    Cost: linear, about 0.5 s for a million characters.
    """
    out = Scan()
    border, wild = STRONG, False
    position = 0
    while position < len(text):
        match = PIECES.match(text, position)
        assert match is not None  # the last alternative takes any character
        kind, start, position = match.lastgroup, position, match.end()
        if kind == "characters":
            _add_characters(out, match.group(), start, border=border, wild=wild)
            border, wild = NONE, False
        elif kind in _UNIT_KINDS:
            out.keys.append(_UNIT_KINDS[kind] or fold(match.group()))
            out.starts.append(start)
            out.ends.append(position)
            out.borders.append(border)
            out.wild.append(wild)
            out.single.append(kind == "cluster")
            border, wild = NONE, False
        elif kind == "mask":
            wild = wild or not _is_markup(text, start, position, emphasis=emphasis)
        elif kind == "newline":
            if not soft_break(start):
                border = STRONG
                _cut(out, start)
        elif kind in ("stop", "ellipsis", "dot"):
            behind = _behind_closers(text, position)
            if kind == "stop" or _ends_sentence(text, start, behind, closed=behind > position, kind=kind):
                border, position = STRONG, behind
                _cut(out, behind)
            else:
                border = max(border, WEAK if kind == "ellipsis" else NONE)
        else:
            bare = kind == "blank" and (spaced or not _between_characters(text, start, position))
            border = max(border, NONE if bare else _BORDER_KINDS[str(kind)])
            if kind == "direction" and out.cuts and not text[out.cuts[-1] : start].strip():
                out.cuts[-1] = position  # applause belongs to the sentence that earned it
    out.borders.append(STRONG)
    out.wild.append(wild)
    _cut(out, len(text))
    return out


def _add_characters(out: Scan, run: str, start: int, *, border: int, wild: bool) -> None:
    """Add a run of characters, one unit each; a border or mask stands before the first only."""
    folded = fold(run)
    out.keys.extend(folded if len(folded) == len(run) else map(fold, run))
    out.starts.extend(range(start, start + len(run)))
    out.ends.extend(range(start + 1, start + len(run) + 1))
    out.borders.append(border)
    out.borders.extend([NONE] * (len(run) - 1))
    out.wild.append(wild)
    out.wild.extend([False] * (len(run) - 1))
    out.single.extend([True] * len(run))


def _cut(out: Scan, position: int) -> None:
    if not out.cuts or position > out.cuts[-1]:
        out.cuts.append(position)


def _between_characters(text: str, start: int, end: int) -> bool:
    return bool(_CHARACTER.match(text, start - 1) and _CHARACTER.match(text, end))


def _behind_closers(text: str, position: int) -> int:
    """Where the closing quotes and brackets behind a full stop end; a quote that opens what follows is none."""
    nearest = max(position - _LONGEST_QUOTE, 0)
    line = max(text.rfind("\n", nearest, position), nearest)
    while position < len(text):
        character = text[position]
        opened = text.count('"', line, position) % 2 if character == '"' else character in CLOSERS
        if character == "“":  # closes in German, where „ opened
            opened = text.rfind("„", line, position) > text.rfind("“", line, position)
        if not opened:
            break
        position += 1
    return position


def _is_markup(text: str, start: int, end: int, *, emphasis: bool) -> bool:
    """An asterisk that opens a line and has a blank behind it lists, in Markdown any emphasises: they mask nothing."""
    if emphasis and text[start] in "*＊":
        return True
    return end < len(text) and text[end] in " \t\u3000" and _BULLET.search(text, max(0, start - 40), start) is not None


def _ends_sentence(text: str, start: int, behind: int, *, closed: bool, kind: str) -> bool:
    """Whether the dots at `start`, closed at `behind`, end a sentence."""
    rest = text[behind : behind + 2]
    if kind == "ellipsis":  # 工业、农业……都有发展 goes on; ……” and a line's end do not
        return closed or not rest.strip() or rest[0] in "\r\n"
    if rest and not rest[0].isspace():
        return not closed and _between_characters(text, start, behind)
    before = re.search(r"[^\s(\[“\"‘']+$", text[max(0, start - 24) : start])
    word = before.group().lower() if before else ""
    if not word or word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or re.fullmatch(r"(?:\w\.)+\w", word):
        return False
    if word in _NUMBERED and _NEXT_FIGURE.match(text, behind):
        return False
    following = _NEXT_WORD.match(text, behind)
    if re.fullmatch(r"\d{1,2}", word) and following:  # am 3. Oktober; but "in 12. We …" ends
        return not (following.group(1).islower() or following.group(1).lower() in _MONTHS)
    return not (following and following.group(1).islower() and "\n" not in text[behind : following.start(1)])
