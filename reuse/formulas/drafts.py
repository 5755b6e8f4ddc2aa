"""Groups of wordings become families in draft: places, readings, template.

Enters: wordings and groups. Leaves: `Draft`s; and, once it is chosen which are told, the told ones with what belongs to
them of the others. Stands between `leaders` and `families`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reuse.formulas.cover import Choice, Standing
from reuse.formulas.furniture import furniture
from reuse.formulas.pieces import Side
from reuse.formulas.places import inner_places
from reuse.formulas.speeches import Speeches
from reuse.formulas.templates import Template, build
from reuse.formulas.variants import Reading, readings, without_overlap
from reuse.formulas.wordings import Wordings
from reuse.model import BoolArray, Span

__all__ = ["Draft", "absorb", "drafts_of", "standings_of"]

_MOST_BITS = 120.0  # beyond it a longer wording is a longer quotation, not a better formula
_FORMULA_BITS = 28.0  # below it most wordings are names of things (国防建设): they come further down
_FEWEST_FIXED_UNITS = 3
_FURNITURE_SHARE = 0.1  # of its places outside titles and notes below speeches make a wording part of the speeches
_FURNITURE_WEIGHT = 0.05
# Edit similarity from which a covered family is a variant of the covering one and not a part of it, with and without
# an alignment that speaks for it.
_BESIDE_FLOOR = 0.5
_COVERED_FLOOR = 0.75


@dataclass(frozen=True, slots=True)
class Draft:
    """A family before it is chosen."""

    wordings: tuple[int, ...]  # the leader first
    places: tuple[Side, ...]  # without overlap, sorted
    readings: tuple[Reading, ...]
    template: Template


def drafts_of(
    wordings: Wordings, groups: Mapping[int, Iterable[int]], speeches: Speeches, *, min_documents: int
) -> list[Draft]:
    """A draft of every group that lives in enough documents and has three units in common. Linear in the places.

    Their templates have no text and no slots yet: `absorb` gives them to what is told.
    """
    inner = inner_places(wordings, speeches)
    drafts: list[Draft] = []
    documents = wordings.documents.tolist()
    for numbers in groups.values():
        # Most groups are one wording of one document: what cannot be told is passed over before its places are read.
        if sum(documents[number] + len(inner.get(number, ())) for number in numbers) < min_documents:
            continue
        every = [side for number in numbers for side in (*wordings.places[number], *inner.get(number, ()))]
        if len({side[0] for side in every}) >= min_documents:
            new = _draft(tuple(numbers), without_overlap(every), speeches, shown=False)
            if new.template.fixed_units >= _FEWEST_FIXED_UNITS and new.template.bits > 0:
                drafts.append(new)
    return drafts


def _draft(numbers: tuple[int, ...], places: Sequence[Side], speeches: Speeches, *, shown: bool = True) -> Draft:
    found = readings(places, speeches)
    return Draft(numbers, tuple(places), tuple(found), build(found, speeches, shown=shown))


def standings_of(drafts: Sequence[Draft], speeches: Speeches) -> list[Standing]:
    """Show drafts to the choice.

    Worth is bits, less for what rarely stands between punctuation, for bare names, and for titles and notes below
    speeches.
    """
    around = furniture(speeches.segments, speeches.strings)
    return [_standing(draft, speeches, around) for draft in drafts]


def _standing(draft: Draft, speeches: Speeches, around: BoolArray) -> Standing:
    fixed = dict(zip((place for r in draft.readings for place in r.places), _repeated(draft), strict=True))
    opening = closing = outside = 0
    for document, first, last in draft.places:
        borders, stops = speeches.segments[document].borders, speeches.stops[document]
        opening += bool(borders[first] or stops[first])
        closing += bool(borders[last] or stops[last])
        outside += not around[speeches.offsets[document] + first]
    shares = opening / len(draft.places), closing / len(draft.places)
    clause = math.sqrt(math.prod(0.2 + 0.8 * share for share in shares))
    bits = min(draft.template.bits, _MOST_BITS)
    worth = bits * clause * min(1.0, bits / _FORMULA_BITS)
    if outside < _FURNITURE_SHARE * len(draft.places):
        worth *= _FURNITURE_WEIGHT
    return Standing(tuple((place, fixed[place]) for place in draft.places), worth)


def _repeated(draft: Draft) -> Iterator[tuple[Span, ...]]:
    for reading, runs in zip(draft.readings, draft.template.fixed, strict=True):
        yield from [runs] * len(reading.places)


def absorb(
    drafts: Sequence[Draft],
    choice: Choice,
    side_by_side: Iterable[tuple[int, int]],
    wordings: Wordings,
    speeches: Speeches,
    *,
    most: int,
) -> list[Draft]:
    """The first `most` chosen drafts, in order, with the wordings of drafts that they cover and that read alike.

    Such a draft was no family of its own because most of its places are told already. If an alignment brought it
    together, or if it nearly equals the leader, the rest of it is a variant more. Cost: one template per draft told.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - costs start-up time

    linked: dict[int, set[int]] = defaultdict(set)
    for i, j in side_by_side:
        linked[i].add(j)
        linked[j].add(i)
    gains: dict[int, list[int]] = defaultdict(list)
    for number, (owner, _) in sorted(choice.covered.items()):
        guest, host = drafts[number], drafts[owner]
        beside = any(linked[wording].intersection((*host.wordings, *guest.wordings)) for wording in guest.wordings)
        keys = wordings.keys[guest.wordings[0]], wordings.keys[host.wordings[0]]
        if Indel.normalized_similarity(*keys) >= (_BESIDE_FLOOR if beside else _COVERED_FLOOR):
            gains[owner].append(number)
    told: list[Draft] = []
    for number in choice.chosen[:most]:
        host = drafts[number]
        guests = gains[number]
        numbers = (*host.wordings, *(n for guest in guests for n in drafts[guest].wordings))
        fresh = [place for guest in guests for place in choice.covered[guest][1]]
        places = _added(host.places, fresh)
        if len(places) > len(host.places):
            told.append(_draft(numbers, places, speeches))
        else:
            template = build(host.readings, speeches, skeleton=host.template.skeleton)
            told.append(replace(host, wordings=numbers, template=template))
    return told


def _added(places: Sequence[Side], fresh: Sequence[Side]) -> list[Side]:
    """Places, and those of `fresh` that overlap none of them nor each other."""
    taken = {(document, unit) for document, first, last in places for unit in range(first, last)}
    free = [side for side in fresh if taken.isdisjoint((side[0], unit) for unit in range(side[1], side[2]))]
    return sorted([*places, *without_overlap(free)])
