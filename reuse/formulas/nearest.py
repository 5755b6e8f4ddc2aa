"""Which of many wordings comes nearest to one.

Enters: a wording and others, as keys. Leaves: the place of one of them, and how alike the two are. Serves `editions`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.formulas.resemblance import weighted_overlap
from reuse.formulas.speeches import Speeches

__all__ = ["most_similar", "nearest_wording"]

_WEIGHED = 8  # by edit similarity, of which the one is taken that shares most of what is rare
# Below, what two phrases share is a turn like 坚持…的 or 加强…保护: of the 47 formulas missing from the report of 2026
# nearly all with a successor have .45 and more, nearly all without one less.
_LEAST_OVERLAP = 0.45


def most_similar(key: str, others: Sequence[str]) -> tuple[int, float] | None:
    """The place in `others` of the one with the highest edit similarity, 0 to 1; of equals the first."""
    from rapidfuzz import process  # noqa: PLC0415 - costs start-up time
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    if not others:
        return None
    _, similarity, place = process.extractOne(key, others, scorer=Indel.normalized_similarity)
    return place, float(similarity)


def nearest_wording(key: str, others: Sequence[str], speeches: Speeches) -> tuple[int, float] | None:
    """The place in `others` of the one that shares most with the key by rarity of units, 0.45 to 1; None below.

    Cost: an edit similarity for each of the others, and a table of units by units for the best eight.
    """
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    if not others:
        return None
    likely = process.extract(key, others, scorer=Indel.normalized_similarity, limit=_WEIGHED)
    keys = [key, *(other for other, _, _ in likely)]
    overlaps = weighted_overlap(keys, np.zeros(len(likely), dtype=np.int64), np.arange(1, len(keys)), speeches)
    best = int(np.argmax(overlaps))
    overlap = min(1.0, float(overlaps[best]))
    return (likely[best][2], overlap) if overlap >= _LEAST_OVERLAP else None
