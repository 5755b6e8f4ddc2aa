"""Why two texts match where they do, and why not elsewhere: the search of one pair with everything it looked at.

Enters: the Segments of two documents. Leaves: an `Explanation`. The functions are those of every comparison of two
documents, so that what is told here is what happens there; nothing else in the program reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypedDict, TypeVar

import numpy as np

from reuse.align.accepted import Chain, Piece, Rule
from reuse.align.alignments import draft_alignments, snapped_places
from reuse.align.bits import PairBits, pair_bits
from reuse.align.chains import find_chains, threshold_bits
from reuse.align.pairs import for_size, taken
from reuse.align.pieces import Pieces, shared_pieces
from reuse.align.prepared import PreparedDocument, prepare
from reuse.align.searching import is_turned
from reuse.model import Locus, Segments
from reuse.params import AlignParams

__all__ = ["ExplainedChain", "ExplainedPiece", "ExplainedSeed", "Explanation", "Verdict", "explain_pair"]

Verdict = Rule | Literal["on the same places as a stronger one", "shorter than an alignment may be"]


@dataclass(frozen=True, slots=True)
class ExplainedSeed:
    """A piece of wording at one place of each document."""

    text: str  # as written in the source
    target_text: str  # as written in the target
    source: Locus
    target: Locus
    bits: float  # surprise of its units in this pair
    edge_bits: float  # gained for edges that are clause edges, lost for edges inside words
    exact: bool  # the same units on both sides; else words that stand for each other


@dataclass(frozen=True, slots=True)
class ExplainedPiece:
    """A seed, or what is left of it, in a chain: `gain` = `bits` + `edge_bits` - `gap_bits`."""

    text: str
    target_text: str
    source: Locus
    target: Locus
    bits: float
    edge_bits: float
    gap_bits: float  # lost for what lies between this piece and the one before, for borders crossed and for moving
    gain: float
    exact: bool


@dataclass(frozen=True, slots=True)
class ExplainedChain:
    """Pieces that were laid in one chain, and what became of it."""

    source: Locus  # from its first to its last unit, before the ends move to clause edges
    target: Locus
    pieces: tuple[ExplainedPiece, ...]  # in the order in which they were chained
    bits: float  # sum of the gains
    required_bits: float  # the threshold; more for an agreement in few units, less in many or beside another chain
    verdict: Verdict

    @property
    def outcome(self) -> str:
        """Its bits, those it needed, and the verdict, in a line."""
        return f"{self.bits:.1f} bits, {self.required_bits:.1f} needed: {self.verdict}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was looked at for one pair. Chains that fell short are listed from half the threshold on."""

    threshold: float  # bits that chance alone reaches in texts of these lengths
    seeds: tuple[ExplainedSeed, ...]  # in reading order of the source, then of the target
    chains: tuple[ExplainedChain, ...]  # strongest first
    warnings: tuple[str, ...] = ()  # what was searched more coarsely than the settings ask for, in sentences

    @property
    def limit(self) -> str:
        """The threshold in a line, and how chains depart from it."""
        return f"threshold: {self.threshold:.1f} bits, what chance reaches once; few equal units need more, many less"

    def __repr__(self) -> str:
        return str(self)

    def __str__(self) -> str:
        lines = [self.limit, f"shared pieces: {len(self.seeds)}"]
        for chain in self.chains:
            lines.append(chain.outcome)
            lines += [
                f"    {piece.text} ~ {piece.target_text}: {piece.bits:.1f} bits, edges {piece.edge_bits:+.1f}, "
                f"gap {-piece.gap_bits:+.1f}"
                for piece in chain.pieces
            ]
        return "\n".join([*lines, *self.warnings])


_Text = TypeVar("_Text", ExplainedSeed, ExplainedPiece)


def explain_pair(source: Segments, target: Segments, *, params: AlignParams) -> Explanation:
    """Search one pair and tell everything. Exchanging the documents gives the mirror image.

    Cost: the search of the pair, and an object for each of its seeds: meant for speeches, not for whole books.
    """
    asked, params = params, for_size([source, target], params=params)
    one, other = prepare([source, target], params=params)
    turned = is_turned(one, other)
    found = _mirrored(_explained(other, one, params)) if turned else _explained(one, other, params)
    return replace(found, warnings=taken(asked, used=params))


def _explained(source: PreparedDocument, target: PreparedDocument, params: AlignParams) -> Explanation:
    judged: dict[tuple[Piece, ...], tuple[Chain, Rule, float]] = {}

    def judge(chain: Chain, rule: Rule, needed: float) -> None:
        judged[chain.pieces] = chain, rule, needed

    found = find_chains(source, target, params=params, judge=judge).found
    last = _last_verdicts(found, source, target, params)
    bits = pair_bits(source, target)
    teller = _Teller(source, target, shared_pieces(source, target, bits=bits, params=params), bits)
    threshold = threshold_bits(len(source), len(target), params=params)
    chains = [teller.chain(chain, needed, last.get(pieces, rule)) for pieces, (chain, rule, needed) in judged.items()]
    return Explanation(threshold, _in_order(teller.seeds()), _strongest(chains))


