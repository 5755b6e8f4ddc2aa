"""One pass over the text: pieces become units, and what stands between them becomes borders.

Enters: text. Leaves: a `Scan` of parallel columns, before script folding and before sentences are cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from reuse.model import BoolArray, IndexArray, SmallArray, Span
from reuse.segment.characters import CHARACTER_UNITS, CLOSERS, MARKS, PIECES, fold

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
_UNIT_KINDS = {"characters": "", "words": "", "word": "", "cluster": "", "url": "", "number": "#", "ordinal": "第#"}
_BORDER_KINDS = {"direction": WEAK, "semicolon": STRONG, "joiner": NONE, "other": WEAK}
_LEAST_CHARACTER = "\u0e01"  # Thai; below it no character is a unit by itself
_LEAST_MARK = "\u0300"
_CHARACTER, _MARK = re.compile(f"[{CHARACTER_UNITS}]"), re.compile(f"[{MARKS}]")
_BEFORE_A_WORD = re.compile(r"[\s(\[“\"‘']")
_LETTERS_WITH_DOTS = re.compile(r"(?:\w\.)+\w")
_DAY = re.compile(r"\d{1,2}")
_NEXT_FIGURE = re.compile(r"\s*\d")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_BLANK, _COMMA, _HYPHEN = map(ord, " ,-")  # what may stand between two words of a run
_LONGEST_QUOTE = 2000  # code points looked back for the quote that a straight one closes
_BULLET = re.compile(r"(?:^|[\n\r])[ \t\u3000]*$")


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Parallel columns of n units, and the ends of sentences."""

    keys: Sequence[str]  # n
    starts: IndexArray  # (n,) code points
    ends: IndexArray  # (n,)
    borders: SmallArray  # (n+1,) before each unit; one more at the end
    wild: BoolArray  # (n+1,) a mask before each unit; one more at the end
    single: BoolArray  # (n,) the unit is one character of a script without blanks
    cuts: Sequence[int]  # code points where a sentence ends, behind its closing marks


@dataclass(frozen=True, slots=True)
class _Found:
    """What the pass over the text writes down; columns are made of it once, at the end."""

    keys: list[str] = field(default_factory=list)
    characters: list[Span] = field(default_factory=list)  # runs of one-character units
    words: list[Span] = field(default_factory=list)  # runs of words with single signs between them
    pieces: list[Span] = field(default_factory=list)  # units by themselves
    clusters: list[int] = field(default_factory=list)  # starts of those pieces that are one character with its marks
    borders: list[tuple[int, int]] = field(default_factory=list)  # unit and border before it, where there is one
    wild: list[int] = field(default_factory=list)  # units with a mask before them
    cuts: list[int] = field(default_factory=list)


def scan(text: str, *, soft_break: Callable[[int], bool], spaced: bool, emphasis: bool) -> Scan:
    """Cut `text` into units and borders.

    `soft_break(i)` tells whether the line break at code point i is only a wrapped line; `spaced` that blanks between
    single characters mean nothing (every character has one); `emphasis` that asterisks are Markdown and no masks.
    Cost: linear, about 0.2 s for a million characters.
    """
    out = _Found()
    spaced = spaced or text.isascii()  # no characters, so none between which a blank could mean anything
    border, wild = STRONG, False
    position = 0
    for match in PIECES.finditer(text):
        start, end = match.span()
        if start < position:
            continue  # closes a sentence that has ended
        kind, position = match.lastgroup, end
        if kind == "blank":
            bare = spaced or not _between_characters(text, start, position)
            border = max(border, NONE if bare else WEAK)
        elif kind in _UNIT_KINDS:
            _add(out, str(kind), match.group(), start, border=border, wild=wild)
            border, wild = NONE, False
        elif kind == "mask":
            wild = wild or not _is_markup(text, start, position, emphasis=emphasis)
        elif kind == "newline":
            if not soft_break(start):
                border = STRONG
                _cut(out.cuts, start)
        elif kind in ("stop", "ellipsis", "dot"):
            behind = _behind_closers(text, position)
            if kind == "stop" or _ends_sentence(text, start, behind, closed=behind > position, kind=kind):
                border, position = STRONG, behind
                _cut(out.cuts, behind)
            else:
                border = max(border, WEAK if kind == "ellipsis" else NONE)
        else:
            border = max(border, _BORDER_KINDS[str(kind)])
            if kind == "direction" and out.cuts and not text[out.cuts[-1] : start].strip():
                out.cuts[-1] = position  # applause belongs to the sentence that earned it
    out.borders.append((len(out.keys), STRONG))
    out.wild.extend([len(out.keys)] if wild else [])
    _cut(out.cuts, len(text))
    return _columns(out, text)


