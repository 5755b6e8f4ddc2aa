"""Where to look: sentences that share enough, and clusters of them.

Enters: a PassagePair. Leaves: seeds as pairs of sentence numbers, and groups of seeds that stand together on both
sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reuse.align import passage_kernel
from reuse.align.passage_pair import PassagePair, handed
from reuse.params import PassageParams

__all__ = ["Seed", "clusters", "sentence_seeds"]

Seed = tuple[int, int]  # sentence of a, sentence of b
_MAX_SEEDS = 400_000


def sentence_seeds(pair: PassagePair, *, params: PassageParams) -> list[Seed]:
    """Sentence pairs whose rarity-weighted cosine and set Dice pass both thresholds, in order."""
    a, b = pair.a, pair.b
    rows_a, rows_b = len(a.sentences) - 1, len(b.sentences) - 1
    if rows_a < 1 or rows_b < 1:
        return []
    in_a, in_b = np.diff(a.columns), np.diff(b.columns)
    met = np.flatnonzero(pair.partner >= 0)
    both_a, both_b = in_a.copy(), in_b.copy()
    both_a[met] += in_b[pair.partner[met]]
    both_b[pair.partner[met]] = both_a[met]
    # Whole numbers, so that sums do not depend on their order.
    rarity_a = np.rint(256 * np.log2((rows_a + rows_b + 1) / both_a))
    rarity_b = np.rint(256 * np.log2((rows_a + rows_b + 1) / both_b))
    found = handed(np.zeros(2 * min(rows_a * rows_b, _MAX_SEEDS), np.int32))
    n = passage_kernel.seed_sentences(
        handed(a.rows),
        handed(a.entry_ids),
        handed(a.entry_counts),
        handed(pair.partner),
        handed(b.columns),
        handed(b.posting_sentences),
        handed(b.posting_counts),
        handed(rarity_a * rarity_a),
        handed(_norms(rarity_a, a.rows, a.entry_ids, a.entry_counts)),
        handed(_norms(rarity_b, b.rows, b.entry_ids, b.entry_counts)),
        handed(b.rows),
        params.min_cosine,
        params.min_dice,
        handed(np.zeros(rows_b)),
        handed(np.zeros(rows_b, np.int32)),
        handed(np.zeros(rows_b, np.int32)),
        found,
    )
    pairs = np.array(found[: 2 * n], np.int32).reshape(-1, 2)
    return [(i, j) for i, j in pairs.tolist()]


def _norms(
    rarity: npt.NDArray[np.float64],
    rows: npt.NDArray[np.int32],
    ids: npt.NDArray[np.int32],
    counts: npt.NDArray[np.int32],
) -> npt.NDArray[np.float64]:
    values = rarity[ids] * counts
    return np.sqrt(np.add.reduceat(values * values, rows[:-1]))


def clusters(seeds: Sequence[Seed], *, max_gap: int) -> Iterator[list[Seed]]:
    """Groups of seeds without a gap wider than `max_gap` sentences on either side, in order of their first seed."""
    waiting: list[tuple[list[Seed], int, int]] = [(sorted(seeds), 0, 0)]
    done: list[list[Seed]] = []
    while waiting:
        group, side, unsplit = waiting.pop()
        if not group:
            continue
        ordered = sorted(group, key=lambda seed: (seed[side], seed[1 - side]))
        parts: list[list[Seed]] = [[ordered[0]]]
        for before, seed in pairwise(ordered):
            if seed[side] - before[side] > max_gap:
                parts.append([])
            parts[-1].append(seed)
        if len(parts) == 1 and unsplit >= 1:
            done.append(sorted(group))
        else:
            waiting += [(part, 1 - side, unsplit + 1 if len(parts) == 1 else 0) for part in parts]
    yield from sorted(done)
