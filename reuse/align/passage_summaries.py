"""Summaries: a stretch of one text that takes its words from all over the other.

Enters: a PassagePair and the boxes found. Leaves: the boxes, those inside a summary replaced by it. A summary shares
few words with any one sentence of what it sums up, so that no sentence pair leads to it; but against the bag of the
whole other text it stands out from the text around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reuse.align import passage_kernel
from reuse.align.passage_boxes import Box, overlap, touching
from reuse.align.passage_pair import BIT, PassagePair, handed
from reuse.model import IndexArray
from reuse.params import PassageParams

__all__ = ["with_summaries"]

_PEELS = 2  # stretches looked at per side
_STOP_BITS = 40  # growing ends so far below zero
_MISS_BITS = 0.3  # price of a word without partner when new words are summed
_WHOLE = 0.6  # matches spread over more of the other text than this mean all of it
_SPREAD = 1.5  # boxes whose places in the other text span so many times their length lie scattered
_CONDENSED = 1.15  # what is summed up is longer than the summary; reworded passages keep their length

Span = tuple[int, int, int, int]  # start and end of the side looked at, start and end of the other


def with_summaries(boxes: Sequence[Box], pair: PassagePair, *, params: PassageParams) -> list[Box]:
    """The boxes and the summaries of both directions. Cost: that of two segment searches over the whole texts."""
    kept = list(boxes)
    for side in (0, 1):
        tokens, others = (pair.a_tokens, pair.b_tokens) if side == 0 else (pair.b_tokens, pair.a_tokens)
        if len(others) < params.summary_ratio * params.summary_tokens or len(tokens) < params.summary_tokens:
            continue
        bits = np.where(tokens >= 0, pair.table[pair.collection_levels[tokens] + pair.logs[len(others)]], -BIT)
        mean = float(bits.mean())
        work = tokens.copy()
        for _ in range(_PEELS):
            start, end, top = _best_stretch(pair, side, work, others, least=round(params.summary_bits * BIT))
            if start == end:
                break
            length = end - start
            if length >= params.summary_tokens and len(others) >= params.summary_ratio * length:
                stretch = _Stretch(side, start, end, top, surplus=top - length * mean)
                kept = _replaced(kept, stretch, pair, np.maximum(bits, 0), params=params)
            work[start:end] = -1
    return kept


@dataclass(frozen=True, slots=True)
class _Stretch:
    side: int  # 0 on a, 1 on b
    start: int
    end: int
    bits: int
    surplus: float  # above what as many tokens of its text have on average


def _best_stretch(
    pair: PassagePair, side: int, tokens: IndexArray, others: IndexArray, *, least: int
) -> tuple[int, int, int]:
    """Start, end and bits of the best stretch with more than `least` bits; an empty one where there is none."""
    loops = pair.loops
    bits = passage_kernel.best_segment(
        handed(tokens),
        0,
        len(tokens),
        handed(others),
        0,
        len(others),
        loops.collection_levels,
        loops.logs,
        loops.table,
        (loops.a_edges, loops.b_edges)[side],
        BIT,
        -_STOP_BITS * BIT,
        least,
        loops.bag,
        loops.used,
        loops.bounds,
        loops.best,
    )
    return int(loops.best[0]), int(loops.best[1]), bits


def _replaced(
    boxes: Sequence[Box], stretch: _Stretch, pair: PassagePair, gains: IndexArray, *, params: PassageParams
) -> list[Box]:
    """The boxes with the summary in place of those inside it, or unchanged where these explain it better."""
    start, end = stretch.start, stretch.end
    spans = [_span(box, stretch.side) for box in boxes]
    inside = [k for k, span in enumerate(spans) if 2 * overlap(span[0], span[1], start, end) > span[1] - span[0]]
    new, distinct, density = _new_words(stretch, [spans[k] for k in inside], pair)
    if inside:
        explained = max(int(gains[max(spans[k][0], start) : min(spans[k][1], end)].sum()) for k in inside)
        total = int(gains[start:end].sum())
        copied = any(boxes[k].evidence == "copy" for k in inside)
        share = params.summary_copy_share if copied else params.summary_share
        passes = (
            explained <= share * total
            and new >= params.summary_new_bits * BIT
            and distinct >= params.summary_distinct_bits * BIT
            and density >= params.summary_new_density_bits * BIT
        ) or (_scattered([spans[k] for k in inside]) and explained <= params.summary_scattered_share * total)
    else:
        passes = new >= params.summary_lone_new_bits * BIT and stretch.surplus >= params.summary_surplus_bits * BIT
    if not passes:
        return list(boxes)
    tokens, others = (pair.a_tokens, pair.b_tokens) if stretch.side == 0 else (pair.b_tokens, pair.a_tokens)
    words = tokens[start:end]
    places = np.flatnonzero(np.isin(others, words[words >= 0]))
    first, last = int(places[0]), int(places[-1]) + 1
    if last - first > _WHOLE * len(others):
        first, last = 0, len(others)
    ends = (start, end, first, last) if stretch.side == 0 else (first, last, start, end)
    summary = Box(*ends, stretch.bits, "summary")
    if any(box.evidence == "summary" and touching(box, summary) and box.bits >= summary.bits for box in boxes):
        return list(boxes)
    return [*(box for k, box in enumerate(boxes) if k not in inside and not touching(box, summary)), summary]


def _scattered(spans: Sequence[Span]) -> bool:
    """Whether several boxes lie far apart in the other text and condense it, as cases of their own would not."""
    if len(spans) < 2:
        return False
    width = max(span[3] for span in spans) - min(span[2] for span in spans)
    here, there = sum(span[1] - span[0] for span in spans), sum(span[3] - span[2] for span in spans)
    return width >= _SPREAD * there and there >= _CONDENSED * here


def _span(box: Box, side: int) -> Span:
    return (box.a0, box.a1, box.b0, box.b1) if side == 0 else (box.b0, box.b1, box.a0, box.a1)


def _new_words(stretch: _Stretch, inside: Sequence[Span], pair: PassagePair) -> tuple[float, float, float]:
    """What the stretch shares with the other text beyond the boxes inside it, each word counted once, in 64ths.

    First the bits of words that its own text uses nowhere else, less a price for words without partner: those came
    with the stretch. Then the bits of all words, less a full bit for each without partner. Last the first without
    its price, per token.
    """
    tokens, others = (pair.a_tokens, pair.b_tokens) if stretch.side == 0 else (pair.b_tokens, pair.a_tokens)
    open_here, open_there = np.ones(len(tokens), np.bool_), np.ones(len(others), np.bool_)
    for span in inside:
        open_here[span[0] : span[1]] = False
        open_there[span[2] : span[3]] = False
    rest = tokens[stretch.start : stretch.end][open_here[stretch.start : stretch.end]]
    size = len(pair.levels)
    there = np.bincount(others[open_there & (others >= 0)], minlength=size)
    here = np.bincount(tokens[tokens >= 0], minlength=size)
    within = tokens[stretch.start : stretch.end]
    within_counts = np.bincount(within[within >= 0], minlength=size)
    met = rest[rest >= 0]
    met = met[there[met] > 0]
    words = np.unique(met)
    bits = pair.table[pair.collection_levels[words] + pair.logs[max(int(open_there.sum()), 1)]]
    missing = (len(rest) - len(met)) * BIT
    new = int(bits[here[words] == within_counts[words]].sum())
    return new - _MISS_BITS * missing, int(bits.sum()) - missing, new / max(len(rest), 1)
