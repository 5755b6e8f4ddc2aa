"""Ids that are unique within a run and stay the same in the next one.

Enters: the wanted ids with the folder each file stands in. Leaves: unique ids in the same order. `inputs` asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

__all__ = ["unique_ids"]


def unique_ids(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Make (id, folder name) pairs unique: all that clash get their folder's name in front, then -2, -3 in order.

    An id that clashes with none is never touched, so that adding an unrelated document changes nothing.
    """
    counts = Counter(name for name, _ in wanted)
    named = [f"{folder}-{name}" if counts[name] > 1 and folder else name for name, folder in wanted]
    counts = Counter(named)
    taken = {name for name, count in counts.items() if count == 1}
    ids: list[str] = []
    for name in named:
        unique, number = name, 2
        while counts[name] > 1 and unique in taken:
            unique, number = f"{name}-{number}", number + 1
        taken.add(unique)
        ids.append(unique)
    return ids
