"""Two prepared documents laid over one vocabulary, with the frequencies and buffers that the loops need.

Enters: two PassageTexts and, where the caller has them, the frequencies of a collection. Leaves: a `PassagePair`.
Frequencies stand as levels, whole steps of a 32nd of an octave, and bits come out of a table over levels: a lookup in
the loops instead of a logarithm, and the same bits on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from reuse.align import passage_kernel
from reuse.align.passage_text import CollectionFrequencies, PassageText
from reuse.model import IndexArray
from reuse.params import PassageParams

__all__ = ["BIT", "Handed", "Loops", "PassagePair", "handed", "lay_together"]

Handed = Any  # an array of one dimension, or a list: see `handed`

BIT = 64  # the loops count bits in 64ths
STEPS = 32  # levels per octave
_LOWEST = -40 * STEPS  # a frequency of 2**-40
_HIGHEST = 32 * STEPS
_MAX_BITS = 8.0  # of one token: the rarest still need company


@dataclass(frozen=True, slots=True, eq=False)
class Loops:
    """What the loops are handed: arrays where they are compiled, lists where not, since these are faster there."""

    levels: Handed
    collection_levels: Handed
    logs: Handed
    table: Handed
    a_edges: Handed  # (n+1,) bits in 64ths that a passage earns or pays for beginning or ending there
    b_edges: Handed
    bag: Handed  # workspace, zero between calls
    used: Handed  # workspace, zero between calls
    bounds: Handed  # workspace
    best: Handed  # what a search found


@dataclass(frozen=True, slots=True, eq=False)
class PassagePair:
    """Tokens of both sides as indexes into a's vocabulary, -1 where the other side lacks the token."""

    a: PassageText
    b: PassageText
    a_tokens: IndexArray
    b_tokens: IndexArray
    partner: IndexArray  # (u of a,) index in b's vocabulary or -1
    levels: IndexArray  # (u of a,) frequency of each shared token, as a level
    collection_levels: IndexArray  # (u of a,) its frequency in the collection alone
    logs: IndexArray  # level of 1, 2, 3 … tokens
    table: IndexArray  # bits in 64ths of a token by level + level of the text's length
    loops: Loops


def handed(array: npt.NDArray[np.int32] | npt.NDArray[np.float64]) -> Handed:
    """The buffer in the form that the loops run fastest on. A list is a copy."""
    return array if passage_kernel.COMPILED else array.tolist()


def lay_together(
    a: PassageText, b: PassageText, *, params: PassageParams, collection: CollectionFrequencies | None
) -> PassagePair:
    """Find the common vocabulary and its frequencies. Cost: O(u log u)."""
    size = len(a.vocabulary)
    places = np.minimum(np.searchsorted(b.vocabulary, a.vocabulary), max(len(b.vocabulary) - 1, 0))
    met = b.vocabulary[places] == a.vocabulary if len(b.vocabulary) else np.zeros(size, np.bool_)
    partner = np.where(met, places, -1).astype(np.int32)
    back = np.full(len(b.vocabulary), -1, np.int32)
    shared = np.flatnonzero(met).astype(np.int32)
    back[partner[shared]] = shared
    a_tokens = np.where(met, np.arange(size, dtype=np.int32), np.int32(-1))[a.ids]
    b_tokens = back[b.ids]
    total = max(len(a) + len(b), 1)
    own = (a.counts[shared] + b.counts[partner[shared]]) / total
    levels = np.zeros(size, np.int32)
    collection_levels = np.zeros(size, np.int32)
    if collection is None or collection.total == 0:
        levels[shared] = collection_levels[shared] = _level(own)
    else:
        seen = (collection.counts_of(a.vocabulary[shared]) + 0.5) / collection.total
        collection_levels[shared] = _level(seen)
        share = params.collection_share
        levels[shared] = _level(own ** (1 - share) * seen**share)
    levels -= np.int32(_LOWEST)
    collection_levels -= np.int32(_LOWEST)
    log_size = 1 << int(max(len(a), len(b))).bit_length()
    zeros = np.zeros(size, np.int32)
    return PassagePair(
        a=a,
        b=b,
        a_tokens=a_tokens,
        b_tokens=b_tokens,
        partner=partner,
        levels=levels,
        collection_levels=collection_levels,
        logs=_logs(log_size)[0],
        table=_table(params.expected_share)[0],
        loops=Loops(
            levels=handed(levels),
            collection_levels=handed(collection_levels),
            logs=_logs(log_size)[1],
            table=_table(params.expected_share)[1],
            a_edges=handed(_edges(a, params=params)),
            b_edges=handed(_edges(b, params=params)),
            bag=handed(zeros),
            used=handed(zeros.copy()),
            bounds=handed(np.zeros(max(len(a), len(b)) + 1, np.int32)),
            best=handed(np.zeros(8, np.int32)),
        ),
    )


def _edges(text: PassageText, *, params: PassageParams) -> IndexArray:
    prices = (params.inner_edge_bits, params.clause_edge_bits, params.sentence_edge_bits)
    edges: IndexArray = np.rint(np.array(prices) * BIT).astype(np.int32)[text.borders]
    return edges


def _level(frequencies: npt.NDArray[np.float64]) -> IndexArray:
    levels: IndexArray = np.clip(np.rint(STEPS * np.log2(frequencies)), _LOWEST, 0).astype(np.int32)
    return levels


@lru_cache(maxsize=8)
def _logs(size: int) -> tuple[IndexArray, Handed]:
    logs = np.rint(STEPS * np.log2(np.maximum(np.arange(size + 1), 1))).astype(np.int32)
    return logs, handed(logs)


@lru_cache(maxsize=8)
def _table(expected_share: float) -> tuple[IndexArray, Handed]:
    """Bits of meeting a token in a text of n where it has frequency p: log2(1 + q(1-r)/r), r = 1 - exp(-np).

    r is the chance that the text holds it anyway; q the chance that it returns in what was taken over.
    """
    expected = 2.0 ** (np.arange(_LOWEST, _HIGHEST + 1) / STEPS)
    anyway = -np.expm1(-expected)
    bits = np.log2(1 + expected_share * np.exp(-expected) / anyway)
    table = np.rint(BIT * np.minimum(bits, _MAX_BITS)).astype(np.int32)
    return table, handed(table)
