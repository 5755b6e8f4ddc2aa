"""How a wording of several places is written, where they differ in nothing but figures and marks.

Enters: places that hold the same units. Leaves: one text: that of the first place whose quotation marks and brackets
are whole, with 〔N〕 for each figure that is another one elsewhere. Serves `changes` and `editions`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reuse.formulas.elements import NUMBERS
from reuse.formulas.pieces import Side
from reuse.model import Segments
from reuse.quotes import completed, torn

__all__ = ["ANY_FIGURE", "surface_of_all"]

ANY_FIGURE = "〔N〕"
_ORDINAL = "第"


def surface_of_all(places: Sequence[Side], segments: Sequence[Segments]) -> str:
    """The text of the first whole place, in which only figures that all places share are written. Linear."""
    shown = next((place for place in places if not torn(_written(place, segments))), places[0])
    document, first, last = shown
    own = segments[document]
    start, end = completed(own.document.text, int(own.starts[first]), int(own.ends[last - 1]))
    pieces: list[str] = []
    for unit in range(first, last):
        if own.units[unit] in NUMBERS and len({_figure(segments[d], a + unit - first) for d, a, _ in places}) > 1:
            ordinal = _ORDINAL if own.surface(unit, unit + 1).startswith(_ORDINAL) else ""
            pieces += (own.document.text[start : int(own.starts[unit])], ordinal, ANY_FIGURE)
            start = int(own.ends[unit])
    return "".join((*pieces, own.document.text[start:end]))


def _written(place: Side, segments: Sequence[Segments]) -> str:
    document, first, last = place
    own = segments[document]
    start, end = completed(own.document.text, int(own.starts[first]), int(own.ends[last - 1]))
    return own.document.text[start:end]


def _figure(own: Segments, unit: int) -> str:
    return unicodedata.normalize("NFKC", own.surface(unit, unit + 1))
