"""Every further place of a wording: inside longer clauses.

Enters: wordings and speeches. Leaves: places that are no clause of their own, such as 坚持稳中求进工作总基调 within
必须坚持稳中求进工作总基调. Serves `families`, so that occurrences are counted and not only clauses.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from reuse.formulas.candidates import LongArray
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings

__all__ = ["inner_places"]

_GRAM = 3
_SHORTEST_UNITS = 6  # shorter wordings are mostly names of things, which stand inside everything
_SENTENCE_END = 2


def inner_places(wordings: Wordings, speeches: Speeches) -> dict[int, list[Side]]:
    """Wording -> places beyond those it was collected from, at word borders and within one sentence, sorted.

    Looks at the places of the rarest three units of each wording. Cost: a sort of all units, then linear in those
    places; about 1 s for a million units and 86,000 wordings.
    """
    numbers = [i for i, key in enumerate(wordings.keys) if len(key) >= _SHORTEST_UNITS]
    bounds = np.cumsum([0, *map(len, speeches.strings)])
    grams, order = _corpus_grams(speeches)
    edges = [(s.words.tobytes(), (s.borders >= _SENTENCE_END).tobytes()) for s in speeches.segments]
    found: dict[int, list[Side]] = defaultdict(list)
    owner, start = _candidates([wordings.keys[i] for i in numbers], speeches, grams, order)
    document = np.searchsorted(bounds, start, side="right") - 1
    for k, d, first in zip(owner.tolist(), document.tolist(), (start - bounds[document]).tolist(), strict=True):
        key = wordings.keys[numbers[k]]
        side = (d, first, first + len(key))
        if speeches.strings[d][first : side[2]] == key and side not in wordings.places[numbers[k]]:
            words, ends = edges[d]
            if words[first] and words[side[2]] and ends.find(1, first + 1, side[2]) < 0:
                found[numbers[k]].append(side)
    return {number: sorted(sides) for number, sides in found.items()}


def _corpus_grams(speeches: Speeches) -> tuple[LongArray, LongArray]:
    """Grams of all speeches end to end, sorted, and where each starts; a later look drops those across two."""
    grams = _grams(_units("".join(speeches.strings), speeches), len(speeches.alphabet))
    order = np.argsort(grams, kind="stable")
    return grams[order], order


def _units(string: str, speeches: Speeches) -> LongArray:
    return np.fromiter(map(speeches.alphabet.__getitem__, string), dtype=np.int64, count=len(string))


def _grams(units: LongArray, size: int) -> LongArray:
    n = max(0, len(units) - _GRAM + 1)
    grams = np.zeros(n, dtype=np.int64)
    for k in range(_GRAM):
        grams = grams * size + units[k : k + n]
    return grams


def _candidates(keys: list[str], speeches: Speeches, grams: LongArray, order: LongArray) -> tuple[LongArray, LongArray]:
    """Wording and position in the joined speeches, wherever its rarest gram stands."""
    if not keys:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    own = _grams(_units("".join(keys), speeches), len(speeches.alphabet))
    holder = np.repeat(np.arange(len(keys)), lengths)[: len(own)]
    inside = np.arange(len(own)) - (np.cumsum(lengths) - lengths)[holder]
    left = np.searchsorted(grams, own)
    counts = np.searchsorted(grams, own, side="right") - left
    counts[inside > lengths[holder] - _GRAM] = len(grams) + 1  # a gram that runs into the next wording
    ranked = counts * len(own) + np.arange(len(own))  # rarest first, then leftmost
    rarest = np.minimum.reduceat(ranked, np.cumsum(lengths) - lengths) % len(own)
    many = counts[rarest]
    owner = np.repeat(np.arange(len(keys)), many)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
    start = order[left[rarest][owner] + rank] - inside[rarest][owner]
    kept = start >= 0
    return owner[kept], start[kept]
