"""A stretch of a speech as the elements that templates are built of.

Enters: Segments and a unit span. Leaves: one `Element` per unit, and one per mask between them. Serves `variants`,
which tells wordings apart, and `skeleton`, which lays them against each other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from reuse.model import Segments

__all__ = ["MASK", "NUMBERS", "Element", "elements", "signature"]

MASK = "\ue000*"  # key of a mask; private use, so that no unit has it
NUMBERS = frozenset({"#", "第#"})  # keys that stand for many surfaces


class Element(NamedTuple):
    """A unit or a mask."""

    key: str  # equal keys are the same wording; a figure's key holds the figure
    unit: int  # index of the unit; of the unit behind it for a mask
    start: int  # code points
    end: int
    border: bool  # a word border stands before it


# Without a call of Python for each: a large body has millions.
_element: Callable[[tuple[str, int, int, int, bool]], Element] = partial(tuple.__new__, Element)


def elements(segments: Segments, first: int, last: int) -> list[Element]:
    """The elements of units `first:last`; masks before the first unit or behind the last are not part of it."""
    keys = segments.units[first:last]
    columns = [column[first:last].tolist() for column in (segments.starts, segments.ends, segments.words)]
    if not _varies(segments, first, last, keys):
        return list(map(_element, zip(keys, range(first, last), *columns, strict=True)))
    row: list[Element] = []
    cells = zip(*columns, segments.wild[first:last].tolist(), strict=True)
    for unit, (start, end, word, wild) in enumerate(cells, start=first):
        masked = wild and unit > first
        if masked:
            row.append(Element(MASK, unit, row[-1].end, start, border=True))
        key = segments.units[unit]
        row.append(Element(_figure(segments, unit) if key in NUMBERS else key, unit, start, end, border=masked or word))
    return row


def signature(segments: Segments, first: int, last: int) -> tuple[str, ...]:
    """What makes a wording a variant of its own: keys, figures, masks; not punctuation, width, case or script."""
    keys = segments.units[first:last]
    if not _varies(segments, first, last, keys):
        return keys
    written: list[str] = []
    for unit, (key, wild) in enumerate(zip(keys, segments.wild[first:last].tolist(), strict=True), start=first):
        if wild and unit > first:
            written.append(MASK)
        written.append(_figure(segments, unit) if key in NUMBERS else key)
    return tuple(written)


def _varies(segments: Segments, first: int, last: int, keys: Sequence[str]) -> bool:
    """Whether a figure or a mask stands among the units, so that their keys are not all there is to them."""
    return not NUMBERS.isdisjoint(keys) or bool(segments.wild[first + 1 : last].any())


def _figure(segments: Segments, unit: int) -> str:
    surface = segments.document.text[segments.starts.item(unit) : segments.ends.item(unit)]
    return segments.units[unit] + unicodedata.normalize("NFKC", surface)
