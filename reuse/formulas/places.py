"""Every further place of a wording: inside longer clauses.

Enters: wordings and speeches. Leaves: places that are no clause of their own, such as 坚持稳中求进工作总基调 within
必须坚持稳中求进工作总基调. Serves `families`, so that occurrences are counted and not only clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

import numpy as np

from reuse.formulas.candidates import LongArray
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings
from reuse.model import IndexArray

__all__ = ["everywhere", "inner_places"]

_GRAM = 3
_BATCH_KEYS = 50_000  # looked up together
_FEW_PLACES = 16  # are searched one by one; more of them, a frequent wording has thousands, as a set
_SHORTEST_WIDTH = 6  # characters, or three words: shorter ones are mostly names of things that stand inside everything
_SENTENCE_END = 2


def inner_places(wordings: Wordings, speeches: Speeches) -> dict[int, list[Side]]:
    """Wording -> places beyond those it was collected from, at word borders and within one sentence, sorted.

    Looks at the places of the rarest three units of each wording. Cost: a sort of all units, then linear in those
    places; about 1 s for a million units and 86,000 wordings.
    """
    wide = speeches.width(wordings.keys) >= _SHORTEST_WIDTH
    numbers = [i for i, key in enumerate(wordings.keys) if wide[i] and len(key) >= _GRAM]
    found: dict[int, list[Side]] = defaultdict(list)
    words = [s.words.tobytes() for s in speeches.segments]
    known: list[Collection[Side]] = [wordings.places[number] for number in numbers]
    known = [frozenset(sides) if len(sides) > _FEW_PLACES else sides for sides in known]
    columns = (column.tolist() for column in everywhere([wordings.keys[i] for i in numbers], speeches))
    for k, d, first in zip(*columns, strict=True):
        side = (d, first, first + len(wordings.keys[numbers[k]]))
        if words[d][first] and words[d][side[2]] and side not in known[k]:
            found[numbers[k]].append(side)
    return {number: sorted(sides) for number, sides in found.items()}


def everywhere(keys: list[str], speeches: Speeches) -> tuple[LongArray, LongArray, LongArray]:
    """Every place of each key within one sentence: its number, document, first unit; overlapping places too.

    Keys have three units or more. Cost: a sort of all units, then linear in the places of each key's rarest three.
    """
    grams, order = _corpus_grams(speeches)
    ended = _sentence_ends(speeches)
    none = np.zeros(0, dtype=np.int64)
    owners, starts = [none], [none]
    for first in range(0, len(keys), _BATCH_KEYS):
        batch = keys[first : first + _BATCH_KEYS]
        owner, start = _candidates(batch, speeches, grams, order)
        good = _equal(batch, owner, start, speeches, ended)
        owners.append(owner[good] + first)
        starts.append(start[good])
    start = np.concatenate(starts)
    document = np.searchsorted(speeches.offsets, start, side="right") - 1
    return np.concatenate(owners), document, start - speeches.offsets[document]


def _sentence_ends(speeches: Speeches) -> IndexArray:
    """(n+1,) how many units up to each stand behind a sentence's end, all documents end to end."""
    ends = np.concatenate([np.zeros(0, dtype=np.int8), *(s.borders[:-1] for s in speeches.segments)]) >= _SENTENCE_END
    return np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(ends, dtype=np.int32)])


def _equal(keys: list[str], owner: LongArray, start: LongArray, speeches: Speeches, ended: IndexArray) -> LongArray:
    """Which candidates are the key they were looked up for, within one document and sentence; all keys unit by unit."""
    lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
    units, begins = _units("".join(keys), speeches), np.cumsum(lengths) - lengths
    size = lengths[owner]
    last = start + size
    document = np.searchsorted(speeches.offsets, start, side="right") - 1
    rest = np.flatnonzero(last <= speeches.offsets[document + 1])
    rest = rest[ended[last[rest]] == ended[start[rest] + 1]]
    shift = begins[owner] - start
    found: list[LongArray] = []
    step = 0
    while len(rest):
        place = start[rest] + step
        rest = rest[speeches.dense[place] == units[shift[rest] + place]]
        step += 1
        whole = size[rest] == step
        found.append(rest[whole])
        rest = rest[~whole]
    return np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *found]))


def _corpus_grams(speeches: Speeches) -> tuple[LongArray, LongArray]:
    """Grams of all speeches end to end, sorted, and where each starts; a later look drops those across two."""
    grams = _grams(speeches.dense, len(speeches.alphabet))
    order = np.argsort(grams, kind="stable")
    return grams[order], order


def _units(string: str, speeches: Speeches) -> LongArray:
    return np.fromiter(map(speeches.alphabet.__getitem__, string), dtype=np.int64, count=len(string))


def _grams(units: LongArray | IndexArray, size: int) -> LongArray:
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
    left, counts = np.empty(len(own), dtype=np.int64), np.empty(len(own), dtype=np.int64)
    by_gram = np.argsort(own)  # looked up in order: a leap to and fro in a large table costs ten times a step
    left[by_gram] = np.searchsorted(grams, own[by_gram])
    counts[by_gram] = np.searchsorted(grams, own[by_gram], side="right") - left[by_gram]
    counts[inside > lengths[holder] - _GRAM] = len(grams) + 1  # a gram that runs into the next wording
    ranked = counts * len(own) + np.arange(len(own))  # rarest first, then leftmost
    rarest = np.minimum.reduceat(ranked, np.cumsum(lengths) - lengths) % len(own)
    many = counts[rarest]
    owner = np.repeat(np.arange(len(keys)), many)
    rank = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many, many)
    start = order[left[rarest][owner] + rank] - inside[rarest][owner]
    kept = start >= 0
    return owner[kept], start[kept]
