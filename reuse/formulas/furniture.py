"""What stands around a speech and is none of its words: licence and source notes below it, titles and bylines above.

Enters: the laid-out speeches. Leaves: from which unit on each one is furniture, and which units are. Serves `drafts`
and `phrases`, which rank what stands there last; nothing is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from reuse.formulas.positions import LONGEST_SHARE
from reuse.model import BoolArray, Segments

__all__ = ["furniture", "furniture_starts", "title_units"]

_DOCUMENTS = 3  # two speeches with one long ending are a finding, three with the same one have it from the publisher
_SHORTEST_UNITS = 60  # longer than any closing sentence that was seen word for word in three speeches
_TITLES_UNITS = 240  # a news agency's sentence or two may stand above the title, who speaks and where
# A line of a title says no sentence: no mark of one stands in it, and none ends it.
_SENTENCE = re.compile(r"[。！？!?；;｡．؟।॥።᙮⁇⁈⁉]|[.](?:\s|$)|[：:，,、…—–-]\s*$", re.MULTILINE)


def furniture(segments: Sequence[Segments], strings: Sequence[str]) -> BoolArray:
    """Which units of all speeches, end to end, belong to notes below them or to titles."""
    flags = [np.zeros(0, dtype=np.bool_)]
    for each, start in zip(segments, furniture_starts(strings), strict=True):
        row = title_units(each)
        row[start:] = True
        flags.append(row)
    return np.concatenate(flags)


def title_units(segments: Segments) -> BoolArray:
    """(n,) which units stand in lines that are no sentences, above the first that is or not far below it.

    The title, who speaks, where and when; of a law, who passed and amended it. What makes up more than half of a text
    is no title, nor is anything where no sentence begins in that half. Cost: the lines of that half, mostly fewer.
    """
    flags = np.zeros(len(segments), dtype=np.bool_)
    text, most = segments.document.text, len(segments) // 2
    above, said, close = True, False, -1
    for first, end in pairwise(np.flatnonzero(segments.borders > 1).tolist()):
        if first >= most or (end > min(_TITLES_UNITS, LONGEST_SHARE * len(segments)) and not above):
            break
        start = int(segments.starts[first])
        if start > close:  # on a line of its own
            begin = text.rfind("\n", 0, start) + 1
            close = text.find("\n", int(segments.ends[end - 1])) % (len(text) + 1)
            said = bool(_SENTENCE.search(text[begin:close].strip()))
        flags[first:end] = not said and end <= most
        above &= not said
    return np.zeros(len(segments), dtype=np.bool_) if above else flags


def furniture_starts(strings: Sequence[str]) -> list[int]:
    """Per speech, one character per unit, the first unit of an ending that three or more share; its length if none.

    Cost: one sort of the reversed speeches.
    """
    backwards = [string[::-1] for string in strings]
    order = sorted(range(len(strings)), key=backwards.__getitem__)
    shared = [0] * len(strings)
    for i in range(len(order) - _DOCUMENTS + 1):
        window = order[i : i + _DOCUMENTS]
        length = _common(backwards[window[0]], backwards[window[-1]])
        for document in window:
            shared[document] = max(shared[document], length)
    return [
        len(string) - (length if length >= _SHORTEST_UNITS else 0)
        for string, length in zip(strings, shared, strict=True)
    ]


def _common(a: str, b: str) -> int:
    """How many first units two strings share."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
