"""Numbers as they stand on the page: counts with thousands marks, shares as percent.

Enters: numbers of the result. Leaves: short strings. The page never formats a number of the result itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.shares import percent

__all__ = ["count", "first_parts", "percent", "percents_of_whole", "round_percent", "tenths"]


def count(number: int) -> str:
    """A count with thousands marks: 3,927."""
    return f"{number:,}"


def round_percent(share: float) -> str:
    """A share (0..1) for running prose: whole percents from 1 % to 99 %, one decimal outside."""
    if 0.01 <= share <= 0.99 or share in (0, 1):
        return f"{share * 100:.0f}%"
    return percent(share)


def tenths(counts: Sequence[int]) -> list[int]:
    """Give each count's part of their sum in tenths of a percent that add up to 1000, as the reader's sum does.

    Largest remainders are rounded up, ties to the first; nothing counted at all gives zeros.
    """
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    parts = [count * 1000 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda index: (-(counts[index] * 1000 % total), index))
    for index in by_remainder[: 1000 - sum(parts)]:
        parts[index] += 1
    return parts


def first_parts(counts: Sequence[int], first: int) -> float:
    """The share (0..1) of the first so many counts, such that its percent is the sum of theirs as `tenths` rounds them.

    Where that would round to nothing or to all without being it, the share itself.
    """
    rounded, exact = sum(tenths(counts)[:first]), sum(counts[:first])
    if rounded in (0, 1000):
        return exact / (sum(counts) or 1)
    return rounded / 1000


def percents_of_whole(parts: Sequence[int]) -> tuple[str, ...]:
    """Percent of each part, to one decimal, rounded so that they add up to 100.0, or zeros (see `tenths`)."""
    return tuple(f"{tenth // 10}.{tenth % 10}%" for tenth in tenths(parts))
