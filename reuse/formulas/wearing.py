"""Which family a wording belongs to, and which listed wording says the same in other words.

Enters: families, and wordings as they are listed. Leaves: ids and rows. Serves `inventory`, which tells a formula once
and its other dresses beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from reuse.formulas.evidence import Flat
from reuse.formulas.ranking import Stretch
from reuse.formulas.speeches import Speeches
from reuse.model import Family

__all__ = ["Wardrobe"]

_BELONGS = 0.5  # of a wording's places lie in the family, and
_FILLS = 0.6  # on average it makes up this share of what stands there; else it is a part of the family's wording
_ALIKE = 0.75  # edit similarity of two wordings of one formula,
_ALIKE_SHORT, _SHORT_WIDTH = 0.85, 12  # and of short ones: 深化文化体制改革 is not 深化科技体制改革


class Wardrobe:
    """Families by the places of their variants, and the wordings listed so far."""

    def __init__(self, families: Sequence[Family], speeches: Speeches, flat: Flat) -> None:
        self._families, self._speeches = families, speeches
        self._owner = np.full(int(flat.offsets[-1]), -1, dtype=np.int32)
        self._length = np.zeros(int(flat.offsets[-1]), dtype=np.int32)
        for number in range(len(families) - 1, -1, -1):  # the strongest family has the last word
            for first, last in _stretches(families[number], speeches, flat):
                self._owner[first:last] = number
                self._length[first:last] = last - first
        self._by_family: dict[int, int] = {}
        self._keys: list[str] = []
        self._rows: list[int] = []

    def family(self, stretches: Sequence[Stretch]) -> str | None:
        """The id of the family that the wording at `stretches` is a variant of."""
        number = self._number(stretches)
        return None if number is None else self._families[number].id

    def twin(self, row: int, key: str, stretches: Sequence[Stretch]) -> int | None:
        """The row that came first with this family or a wording this alike; where there is none, keep this one.

        Cost: about 0.3 µs for each row kept.
        """
        from rapidfuzz import process  # noqa: PLC0415 - costs start-up time
        from rapidfuzz.distance import Indel  # noqa: PLC0415

        number = self._number(stretches)
        if number is not None and number in self._by_family:
            return self._by_family[number]
        best = process.extractOne(
            key,
            self._keys,
            scorer=Indel.normalized_similarity,
            score_cutoff=_ALIKE if self._speeches.width([key])[0] >= _SHORT_WIDTH else _ALIKE_SHORT,
        )
        if best is not None:
            return self._rows[best[2]]
        if number is not None:
            self._by_family[number] = row
        self._keys.append(key)
        self._rows.append(row)
        return None

    def _number(self, stretches: Sequence[Stretch]) -> int | None:
        if not self._families:
            return None
        counts: Counter[int] = Counter()
        filled: dict[int, float] = {}
        for first, last in stretches:
            middle = (first + last) // 2
            owner = int(self._owner[middle])
            counts[owner] += 1
            filled[owner] = filled.get(owner, 0.0) + min(1.0, (last - first) / max(1, int(self._length[middle])))
        del counts[-1]
        if not counts:
            return None
        number = min(counts, key=lambda owner: (-counts[owner], owner))
        belongs = counts[number] >= _BELONGS * len(stretches) and filled[number] >= _FILLS * counts[number]
        return number if belongs else None


def _stretches(family: Family, speeches: Speeches, flat: Flat) -> list[Stretch]:
    found: list[Stretch] = []
    for variant in family.variants:
        for locus in variant.occurrences:
            document = speeches.index[locus.document]
            segments = speeches.segments[document]
            first = int(np.searchsorted(segments.starts, locus.start))
            last = int(np.searchsorted(segments.ends, locus.end, side="right"))
            offset = int(flat.offsets[document])
            found.append((offset + first, offset + last))
    return found
