"""Reworded passages: where two stretches use the same words, in whatever order.

Enters: a PassagePair and the copies already found in it. Leaves: Boxes whose ends no shift of either side betters.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.align import passage_kernel
from reuse.align.passage_boxes import Box, overlap, without_repeats
from reuse.align.passage_pair import BIT, PassagePair
from reuse.align.passage_seeds import Seed, clusters, sentence_seeds
from reuse.params import PassageParams

__all__ = ["reworded"]

_ROUNDS = 4  # sides are refined in turn; most boxes stand still after two
_PEELS = 2  # how often the seeds that a box left over are clustered anew


def reworded(pair: PassagePair, copies: Sequence[Box], *, params: PassageParams) -> list[Box]:
    """Boxes with enough bits on both sides. Tokens inside `copies` are spent and earn nothing."""
    a_tokens, b_tokens = pair.a_tokens, pair.b_tokens
    if copies:
        a_tokens, b_tokens = a_tokens.copy(), b_tokens.copy()
        for copy in copies:
            a_tokens[copy.a0 : copy.a1] = -1
            b_tokens[copy.b0 : copy.b1] = -1
    least = max(params.min_bits, params.beside_copy_bits if copies else 0.0) * BIT
    a_sentences, b_sentences = pair.a.sentences.tolist(), pair.b.sentences.tolist()
    seeds = [seed for seed in sentence_seeds(pair, params=params) if not _spent(seed, a_sentences, b_sentences, copies)]
    waiting = [(group, 0) for group in clusters(seeds, max_gap=params.max_gap_sentences)]
    found: list[Box] = []
    while waiting:
        group, peeled = waiting.pop()
        box = _refined(pair, a_tokens, b_tokens, group, params=params)
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


def _refined(
    pair: PassagePair,
    a_tokens: np.ndarray[tuple[int], np.dtype[np.int32]],
    b_tokens: np.ndarray[tuple[int], np.dtype[np.int32]],
    group: Sequence[Seed],
    *,
    params: PassageParams,
) -> Box | None:
    first = group[0][0], min(j for _, j in group)
    last = group[-1][0], max(j for _, j in group)
    box = np.array(
        [
            pair.a.sentences[first[0]],
            pair.a.sentences[last[0] + 1],
            pair.b.sentences[first[1]],
            pair.b.sentences[last[1] + 1],
        ],
        np.int32,
    )
    best: Box | None = None
    for opening in (0, params.opening_tokens):
        start = box.copy()
        start[0] = max(0, start[0] - opening)
        start[1] = min(len(a_tokens), start[1] + opening)
        start[2] = max(0, start[2] - opening)
        start[3] = min(len(b_tokens), start[3] + opening)
        held = passage_kernel.refine(
            a_tokens,
            b_tokens,
            start,
            params.margin_tokens - opening,
            _ROUNDS,
            pair.levels,
            pair.logs,
            pair.table,
            pair.a_edges,
            pair.b_edges,
            round(params.miss_bits * BIT),
            round(params.stop_bits * BIT),
            pair.bag,
            pair.used,
            pair.bounds,
            pair.best,
        )
        if held and (best is None or min(pair.best[3], pair.best[4]) > best.bits):
            a0, a1, b0, b1 = start.tolist()
            best = Box(a0, a1, b0, b1, int(min(pair.best[3], pair.best[4])), "reworded")
        if params.opening_tokens == 0:
            break
    return best
