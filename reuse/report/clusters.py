"""The order of speeches on the heatmap: like beside like.

Enters: similarities of n items. Leaves: a permutation. Average linkage (UPGMA: Sokal and Michener 1958), the leaves
of each joint turned so that the two that meet are as alike as can be.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["cluster_order"]


def cluster_order(similarity: Sequence[Sequence[float]]) -> list[int]:
    """A permutation of 0..n-1 that keeps clusters together.

    `similarity` is n × n and symmetric, larger means closer. Ties go to the smaller index, so that the same matrix
    always gives the same order. Cubic in n: for the few hundred rows that a heatmap can show.
    """
    groups: dict[int, list[int]] = {i: [i] for i in range(len(similarity))}
    close = {i: {j: similarity[i][j] for j in groups if j != i} for i in groups}
    while len(groups) > 1:
        first, second = min(
            ((i, j) for i in groups for j in close[i] if i < j), key=lambda pair: (-close[pair[0]][pair[1]], pair)
        )
        sizes = len(groups[first]), len(groups[second])
        joined = _joined(groups[first], groups.pop(second), similarity)
        for other in groups:
            if other != first:
                mean = (close[first][other] * sizes[0] + close[second][other] * sizes[1]) / sum(sizes)
                close[first][other] = close[other][first] = mean
                del close[other][second]
        groups[first] = joined
        del close[first][second], close[second]
    return next(iter(groups.values()), [])


def _joined(left: list[int], right: list[int], similarity: Sequence[Sequence[float]]) -> list[int]:
    """Two rows of leaves put end to end the way that brings the closest ends together."""
    turns = (
        (left, right),
        (left, right[::-1]),
        (left[::-1], right),
        (left[::-1], right[::-1]),
    )
    best = max(range(len(turns)), key=lambda i: (similarity[turns[i][0][-1]][turns[i][1][0]], -i))
    return turns[best][0] + turns[best][1]
