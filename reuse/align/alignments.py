"""A pair's chains become Alignments: ends moved to clause edges, opcodes, kind, identity, stock.

Enters: chains of two prepared documents. Leaves: frozen Alignments in code points, in order of the source.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from reuse.align.accepted import Chain, Piece
from reuse.align.coverage import union
from reuse.align.kinds import kind_of
from reuse.align.mirror import pair_id
from reuse.align.opcodes import equal_runs, in_order, opcodes
from reuse.align.prepared import PreparedDocument
from reuse.model import Alignment, Locus, Segments, SmallArray, Span
from reuse.params import AlignParams

__all__ = ["StockModel", "make_alignments", "snapped"]


class StockModel(Protocol):
    """What the fine level asks of a background."""

    def stock_many(self, segments: Segments, spans: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """(n,) 0..1 for (n, 2) unit spans: how common the wording is."""
        ...


def make_alignments(
    chains: Sequence[Chain],
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    background: StockModel,
    params: AlignParams,
) -> list[Alignment]:
    """Alignments of one pair, by source start, then target start; of several on the same places the strongest stays."""
    by_place: dict[Piece, Chain] = {}
    for chain in chains:
        a0, a1, b0, b1 = chain.extent
        a0, a1 = snapped(source.borders, a0, a1, reach=params.snap_units)
        b0, b1 = snapped(target.borders, b0, b1, reach=params.snap_units)
        by_place.setdefault((a0, a1, b0, b1), chain)
    places = sorted(by_place, key=lambda place: (place[0], place[2], place[1], place[3]))
    stock = _stock([by_place[place] for place in places], source, background)
    made = [
        _alignment(by_place[place], place, source, target, stock=share)
        for place, share in zip(places, stock, strict=True)
    ]
    return [
        alignment
        for alignment in made
        if max(alignment.source.end - alignment.source.start, alignment.target.end - alignment.target.start)
        >= params.min_length_chars
    ]


def _stock(chains: Sequence[Chain], source: PreparedDocument, background: StockModel) -> list[float]:
    """(n,) how common the agreeing wording of each chain is: the mean over its equal runs, by their length.

    What differs between the two sides says nothing about how common the agreement is; equal runs are the same on both.
    """
    runs = [piece[:2] for chain in chains for piece in chain.equal]
    shares = iter(background.stock_many(source.segments, np.array(runs, dtype=np.int32).reshape(-1, 2)).tolist())
    out = []
    for chain in chains:
        lengths = [piece[1] - piece[0] for piece in chain.equal]
        own = itertools.islice(shares, len(lengths))
        out.append(sum(n * share for n, share in zip(lengths, own, strict=True)) / sum(lengths))
    return out


def snapped(borders: SmallArray, first: int, last: int, *, reach: int) -> tuple[int, int]:
    """The unit span with each end moved outwards to the next clause edge, where that is within reach."""
    for step in range(min(reach, first) + 1):
        if borders[first - step]:
            first -= step
            break
    for step in range(min(reach, len(borders) - 1 - last) + 1):
        if borders[last + step]:
            last += step
            break
    return first, last


def _alignment(
    chain: Chain, place: Piece, source: PreparedDocument, target: PreparedDocument, *, stock: float
) -> Alignment:
    rising, moved = in_order(chain.equal)
    runs = equal_runs(source, target, rising)
    s, t = source.segments.locus(place[0], place[1]), target.segments.locus(place[2], place[3])
    changes = opcodes(source, target, source_span=(s.start, s.end), target_span=(t.start, t.end), runs=runs)
    same = _same_chars(source, s, [run[:2] for run in runs], [code[1:3] for code in changes if code[0] == "equal"])
    same += _same_chars(target, t, [run[2:] for run in runs], [code[3:] for code in changes if code[0] == "equal"])
    return Alignment(
        id=pair_id("a", s, t),
        source=s,
        target=t,
        opcodes=changes,
        moves=tuple(
            (
                int(source.segments.starts[a0]) - s.start,
                int(source.segments.ends[a1 - 1]) - s.start,
                int(target.segments.starts[b0]) - t.start,
                int(target.segments.ends[b1 - 1]) - t.start,
            )
            for a0, a1, b0, b1 in moved
        ),
        identity=round(same / (s.end - s.start + t.end - t.start), 4),
        bits=round(chain.bits, 2),
        kind=kind_of(source, target, extent=place, runs=runs, moved=bool(moved)),
        stock=round(stock, 3),
    )


def _same_chars(document: PreparedDocument, locus: Locus, runs: Sequence[Span], equal: Sequence[Span]) -> int:
    """Characters of a place that agree after normalising: in runs of units, or as they are written, punctuation too."""
    starts, ends = document.segments.starts, document.segments.ends
    spans = [(int(starts[a]) - locus.start, int(ends[b - 1]) - locus.start) for a, b in runs]
    return sum(end - start for start, end in union([*spans, *equal]))
