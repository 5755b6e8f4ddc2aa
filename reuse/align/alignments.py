"""A pair's chains become Alignments: ends moved to clause edges, opcodes, kind, identity, stock.

Enters: chains of two prepared documents. Leaves: first their places as `Drafts`, from which passages are grouped; then
frozen Alignments in code points, in reading order.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from reuse.align.accepted import Chain, Piece
from reuse.align.holes import without_holes
from reuse.align.laying import lay_chains
from reuse.align.mirror import pair_id, reading_order
from reuse.align.prepared import PreparedDocument
from reuse.model import Alignment, Locus, Segments, SmallArray, Span
from reuse.params import AlignParams

__all__ = ["Drafts", "StockModel", "draft_alignments", "make_alignments", "snapped", "snapped_places"]


@dataclass(frozen=True, slots=True)
class Drafts:
    """Columns of n alignments to be, by source start, then target start."""

    chains: Sequence[Chain]
    places: Sequence[Piece]  # units
    source: Sequence[Span]  # code points
    target: Sequence[Span]
    bits: Sequence[float]  # as they are shown
    turned: bool  # the pair was searched from its target: what is source here is target in the result
    loci: Sequence[tuple[Locus, Locus]]  # of the result
    ids: Sequence[str]  # of the result

    def __len__(self) -> int:
        return len(self.chains)


class StockModel(Protocol):
    """What the fine level asks of a background."""

    def stock_many(self, segments: Segments, spans: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """(n,) 0..1 for (n, 2) unit spans: how common the wording is."""
        ...


def draft_alignments(
    chains: Sequence[Chain],
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    params: AlignParams,
    turned: bool = False,
) -> Drafts:
    """Places of the alignments of one pair; of several chains on the same places the first, the strongest, stays."""
    by_place: dict[Piece, Chain] = {}
    for place, chain in zip(snapped_places(chains, source, target, params=params), chains, strict=True):
        by_place.setdefault(place, chain)
    places = sorted(by_place, key=lambda place: (place[0], place[2], place[1], place[3]))
    here, there = _spans(source, [place[:2] for place in places]), _spans(target, [place[2:] for place in places])
    long = [
        k
        for k, ((start, end), (other, other_end)) in enumerate(zip(here, there, strict=True))
        if max(end - start, other_end - other) >= params.min_length_chars
    ]
    kept = [by_place[places[k]] for k in long]
    names = source.segments.document.id, target.segments.document.id
    loci = [(Locus(names[0], *here[k]), Locus(names[1], *there[k])) for k in long]
    loci = [(other, one) for one, other in loci] if turned else loci
    return Drafts(
        chains=kept,
        places=[places[k] for k in long],
        source=[here[k] for k in long],
        target=[there[k] for k in long],
        bits=[round(chain.bits, 2) for chain in kept],
        turned=turned,
        loci=loci,
        ids=[pair_id("a", *both) for both in loci],
    )


def make_alignments(
    drafts: Drafts,
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    background: StockModel,
    passage_of: Mapping[int, str] | None = None,
) -> list[Alignment]:
    """Alignments of one pair in reading order; `passage_of` names the passage of a draft by its number."""
    laid = lay_chains(drafts.chains, drafts.places, source, target, turned=drafts.turned)
    stock = _stock(drafts.chains, source, background)
    passage_of = passage_of or {}
    out = [
        Alignment(
            id=id_,
            source=one,
            target=other,
            opcodes=opcodes,
            moves=moves,
            identity=round(same / (one.end - one.start + other.end - other.start), 4),
            bits=bits,
            kind=kind,
            stock=round(share, 3),
            passage=passage_of.get(k),
        )
        for k, (id_, (one, other), opcodes, moves, same, bits, kind, share) in enumerate(
            zip(
                *(drafts.ids, drafts.loci, laid.opcodes, laid.moves, laid.same, drafts.bits, laid.kinds, stock),
                strict=True,
            )
        )
    ]
    return sorted(out, key=reading_order) if drafts.turned else out


def _spans(document: PreparedDocument, units: Sequence[Span]) -> list[Span]:
    """Code points of unit spans."""
    columns = np.array(units, dtype=np.int64).reshape(-1, 2)
    starts, ends = document.segments.starts[columns[:, 0]], document.segments.ends[columns[:, 1] - 1]
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


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


def snapped_places(
    chains: Sequence[Chain], source: PreparedDocument, target: PreparedDocument, *, params: AlignParams
) -> list[Piece]:
    """Where an alignment of each chain would stand: its extent, both sides snapped to clause edges, holes closed."""
    extents = np.array([chain.extent for chain in chains], dtype=np.int64).reshape(-1, 4)
    sides = ((source, extents[:, :2]), (target, extents[:, 2:]))
    both = (snapped(side.borders, spans, reach=params.snap_units).T.tolist() for side, spans in sides)
    return without_holes(list(zip(*itertools.chain(*both), strict=True)), source, target, reach=params.snap_units)


def snapped(borders: SmallArray, spans: npt.NDArray[np.int64], *, reach: int) -> npt.NDArray[np.int64]:
    """(k, 2) unit spans with each end moved outwards to the next clause edge, where that is within reach."""
    edges = np.flatnonzero(borders)
    first, last = spans.T
    if not len(edges):
        return spans
    before = edges[np.maximum(np.searchsorted(edges, first, side="right") - 1, 0)]
    after = edges[np.minimum(np.searchsorted(edges, last), len(edges) - 1)]
    starts = np.where((before <= first) & (first - before <= reach), before, first)
    ends = np.where((after >= last) & (after - last <= reach), after, last)
    return np.column_stack([starts, ends])
