"""Figures and what they are counted in: 28.5万亿元, 3.2个百分点, 40 percent.

Enters: the Segments of a document. Leaves: which units are figures and which are their measures. Both say little about
who took what from whom: reports are full of 比上年增加#亿元, one measure after the other.
"""

from __future__ import annotations

import numpy as np

from reuse.model import BoolArray, Segments

__all__ = ["figures", "measures"]

_NUMBER_KEYS = frozenset(["#", "第#"])
_HAN_MEASURES = "十百千万亿兆元美吨斤公克亩顷米里立平方人次户个分点倍度岁"
_WORD_MEASURES = (
    "hundred thousand million billion trillion percent per cent dollars euro tonnes "
    "tausend millionen milliarden prozent mark"
)
_MEASURES = frozenset([*_HAN_MEASURES, *_WORD_MEASURES.split()])


def figures(segments: Segments) -> BoolArray:
    """(n,) the unit is a number or an ordinal. Cost: one look at each."""
    return np.fromiter(map(_NUMBER_KEYS.__contains__, segments.units), dtype=np.bool_, count=len(segments))


def measures(segments: Segments, figures: BoolArray) -> BoolArray:
    """(n,) the unit is part of the measure right behind one of the figures, no punctuation between."""
    found = np.zeros(len(segments), dtype=np.bool_)
    borders = segments.borders
    for i in np.flatnonzero(figures).tolist():
        k = i + 1
        while k < len(found) and not borders[k] and segments.units[k] in _MEASURES:
            found[k] = True
            k += 1
    return found
