"""How a wording of several places is written, where they differ in nothing but figures and marks.

Enters: places that hold the same units. Leaves: one text: that of the first place whose quotation marks and brackets
are whole, with 〔N〕 for each figure that is another one elsewhere. Serves `changes` and `editions`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from reuse.formulas.elements import NUMBERS
from reuse.formulas.pieces import Side
from reuse.formulas.showing import shown_place
from reuse.model import Segments
from reuse.quotes import torn

__all__ = ["ANY_FIGURE", "surface_of_all"]

ANY_FIGURE = "〔N〕"
_ORDINAL = "第"
_SIGNS = "%％‰℃° "


def surface_of_all(places: Sequence[Side], segments: Sequence[Segments], *, least: int = 1) -> str:
    """The text of the first whole place, in which only figures that all places share are written. Linear.

    Of fewer than `least` places no number is shared; an ordinal (第三支柱) is a name until places differ.
    """
    shown = next((place for place in places if not torn(_written(place, segments))), places[0])
    document, first, last = shown
    own = segments[document]
    place = shown_place(shown, own)
    start, end = place.start, place.end
    pieces: list[str] = []
    for unit in range(first, last):
        if own.units[unit] not in NUMBERS:
            continue
        written = own.surface(unit, unit + 1)
        few = len(places) < least and not written.startswith(_ORDINAL)
        if few or len({_figure(segments[d], a + unit - first) for d, a, _ in places}) > 1:
            before, sign = _ORDINAL * written.startswith(_ORDINAL), written[len(written.rstrip(_SIGNS)) :]
            pieces += (own.document.text[start : int(own.starts[unit])], before, ANY_FIGURE, sign)
            start = int(own.ends[unit])
    return "".join((*pieces, own.document.text[start:end]))


def _written(place: Side, segments: Sequence[Segments]) -> str:
    own = segments[place[0]]
    locus = shown_place(place, own)
    return own.document.text[locus.start : locus.end]


def _figure(own: Segments, unit: int) -> str:
    return unicodedata.normalize("NFKC", own.surface(unit, unit + 1))
