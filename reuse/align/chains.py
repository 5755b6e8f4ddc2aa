"""From seeds to chains: which shared pieces belong together, and which chains are more than chance.

Enters: two prepared documents. Leaves: chains of pieces with their score in bits, strongest first, none inside another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reuse.align.accepted import AcceptedChains, Chain
from reuse.align.bits import PairBits, pair_bits
from reuse.align.chain_kernel import COMPILED, chain_pieces
from reuse.align.parts import sentence_parts
from reuse.align.prepared import FloatArray, PreparedDocument
from reuse.align.seeds import Seeds, find_seeds
from reuse.model import BoolArray
from reuse.params import AlignParams

__all__ = ["Chains", "find_chains", "threshold_bits"]

_SEED_UNITS_FOR_TWO_ROUNDS = 2
_MAX_TRIM_UNITS = 64  # a piece that overlaps its predecessor by more is left to a chain of its own


@dataclass(frozen=True, slots=True)
class Chains:
    """What one pair of documents shares, and what was looked at for it."""

    found: tuple[Chain, ...]  # strongest first
    threshold: float  # bits a chain needs
    seeds: int  # pieces looked at
    folded: int  # further combinations of places that are all in `found` already
    best_miss: Chain | None  # the strongest chain below the threshold, where nothing was found


def threshold_bits(source_units: int, target_units: int, *, params: AlignParams) -> float:
    """Bits that less than one chance agreement reaches in two documents of these lengths.

    There are source x target places where two runs can meet, so the best of them is worth log2 of that by chance alone
    (Karlin & Altschul 1990); the margin makes chance rare.
    """
    places = max(source_units, 2) * max(target_units, 2)
    return max(math.log2(places) + params.threshold_margin_bits, params.min_bits)


def find_chains(source: PreparedDocument, target: PreparedDocument, *, params: AlignParams) -> Chains:
    """All chains of a pair that are worth more than chance, each seed used once.

    Two rounds: a chain whose seeds an earlier, stronger one has used is put off; the second round chains what is left.
    With longer seeds, for large bodies, one round: such a chain is cut where it meets the used seeds (that moves a
    fiftieth of the ends and finds as much).
    Cost: as `find_seeds`, plus for each seed the seeds within reach before it.
    """
    bits = pair_bits(source, target)
    seeds = find_seeds(source, target, min_length=params.min_seed_units)
    threshold = threshold_bits(len(source), len(target), params=params)
    search = _Search(source, target, seeds, bits, params)
    accepted = AcceptedChains(source.ids)
    live = np.ones(len(seeds), dtype=np.bool_)
    best = None
    for last_round in (False, True) if params.min_seed_units <= _SEED_UNITS_FOR_TWO_ROUNDS else (True,):
        used: set[int] = set()
        search.pass_over(live)
        best = best or search.best_chain(live)
        for chain in search.chains(threshold, used=used, cut=last_round):
            if _matched_chars(chain, source) >= params.min_matched_chars:
                accepted.offer(chain, foldable=chain.bits < params.fold_below_bits)
        if not used:
            break
        live[list(used)] = False
    parts = [p for c in accepted.chains for p in sentence_parts(c, source, target, bits=bits, params=params)]
    parts = [part for part in parts if _matched_chars(part, source) >= params.min_matched_chars]
    found = tuple(sorted(parts, key=lambda chain: (-chain.bits, chain.pieces)))
    return Chains(found, threshold, len(seeds), accepted.folded, None if found else best)


class _Search:
    """One pair's seeds with their scores; each pass chains those that are still free."""

    def __init__(
        self,
        source: PreparedDocument,
        target: PreparedDocument,
        seeds: Seeds,
        bits: PairBits,
        params: AlignParams,
    ) -> None:
        self.source, self.target, self.seeds, self.params = source, target, seeds, params
        a0, b0 = seeds.source, seeds.target
        a1, b1 = a0 + seeds.length, b0 + seeds.length
        self.bits = bits.alone[a0] + bits.total[a1] - bits.total[np.minimum(a0 + 1, len(source))]
        torn = ~source.words[a0] + 0 + ~source.words[a1] + ~target.words[b0] + ~target.words[b1]
        begins = (source.borders[a0] > 0) & (target.borders[b0] > 0)
        ends = (source.borders[a1] > 0) & (target.borders[b1] > 0)
        self.own = self.bits - params.torn_word_bits * torn + params.clause_edge_bits * (begins + 0 + ends)
        self.columns = [a0, a1, b0, b1]
        self.tail_bits = bits.total
        self.score: FloatArray = self.own
        self.previous = self.trim = a0

    def pass_over(self, live: BoolArray) -> None:
        """Chain the live seeds; fills `score`, `previous` and `trim`."""
        n = len(self.seeds)
        score, previous, trim = np.zeros(n), np.full(n, -1, np.int32), np.zeros(n, np.int32)
        low, high, links = np.zeros(n, np.int32), np.zeros(n, np.int32), np.full(n, -1, np.int32)
        heads = np.full(len(self.source) + 1, -1, np.int32)
        params = self.params
        settings = np.array([params.unmatched_unit_bits, params.swap_bits, params.hole_bits, params.gap_bits])
        sums = [column for side in (self.source, self.target) for column in (side.weight, side.border_cost, side.wild)]
        inputs = _buffers([*self.columns, self.own, self.bits, np.ones(n, np.int32), self.tail_bits, *sums, settings])
        outputs = _buffers([heads, links, score, previous, low, high, trim])
        order = _buffers([np.flatnonzero(live).astype(np.int32)])[0]
        fill: Callable[..., None] = chain_pieces  # its 27 columns come in two groups
        fill(*inputs, params.max_gap_units, params.wild_gap_units, _MAX_TRIM_UNITS, order, *outputs)
        self.score = np.asarray(outputs[2])
        self.previous, self.trim = (np.asarray(outputs[i], dtype=np.int32) for i in (3, 6))

    def chains(self, threshold: float, *, used: set[int], cut: bool) -> Iterator[Chain]:
        """Chains by falling score, as long as their seeds are free; what they use goes into `used`.

        With `cut`, a chain that runs into used seeds ends there and counts if the rest reaches the threshold.
        """
        strong = np.flatnonzero(self.score >= threshold)
        previous = self.previous.tolist()
        for last in strong[np.lexsort((strong, -self.score[strong]))].tolist():
            path = []
            k = last
            while k >= 0 and k not in used:
                path.append(k)
                k = previous[k]
            if k >= 0 and not (cut and path):
                continue
            chain = self._chain(path)
            if chain.bits < threshold:
                continue
            used.update(path)
            yield chain

    def best_chain(self, live: BoolArray) -> Chain | None:
        """The strongest chain of this pass, whatever the threshold; None where there is no seed."""
        if not live.any():
            return None
        last = int(np.argmax(np.where(live, self.score, -np.inf)))
        path = []
        k = last
        while k >= 0:
            path.append(k)
            k = int(self.previous[k])
        return self._chain(path)

    def _chain(self, path: Sequence[int]) -> Chain:
        """The chain of a path traced back from its last seed; its first seed counts in full."""
        a0, a1, b0, b1 = self.columns
        pieces, gains = [], []
        for place, k in enumerate(reversed(path)):
            cut = int(self.trim[k]) if place else 0
            pieces.append((int(a0[k]) + cut, int(a1[k]), int(b0[k]) + cut, int(b1[k])))
            gains.append(float(self.score[k] - self.score[self.previous[k]] if place else self.own[k]))
        return Chain(tuple(pieces), tuple(gains))


def _matched_chars(chain: Chain, source: PreparedDocument) -> int:
    segments = source.segments
    return sum(int(segments.ends[piece[1] - 1] - segments.starts[piece[0]]) for piece in chain.pieces)


def _buffers(columns: Sequence[Any]) -> list[Any]:
    """Columns in the form in which the kernel reads them fastest: arrays when compiled, lists when not."""
    return [np.ascontiguousarray(column) if COMPILED else column.tolist() for column in columns]
