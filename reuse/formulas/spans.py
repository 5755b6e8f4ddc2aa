"""Which stretches of a speech may be the wording of a formula.

Enters: Segments. Leaves: unit spans of clauses, and of phrases that join clauses over marks that end no thought
(、 quotes, brackets, the commas of a list), so that 识大体、顾大局 is one phrase. Stands at the head of the stage,
beside `pieces`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reuse.formulas.enumerations import list_commas
from reuse.model import BoolArray, IndexArray, Segments
from reuse.quotes import CLOSERS, OPENERS

__all__ = ["LONGEST_UNITS", "candidate_spans", "phrase_ends"]

# A formula is a phrase: of 100,000 clauses in 57 government reports 0.05 % have 40 characters or more.
LONGEST_UNITS = 40
_STOPS = frozenset("，,；;：:。．.！!？?…—–\n\r○")
# An item of a list or a quoted word stands for itself only when it is two characters longer than a clause must be:
# shorter ones are names of things (科技, 改革开放) and live on in the phrase around them.
_ITEM_SURPLUS_CHARS = 2
_REACH = 2  # characters around a phrase that are looked at for the quotation marks it begins and ends with
_MARKS = OPENERS | CLOSERS | {"„"}


@dataclass(frozen=True, slots=True)
class _Clause:
    first: int  # units, half-open
    last: int
    start: int  # code points, half-open
    end: int


def candidate_spans(segments: Segments, stops: BoolArray, numbered: BoolArray, *, min_length_chars: int) -> IndexArray:
    """(k, 2) unit spans, sorted and without repetition; `stops` comes from `phrase_ends`, `numbered` is what it took.

    A clause that stands by itself may be one character shorter than `min_length_chars` (同志们：). Linear.
    """
    spans: set[tuple[int, int]] = set()
    for phrase in _phrases(segments, stops, numbered):
        first, last, start, end = phrase[0].first, phrase[-1].last, phrase[0].start, phrase[-1].end
        if last - first <= LONGEST_UNITS and end - start >= min_length_chars - 1:
            spans.add((first, last))
        if len(phrase) > 1:
            shortest = min_length_chars + _ITEM_SURPLUS_CHARS
            spans.update(
                (item[0].first, item[-1].last)
                for item in _items(phrase, segments.document.text)
                if item[-1].last - item[0].first <= LONGEST_UNITS and item[-1].end - item[0].start >= shortest
            )
    return np.array(sorted(spans), dtype=np.int32).reshape(-1, 2)


def phrase_ends(segments: Segments, numbered: BoolArray) -> BoolArray:
    """(n+1,) where one phrase ends and the next begins: every border but one that is only a joining mark.

    What stands behind the number of an item (`numbered`) begins a phrase. Linear.
    """
    ends: BoolArray = segments.borders > 0
    text = segments.document.text
    marks = np.flatnonzero(segments.borders == 1)  # a weak one has a unit on either side
    edges = (marks.tolist(), segments.ends[marks - 1].tolist(), segments.starts[marks].tolist())
    ends[[at for at, a, b in zip(*edges, strict=True) if _joins(text[a:b])]] = False
    ends[list_commas(segments)] = False
    if numbered.any():
        ends[1:-1] |= numbered[:-1] & ~numbered[1:]
    return ends


def _joins(between: str) -> bool:
    """Whether punctuation ends no phrase. Nothing but blanks, or a cut of endless text, joins nothing."""
    return between not in _STOPS and bool(between.strip()) and _STOPS.isdisjoint(between.strip())


def _phrases(segments: Segments, stops: BoolArray, numbered: BoolArray) -> Iterator[list[_Clause]]:
    """Clauses in order, grouped where only joining marks stand between them; the numbers of items left out."""
    edges = np.flatnonzero((segments.borders > 0) | stops)
    firsts, lasts = (edges[:-1], edges[1:]) if len(segments) else (edges[:0], edges[:0])
    kept = ~numbered[firsts]
    firsts, lasts = firsts[kept], lasts[kept]
    columns = (firsts, lasts, segments.starts[firsts], segments.ends[lasts - 1])
    group: list[_Clause] = []
    for clause, opens in zip(
        map(_Clause, *(column.tolist() for column in columns)), stops[firsts].tolist(), strict=True
    ):
        if group and opens:
            yield group
            group = []
        group.append(clause)
    if group:
        yield group


def _items(phrase: Sequence[_Clause], text: str) -> Iterator[Sequence[_Clause]]:
    """The items of a list, each with the quotations that it holds whole, and what stands in quotation marks by itself.

    实现我们确定的“两个一百年”奋斗目标 has one item besides itself, the quotation: a quotation mark ends no thought,
    and no wording ends before one. A separator inside quotation marks parts items in there.
    """
    gaps = _gaps(phrase, text)
    for first in range(len(phrase)):
        before = gaps[first]
        # Behind 、“ begins an item that opens with a quotation, and the quotation.
        for depth in sorted({before.opens} | {0} if before.parts else {0} if before.opens else set()):
            if (last := _end(gaps, first, depth)) is not None:
                yield phrase[first:last]


def _end(gaps: Sequence[_Gap], first: int, depth: int) -> int | None:
    """Behind which clause an item ends that begins inside so many open quotation marks; none has more than 40."""
    for last in range(first + 1, min(first + LONGEST_UNITS + 1, len(gaps))):  # a clause has a unit or more
        gap = gaps[last]
        if depth < gap.closes or (depth == gap.closes and gap.parts):
            return last
        depth = max(0, depth - gap.closes) + gap.opens
    return None


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands before a clause of a phrase, or behind the last."""

    closes: int  # quotation marks and brackets
    opens: int
    parts: bool  # some other mark, 、 for one


def _gaps(phrase: Sequence[_Clause], text: str) -> list[_Gap]:
    """One gap before each clause and one behind the last."""
    start, end = phrase[0].start, phrase[-1].end
    written = [text[one.end : other.start] for one, other in pairwise(phrase)]
    written = [text[max(0, start - _REACH) : start], *written, text[end : end + _REACH]]
    low = any("„" in each for each in written)  # there “ closes
    opens = [sum(mark in OPENERS or mark == "„" for mark in each if not (low and mark == "“")) for each in written]
    closes = [sum(mark in CLOSERS or (low and mark == "“") for mark in each) for each in written]
    parts = [any(not (mark.isspace() or mark in _MARKS) for mark in each) for each in written]
    parts[0] = parts[-1] = True
    return list(map(_Gap, closes, opens, parts))
