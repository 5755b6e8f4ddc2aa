"""Reworded passages: where two stretches use the same words, in whatever order.

Enters: a PassagePair and the copies already found in it. Leaves: Boxes whose ends no shift of either side betters.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.align import passage_kernel
from reuse.align.passage_boxes import Box, overlap, without_repeats
from reuse.align.passage_copies import weighed
from reuse.align.passage_pair import BIT, Handed, PassagePair, handed
from reuse.align.passage_seeds import Seed, clusters, sentence_seeds
from reuse.params import PassageParams

__all__ = ["grown", "reworded"]

_ROUNDS = 4  # sides are refined in turn; most boxes stand still after two

Place = tuple[int, int, int, int]  # token spans: start and end on a, start and end on b

_PEELS = 2  # how often the seeds that a box left over are clustered anew


def reworded(pair: PassagePair, copies: Sequence[Box], *, params: PassageParams) -> list[Box]:
    """Boxes with enough bits on both sides. Tokens inside `copies` are spent and earn nothing."""
    a_tokens, b_tokens = pair.a_tokens, pair.b_tokens
    if copies:
        a_tokens, b_tokens = a_tokens.copy(), b_tokens.copy()
        for copy in copies:
            a_tokens[copy.a0 : copy.a1] = -1
            b_tokens[copy.b0 : copy.b1] = -1
    a_handed, b_handed = handed(a_tokens), handed(b_tokens)
    least = max(params.min_bits, params.beside_copy_bits if copies else 0.0) * BIT
    a_sentences, b_sentences = pair.a.sentences.tolist(), pair.b.sentences.tolist()
    seeds = [seed for seed in sentence_seeds(pair, params=params) if not _spent(seed, a_sentences, b_sentences, copies)]
    waiting = [(group, 0) for group in clusters(seeds, max_gap=params.max_gap_sentences)]
    found: list[Box] = []
    while waiting:
        group, peeled = waiting.pop()
        box = _refined(pair, a_handed, b_handed, _around(pair, group), params=params)
        if box is None:
            continue
        if box.bits >= least and box.tokens >= params.min_tokens:
            found.append(box)
        if peeled < _PEELS:
            left = [seed for seed in group if not _inside(seed, a_sentences, b_sentences, box)]
            waiting += [(rest, peeled + 1) for rest in clusters(left, max_gap=params.max_gap_sentences)]
    return without_repeats(found)


def _inside(seed: Seed, a_sentences: Sequence[int], b_sentences: Sequence[int], box: Box) -> bool:
    i, j = seed
    return (
        overlap(a_sentences[i], a_sentences[i + 1], box.a0, box.a1) > 0
        and overlap(b_sentences[j], b_sentences[j + 1], box.b0, box.b1) > 0
    )


def _spent(seed: Seed, a_sentences: Sequence[int], b_sentences: Sequence[int], copies: Sequence[Box]) -> bool:
    return any(_inside(seed, a_sentences, b_sentences, copy) for copy in copies)


def grown(copy: Box, pair: PassagePair, *, params: PassageParams) -> Box:
    """The copy, or the passage that it is the exact part of: one whose other part is evidence enough by itself.

    Runs over all tokens, since a passage may hold several copies.
    """
    box = _refined(pair, handed(pair.a_tokens), handed(pair.b_tokens), copy.place, params=params)
    if box is None or overlap(box.a0, box.a1, copy.a0, copy.a1) < copy.a1 - copy.a0:
        return copy
    if overlap(box.b0, box.b1, copy.b0, copy.b1) < copy.b1 - copy.b0:
        return copy
    beyond = max(box.a1 - box.a0 - (copy.a1 - copy.a0), box.b1 - box.b0 - (copy.b1 - copy.b0))
    gain = box.bits - weighed(copy, pair, among=box.b1 - box.b0).bits
    if gain >= params.grow_bits * BIT and gain >= params.grow_density_bits * BIT * beyond:
        return box
    return copy


def _around(pair: PassagePair, group: Sequence[Seed]) -> Place:
    """From the first sentence of the seeds to the last, in tokens."""
    columns = [j for _, j in group]
    a, b = pair.a.sentences, pair.b.sentences
    return int(a[group[0][0]]), int(a[group[-1][0] + 1]), int(b[min(columns)]), int(b[max(columns) + 1])


def _refined(
    pair: PassagePair, a_tokens: Handed, b_tokens: Handed, place: Place, *, params: PassageParams
) -> Box | None:
    """The better of two searches: from the place itself, and from a wider one that a narrow start does not reach."""
    best: Box | None = None
    loops = pair.loops
    for opening in sorted({0, min(params.opening_tokens, params.margin_tokens)}):
        wide = [
            max(0, place[0] - opening),
            min(len(a_tokens), place[1] + opening),
            max(0, place[2] - opening),
            min(len(b_tokens), place[3] + opening),
        ]
        box = handed(np.array(wide, np.int32))
        held = passage_kernel.refine(
            a_tokens,
            b_tokens,
            box,
            params.margin_tokens - opening,
            _ROUNDS,
            loops.levels,
            loops.logs,
            loops.table,
            loops.a_edges,
            loops.b_edges,
            round(params.miss_bits * BIT),
            round(params.stop_bits * BIT),
            loops.bag,
            loops.used,
            loops.bounds,
            loops.best,
        )
        bits = int(min(loops.best[3], loops.best[4]))
        if held and (best is None or bits > best.bits):
            a0, a1, b0, b1 = (int(end) for end in box)
            best = Box(a0, a1, b0, b1, bits, "reworded")
    return best
