"""From seeds to chains: which shared pieces belong together, and which chains are more than chance.

Enters: two prepared documents. Leaves: chains of pieces with their score in bits, strongest first, none inside another.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from reuse.align.accepted import AcceptedChains, Chain, Judge, Rule
from reuse.align.bits import pair_bits
from reuse.align.chain_search import SUBSTITUTE_WEIGHT, ChainSearch
from reuse.align.parts import sentence_parts
from reuse.align.pieces import shared_pieces
from reuse.align.prepared import PreparedDocument
from reuse.model import BoolArray
from reuse.params import AlignParams

__all__ = ["Chains", "find_chains", "required_bits", "threshold_bits"]

_SEED_UNITS_FOR_TWO_ROUNDS = 2
_NEAR = 0.5  # of the threshold: chains from here on are traced for a judge
# A chain this far below the threshold, allowed for its many units, must say something new: repeated phrases of laws
# would come in all combinations of their places.
_KNOWN_BITS = 1.0


@dataclass(frozen=True, slots=True)
class Chains:
    """What one pair of documents shares, and what was looked at for it."""

    found: tuple[Chain, ...]  # strongest first
    threshold: float  # bits a chain needs; where nothing was found, what `best_miss` would have needed
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


def required_bits(chain: Chain, threshold: float, source: PreparedDocument, *, params: AlignParams) -> float:
    """Bits that this chain needs: the threshold, more where few units of wording agree, less where many do.

    Bits tell how rare the agreeing units are, and rare units meet by accident, too; many units do not. Of 494 chains
    near the threshold, from eleven pairs of speeches and reports judged one by one, those with six or seven equal units
    had wording in common in 31 of 43 cases even below the threshold, those with less than four in 8 of 66 even above it
    (docs/matching.md). Figures and their measures are not counted, substitutes by half, words of letters twice.
    """
    wording = source.wording
    units = 0.0
    for (a0, a1, b0, b1), exact in zip(chain.pieces, chain.exact, strict=True):
        units += int(wording[a1] - wording[a0]) if exact else SUBSTITUTE_WEIGHT * min(a1 - a0, b1 - b0)
    return threshold + params.unit_bits * (params.full_units - min(units, params.ample_units))


def _unheard(chain: Chain, rule: Rule, needed: float) -> None:
    """The judge that nobody listens to."""


def find_chains(
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    params: AlignParams,
    judge: Judge = _unheard,
    miss: bool = True,
) -> Chains:
    """All chains of a pair that are worth more than chance, each seed used once.

    Two rounds: a chain whose seeds an earlier, stronger one has used is put off; the second round chains what is left.
    With longer seeds, for large bodies, one round: such a chain is cut where it meets the used seeds (that moves a
    fiftieth of the ends and finds as much). A `judge` is told what became of each chain, the last word about a chain
    counts; only for a judge the chains below the threshold are traced, too. Without `miss` there is no `best_miss`.
    Cost: as `find_seeds`, plus for each seed the seeds within reach before it.
    """
    bits = pair_bits(source, target)
    pieces = shared_pieces(source, target, bits=bits, params=params)
    threshold = threshold_bits(len(source), len(target), params=params)
    least = threshold - params.unit_bits * max(params.ample_units - params.full_units, 0) - params.neighbour_bits
    search = ChainSearch(source, target, pieces, bits, params)
    accepted = AcceptedChains(source.ids, len(target), neighbour_units=params.neighbour_units)
    live = np.ones(len(pieces), dtype=np.bool_)
    for last_round in (False, True) if params.min_seed_units <= _SEED_UNITS_FOR_TWO_ROUNDS else (True,):
        search.pass_over(live)
        used = np.zeros(len(pieces), dtype=np.int8)
        for chain, needed in search.chains(
            least, threshold, used=used, cut=last_round, every=judge is not _unheard, vouched=accepted.has_neighbour
        ):
            if chain.bits < needed:
                judge(chain, _too_weak(chain, threshold), needed)
                continue
            weak = chain.bits < threshold - _KNOWN_BITS
            judge(chain, _offered(chain, accepted, source, params, weak=weak), needed)
        if not used.any():
            break
        live[used > 0] = False
    if judge is not _unheard:
        _tell_weaker(search, live, threshold, judge, params)
    parts = [part for chain in accepted.chains for part in _parts(chain, source, target, params, judge)]
    found = tuple(sorted(parts, key=lambda chain: (-chain.bits, chain.pieces)))
    best = _strongest(search, live) if miss and not found else None
    needed = required_bits(best, threshold, source, params=params) if best else threshold
    return Chains(found, needed, len(pieces), accepted.folded, best)


def _strongest(search: ChainSearch, live: BoolArray) -> Chain | None:
    """The strongest chain of all pieces, whatever the threshold; `live` are those that the last pass was over."""
    if not live.all():
        live = np.ones_like(live)
        search.pass_over(live)
    return search.best_chain(live)


def _too_weak(chain: Chain, threshold: float) -> Rule:
    return "below the threshold" if chain.bits < threshold else "too few equal units for its bits"


def _offered(
    chain: Chain, accepted: AcceptedChains, source: PreparedDocument, params: AlignParams, *, weak: bool
) -> Rule:
    if not _matches(chain, source, least=params.min_matched_chars):
        return "too few characters in common"
    return accepted.offer(chain, foldable=chain.bits < params.fold_below_bits, weak=weak)


def _tell_weaker(search: ChainSearch, live: BoolArray, threshold: float, judge: Judge, params: AlignParams) -> None:
    """Trace the chains of unused seeds that come near the threshold."""
    used = (~live).astype(np.int8)
    for chain, _ in search.chains(_NEAR * threshold, -math.inf, used=used, cut=True):
        if chain.bits < threshold:
            needed = required_bits(chain, threshold, search.source, params=params)
            judge(chain, "below the threshold", needed)


def _parts(
    chain: Chain, source: PreparedDocument, target: PreparedDocument, params: AlignParams, judge: Judge
) -> list[Chain]:
    parts = sentence_parts(chain, source, target, params=params)
    if parts == [chain]:
        return parts
    judge(chain, "cut at sentence ends", chain.bits)
    kept = []
    for part in parts:
        if _matches(part, source, least=params.min_matched_chars):
            kept.append(part)
            judge(part, "kept", min(part.bits, params.part_bits))
        else:
            judge(part, "too few characters in common", min(part.bits, params.part_bits))
    return kept


def _matches(chain: Chain, source: PreparedDocument, *, least: int) -> bool:
    """Whether the target has so many of the source's characters; those with a substitute there count half."""
    starts, ends = source.segments.starts, source.segments.ends
    chars = 0.0
    for (a0, a1, b0, b1), exact in zip(chain.pieces, chain.exact, strict=True):
        chars += ends.item(a1 - 1) - starts.item(a0) if exact else SUBSTITUTE_WEIGHT * min(a1 - a0, b1 - b0)
        if chars >= least:
            return True
    return False
