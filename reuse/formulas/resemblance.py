"""How alike two wordings are: the score that decides whether they are one formula.

Enters: wordings, which `candidates` gives features to look each other up by. Leaves: the pairs that join and those
that come near, with scores. `leaders` takes them up. The score is what they share in rare units, plus length, plus
neighbouring clauses that are alike, minus standing side by side in the same documents, minus neither beginning nor
ending alike. Hand-judged hard pairs of Chinese clauses: AUC .95 against .78 for plain edit distance.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from reuse.formulas import resemblance_kernel
from reuse.formulas.candidates import LongArray, signs_of
from reuse.formulas.neighbours import context
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.formulas.wordings import Wordings
from reuse.model import BoolArray, IndexArray

__all__ = ["JOIN", "MAYBE", "nearest_pairs", "resemblances", "weighted_overlap"]

JOIN = 0.96  # fitted on 68 pairs of clauses, half of them hard
MAYBE = 0.90  # from here on shown beside a family, for somebody to decide
_EDIT_FLOOR = 0.65
_SHORTEST_SHARE = 0.6  # of the longer one's units; what differs more in length is part of the other, not its variant
_BEST = 8  # candidates of one wording that are scored in full
_LENGTH_WEIGHT = 0.012  # per character up to 20, a word counts as two: a long agreement needs a smaller share
_LENGTH_LIMIT = 20
_CONTEXT_WEIGHT = 0.15
_TOGETHER_WEIGHT = 0.15
_ENDS_WEIGHT = 0.03
_DECIMALS = 9  # what is added up in another order differs beyond them, and must not decide between two leaders
_TOGETHER_DOCUMENTS = 3  # two wordings of one document each stand together by chance


def resemblances(wordings: Wordings, speeches: Speeches) -> tuple[IndexArray, IndexArray, FloatArray]:
    """The pairs that reach `MAYBE`: first number, second number (larger), score; sorted.

    Cost: that of `nearest_pairs`; the full score only for the `_BEST` of each wording.
    """
    first, second = nearest_pairs(wordings, speeches)
    shared = weighted_overlap(wordings.keys, first, second, speeches)
    widths = speeches.width(wordings.keys)
    shorter = np.minimum(np.minimum(widths[first], widths[second]), _LENGTH_LIMIT)
    score = shared + _LENGTH_WEIGHT * shorter
    score -= _TOGETHER_WEIGHT * _together(wordings, first, second)
    open_ = (score < JOIN) & (score >= JOIN - _CONTEXT_WEIGHT)
    score[open_] += _CONTEXT_WEIGHT * context(wordings, speeches, first[open_], second[open_])
    joined = np.flatnonzero((score >= JOIN) & (score < JOIN + _ENDS_WEIGHT))
    score[joined] -= _ENDS_WEIGHT * _other_ends(wordings, speeches, first[joined], second[joined])
    score = np.round(score, _DECIMALS)
    near = score >= MAYBE
    return first[near], second[near], score[near]


def nearest_pairs(wordings: Wordings, speeches: Speeches) -> tuple[IndexArray, IndexArray]:
    """Of each wording the `_BEST` earlier ones above the edit floor: first number, second number (larger), sorted.

    Pairs that stand at one place only, one inside the other, are none. Cost: about 50 ns for each pair that has a
    feature in common, at most some hundreds for each wording whatever the size of the body; memory is linear.
    """
    signs = signs_of(wordings.keys, speeches)
    units, begins = speeches.units_of(wordings.keys)
    n, places = len(wordings), wordings.places
    once = np.diff(places.offsets) == 1
    documents, firsts, lasts = (
        column[places.offsets[:-1]] for column in (places.documents, places.firsts, places.lasts)
    )
    found = np.full(n * _BEST, -1, dtype=np.int32)
    resemblance_kernel.nearest(
        units,
        begins,
        signs.starts,
        signs.features,
        signs.postings,
        signs.owners,
        np.where(once, documents, -1 - np.arange(n)).astype(np.int32),
        firsts,
        lasts,
        _SHORTEST_SHARE,
        _EDIT_FLOOR,
        _BEST,
        array("Q", bytes(8 * len(speeches.alphabet))),
        bytearray(max(map(len, wordings.keys), default=0)),
        np.full(n, -1, dtype=np.int32),
        np.zeros(_BEST, dtype=np.int32),
        np.zeros(_BEST),
        found,
    )
    filled = np.flatnonzero(found >= 0)
    first = found[filled]
    second = (filled // _BEST).astype(np.int32)
    order = np.lexsort((second, first))
    return first[order], second[order]


def weighted_overlap(
    keys: Sequence[str], first: LongArray | IndexArray, second: LongArray | IndexArray, speeches: Speeches
) -> FloatArray:
    """Per pair twice the heaviest common subsequence by the weight of both, 0 to 1; the weight of a unit is its rarity.

    The longest-common-subsequence table. Cost: about 1 ns per cell, cells = length by length.
    """
    units, begins = speeches.units_of(keys)
    result = np.zeros(len(first))
    resemblance_kernel.overlaps(
        units,
        begins,
        first.astype(np.int32),
        second.astype(np.int32),
        speeches.rarity,
        np.zeros(max(map(len, keys), default=0) + 1),
        result,
    )
    return result


def _other_ends(wordings: Wordings, speeches: Speeches, first: IndexArray, second: IndexArray) -> BoolArray:
    """Whether neither holds the word that the other begins with, nor the word that it ends with.

    在…党中央领导下 and 是…党中央领导的结果 share a long name and say different things of it. Of 21 such pairs of
    reports and speeches that score between `JOIN` and what the weight lifts it to, 12 were no variants of each other.
    """
    ends: dict[int, tuple[str, str]] = {}

    def apart(one: int, other: int) -> bool:
        for number in (one, other):
            if number not in ends:
                ends[number] = _outer_words(wordings, speeches, number)
        a, b = wordings.keys[one], wordings.keys[other]
        return all(ends[one][i] not in b and ends[other][i] not in a for i in (0, 1))

    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return np.fromiter((apart(*pair) for pair in pairs), dtype=np.bool_, count=len(first))


def _outer_words(wordings: Wordings, speeches: Speeches, number: int) -> tuple[str, str]:
    """The first and the last word of a wording, in its own letters, as they are cut at its first place."""
    places, key = wordings.places, wordings.keys[number]
    at = int(places.offsets[number])
    begin = int(places.firsts[at])
    inner = np.flatnonzero(speeches.segments[int(places.documents[at])].words[begin + 1 : begin + len(key)]) + 1
    return (key[: int(inner[0])], key[int(inner[-1]) :]) if len(inner) else (key, key)


def _together(wordings: Wordings, first: IndexArray, second: IndexArray) -> FloatArray:
    """Documents that hold both, by those of the rarer one, where both stand in three or more."""
    share = np.zeros(len(first))
    places = wordings.places
    owners = np.repeat(np.arange(len(wordings)), np.diff(places.offsets))
    fresh = (np.diff(owners, prepend=-1) != 0) | (np.diff(places.documents, prepend=-1) != 0)
    starts = np.concatenate([[0], np.cumsum(wordings.documents)]).astype(np.int32)
    frequent = np.flatnonzero(np.minimum(wordings.documents[first], wordings.documents[second]) >= _TOGETHER_DOCUMENTS)
    shares = np.zeros(len(frequent))
    resemblance_kernel.document_shares(starts, places.documents[fresh], first[frequent], second[frequent], shares)
    share[frequent] = shares
    return share
