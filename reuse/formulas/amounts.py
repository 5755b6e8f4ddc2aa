"""Phrases that state a figure, without what the figure is: 增长5%左右 and 增长4.5%—5% say the same of another number.

Enters: units. Leaves: units without hedges, ranges as one figure. Serves `editions`, to which only the wording counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.formulas.elements import NUMBERS
from reuse.model import Segments

__all__ = ["bare", "is_range"]

# What stands right before or behind a figure (and its unit) and says how exact it is.
_HAN_HEDGES = "左右 以上 以下 以内 之间 上下 大约 约为 近 约 超过 超 不低于 不少于 不超过 达到"
_WORD_HEDGES = "about|around|some|nearly|almost|over|roughly|more than|less than|at least|at most|up to|or more"
_HEDGES = tuple(
    sorted(
        (*map(tuple, _HAN_HEDGES.split()), *(tuple(words.split()) for words in _WORD_HEDGES.split("|"))),
        key=lambda words: (-len(words), words),
    )
)
_LINKS = (("至",), ("到",), ("to",), ("and",), ())  # between the two ends of a range
_DASHES = frozenset("-–—－~～〜")
_UNIT_SIGNS = frozenset("%％‰℃°")
_REACH = 4  # units between a figure and its hedge: 5 万 亿 元 左右


def bare(units: Sequence[str]) -> tuple[str, ...] | None:
    """The units without hedges beside figures, a range as one figure; None where no figure is stated."""
    if NUMBERS.isdisjoint(units):
        return None
    kept: list[str] = []
    at = 0
    while at < len(units):
        hedge = next((words for words in _HEDGES if tuple(units[at : at + len(words)]) == words), ())
        if hedge and _beside_figure(units, at, at + len(hedge)):
            at += len(hedge)
            continue
        kept.append(units[at])
        at += 1
    return _without_ranges(kept)


def _beside_figure(units: Sequence[str], first: int, last: int) -> bool:
    before, behind = units[max(0, first - _REACH) : first], units[last : last + 1]
    return not NUMBERS.isdisjoint(before) or not NUMBERS.isdisjoint(behind)


def _without_ranges(units: Sequence[str]) -> tuple[str, ...]:
    kept: list[str] = []
    at = 0
    while at < len(units):
        kept.append(units[at])
        at += 1
        if kept[-1] not in NUMBERS:
            continue
        for link in _LINKS:
            end = at + len(link)
            if tuple(units[at:end]) == link and units[end : end + 1] == [kept[-1]]:
                at = end + 1
                break
    return tuple(kept)


def is_range(segments: Segments, at: int) -> bool:
    """Whether nothing but a dash stands at this inner edge, between two figures."""
    if not (segments.units[at - 1] in NUMBERS and segments.units[at] in NUMBERS):
        return False
    between = segments.document.text[int(segments.ends[at - 1]) : int(segments.starts[at])]
    return not _DASHES.isdisjoint(between) and (_DASHES | _UNIT_SIGNS).issuperset(between)
