"""Numbers as people read them: percentages that add up, counts with their noun.

Enters: shares 0..1 and counts. Leaves: short strings for the summary.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["counted", "percent", "tenths"]


def percent(share: float) -> str:
    """Give a share 0..1 with one decimal; what is there but tiny is not shown as nothing."""
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return f"{share * 100:.1f} %"


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


def counted(number: int, noun: str) -> str:
    """Give a count with its noun in the right number: 1 speech, 2 speeches, 1,204 alignments."""
    if number == 1:
        return f"1 {noun}"
    ending = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}{ending}"
