"""Wordings gathered around leaders.

Enters: scored pairs of wordings, and pairs that an alignment lays side by side. Leaves: groups, leader first. Stands
between `resemblance` and `families`. Every member resembles its leader, never only another member: chains of "A is
like B, B is like C" once made one group of 8,065 clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reuse.formulas.resemblance import JOIN

__all__ = ["gather"]

_SIDE_BY_SIDE = 0.05  # added to a resemblance: what a comparison laid side by side beats a bare one, not a strong one
_HOP_FLOOR = 0.6  # of the shorter key that must stand in the leader, for a wording laid beside another member


def gather(
    keys: Sequence[str], scored: Iterable[tuple[int, int, float]], side_by_side: Iterable[tuple[int, int]]
) -> dict[int, list[int]]:
    """Leader -> members in order, the leader first; wordings that join nothing lead groups of one.

    `keys` stand in the order in which they may lead. Each wording joins the best leader before it. Linear in the pairs.
    """
    options: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j, score in scored:
        options[max(i, j)][min(i, j)] = score
    linked: dict[int, set[int]] = defaultdict(set)
    for i, j in side_by_side:
        if i != j:
            linked[max(i, j)].add(min(i, j))
    leader = list(range(len(keys)))
    for number in sorted({*options, *linked}):
        choices = {other: score for other, score in options[number].items() if leader[other] == other}
        for chief in {leader[other] for other in linked[number] if _reaches(keys, number, other, leader[other])}:
            # What resembles and is laid side by side besides beats what is only one of the two.
            choices[chief] = choices.get(chief, JOIN) + _SIDE_BY_SIDE
        if choices:
            leader[number] = max(choices, key=lambda chief: (choices[chief], -chief))
    groups: dict[int, list[int]] = defaultdict(list)
    for number, chief in enumerate(leader):
        groups[chief].append(number)
    return dict(groups)


def _reaches(keys: Sequence[str], number: int, other: int, chief: int) -> bool:
    """Whether a wording laid beside `other` may follow its leader."""
    return chief == other or _alike(keys[number], keys[chief])


def _alike(key: str, other: str) -> bool:
    """Whether most of the shorter key's units stand in the longer one, in the same order."""
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - costs start-up time

    return bool(LCSseq.similarity(key, other) >= _HOP_FLOOR * min(len(key), len(other)))
