"""A chain that runs on over the end of a sentence becomes one chain for each sentence.

Enters: an accepted chain. Leaves: its parts. Sentences vouch for each other while chaining: a part counts with fewer
bits than a chain by itself needs, since its place is given by its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.align.accepted import Chain, Piece
from reuse.align.prepared import STRONG, PreparedDocument
from reuse.params import AlignParams

__all__ = ["sentence_parts"]


def sentence_parts(
    chain: Chain, source: PreparedDocument, target: PreparedDocument, *, params: AlignParams
) -> list[Chain]:
    """The chain cut wherever a strong border lies between two pieces on either side.

    Whole sentences that follow each other word for word on both sides stay together: a copy is one stretch. Parts below
    `part_bits`, or of nothing but substitutes, are dropped; where all are, the chain stays whole.
    """
    a0, a1, b0, b1 = chain.extent
    if not (_is_parted(source, a0 + 1, a1 - 1) or _is_parted(target, b0 + 1, b1 - 1)):  # nearly all chains
        return [chain]
    runs: list[list[int]] = [[0]]
    for k in range(1, len(chain.pieces)):
        before, piece = chain.pieces[k - 1], chain.pieces[k]
        gaps = _between(before[:2], piece[:2]), _between(before[2:], piece[2:])
        parted = _is_parted(source, *gaps[0]) or _is_parted(target, *gaps[1])
        if parted and not (_touch(gaps) and all(_is_sentence(x, source, target) for x in (before, piece))):
            runs.append([])
        runs[-1].append(k)
    if len(runs) == 1:
        return [chain]
    parts = []
    for run in runs:
        start, stop = run[0], run[-1] + 1
        own = chain.own[start:stop]
        gains = (own[0], *chain.gains[start + 1 : stop])
        parts.append(Chain(chain.pieces[start:stop], chain.exact[start:stop], own, gains))
    return [part for part in parts if part.equal and part.bits >= params.part_bits] or [chain]


def _between(one: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """The gap between two spans in either order, as (end of the first, start of the second)."""
    left, right = sorted((tuple(one), tuple(other)))
    return left[1], max(right[0], left[1])


def _is_parted(document: PreparedDocument, end: int, start: int) -> bool:
    return document.strong.item(start + 1) > document.strong.item(end)


def _is_sentence(piece: Piece, source: PreparedDocument, target: PreparedDocument) -> bool:
    """Whether an exact run is everything between two strong borders, on both sides."""
    a0, a1, b0, b1 = piece
    edges = (source.borders[a0], source.borders[a1], target.borders[b0], target.borders[b1])
    return min(edges) >= STRONG and np.array_equal(source.exact[a0:a1], target.exact[b0:b1])


def _touch(gaps: Sequence[tuple[int, int]]) -> bool:
    return all(end == start for end, start in gaps)
