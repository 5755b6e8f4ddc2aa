"""Sentences too short to be found by themselves, between alignments that follow each other on both sides.

Enters: places of alignments. Leaves: the places, grown over such sentences where they are the same on both sides. A
heading of one word, a number of its own line, has no run of two units to begin with; without it a copy of a whole text
would not be shared as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reuse.align.place_index import Piece
from reuse.align.prepared import STRONG, PreparedDocument
from reuse.model import BoolArray

__all__ = ["without_holes"]


def without_holes(
    places: Sequence[Piece], source: PreparedDocument, target: PreparedDocument, *, reach: int
) -> list[Piece]:
    """The places; one that ends at a sentence's end on both sides grows over the units that follow on both sides alike.

    It grows as far as the next place, or the end of both texts, if at most `reach` units lie between; what is the same
    before the first place of both texts goes with that. Cost: linear, and little more for each hole.
    """
    a0, a1, b0, b1 = np.array(places, dtype=np.int64).reshape(-1, 4).T
    openings = {*zip(a0.tolist(), b0.tolist(), strict=True), (len(source), len(target))}
    grown = list(places)
    for k in np.flatnonzero(_sentences_begin_alike(a1, b1, source, target)).tolist():
        first, last, there, end = places[k]
        gap = next((g for g in range(1, reach + 1) if (last + g, end + g) in openings), 0)
        if np.array_equal(source.exact[last : last + gap], target.exact[end : end + gap]):
            grown[k] = first, last + gap, there, end + gap
    for k in np.flatnonzero((a0 == b0) & (a0 <= reach) & (source.borders[a0] >= STRONG)).tolist():
        gap, last, _, end = grown[k]
        if target.borders[gap] >= STRONG and np.array_equal(source.exact[:gap], target.exact[:gap]):
            grown[k] = 0, last, 0, end
    return grown


def _sentences_begin_alike(
    at: npt.NDArray[np.int64], there: npt.NDArray[np.int64], source: PreparedDocument, target: PreparedDocument
) -> BoolArray:
    """(k,) whether a sentence begins at both units, with the same unit."""
    meeting: BoolArray = (source.borders[at] >= STRONG) & (target.borders[there] >= STRONG)
    inside = meeting & (at < len(source)) & (there < len(target))
    meeting[inside] = source.exact[at[inside]] == target.exact[there[inside]]
    return meeting & inside
