"""The same sentence with other figures: which numbers, dates, ordinals and names changed between two wordings.

Enters: two wordings. Leaves: how alike they are apart from their figures, and the figures that stand at the same place
of both and differ. Figures are masked before the wordings are laid against each other, so that 5.2% and 4.8% meet as
one figure each, and never as a 4 beside a 5. What is the same in simplified characters is the same: 爾濱 is 尔滨.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from reuse.figure import figure
from reuse.model import Span
from reuse.report.amounts import HAN_NUMERALS, MAGNITUDE, UNIT, difference, is_part_of_word
from reuse.scripts import in_simplified

__all__ = ["FIGURE_KINDS", "Compared", "Figure", "compare_figures"]

FigureKind = Literal["number", "date", "ordinal", "name"]
FIGURE_KINDS: tuple[FigureKind, ...] = ("number", "date", "ordinal", "name")

_DIGITS = r"[0-9０-９]"
_COUNT = rf"(?:{_DIGITS}+|[{HAN_NUMERALS}]+)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# In this order: 2024年3月5日 is a date before 2024 is a number, 第二 an ordinal before 二 is one.
_TOKEN = re.compile(
    rf"(?P<date>(?:{_DIGITS}{{4}}|[〇零一二三四五六七八九]{{4}})年(?:{_COUNT}月(?:{_COUNT}日)?)?|{_COUNT}月{_COUNT}日"
    rf"|\d{{4}}-\d{{1,2}}(?:-\d{{1,2}})?|(?:{_MONTHS})\s\d{{1,2}}(?:,?\s\d{{4}})?"
    rf"|(?<![\d.,])(?:1[5-9]|20)\d\d(?!\d|[.,]\d|\s*(?:{UNIT}|[万亿千百多余])))"
    rf"|(?P<ordinal>第{_COUNT}|[（(]{_COUNT}[)）]|\d+(?:st|nd|rd|th)\b|(?<=[届次条]){_COUNT}(?=、))"
    rf"|(?P<number>{_DIGITS}+(?:[,.，．]{_DIGITS}+)*{MAGNITUDE}?(?:\s?[%％‰])?|[{HAN_NUMERALS}]+(?:点[{HAN_NUMERALS}]+)?|百分之{_COUNT}(?:点{_COUNT})?)"
    r"|(?P<word>[^\W\d_\u2e80-\U0010ffff]+)|(?P<other>\S)"
)
# What stands behind the name of a place or a person, and what ends the name of a place.
_BEHIND_NAMES = re.compile(r"省|市|县|州|同志|总理|主席|书记|部长|省长|市长|主任|委员长|先生|女士")
_PLACE_ENDS = re.compile(r".{1,7}[省市县区州盟旗镇乡村]")
MAX_NAME_CHARACTERS = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that stands at the same place of both wordings; spans from the start of each."""

    kind: FigureKind
    source: Span
    target: Span
    changed: bool
    difference: str | None = None  # "+12", "−0.2%": of numbers in the same unit


@dataclass(frozen=True, slots=True)
class Compared:
    """Two wordings, figures set aside."""

    likeness: float  # 0..1: normalised Indel similarity of the tokens, every figure counting as the same
    words: int  # tokens that agree, figures and punctuation left out
    figures: tuple[Figure, ...]  # in order

    @property
    def changed(self) -> tuple[Figure, ...]:
        """The figures that are not the same on both sides."""
        return tuple(figure for figure in self.figures if figure.changed)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        if self.kind not in FIGURE_KINDS:
            return unicodedata.normalize("NFKC", self.text)
        return f"\x00{self.kind}{'%' if self.text[-1] in '%％' else ''}"  # 18% is no other value of 74


def compare_figures(source: str, target: str) -> Compared:
    """Lay two wordings against each other with their figures masked. Quadratic in their tokens at worst."""
    source, target = in_simplified(source), in_simplified(target)
    left, right = list(_tokens(source)), list(_tokens(target))
    keys = [token.key for token in left], [token.key for token in right]
    figures: list[Figure] = []
    words = 0
    for step in Indel.opcodes(*keys):
        a, b = left[step.src_start : step.src_end], right[step.dest_start : step.dest_end]
        if step.tag == "equal":
            figures += _figures((source, a), (target, b))
            words += sum(token.kind not in FIGURE_KINDS and token.text.isalnum() for token in a)
    figures += _names(left, right, keys)
    return Compared(
        likeness=Indel.normalized_similarity(*keys),
        words=words,
        figures=tuple(sorted(figures, key=lambda figure: (figure.source, figure.target))),
    )


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or "other"
        if kind == "number" and is_part_of_word(text, found.start(), found.end()):
            kind = "other"
        yield _Token(kind, found[0], found.start(), found.end())


def _figures(source: tuple[str, Sequence[_Token]], target: tuple[str, Sequence[_Token]]) -> Iterator[Figure]:
    for a, b in zip(source[1], target[1], strict=True):
        if a.kind not in FIGURE_KINDS:
            continue
        kind: FigureKind = "date" if a.kind == "date" else "ordinal" if a.kind == "ordinal" else "number"
        spans = (a.start, a.end), (b.start, b.end)
        changed = figure(a.text) != figure(b.text)
        found = difference(source[0], spans[0], target[0], spans[1]) if changed and kind == "number" else None
        yield Figure(kind, *spans, changed, found)


def _names(
    left: Sequence[_Token], right: Sequence[_Token], keys: tuple[Sequence[str], Sequence[str]]
) -> Iterator[Figure]:
    """Stretches replaced by others that are names: capitalised words, or Han before what stands behind names."""
    steps = list(Indel.opcodes(*keys))
    position = 0
    while position < len(steps):
        end = position
        while end < len(steps) and steps[end].tag != "equal":
            end += 1
        if end > position:
            a = left[steps[position].src_start : steps[end - 1].src_end]
            b = right[steps[position].dest_start : steps[end - 1].dest_end]
            behind = "".join(token.text for token in left[steps[end - 1].src_end :][:3])
            inside = steps[position].src_start > 0
            if a and b and _is_name(a, behind, inside=inside) and _is_name(b, behind, inside=inside):
                yield Figure("name", (a[0].start, a[-1].end), (b[0].start, b[-1].end), changed=True)
        position = end + 1


def _is_name(tokens: Sequence[_Token], behind: str, *, inside: bool) -> bool:
    if all(token.kind == "word" for token in tokens):
        return inside and len(tokens) <= 3 and all(token.text[0].isupper() for token in tokens)
    text = "".join(token.text for token in tokens)
    if len(text) > MAX_NAME_CHARACTERS or not all(token.kind == "other" and token.text.isalnum() for token in tokens):
        return False
    return bool(_BEHIND_NAMES.match(behind) or _PLACE_ENDS.fullmatch(text))
