"""What chains are made of: exact runs and pairs of substitutes, with their bits.

Enters: two prepared documents and their bits. Leaves: columns of pieces in order of the source.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from reuse.align.bits import PairBits
from reuse.align.prepared import FloatArray, PreparedDocument
from reuse.align.seeds import find_seeds
from reuse.align.substitutes import PieceColumns, load_substitutes, substitutes_beside
from reuse.model import IndexArray
from reuse.params import AlignParams

__all__ = ["Pieces", "shared_pieces"]


@dataclass(frozen=True, slots=True)
class Pieces:
    """n pieces by source start, then target start; units, half-open."""

    source: IndexArray  # (n,) first unit in the source
    source_end: IndexArray  # (n,)
    target: IndexArray  # (n,) first unit in the target
    target_end: IndexArray  # (n,)
    exact: IndexArray  # (n,) 1: the same units on both sides; 0: substitutes, which are never cut
    bits: FloatArray  # (n,) surprise of the units
    own: FloatArray  # (n,) the same with what word and clause edges take and give

    def __len__(self) -> int:
        return len(self.source)


def shared_pieces(source: PreparedDocument, target: PreparedDocument, *, bits: PairBits, params: AlignParams) -> Pieces:
    """All pieces that the chains of a pair can be made of. Cost: as `find_seeds` and `substitutes_beside`.

    A pair of substitutes is worth the same whichever words it holds: shares of their surprise did no better.
    """
    seeds = find_seeds(source, target, min_length=params.min_seed_units)
    columns = seeds.source, seeds.source + seeds.length, seeds.target, seeds.target + seeds.length
    worth = bits.of_runs(*columns[:2])
    a0, a1, b0, b1 = columns
    torn = ~source.words[a0] + 0 + ~source.words[a1] + ~target.words[b0] + ~target.words[b1]
    own = worth - params.torn_word_bits * torn + _edge_bits(source, target, columns, params)
    exact = Pieces(*columns, np.ones(len(seeds), np.int32), worth, own)
    if params.substitute_bits <= 0 or not len(seeds):
        return exact
    return _together(exact, _substitutes(columns, source, target, params))


def _substitutes(runs: PieceColumns, source: PreparedDocument, target: PreparedDocument, params: AlignParams) -> Pieces:
    columns = substitutes_beside(runs, source.word_places, target.word_places, load_substitutes())
    worth = np.full(len(columns[0]), params.substitute_bits)
    own = worth + _edge_bits(source, target, columns, params)
    return Pieces(*columns, np.zeros(len(worth), np.int32), worth, own)


def _edge_bits(
    source: PreparedDocument, target: PreparedDocument, columns: PieceColumns, params: AlignParams
) -> FloatArray:
    """What clause edges on both sides at once add to pieces."""
    a0, a1, b0, b1 = columns
    begins = (source.borders[a0] > 0) & (target.borders[b0] > 0)
    ends = (source.borders[a1] > 0) & (target.borders[b1] > 0)
    edge_bits: FloatArray = params.clause_edge_bits * (begins.astype(np.float64) + ends)
    return edge_bits


def _together(one: Pieces, other: Pieces) -> Pieces:
    """Both, in order; where two begin at the same places, the one of `one` comes first."""
    columns = [np.concatenate([getattr(one, f.name), getattr(other, f.name)]) for f in fields(Pieces)]
    width = int(columns[2].max()) + 1
    order = np.argsort(columns[0].astype(np.int64) * width + columns[2], kind="stable")
    return Pieces(*(column[order] for column in columns))
