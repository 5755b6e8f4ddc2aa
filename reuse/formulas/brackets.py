"""Which units stand in quotation marks and brackets together, so that no wording is cut amid a quotation.

Enters: Segments. Leaves: spans of units. Serves `evidence`: 根据《中华人民共和国 ends inside a title, 全面”战略布局
begins inside a quotation.
"""

from __future__ import annotations

import re

import numpy as np

from reuse.model import Segments, Span
from reuse.quotes import CLOSER_OF, CLOSERS

__all__ = ["bracketed"]

_MARK = re.compile("[\n" + re.escape("".join((*CLOSER_OF, *CLOSERS))) + "]")


def bracketed(segments: Segments) -> list[Span]:
    """The units of every pair, the widest first; what opens and does not close in its line holds none. Linear."""
    waiting: list[tuple[str, int]] = []
    pairs: list[Span] = []
    for match in _MARK.finditer(segments.document.text):
        mark = match.group()
        if mark == "\n":
            waiting.clear()
        elif mark in CLOSER_OF:
            waiting.append((CLOSER_OF[mark], match.start()))
        elif waiting and waiting[-1][0] == mark:
            pairs.append((waiting.pop()[1], match.start()))
    if not pairs:
        return []
    pairs.sort(key=lambda pair: pair[0] - pair[1])
    return [(first, last) for first, last in np.searchsorted(segments.starts, np.array(pairs, dtype=np.int32)).tolist()]
