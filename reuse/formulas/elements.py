"""A stretch of a speech as the elements that templates are built of.

Enters: Segments and a unit span. Leaves: one `Element` per unit, and one per mask between them. Serves `variants`,
which tells wordings apart, and `skeleton`, which lays them against each other.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from reuse.model import Segments

__all__ = ["MASK", "NUMBERS", "Element", "elements", "signature"]

MASK = "\ue000*"  # key of a mask; private use, so that no unit has it
NUMBERS = ("#", "第#")  # keys that stand for many surfaces


class Element(NamedTuple):
    """A unit or a mask."""

    key: str  # equal keys are the same wording; a figure's key holds the figure
    unit: int  # index of the unit; of the unit behind it for a mask
    start: int  # code points
    end: int
    border: bool  # a word border stands before it


def elements(segments: Segments, first: int, last: int) -> list[Element]:
    """The elements of units `first:last`; masks before the first unit or behind the last are not part of it."""
    row: list[Element] = []
    for unit in range(first, last):
        start, end = int(segments.starts[unit]), int(segments.ends[unit])
        masked = unit > first and bool(segments.wild[unit])
        if masked:
            row.append(Element(MASK, unit, int(segments.ends[unit - 1]), start, border=True))
        row.append(Element(_key(segments, unit), unit, start, end, border=masked or bool(segments.words[unit])))
    return row


def signature(segments: Segments, first: int, last: int) -> tuple[str, ...]:
    """What makes a wording a variant of its own: keys, figures, masks; not punctuation, width, case or script."""
    keys = segments.units[first:last]
    if not segments.wild[first + 1 : last].any() and not any(key in NUMBERS for key in keys):
        return keys
    return tuple(element.key for element in elements(segments, first, last))


def _key(segments: Segments, unit: int) -> str:
    key = segments.units[unit]
    if key in NUMBERS:
        surface = segments.document.text[int(segments.starts[unit]) : int(segments.ends[unit])]
        return key + unicodedata.normalize("NFKC", surface)
    return key
