"""The variants of a family: places that read the same, together.

Enters: the places of all wordings of a family. Leaves: `Reading`s, strongest first. Stands between `leaders` and
`skeleton`.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reuse.formulas.elements import NUMBERS, signature
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import Speeches

__all__ = ["Reading", "readings", "without_overlap"]

_RIVALS = 8  # readings that are compared for the lead


@dataclass(frozen=True, slots=True)
class Reading:
    """One variant before it is shown: its places by document and unit, and in how many documents it stands."""

    places: tuple[Side, ...]
    documents: int


def without_overlap(places: Iterable[Side]) -> list[Side]:
    """Places of one family such that none shares a unit with another; the longer one stays. Sorted."""
    kept: list[Side] = []  # sorted; without overlap, so that only the two neighbours can meet a new place
    for place in sorted(set(places), key=lambda side: (side[1] - side[2], side)):
        at = bisect.bisect(kept, place)
        before = kept[at - 1] if at else (-1, 0, 0)
        behind = kept[at] if at < len(kept) else (-1, 0, 0)
        if (before[0] != place[0] or before[2] <= place[1]) and (behind[0] != place[0] or place[2] <= behind[1]):
            kept.insert(at, place)
    return kept


def readings(places: Iterable[Side], speeches: Speeches) -> list[Reading]:
    """Group places by what is written there: most documents first, then most places, then by key.

    Where several stand in most documents, the one that is nearest to the others leads.
    """
    groups: dict[tuple[str, ...], list[Side]] = defaultdict(list)
    plain: dict[str, tuple[str, ...]] = {}  # what reads the same wherever it stands is looked at once
    for place in places:
        document, first, last = place
        written = speeches.strings[document][first:last]
        if written in plain and document not in speeches.masked:
            groups[plain[written]].append(place)
            continue
        segments = speeches.segments[document]
        key = signature(segments, first, last)
        groups[key].append(place)
        if NUMBERS.isdisjoint(segments.units[first:last]):
            plain[written] = segments.units[first:last]
    found = [(key, Reading(tuple(sides), len({side[0] for side in sides}))) for key, sides in groups.items()]
    found.sort(key=lambda item: (-item[1].documents, -len(item[1].places), item[0]))
    ordered = [reading for _, reading in found]
    rivals = [reading for reading in ordered[:_RIVALS] if reading.documents == ordered[0].documents]
    if len(ordered) > 2 and len(rivals) > 1:
        ordered.insert(0, ordered.pop(_nearest(rivals, ordered[:_RIVALS], speeches)))
    return ordered


def _nearest(rivals: Sequence[Reading], others: Sequence[Reading], speeches: Speeches) -> int:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - costs start-up time

    keys = [speeches.strings[d][first:last] for d, first, last in (reading.places[0] for reading in others)]
    likeness = [sum(Indel.normalized_similarity(keys[i], key) for key in keys) for i in range(len(rivals))]
    return max(range(len(rivals)), key=lambda i: (round(likeness[i], 9), -i))
