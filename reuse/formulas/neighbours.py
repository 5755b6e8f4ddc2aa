"""What stands before and behind a wording, compared.

Enters: pairs of wordings. Leaves: how alike their neighbouring clauses are. Serves `resemblance`: variants of one
formula tend to stand between the same clauses in different years.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from reuse.formulas.candidates import LongArray
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.formulas.wordings import Wordings

__all__ = ["context"]

_MOST_PLACES = 4  # of each wording that are compared, in the order of the documents
_FLOOR = 0.5  # less alike than this is no evidence


def context(wordings: Wordings, speeches: Speeches, first: LongArray, second: LongArray) -> FloatArray:
    """(p,) similarity 0..1 of the most similar clauses right before, or right behind, in two different documents.

    Cost: at most 32 comparisons per pair, 0.5 µs each.
    """
    from rapidfuzz import process  # noqa: PLC0415 - costs start-up time
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    known: dict[Side, tuple[str, str]] = {}
    owners: list[int] = []
    left: list[str] = []
    right: list[str] = []
    for k, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        for a, b in product(wordings.places[i][:_MOST_PLACES], wordings.places[j][:_MOST_PLACES]):
            if a[0] == b[0]:
                continue
            for x, y in zip(_around(a, speeches, known), _around(b, speeches, known), strict=True):
                if x and y:
                    owners.append(k)
                    left.append(x)
                    right.append(y)
    result = np.zeros(len(first))
    if owners:
        ratio = process.cpdist(left, right, scorer=Indel.normalized_similarity, score_cutoff=_FLOOR, dtype=np.float64)
        np.maximum.at(result, np.array(owners), ratio)
    return result


def _around(side: Side, speeches: Speeches, known: dict[Side, tuple[str, str]]) -> tuple[str, str]:
    """Keys of the clause that ends where the stretch begins and of the one that begins where it ends."""
    if side not in known:
        segments, string = speeches.segments[side[0]], speeches.strings[side[0]]
        clauses = segments.clauses
        before = int(np.searchsorted(clauses[:, 1], side[1], side="right")) - 1
        behind = int(np.searchsorted(clauses[:, 0], side[2]))
        known[side] = (
            string[clauses[before, 0] : clauses[before, 1]] if before >= 0 else "",
            string[clauses[behind, 0] : clauses[behind, 1]] if behind < len(clauses) else "",
        )
    return known[side]
