"""Every further place of a wording: inside longer clauses.

Enters: wordings and speeches. Leaves: places that are no clause of their own, such as 坚持稳中求进工作总基调 within
必须坚持稳中求进工作总基调. Serves `families`, so that occurrences are counted and not only clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from reuse.formulas.candidates import LongArray
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings
from reuse.model import BoolArray, IndexArray
from reuse.threads import side_by_side

__all__ = ["everywhere", "inner_places"]

_GRAM = 3
_BATCH_KEYS = 50_000  # looked up together
_BATCH_UNITS = 1 << 20
_BUCKET_BITS = 22
_SHORTEST_WIDTH = 6  # characters, or three words: shorter ones are mostly names of things that stand inside everything
_SENTENCE_END = 2


def inner_places(wordings: Wordings, speeches: Speeches) -> dict[int, list[Side]]:
    """Wording -> places beyond those it was collected from, at word borders and within one sentence, sorted.

    Looks at the places of the rarest three units of each wording. Cost: linear in the units and in those places; below
    1 s for a million units and 86,000 wordings.
    """
    wide = speeches.width(wordings.keys) >= _SHORTEST_WIDTH
    numbers = np.array([i for i, key in enumerate(wordings.keys) if wide[i] and len(key) >= _GRAM], dtype=np.int64)
    owner, document, first = everywhere([wordings.keys[i] for i in numbers.tolist()], speeches)
    owner = numbers[owner]
    last = first + np.fromiter(map(len, wordings.keys), dtype=np.int64, count=len(wordings))[owner]
    words = np.concatenate([np.zeros(0, dtype=np.bool_), *(s.words for s in speeches.segments)])
    numbered = np.concatenate([np.zeros(0, dtype=np.bool_), *speeches.numbered])
    column = speeches.offsets[document] + document  # each document has one border more than units
    fresh = np.flatnonzero(
        words[column + first]
        & words[column + last]
        & ~numbered[speeches.offsets[document] + first]
        & ~_known(owner, document, first, wordings, speeches)
    )
    found: dict[int, list[Side]] = defaultdict(list)
    for number, *side in zip(*(part[fresh].tolist() for part in (owner, document, first, last)), strict=True):
        found[number].append((side[0], side[1], side[2]))
    return dict(found)


def _known(
    owner: LongArray, document: LongArray, first: LongArray, wordings: Wordings, speeches: Speeches
) -> BoolArray:
    """Which places are those that their wording was collected from. Cost: a sort of all places."""
    size, places = len(speeches.dense) + 1, wordings.places
    owners = np.repeat(np.arange(len(wordings)), np.diff(places.offsets))
    collected = owners * size + speeches.offsets[places.documents] + places.firsts
    known: BoolArray = np.isin(owner * size + speeches.offsets[document] + first, collected)
    return known


def everywhere(keys: Sequence[str], speeches: Speeches) -> tuple[LongArray, LongArray, LongArray]:
    """Every place of each key within one sentence: its number, document, first unit; overlapping places too.

    Keys have three units or more. Cost: two walks over all units, in batches, then linear in the places of a gram of
    each key, mostly the rarest.
    """
    gram, inside = _rarest_grams(keys, speeches)
    wanted, number = np.unique(gram, return_inverse=True)
    starts, positions = _positions(wanted, speeches)
    ended = _sentence_ends(speeches)
    none = np.zeros(0, dtype=np.int64)
    owners, found = [none], [none]
    for first in range(0, len(keys), _BATCH_KEYS):
        batch = keys[first : first + _BATCH_KEYS]
        rows = number[first : first + _BATCH_KEYS]
        many = starts[rows + 1] - starts[rows]
        owner = np.repeat(np.arange(len(batch)), many)
        at = np.arange(len(owner)) - np.repeat(np.cumsum(many) - many - starts[rows], many)
        start = positions[at] - inside[first : first + _BATCH_KEYS][owner]
        kept = start >= 0
        owner, start = owner[kept], start[kept]
        good = _equal(batch, owner, start, speeches, ended)
        owners.append(owner[good] + first)
        found.append(start[good])
    start = np.concatenate(found)
    document = np.searchsorted(speeches.offsets, start, side="right") - 1
    return np.concatenate(owners), document, start - speeches.offsets[document]


def _sentence_ends(speeches: Speeches) -> IndexArray:
    """(n+1,) how many units up to each stand behind a sentence's end, all documents end to end."""
    ends = np.concatenate([np.zeros(0, dtype=np.int8), *(s.borders[:-1] for s in speeches.segments)]) >= _SENTENCE_END
    return np.concatenate([np.zeros(1, dtype=np.int32), np.cumsum(ends, dtype=np.int32)])


