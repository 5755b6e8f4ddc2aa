"""The language model: how surprising a unit is by itself and behind the unit before it.

Enters: Segments by language, at building time; codes, at asking time. Leaves: bits. Interpolated bigrams with absolute
discounting (Ney, Essen and Kneser 1994): p(c|d) = max(n(dc) - D, 0) / n(d) + b(d) p(c), with b(d) the mass that the
discounts and the pairs left out of the table free. A unit of several languages takes the one where it is likeliest, so
that mixing languages makes none of them more surprising.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.background.hashing import HashArray, RollingHash
from reuse.background.tables import PAIR_WIDTH, UNIT_WIDTH, Table, eighths
from reuse.model import CodeArray, Segments

__all__ = ["FLAT_BITS", "MOST_BITS", "BitArray", "estimate", "pair_bits", "unit_bits"]

BitArray = npt.NDArray[np.float64]

MOST_BITS = 16.0  # no unit surprises more: a name or a slip must not carry an agreement by itself
FLAT_BITS = 11.55  # log2 3000, the units of a language where nothing is known of it
_DISCOUNT = 0.75
_LEAST_PAIR = 3  # pairs seen twice would make the table half as large again and better new text by 0.03 bits a unit


def unit_bits(units: Table, codes: CodeArray) -> BitArray:
    """(n,) bits of each unit by itself. Cost: about 0.1 µs a unit."""
    return _singles(units, RollingHash.of(codes))[0]


def pair_bits(units: Table, pairs: Table, rolling: RollingHash) -> tuple[BitArray, BitArray]:
    """(n,) bits of each unit by itself, and (n,) behind the one before it. Cost: about 0.2 µs a unit."""
    bits, backoff = _singles(units, rolling)
    if not len(units) or not len(bits):
        return bits, bits
    places = np.arange(len(bits) - 1)
    found, rows = pairs.find(rolling.stretches(places, places + 2))
    likely = np.exp2(-bits)
    likely[1:] *= np.exp2(-backoff[:-1])
    likely[found + 1] += np.exp2(pairs.columns[0][rows] / -8)
    return bits, np.clip(-np.log2(likely), 0.0, MOST_BITS)


def _singles(units: Table, rolling: RollingHash) -> tuple[BitArray, BitArray]:
    """Bits of each unit, and bits it costs to fall back from the pairs that it opens."""
    places = np.arange(len(rolling))
    if not len(units):
        return np.full(len(places), FLAT_BITS), np.zeros(len(places))
    found, rows = units.find(rolling.stretches(places, places + 1))
    bits, backoff = np.full(len(places), MOST_BITS), np.zeros(len(places))
    bits[found], backoff[found] = units.columns[0][rows] / 8, units.columns[1][rows] / 8
    return bits, backoff


@dataclass(frozen=True, slots=True, eq=False)
class _Counts:
    """One language's rows, before languages are joined."""

    units: HashArray
    unit_bits: BitArray
    backoff_bits: BitArray
    pairs: HashArray
    direct_bits: BitArray


def estimate(languages: Iterable[Sequence[Segments]]) -> tuple[Table, Table]:
    """Count units and pairs; `languages` holds the documents of one language each. Cost: a sort of all pairs."""
    counted = [_count(documents) for documents in languages if any(map(len, documents))]
    none, no_bits = np.zeros(0, dtype=np.uint64), np.zeros(0)
    unit_columns = (np.concatenate([no_bits, *(getattr(c, x) for c in counted)]) for x in ("unit_bits", "backoff_bits"))
    direct_bits = np.concatenate([no_bits, *(c.direct_bits for c in counted)])
    return (
        Table.of(np.concatenate([none, *(c.units for c in counted)]), map(eighths, unit_columns), width=UNIT_WIDTH),
        Table.of(np.concatenate([none, *(c.pairs for c in counted)]), [eighths(direct_bits)], width=PAIR_WIDTH),
    )


def _count(documents: Sequence[Segments]) -> _Counts:
    """The rows of one language: units below the ceiling of bits, and pairs that open with one of them."""
    alphabet, dense = np.unique(np.concatenate([s.codes for s in documents]), return_inverse=True)
    counts = np.bincount(dense)
    bits = -np.log2(counts / len(dense))
    follows = np.concatenate([np.append(s.borders[1:-1] < 2, False) for s in documents if len(s)])
    at = np.flatnonzero(follows)
    pairs, pair_counts = np.unique(dense[at] * len(alphabet) + dense[at + 1], return_counts=True)
    heads, tails = np.divmod(pairs, len(alphabet))
    opened = np.bincount(heads, pair_counts, minlength=len(alphabet))
    known = bits < MOST_BITS
    kept = (pair_counts >= _LEAST_PAIR) & known[heads]
    likely = (pair_counts - _DISCOUNT) / opened[heads]
    free = np.bincount(heads[kept], likely[kept], minlength=len(alphabet))
    pair_codes = np.column_stack([alphabet[heads[kept]], alphabet[tails[kept]]]).ravel()
    places = np.arange(0, len(pair_codes), 2)
    units = RollingHash.of(alphabet)
    singles = np.flatnonzero(known)
    return _Counts(
        units=units.stretches(singles, singles + 1),
        unit_bits=bits[known],
        backoff_bits=-np.log2(1.0 - free[known]),
        pairs=RollingHash.of(pair_codes).stretches(places, places + 2),
        direct_bits=-np.log2(likely[kept]),
    )
