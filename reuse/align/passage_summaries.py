"""Summaries: a stretch of one text that takes its words from all over the other.

Enters: a PassagePair and the boxes found. Leaves: the boxes, those inside a summary replaced by it. A summary shares
few words with any one sentence of what it sums up, so that no sentence pair leads to it; but against the bag of the
whole other text it stands out from the text around it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.align import passage_kernel
from reuse.align.passage_boxes import Box, overlap
from reuse.align.passage_pair import BIT, PassagePair
from reuse.model import IndexArray
from reuse.params import PassageParams

__all__ = ["with_summaries"]

_PEELS = 2  # stretches looked at per side
_STOP_BITS = 40  # growing ends so far below zero
_WHOLE = 0.6  # matches spread over more of the other text than this mean all of it
_SPREAD = 1.5  # boxes whose places in the other text span so many times their length lie scattered


def with_summaries(boxes: Sequence[Box], pair: PassagePair, *, params: PassageParams) -> list[Box]:
    """The boxes and the summaries of both directions."""
    kept = list(boxes)
    for side in (0, 1):
        tokens, others = (pair.a_tokens, pair.b_tokens) if side == 0 else (pair.b_tokens, pair.a_tokens)
        if len(others) < params.summary_ratio * params.summary_tokens or len(tokens) < params.summary_tokens:
            continue
        bits = np.where(tokens >= 0, pair.table[pair.collection_levels[tokens] + pair.logs[len(others)]], -BIT)
        work = tokens.copy()
        for _ in range(_PEELS):
            top = passage_kernel.best_segment(
                work,
                0,
                len(work),
                others,
                0,
                len(others),
                pair.collection_levels,
                pair.logs,
                pair.table,
                (pair.a_edges, pair.b_edges)[side],
                BIT,
                -_STOP_BITS * BIT,
                pair.bag,
                pair.used,
                pair.best,
            )
            start, end = int(pair.best[0]), int(pair.best[1])
            if top < params.summary_bits * BIT:
                break
            length = end - start
            if (
                length >= params.summary_tokens
                and len(others) >= params.summary_ratio * length
                and top >= params.summary_density_bits * BIT * length
                and top - length * float(bits.mean()) >= params.summary_surplus_bits * BIT
            ):
                kept = _replaced(
                    kept, side, (start, end, top), np.maximum(bits, 0), tokens=work, others=others, params=params
                )
            work[start:end] = -1
    return kept


def _replaced(
    boxes: Sequence[Box],
    side: int,
    found: tuple[int, int, int],
    gains: IndexArray,
    *,
    tokens: IndexArray,
    others: IndexArray,
    params: PassageParams,
) -> list[Box]:
    """The boxes with the summary in place of those inside it, or unchanged where these explain it better."""
    start, end, top = found
    spans = [((box.a0, box.a1, box.b0, box.b1) if side == 0 else (box.b0, box.b1, box.a0, box.a1)) for box in boxes]
    inside = [k for k, span in enumerate(spans) if 2 * overlap(span[0], span[1], start, end) > span[1] - span[0]]
    if any(boxes[k].evidence == "copy" for k in inside):
        return list(boxes)
    if inside:
        total = int(gains[start:end].sum())
        explained = max(int(gains[max(spans[k][0], start) : min(spans[k][1], end)].sum()) for k in inside) / total
        width = max(spans[k][3] for k in inside) - min(spans[k][2] for k in inside)
        scattered = len(inside) > 1 and width >= _SPREAD * sum(spans[k][3] - spans[k][2] for k in inside)
        if explained >= (params.summary_spread_share if scattered else params.summary_share):
            return list(boxes)
    words = tokens[start:end]
    places = np.flatnonzero(np.isin(others, words[words >= 0]))
    first, last = int(places[0]), int(places[-1]) + 1
    if last - first > _WHOLE * len(others):
        first, last = 0, len(others)
    box = Box(start, end, first, last, top, "summary") if side == 0 else Box(first, last, start, end, top, "summary")
    return [*(box for k, box in enumerate(boxes) if k not in inside), box]
