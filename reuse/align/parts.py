"""A chain that runs on over the end of a sentence becomes one chain for each sentence.

Enters: an accepted chain. Leaves: its parts. Sentences vouch for each other while chaining: a part counts with fewer
bits than a chain by itself needs, since its place is given by its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.align.accepted import Chain
from reuse.align.prepared import PreparedDocument
from reuse.params import AlignParams

__all__ = ["sentence_parts"]

_STRONG = 2


def sentence_parts(
    chain: Chain, source: PreparedDocument, target: PreparedDocument, *, params: AlignParams
) -> list[Chain]:
    """The chain cut wherever a strong border lies between two pieces on either side.

    Parts below `part_bits` are dropped; where all are, the chain stays whole.
    """
    runs: list[list[int]] = [[0]]
    for k in range(1, len(chain.pieces)):
        before, piece = chain.pieces[k - 1], chain.pieces[k]
        if _is_parted(source, *_between(before[:2], piece[:2])) or _is_parted(target, *_between(before[2:], piece[2:])):
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
    return [part for part in parts if part.bits >= params.part_bits] or [chain]


def _between(one: Sequence[int], other: Sequence[int]) -> tuple[int, int]:
    """The gap between two spans in either order, as (end of the first, start of the second)."""
    left, right = sorted((tuple(one), tuple(other)))
    return left[1], max(right[0], left[1])


def _is_parted(document: PreparedDocument, end: int, start: int) -> bool:
    return bool((document.borders[end : start + 1] >= _STRONG).any())
