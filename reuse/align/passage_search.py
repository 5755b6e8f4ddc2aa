"""Passages of two documents: long stretches that one took from the other, verbatim, reworded or summed up.

Enters: two PassageTexts. Leaves: PassageSpans. Data flow: common vocabulary -> verbatim copies -> reworded boxes in
what is left -> short copies -> merging -> summaries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from reuse.align.passage_bags import grown, reworded
from reuse.align.passage_boxes import Box, Evidence, characters, merged, without_repeats
from reuse.align.passage_copies import chains, sure, weighed, with_short_copies
from reuse.align.passage_pair import BIT, PassagePair, lay_together
from reuse.align.passage_summaries import with_summaries
from reuse.align.passage_text import CollectionFrequencies, PassageText
from reuse.model import IndexArray
from reuse.params import PassageParams

__all__ = ["PassageSpans", "find_passages"]


@dataclass(frozen=True, slots=True, eq=False)
class PassageSpans:
    """p passages as columns, by place in the source, then in the target."""

    source_starts: IndexArray  # (p,) code points, half-open
    source_ends: IndexArray
    target_starts: IndexArray
    target_ends: IndexArray
    bits: npt.NDArray[np.float64]  # (p,) surprise of the agreement
    evidence: tuple[Evidence, ...]  # p words

    def __len__(self) -> int:
        return len(self.evidence)


def find_passages(
    source: PassageText,
    target: PassageText,
    *,
    params: PassageParams | None = None,
    collection: CollectionFrequencies | None = None,
) -> PassageSpans:
    """The passages that source and target share.

    Swapping source and target mirrors the result: the search runs in an order that content alone decides. Without a
    collection the two texts are all that is known about how common a word is; summaries are then seldom found. Cost:
    O(n log n) and the square of the windows in which passages are sought; about 1 ms for texts of 1,000 tokens with
    the compiled kernel.
    """
    params = params or PassageParams()
    if collection is None or collection.total == 0:
        params = replace(params, min_bits=params.min_bits * params.alone_share)
    if not len(source) or not len(target):
        return _spans([])
    swapped = (len(target), target.tokens.tobytes()) < (len(source), source.tokens.tobytes())
    a, b = (target, source) if swapped else (source, target)
    pair = lay_together(a, b, params=params, collection=collection)
    rows = []
    for box in _boxes(pair, params=params):
        on_a, on_b = characters(box, pair)[:2], characters(box, pair)[2:]
        rows.append(
            (*on_b, *on_a, box.bits / BIT, box.evidence) if swapped else (*on_a, *on_b, box.bits / BIT, box.evidence)
        )
    return _spans(rows)


def _boxes(pair: PassagePair, *, params: PassageParams) -> list[Box]:
    whole = Box(0, len(pair.a), 0, len(pair.b), 0, "copy")
    if np.array_equal(pair.a.tokens, pair.b.tokens):
        return [weighed(whole, pair)]
    found = chains(pair, params=params)
    copies = [grown(weighed(chain, pair), pair, params=params) for chain in found if sure(chain, params=params)]
    copies = without_repeats(copies)
    short = [chain for chain in found if not sure(chain, params=params)]
    boxes = merged(reworded(pair, copies, params=params), within_tokens=params.merge_tokens)
    boxes = without_repeats([*copies, *with_short_copies(boxes, short, pair, params=params)])
    boxes = merged(boxes, within_tokens=params.merge_tokens)
    return with_summaries(boxes, pair, params=params) if params.summaries else boxes


def _spans(rows: list[tuple[int, int, int, int, float, Evidence]]) -> PassageSpans:
    ordered = sorted(rows)
    places = np.array([row[:4] for row in ordered], np.int32).reshape(-1, 4)
    return PassageSpans(
        source_starts=places[:, 0],
        source_ends=places[:, 1],
        target_starts=places[:, 2],
        target_ends=places[:, 3],
        bits=np.array([row[4] for row in ordered], np.float64),
        evidence=tuple(row[5] for row in ordered),
    )
