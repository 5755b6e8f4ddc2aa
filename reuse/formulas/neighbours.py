"""What stands before and behind a wording, compared.

Enters: pairs of wordings. Leaves: how alike their neighbouring clauses are. Serves `resemblance`: variants of one
formula tend to stand between the same clauses in different years.
"""

from __future__ import annotations

from array import array

import numpy as np

from reuse.formulas import resemblance_kernel
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.formulas.wordings import Wordings
from reuse.model import IndexArray

__all__ = ["context"]

_MOST_PLACES = 4  # of each wording that are compared, in the order of the documents
_FLOOR = 0.5  # less alike than this is no evidence


def context(wordings: Wordings, speeches: Speeches, first: IndexArray, second: IndexArray) -> FloatArray:
    """(p,) similarity 0..1 of the most similar clauses right before, or right behind, in two different documents.

    Cost: at most 32 comparisons per pair, some 50 ns each.
    """
    result = np.zeros(len(first))
    if not len(first):
        return result
    numbers, rows = np.unique(np.concatenate([first, second]), return_inverse=True)
    offsets = wordings.places.offsets
    counts = np.minimum(np.diff(offsets)[numbers], _MOST_PLACES)
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    places = np.repeat(offsets[numbers] - starts[:-1], counts) + np.arange(starts[-1])
    spans = _around(wordings, speeches, places)
    rows = rows.astype(np.int32)
    resemblance_kernel.neighbours(
        speeches.dense,
        starts,
        wordings.places.documents[places],
        spans.ravel(),
        rows[: len(first)],
        rows[len(first) :],
        _FLOOR,
        array("Q", bytes(8 * len(speeches.alphabet))),
        bytearray(int(np.diff(spans.reshape(-1, 2)).max(initial=0))),
        result,
    )
    return result


def _around(wordings: Wordings, speeches: Speeches, places: IndexArray) -> IndexArray:
    """(k, 4) spans of the clauses before and behind each place, in the units of all speeches end to end.

    The one ends where the place begins, or before it, the other begins where it ends, or behind; empty where none does.
    """
    clauses = np.concatenate([np.zeros((0, 2), dtype=np.int32), *(s.clauses for s in speeches.segments)])
    counts = np.array([len(s.clauses) for s in speeches.segments])
    bounds = np.concatenate([[0], np.cumsum(counts)])
    clauses = clauses + np.repeat(speeches.offsets[:-1], counts)[:, None]
    document = wordings.places.documents[places]
    offset = speeches.offsets[document]
    before = np.searchsorted(clauses[:, 1], offset + wordings.places.firsts[places], side="right") - 1
    behind = np.searchsorted(clauses[:, 0], offset + wordings.places.lasts[places])
    spans = np.zeros((len(places), 4), dtype=np.int32)
    for column, clause, inside in ((0, before, before >= bounds[document]), (2, behind, behind < bounds[document + 1])):
        spans[inside, column : column + 2] = clauses[clause[inside]]
    return spans
