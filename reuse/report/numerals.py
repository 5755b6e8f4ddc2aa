"""Numbers as they stand on the page: counts with thousands marks, shares as percent.

Enters: numbers of the result. Leaves: short strings. The page never formats a number of the result itself.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["count", "percent", "percents_of_whole", "round_percent"]


def count(number: int) -> str:
    """A count with thousands marks: 3,927."""
    return f"{number:,}"


def percent(share: float) -> str:
    """A share (0..1) to one decimal; what is more than nothing never reads as nothing, nor less than all as all."""
    if 0 < share < 0.0005:
        return "<0.1%"
    if 0.9995 <= share < 1:
        return ">99.9%"
    return f"{share * 100:.1f}%"


def round_percent(share: float) -> str:
    """A share (0..1) for running prose: whole percents from 1 % to 99 %, one decimal outside."""
    if 0.01 <= share <= 0.99 or share in (0, 1):
        return f"{share * 100:.0f}%"
    return percent(share)


def percents_of_whole(parts: Sequence[int]) -> tuple[str, ...]:
    """Percent of each part, to one decimal, rounded so that they add up to 100.0 (largest remainders go up).

    All parts zero gives zeros.
    """
    whole = sum(parts)
    if whole == 0:
        return tuple("0.0%" for _ in parts)
    tenths = [part * 1000 // whole for part in parts]
    remainders = sorted(range(len(parts)), key=lambda i: (-(parts[i] * 1000 % whole), i))
    for i in remainders[: 1000 - sum(tenths)]:
        tenths[i] += 1
    return tuple(f"{tenth // 10}.{tenth % 10}%" for tenth in tenths)