def _add(out: _Found, kind: str, piece: str, start: int, *, border: int, wild: bool) -> None:
    """Add the units of a piece of text; a border or mask stands before the first only."""
    if border:
        out.borders.append((len(out.keys), border))
    if wild:
        out.wild.append(len(out.keys))
    span = start, start + len(piece)
    if kind == "characters":
        folded = fold(piece)
        out.keys.extend(folded if len(folded) == len(piece) else map(fold, piece))
        out.characters.append(span)
    elif kind == "words":
        folded = piece.lower() if piece.isascii() else fold(piece)
        out.keys.extend(folded.replace(", ", " ").replace("-", " ").split(" "))
        out.words.append(span)
    else:
        out.keys.append(_UNIT_KINDS[kind] or fold(piece))
        out.pieces.append(span)
        if kind == "cluster":
            out.clusters.append(start)


def _columns(out: _Found, text: str) -> Scan:
    """The columns of all units: where one begins and where one ends is marked in the text, then read in order."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    apart = (points == _BLANK) | (points == _COMMA) | (points == _HYPHEN)
    characters, words, pieces = (
        np.array(spans, dtype=np.int64).reshape(-1, 2) for spans in (out.characters, out.words, out.pieces)
    )
    single = _inside(characters, len(text))
    worded = _inside(words, len(text)) & ~apart
    begins, closes = single | worded, single | worded
    begins[1:] &= ~worded[:-1] | single[1:]
    begins[words[:, 0]] = begins[pieces[:, 0]] = True
    closes[:-1] &= ~worded[1:] | single[:-1]
    closes[words[:, 1] - 1] = closes[pieces[:, 1] - 1] = True
    single[out.clusters] = True
    starts = np.flatnonzero(begins)
    commas = np.flatnonzero((points == _COMMA) & _inside(words, len(text)))
    borders = np.zeros(len(starts) + 1, dtype=np.int8)
    borders[np.searchsorted(starts, commas)] = WEAK
    places, strengths = np.array(out.borders, dtype=np.int64).T
    borders[places] = strengths
    wild = np.zeros(len(starts) + 1, dtype=np.bool_)
    wild[out.wild] = True
    return Scan(
        keys=out.keys,
        starts=starts.astype(np.int32),
        ends=(np.flatnonzero(closes) + 1).astype(np.int32),
        borders=borders,
        wild=wild,
        single=single[starts],
        cuts=out.cuts,
    )


def _inside(spans: npt.NDArray[np.int64], length: int) -> BoolArray:
    """(length,) whether each code point lies in one of the spans, which do not overlap."""
    steps = np.zeros(length + 1, dtype=np.int8)
    steps[spans[:, 0]] = 1
    steps[spans[:, 1]] -= 1
    inside: BoolArray = np.cumsum(steps[:-1], dtype=np.int8) > 0
    return inside


def _cut(cuts: list[int], position: int) -> None:
    if not cuts or position > cuts[-1]:
        cuts.append(position)


def _between_characters(text: str, start: int, end: int) -> bool:
    before = start - 1
    while before > 0 and text[before] >= _LEAST_MARK and _MARK.match(text, before):
        before -= 1
    return text[before : before + 1] >= _LEAST_CHARACTER and bool(
        _CHARACTER.match(text, before) and _CHARACTER.match(text, end)
    )


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
    word = _BEFORE_A_WORD.split(text[max(0, start - 24) : start].removesuffix("\n"))[-1].lower()
    if not word or word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()) or _LETTERS_WITH_DOTS.fullmatch(word):
        return False
    if word in _NUMBERED and _NEXT_FIGURE.match(text, behind):
        return False
    following = _NEXT_WORD.match(text, behind)
    if _DAY.fullmatch(word) and following:  # am 3. Oktober; but "in 12. We …" ends
        return not (following.group(1).islower() or following.group(1).lower() in _MONTHS)
    return not (following and following.group(1).islower() and "\n" not in text[behind : following.start(1)])
