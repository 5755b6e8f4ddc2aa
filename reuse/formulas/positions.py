"""Where in a speech a wording has its place: at the opening, at the closing, or anywhere.

Enters: `Repeats`. Leaves: shares and labels. Serves `phrases` and `inventory`. Openings and closings are formulas too,
and are labelled, not left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.formulas.repeats import Repeats
from reuse.formulas.speeches import FloatArray

__all__ = ["LONGEST_SHARE", "edge_shares", "position_of"]

_OPENING_UNITS, _CLOSING_UNITS = 120, 350  # a greeting and the agenda; wishes and thanks, and notes below the speech
_SHARE = 0.9  # of the places
LONGEST_SHARE = 0.25  # of a speech that its opening, or closing, may be: short texts have neither


def edge_shares(repeats: Repeats, strings: Sequence[str]) -> FloatArray:
    """(r, 2) share of the places that lie in the opening, and in the closing. Linear in the places."""
    if not len(repeats):
        return np.zeros((0, 2))
    units = np.fromiter(map(len, strings), dtype=np.int64, count=len(strings))
    openings = np.minimum(_OPENING_UNITS, LONGEST_SHARE * units).astype(np.int32)
    closings = np.ceil(units - np.minimum(_CLOSING_UNITS, LONGEST_SHARE * units)).astype(np.int32)
    first = repeats.place_starts
    last = first + np.repeat(repeats.lengths, repeats.occurrences)
    opening = last <= openings[repeats.place_documents]
    closing = first >= closings[repeats.place_documents]
    counts = [np.add.reduceat(inside, repeats.offsets[:-1], dtype=np.int64) for inside in (opening, closing)]
    return np.column_stack(counts) / repeats.occurrences[:, None]


def position_of(shares: FloatArray) -> str | None:
    """Label the two shares of a row: "opening" or "closing" from nine tenths on; None: anywhere."""
    if shares[0] >= _SHARE:
        return "opening"
    return "closing" if shares[1] >= _SHARE else None
