"""Groups of equal strings, one length after the other: the engine of `repeats`.

Enters: a `Corpus`. Leaves: for every length, the groups of positions where equal strings of that length start.
Two strings of length L+1 are equal if and only if their first L and their last L symbols are, so a pair of group
numbers names the longer string exactly; nothing is hashed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.formulas.symbols import SEPARATOR, Corpus
from reuse.model import IndexArray

__all__ = ["Level", "LongArray", "levels"]

_BATCH_POSITIONS = 1 << 20  # sorted at a time: a million positions take about 60 MB of scratch

LongArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """g groups of equal strings of one length, at k positions in all."""

    length: int  # symbols
    positions: IndexArray  # (k,) where the strings start; by group, then ascending
    offsets: LongArray  # (g+1,) group i holds positions[offsets[i]:offsets[i+1]]
    df: IndexArray  # (g,) documents that hold the string
    extended: IndexArray  # (g,) the largest df of a string longer by one symbol on either side; 0: below the floor


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """One length's groups, before their extensions are known."""

    positions: IndexArray
    offsets: LongArray
    df: IndexArray
    heads: IndexArray  # (g,) group of the shorter string that opens this one
    tails: IndexArray  # (g,) group of the shorter string that closes it
    numbers: IndexArray  # (n,) group at each position, counted from 1; 0: none


def levels(corpus: Corpus, *, shortest: int, longest: int, floor: int) -> Iterator[Level]:
    """Yield the groups of strings of `shortest` … `longest` symbols that `floor` or more documents hold.

    Extensions are counted by the same floor. Lengths ascend; the run ends where no string is left. Cost: about 0.1 µs
    for each position that still repeats, summed over the lengths; 24 bytes a symbol and a batch of 60 MB.
    """
    groups = _single(corpus, floor)
    length = 1
    while length < shortest:  # two overlapping strings of one length make any string up to twice as long
        step = min(length, shortest - length)
        groups, length = _joined(corpus, groups, step, floor), length + step
    while length <= longest and len(groups.df):
        longer = _joined(corpus, groups, 1, floor)
        extended = np.zeros_like(groups.df)
        np.maximum.at(extended, longer.heads, longer.df)
        np.maximum.at(extended, longer.tails, longer.df)
        yield Level(length, groups.positions, groups.offsets, groups.df, extended)
        groups, length = longer, length + 1


def _single(corpus: Corpus, floor: int) -> _Groups:
    """The groups of strings of one symbol."""
    positions = np.flatnonzero(corpus.symbols != SEPARATOR).astype(np.int32)
    positions = positions[np.argsort(corpus.symbols[positions], kind="stable")]
    counts = np.bincount(corpus.symbols[positions])[1:]
    offsets = np.concatenate([[0], np.cumsum(counts)])
    groups = np.arange(len(counts), dtype=np.int32)
    everything = _Groups(positions, offsets, groups, groups, groups, corpus.symbols)
    return _joined(corpus, everything, 0, floor)


def _joined(corpus: Corpus, groups: _Groups, step: int, floor: int) -> _Groups:
    """The groups of strings longer by `step`, at most twice as long: each a pair of groups `step` positions apart."""
    numbers = np.zeros_like(groups.numbers)
    parts: list[tuple[IndexArray, LongArray, IndexArray, IndexArray, IndexArray]] = []
    count = 0
    for first, last in _batches(groups.offsets):
        part = _batch(corpus, groups, (first, last), step=step, floor=floor)
        positions, sizes = part[0], part[1]
        numbers[positions] = np.repeat(np.arange(count + 1, count + 1 + len(sizes), dtype=np.int32), sizes)
        count += len(sizes)
        parts.append(part)
    if not parts:
        none = np.zeros(0, dtype=np.int32)
        return _Groups(none, np.zeros(1, dtype=np.int64), none, none, none, numbers)
    positions, df, heads, tails = (np.concatenate([part[i] for part in parts]) for i in (0, 2, 3, 4))
    offsets = np.concatenate([[0], *(part[1] for part in parts)]).cumsum()
    return _Groups(positions, offsets, df, heads, tails, numbers)


def _batches(offsets: LongArray) -> Iterator[tuple[int, int]]:
    """Ranges of whole groups that hold a million positions or little more."""
    first, n = 0, len(offsets) - 1
    while first < n:
        last = int(np.searchsorted(offsets, offsets[first] + _BATCH_POSITIONS))
        last = min(max(last, first + 1), n)
        yield first, last
        first = last


def _batch(
    corpus: Corpus, groups: _Groups, span: tuple[int, int], *, step: int, floor: int
) -> tuple[IndexArray, LongArray, IndexArray, IndexArray, IndexArray]:
    """Positions, sizes, df, heads and tails of the longer strings that open with the groups of `span`."""
    first, last = span
    positions = groups.positions[groups.offsets[first] : groups.offsets[last]]
    heads = np.repeat(np.arange(first, last, dtype=np.int32), np.diff(groups.offsets[first : last + 1]))
    inside = positions < len(corpus) - step
    positions, heads = positions[inside], heads[inside]
    tails = groups.numbers[positions + step]
    alive = tails > 0
    positions, heads, tails = positions[alive], heads[alive], tails[alive] - 1
    pairs = (heads.astype(np.int64) << 32) | tails
    order = np.argsort(pairs, kind="stable")  # stable: positions ascend inside a group; nearly sorted: fast
    pairs, positions, heads, tails = pairs[order], positions[order], heads[order], tails[order]
    opens = np.ones(len(pairs), dtype=np.bool_)
    opens[1:] = pairs[1:] != pairs[:-1]
    documents = corpus.documents[positions]
    fresh = opens.copy()
    fresh[1:] |= documents[1:] != documents[:-1]
    starts = np.flatnonzero(opens)
    if not len(starts):
        return positions, np.zeros(0, dtype=np.int64), heads, heads, tails
    sizes = np.diff(np.append(starts, len(pairs)))
    df = np.add.reduceat(fresh, starts, dtype=np.int32)
    kept = df >= floor
    return positions[np.repeat(kept, sizes)], sizes[kept], df[kept], heads[starts][kept], tails[starts][kept]
