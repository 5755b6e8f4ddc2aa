"""Which speeches lie near each other: the order of the heatmap, like beside like, and the tree beside it.

Enters: similarities of n items. Leaves: a permutation and the joints of its tree. Average linkage (UPGMA: Sokal and
Michener 1958), the leaves of each joint turned so that the two that meet are as alike as can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Clusters", "Joint", "clusters"]


@dataclass(frozen=True, slots=True)
class Joint:
    """Two groups that become one. Groups are stretches of the order: first and last position, both included."""

    upper: tuple[int, int]
    lower: tuple[int, int]  # begins right behind the upper one
    similarity: float  # mean over all pairs across the two groups; never larger than that of a joint inside them


@dataclass(frozen=True, slots=True)
class Clusters:
    """The leaves in the order that keeps clusters together, and what was joined, closest first."""

    order: tuple[int, ...]  # a permutation of 0..n-1
    joints: tuple[Joint, ...]  # n-1 of them


def clusters(similarity: Sequence[Sequence[float]]) -> Clusters:
    """Join the two closest groups until there is one.

    `similarity` is n × n and symmetric, larger means closer. Ties go to the smaller index, so that the same matrix
    always gives the same tree. Cubic in n: for the few hundred rows that a heatmap can show.
    """
    groups: dict[int, list[int]] = {i: [i] for i in range(len(similarity))}
    close = {i: {j: similarity[i][j] for j in groups if j != i} for i in groups}
    joined: list[tuple[list[int], list[int], float]] = []
    while len(groups) > 1:
        first, second = min(
            ((i, j) for i in groups for j in close[i] if i < j), key=lambda pair: (-close[pair[0]][pair[1]], pair)
        )
        one, other = groups[first], groups.pop(second)
        joined.append((one, other, close[first][second]))
        for third in groups:
            if third != first:
                mean = (close[first][third] * len(one) + close[second][third] * len(other)) / (len(one) + len(other))
                close[first][third] = close[third][first] = mean
                del close[third][second]
        groups[first] = _put_end_to_end(one, other, similarity)
        del close[first][second], close[second]
    order = tuple(next(iter(groups.values()), []))
    place = {leaf: position for position, leaf in enumerate(order)}
    return Clusters(order, tuple(_joint(one, other, mean, place) for one, other, mean in joined))


def _joint(one: Sequence[int], other: Sequence[int], similarity: float, place: dict[int, int]) -> Joint:
    spans = sorted((min(place[leaf] for leaf in group), max(place[leaf] for leaf in group)) for group in (one, other))
    return Joint(spans[0], spans[1], similarity)


def _put_end_to_end(left: list[int], right: list[int], similarity: Sequence[Sequence[float]]) -> list[int]:
    """Two rows of leaves put end to end the way that brings the closest ends together."""
    turns = (
        (left, right),
        (left, right[::-1]),
        (left[::-1], right),
        (left[::-1], right[::-1]),
    )
    best = max(range(len(turns)), key=lambda i: (similarity[turns[i][0][-1]][turns[i][1][0]], -i))
    return turns[best][0] + turns[best][1]
