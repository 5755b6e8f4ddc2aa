"""Quotation marks and brackets that a stretch opens or closes only by half.

Enters: a text and a stretch that begins and ends with units. Leaves: the stretch with the mark at its edge that
completes it: 成为“职工之家 takes its ” along. Serves `templates` and `families`.
"""

from __future__ import annotations

__all__ = ["completed"]

_CLOSER_OF = dict(zip("“‘「『（(《〈【[", "”’」』）)》〉】]", strict=True))
_MARKS = frozenset((*_CLOSER_OF, *_CLOSER_OF.values()))


def completed(text: str, start: int, end: int, *, shown: str | None = None) -> tuple[int, int]:
    """The stretch, grown by marks right before and behind it whose partners it holds.

    `shown` is what will be shown of it, where that is not all. Positions are code points.
    """
    if _MARKS.isdisjoint(text[start:end] if shown is None else shown):
        return start, end
    waiting: list[str] = []
    missing: list[str] = []
    for mark in text[start:end] if shown is None else shown:
        if mark in _CLOSER_OF:
            waiting.append(_CLOSER_OF[mark])
        elif waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in _CLOSER_OF.values():
            missing.append(mark)
    while waiting and end < len(text) and text[end] == waiting[-1]:
        waiting.pop()
        end += 1
    while missing and start > 0 and _CLOSER_OF.get(text[start - 1]) == missing[0]:
        missing.pop(0)
        start -= 1
    return start, end
