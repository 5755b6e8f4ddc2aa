"""Numbers as people read them: percent that add up, counts with their noun.

Enters: shares 0..1 and counts. Leaves: short strings for the summary.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["counted", "percent", "percents"]


def percent(share: float) -> str:
    """Give a share 0..1 with one decimal; what is there but tiny is not shown as nothing."""
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{share * 100:.1f} %"


def percents(counts: Sequence[int]) -> list[str]:
    """Give each count's part of their sum with one decimal, so that what is shown adds up to 100.0 %.

    Largest remainders are rounded up, ties to the first; nothing counted at all gives zeros.
    """
    total = sum(counts)
    if not total:
        return ["0.0 %"] * len(counts)
    tenths = [count * 1000 // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda index: (-(counts[index] * 1000 % total), index))
    for index in by_remainder[: 1000 - sum(tenths)]:
        tenths[index] += 1
    return [f"{value // 10}.{value % 10} %" for value in tenths]


def counted(number: int, noun: str) -> str:
    """Give a count with its noun in the right number: 1 alignment, 1,204 alignments, 2 families."""
    if number == 1:
        return f"1 {noun}"
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {plural}"