def _last_verdicts(
    found: Sequence[Chain], source: PreparedDocument, target: PreparedDocument, params: AlignParams
) -> dict[tuple[Piece, ...], Verdict]:
    """What becomes of accepted chains when their ends move to clause edges."""
    places = set(draft_alignments(found, source, target, params=params).loci)
    taken = set()
    verdicts: dict[tuple[Piece, ...], Verdict] = {}
    for chain, (a0, a1, b0, b1) in zip(found, snapped_places(found, source, target, params=params), strict=True):
        place = source.segments.locus(a0, a1), target.segments.locus(b0, b1)
        verdict: Verdict = "kept" if place in places else "shorter than an alignment may be"
        verdicts[chain.pieces] = "on the same places as a stronger one" if place in taken else verdict
        taken.add(place)
    return verdicts


class _Teller:
    """Puts units into words and places."""

    def __init__(self, source: PreparedDocument, target: PreparedDocument, pieces: Pieces, bits: PairBits) -> None:
        self.source, self.target, self.bits = source.segments, target.segments, bits
        self.pieces = pieces
        columns = pieces.source, pieces.source_end, pieces.target, pieces.target_end
        self.places = [tuple(place) for place in np.column_stack(columns).tolist()]
        self.edges = pieces.own - pieces.bits
        # a run loses its beginning where it overlaps the piece before, never its end; substitutes lose nothing
        self.by_end = {(a1, b1): k for k, (_, a1, _, b1) in enumerate(self.places) if pieces.exact[k]}
        self.by_place = {place: k for k, place in enumerate(self.places) if not pieces.exact[k]}

    def seeds(self) -> list[ExplainedSeed]:
        return [
            ExplainedSeed(
                **self._where(place),
                bits=_rounded(self.pieces.bits[k]),
                edge_bits=_rounded(self.edges[k]),
                exact=bool(self.pieces.exact[k]),
            )
            for k, place in enumerate(self.places)
        ]

    def chain(self, chain: Chain, required: float, verdict: Verdict) -> ExplainedChain:
        a0, a1, b0, b1 = chain.extent
        return ExplainedChain(
            source=self.source.locus(a0, a1),
            target=self.target.locus(b0, b1),
            pieces=tuple(self._piece(chain, i) for i in range(len(chain.pieces))),
            bits=_rounded(chain.bits),
            required_bits=_rounded(required),
            verdict=verdict,
        )

    def _piece(self, chain: Chain, i: int) -> ExplainedPiece:
        piece, exact, bits, gain = chain.pieces[i], chain.exact[i], chain.own[i], chain.gains[i]
        if i:
            k = self.by_end[piece[1], piece[3]] if exact else self.by_place[piece]
            edges = float(self.edges[k])
            if self.places[k] != piece:  # what is left of a run is read behind what it lost
                bits = float(self.bits.total[piece[1]] - self.bits.total[piece[0]])
        else:
            edges = gain - bits
        return ExplainedPiece(
            **self._where(piece),
            bits=_rounded(bits),
            edge_bits=_rounded(edges),
            gap_bits=_rounded(bits + edges - gain),
            gain=_rounded(gain),
            exact=exact,
        )

    def _where(self, piece: Piece) -> _Where:
        a0, a1, b0, b1 = piece
        return {
            "text": self.source.surface(a0, a1),
            "target_text": self.target.surface(b0, b1),
            "source": self.source.locus(a0, a1),
            "target": self.target.locus(b0, b1),
        }


class _Where(TypedDict):
    text: str
    target_text: str
    source: Locus
    target: Locus


def _in_order(seeds: Iterable[ExplainedSeed]) -> tuple[ExplainedSeed, ...]:
    return tuple(sorted(seeds, key=lambda s: (s.source.start, s.target.start, s.source.end, s.target.end, not s.exact)))


def _strongest(chains: Iterable[ExplainedChain]) -> tuple[ExplainedChain, ...]:
    def order(chain: ExplainedChain) -> tuple[object, ...]:
        places = (chain.source.start, chain.target.start, chain.source.end, chain.target.end)
        return (-chain.bits, *places, [(piece.source.start, piece.target.start) for piece in chain.pieces])

    return tuple(sorted(chains, key=order))


def _mirrored(found: Explanation) -> Explanation:
    chains = [
        replace(c, source=c.target, target=c.source, pieces=tuple(_exchanged(p) for p in c.pieces))
        for c in found.chains
    ]
    return Explanation(found.threshold, _in_order(_exchanged(seed) for seed in found.seeds), _strongest(chains))


def _exchanged(piece: _Text) -> _Text:
    return replace(piece, text=piece.target_text, target_text=piece.text, source=piece.target, target=piece.source)


def _rounded(bits: float) -> float:
    """Six decimals, as in the JSON: sums taken in another order differ behind them."""
    return round(float(bits), 6) + 0.0
