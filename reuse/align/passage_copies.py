"""Verbatim copies: exact runs of tokens, joined over small gaps. Their ends are known and need no estimate.

Enters: a PassagePair. Leaves: Boxes of evidence "copy", and the rule that tells a copy from the exact core of a
reworded passage.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.align.passage_boxes import Box, touching, without_repeats
from reuse.align.passage_pair import PassagePair
from reuse.align.passage_text import RUN_TOKENS
from reuse.params import PassageParams

__all__ = ["chains", "exact_runs", "sure", "weighed", "with_short_copies"]

Run = tuple[int, int, int]  # start in a, start in b, tokens

_MAX_PLACES = 64  # six tokens that stand at more pairs of places are a refrain or a table, and start no run
_LOOK_BACK = 24  # chains still open at a run: more than that many within a gap are found only in tables


def exact_runs(pair: PassagePair) -> list[Run]:
    """All maximal equal stretches of six tokens or more, by place. Cost: O(n log n + hits)."""
    a, b = pair.a, pair.b
    if not len(a.runs) or not len(b.runs):
        return []
    low = np.searchsorted(b.runs, a.runs)
    inside = np.flatnonzero(b.runs[np.minimum(low, len(b.runs) - 1)] == a.runs)
    if not len(inside):
        return []
    hashes, low = a.runs[inside], low[inside]
    places = np.searchsorted(b.runs, hashes, side="right") - low
    twins = np.searchsorted(a.runs, hashes, side="right") - np.searchsorted(a.runs, hashes)
    rare = places * twins <= _MAX_PLACES
    inside, low, places = inside[rare], low[rare], places[rare]
    in_a = np.repeat(a.run_starts[inside], places).astype(np.int64)
    nth = np.arange(len(in_a)) - np.repeat(np.cumsum(places) - places, places)
    in_b = b.run_starts[np.repeat(low, places) + nth].astype(np.int64)
    order = np.lexsort((in_a, in_a - in_b))
    in_a, in_b = in_a[order], in_b[order]
    new = np.ones(len(in_a), np.bool_)
    new[1:] = (np.diff(in_a) != 1) | (np.diff(in_b) != 1)
    first = np.flatnonzero(new)
    lengths = np.diff(np.append(first, len(in_a))) + RUN_TOKENS - 1
    return sorted(zip(in_a[first].tolist(), in_b[first].tolist(), lengths.tolist(), strict=True))


def chains(pair: PassagePair, *, params: PassageParams) -> list[Box]:
    """Runs in the same order with small gaps, joined; dense ones only; of repeats the longest.

    `bits` counts tokens inside runs here; `weighed` turns it into bits once it is known which chains are copies.
    """
    still_open: list[list[int]] = []  # a0, a1, b0, b1, equal tokens
    done: list[list[int]] = []
    for a0, b0, length in exact_runs(pair):
        fitting = [chain for chain in still_open if _follows(a0 - chain[1], b0 - chain[3], params=params)]
        if fitting:
            chain = max(fitting, key=lambda c: (c[4], -abs((a0 - c[1]) - (b0 - c[3])), -c[0], -c[2]))
            gain = length - max(0, chain[1] - a0, chain[3] - b0)
            if gain > 0:
                chain[1], chain[3] = max(chain[1], a0 + length), max(chain[3], b0 + length)
                chain[4] += gain
                continue
        still_open.append([a0, a0 + length, b0, b0 + length, length])
        if len(still_open) > _LOOK_BACK:
            done.append(still_open.pop(0))
    boxes = [
        Box(a0, a1, b0, b1, equal, "copy")
        for a0, a1, b0, b1, equal in done + still_open
        if equal >= max(params.copy_tokens, params.copy_density * min(a1 - a0, b1 - b0))
    ]
    return without_repeats(boxes)


def _follows(gap: int, other_gap: int, *, params: PassageParams) -> bool:
    """Whether a run goes on with a chain: a small gap on one side, a sentence or two left out on the other."""
    return (
        -RUN_TOKENS < min(gap, other_gap) <= params.copy_gap_tokens and max(gap, other_gap) <= params.copy_skip_tokens
    )


def sure(chain: Box, *, params: PassageParams) -> bool:
    """Whether a chain is a copy whatever stands around it."""
    return chain.bits >= params.sure_copy_tokens


def weighed(chain: Box, pair: PassagePair, *, among: int | None = None) -> Box:
    """The copy with the bits of its tokens, as they count in a text of `among` tokens; its own length unless given."""
    ids = pair.a_tokens[chain.a0 : chain.a1]
    ids = ids[ids >= 0]
    bits = int(pair.table[pair.levels[ids] + pair.logs[among or chain.b1 - chain.b0]].sum())
    return Box(chain.a0, chain.a1, chain.b0, chain.b1, bits, "copy")


def with_short_copies(
    boxes: Sequence[Box], rest: Sequence[Box], pair: PassagePair, *, params: PassageParams
) -> list[Box]:
    """Let short chains decide about the boxes around them.

    A chain that fills its box is a copy, and the box only guessed its ends; too short for a copy, it takes the box
    with it. A chain that fills less is the exact core of something reworded.
    """
    kept = list(boxes)
    for chain in rest:
        around = [box for box in kept if touching(chain, box)]
        if any(
            chain.a1 - chain.a0 < params.copy_share * (box.a1 - box.a0)
            or chain.b1 - chain.b0 < params.copy_share * (box.b1 - box.b0)
            for box in around
        ):
            continue
        kept = [box for box in kept if box not in around]
        if chain.tokens >= params.min_copy_tokens:
            kept.append(weighed(chain, pair))
    return kept