def _equal(keys: Sequence[str], owner: LongArray, start: LongArray, speeches: Speeches, ended: IndexArray) -> LongArray:
    """Which candidates are the key they were looked up for, within one document and sentence; all keys unit by unit."""
    units, begins = speeches.units_of(keys)
    size = np.diff(begins)[owner]
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


def _rarest_grams(keys: Sequence[str], speeches: Speeches) -> tuple[LongArray, LongArray]:
    """Of each key one gram and how far inside it begins: the one whose bucket holds fewest places, of equals the first.

    Counted are buckets and not grams, which no table would hold; two rare grams in one bucket cost a longer look.
    """

    def count(firsts: range) -> IndexArray:
        counts = np.zeros(1 << _BUCKET_BITS, dtype=np.int32)
        for first in firsts:
            counts += np.bincount(_buckets(_grams_from(speeches, first)), minlength=len(counts)).astype(np.int32)
        return counts

    halves = _firsts(speeches)[::2], _firsts(speeches)[1::2]
    counts = np.add(*side_by_side(count, halves))
    none = np.zeros(0, dtype=np.int64)
    chosen, insides = [none], [none]
    for first in range(0, len(keys), _BATCH_KEYS):
        units, begins = speeches.units_of(keys[first : first + _BATCH_KEYS])
        lengths = np.diff(begins).astype(np.int64)
        own = _grams(units, len(speeches.alphabet))
        holder = np.repeat(np.arange(len(lengths)), lengths)[: len(own)]
        inside = np.arange(len(own)) - begins[:-1][holder]
        places = counts[_buckets(own)].astype(np.int64)
        places[inside > lengths[holder] - _GRAM] = len(speeches.dense) + 1  # a gram that runs into the next key
        ranked = places * len(own) + np.arange(len(own))
        rarest = np.minimum.reduceat(ranked, begins[:-1]) % len(own)
        chosen.append(own[rarest])
        insides.append(inside[rarest])
    return np.concatenate(chosen), np.concatenate(insides)


def _positions(wanted: LongArray, speeches: Speeches) -> tuple[LongArray, IndexArray]:
    """(g+1,) bounds, and between them, ascending, where each of the wanted grams, sorted, starts in all speeches."""
    flags = np.zeros(1 << _BUCKET_BITS, dtype=np.bool_)
    flags[_buckets(wanted)] = True

    def look(first: int) -> tuple[IndexArray, IndexArray]:
        grams = _grams_from(speeches, first)
        likely = np.flatnonzero(flags[_buckets(grams)])
        number = np.searchsorted(wanted, grams[likely])
        number[number == len(wanted)] = 0
        same = wanted[number] == grams[likely] if len(wanted) else np.zeros(0, dtype=np.bool_)
        return number[same].astype(np.int32), (likely[same] + first).astype(np.int32)

    none = np.zeros(0, dtype=np.int32)
    number, position = map(np.concatenate, zip((none, none), *side_by_side(look, _firsts(speeches)), strict=True))
    starts = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=len(wanted)))])
    return starts, position[np.argsort(number, kind="stable")]


def _firsts(speeches: Speeches) -> range:
    """Where each batch of grams begins."""
    return range(0, len(speeches.dense), _BATCH_UNITS)


def _grams_from(speeches: Speeches, first: int) -> LongArray:
    """The grams of one batch of all speeches end to end; a later look drops those across two speeches."""
    return _grams(speeches.dense[first : first + _BATCH_UNITS + _GRAM - 1], len(speeches.alphabet))


def _buckets(grams: LongArray) -> LongArray:
    """Multiplicative hashing after Knuth: the highest bits of the product with 2^64 by the golden ratio."""
    products = grams.view(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    buckets: LongArray = (products >> np.uint64(64 - _BUCKET_BITS)).view(np.int64)
    return buckets


def _grams(units: LongArray | IndexArray, size: int) -> LongArray:
    n = max(0, len(units) - _GRAM + 1)
    grams = np.zeros(n, dtype=np.int64)
    for k in range(_GRAM):
        grams = grams * size + units[k : k + n]
    return grams
