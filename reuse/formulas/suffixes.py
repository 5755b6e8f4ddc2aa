"""Closed repeats by a suffix array: the other engine of `repeats`, for large or near-copied bodies of text.

Enters: a `Corpus`. Leaves: groups of positions, the same that `levels` leads to. Needs pydivsufsort and the compiled
kernel; `available` says whether both are there. Steps: suffix array; symbols shared by neighbours; every interval of it
is a string that no longer one to the right stands for everywhere, and its documents are counted on the way.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec

import numpy as np

from reuse.formulas import suffix_kernel
from reuse.formulas.levels import LongArray
from reuse.formulas.symbols import SEPARATOR, Corpus
from reuse.model import IndexArray

__all__ = ["Interval", "available", "intervals"]

_SHORT = 1 << 16  # so many different symbols fit into two bytes


@dataclass(frozen=True, slots=True, eq=False)
class Interval:
    """g closed repeats at k positions in all."""

    lengths: IndexArray  # (g,) symbols
    positions: IndexArray  # (k,) where they start; by group, then ascending
    offsets: LongArray  # (g+1,) group i holds positions[offsets[i]:offsets[i+1]]


def available() -> bool:
    """Whether this engine can run, and runs faster than the other one."""
    return suffix_kernel.COMPILED and find_spec("pydivsufsort") is not None


def intervals(corpus: Corpus, *, shortest: int, longest: int, fewest: int, ratio: Fraction) -> Interval:
    """Find the closed repeats of `shortest` … `longest` symbols in `fewest` documents or more.

    Cost: about 0.5 µs and 40 bytes a symbol, and a sort of the places found.
    """
    if not len(corpus):
        none = np.zeros(0, dtype=np.int32)
        return Interval(none, none, np.zeros(1, dtype=np.int64))
    order = _sorted_suffixes(corpus.symbols)
    room = _room(corpus.symbols)
    shared = np.full(len(order), -1, dtype=np.int32)
    shared[order[1:]] = order[:-1]
    suffix_kernel.common_prefixes(corpus.symbols, shared, room, longest + 1)
    shared = shared[order]
    room = room[order]
    left = np.concatenate([[SEPARATOR], corpus.symbols[:-1]]).astype(np.int32)[order]
    firsts, sizes = np.empty_like(order), np.empty_like(order)  # as many pages of them as are written to
    documents = int(corpus.documents.max()) + 1
    found = suffix_kernel.closed_intervals(
        shared,
        corpus.documents[order],
        left,
        room,
        shortest,
        longest,
        fewest,
        ratio.numerator,
        ratio.denominator,
        np.zeros(4 * (longest + 3), dtype=np.int32),
        np.full(documents, -1, dtype=np.int32),
        np.zeros(int(corpus.symbols.max()) + 1, dtype=np.int32),
        np.full(documents, -1, dtype=np.int32),
        firsts,
        sizes,
    )
    del room, left
    return _grouped(order, firsts[:found], sizes[:found].astype(np.int64), shared[:found].copy())


def _sorted_suffixes(symbols: IndexArray) -> IndexArray:
    from pydivsufsort import divsufsort  # noqa: PLC0415 - optional

    narrow = np.uint16 if int(symbols.max()) < _SHORT else np.uint32
    order: IndexArray = divsufsort(symbols.astype(narrow)).astype(np.int32)
    return order


def _room(symbols: IndexArray) -> IndexArray:
    """(n,) symbols from each position up to the next separator; none at a separator."""
    ends = np.flatnonzero(symbols == SEPARATOR)
    room = np.repeat(ends.astype(np.int32), np.diff(ends, prepend=-1))  # the last symbol is one too
    room -= np.arange(len(symbols), dtype=np.int32)
    return room


def _grouped(order: IndexArray, firsts: IndexArray, sizes: LongArray, lengths: IndexArray) -> Interval:
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    at = np.repeat(firsts - offsets[:-1].astype(np.int32), sizes)  # in place from here: of near-copies there are many
    at += np.arange(len(at), dtype=np.int32)
    keys = np.repeat(np.arange(len(sizes), dtype=np.int64) << 32, sizes)
    keys |= order[at]
    keys.sort()
    keys &= 0xFFFFFFFF
    positions = keys.astype(np.int32)
    return Interval(lengths, positions, offsets)
