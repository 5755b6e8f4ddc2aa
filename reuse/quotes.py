"""Quotation marks and brackets that a stretch opens or closes only by half.

Enters: a text and a stretch that begins and ends with units. Leaves: the stretch with the mark at its edge that
completes it: 成为“职工之家 takes its ” along. Serves the stages that cut wordings and all that show them.
"""

from __future__ import annotations

import unicodedata

__all__ = ["CLOSERS", "CLOSER_OF", "OPENERS", "closed", "completed", "halves", "torn"]

PUNCTUATION_BETWEEN = 2  # at most, where it is shown: the 。 or …… of “好……” may stand before the mark

CLOSER_OF = dict(zip("“‘「『（(《〈【[", "”’」』）)》〉】]", strict=True))
_OPENER_OF = {closer: opener for opener, closer in CLOSER_OF.items()}
OPENERS, CLOSERS = frozenset(CLOSER_OF), frozenset(_OPENER_OF)
_MARKS = OPENERS | CLOSERS


def completed(text: str, start: int, end: int, *, shown: str | None = None, across: int = 0) -> tuple[int, int]:
    """The stretch, grown by marks right before and behind it whose partners it holds.

    `shown` is what will be shown of it, where that is not all; `across` so many characters of punctuation may stand
    between it and the mark: 说：“好 takes 。” along across one. Positions are code points.
    """
    if _MARKS.isdisjoint(text[start:end] if shown is None else shown):
        return start, end
    waiting: list[str] = []
    missing: list[str] = []
    for mark in text[start:end] if shown is None else shown:
        if mark in CLOSER_OF:
            waiting.append(CLOSER_OF[mark])
        elif waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in CLOSERS:
            missing.append(mark)
    while waiting and (gap := _gap(text[end : end + across + 1], waiting[-1])) is not None:
        waiting.pop()
        end += gap + 1
    while missing and (gap := _gap(text[max(0, start - across - 1) : start][::-1], _OPENER_OF[missing[0]])) is not None:
        missing.pop(0)
        start -= gap + 1
    return start, end


def closed(text: str, start: int, end: int) -> tuple[int, int]:
    """What to show of a stretch so that it reads well: completed also by marks behind a little punctuation."""
    return completed(text, start, end, across=PUNCTUATION_BETWEEN)


def halves(text: str, start: int, end: int) -> tuple[str, str]:
    """What `closed` takes along before and behind a stretch: for whoever shows its inside piece by piece."""
    first, last = closed(text, start, end)
    return text[first:start], text[end:last]


def torn(text: str) -> bool:
    """Whether a quotation mark or bracket of the text has no partner in it."""
    waiting: list[str] = []
    for mark in text:
        if mark in CLOSER_OF:
            waiting.append(CLOSER_OF[mark])
        elif mark in _OPENER_OF and (not waiting or mark != waiting.pop()):
            return True
    return bool(waiting)


def _gap(near: str, mark: str) -> int | None:
    """How many characters of punctuation stand ahead of the mark; None where it does not follow or a line ends."""
    gap = near.find(mark)
    between = near[: max(gap, 0)]
    plain = all(unicodedata.category(one).startswith("P") and one not in _MARKS for one in between)
    return gap if gap >= 0 and plain else None
