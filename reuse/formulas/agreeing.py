"""Wordings of rivals such that every place of one says the same, and that none is merely a part of another.

Enters: `Rivals`. Leaves: `Rivals` whose wordings are as wide as all their places agree, or None where fewer than two
are left. Stands between `rivals` and `dependence`, so that what is measured, counted, dated and shown is one thing.
Most places would make a longer text than all of them; but then years and speeches would be named under a wording that
they do not hold (208 of 4,595 places of the national reports, when four of five had to agree).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reuse.formulas.frames import WordEdges
from reuse.formulas.pieces import Side
from reuse.formulas.rivals import LEAST_WORDING_DOCUMENTS, Rivals, counted
from reuse.formulas.speeches import Speeches
from reuse.model import IndexArray

__all__ = ["agreeing"]

_FEW_WORDS = 3  # beside a wording: so few that all go on with one of them do not begin or end there

Place = tuple[Side, Side]  # a wording and, in it, the head
Groups = Mapping[str, Sequence[Place]]  # by the units that all places of a wording hold


def agreeing(rivals: Rivals, speeches: Speeches, edges: Sequence[WordEdges], periods: IndexArray) -> Rivals | None:
    """Bring the wordings to what all their places hold, and count them anew; None where no two are left.

    Cost: linear in the places, for each word that they grow by.
    """
    places = [
        place
        for wholes, heads in zip(rivals.places, rivals.heads, strict=True)
        for place in zip(wholes, heads, strict=True)
    ]
    groups = _apart(_grouped(places, speeches))
    wide = [part for group in groups.values() for part in _whole(group, speeches, edges)]
    groups = _apart(_grouped([place for group in wide for place in group], speeches))
    listed = [group for group in groups.values() if len({head[0] for _, head in group}) >= LEAST_WORDING_DOCUMENTS]
    found = counted([[whole for whole, _ in group] for group in listed], periods)
    if found is None:
        return None
    uses, when = found
    return replace(
        rivals,
        places=tuple(tuple(whole for whole, _ in group) for group in listed),
        heads=tuple(tuple(head for _, head in group) for group in listed),
        uses=uses,
        periods=when,
        weight=rivals.weight * len(uses) / len(rivals.uses),
    )


def _grouped(places: Sequence[Place], speeches: Speeches) -> Groups:
    groups: defaultdict[str, set[Place]] = defaultdict(set)
    for whole, head in places:
        groups[speeches.strings[whole[0]][whole[1] : whole[2]]].add((whole, head))
    return {key: sorted(groups[key]) for key in sorted(groups)}


def _apart(groups: Groups) -> Groups:
    """The wordings without those that merely contain another one, or are contained in several.

    保持国际收支基本平衡 is 国际收支基本平衡 too, and counts as that. Where several contain it, 中部地区崛起 stands for
    none of 促进…, 推动…, and is left out.
    """
    kept: dict[str, Sequence[Place]] = dict(groups)
    for key in sorted(groups, key=lambda key: (-len(key), key)):
        longer = [other for other in kept if key in other and key != other]
        if len(longer) > 1:
            del kept[key]
        elif longer:
            cut = [_cut(whole, head, key, longer[0].index(key)) for whole, head in kept.pop(longer[0])]
            kept[key] = sorted({*kept[key], *cut})
    return kept


def _cut(whole: Side, head: Side, key: str, at: int) -> Place:
    document, first, _ = whole
    begin, end = first + at, first + at + len(key)
    inner = (document, max(head[1], begin), min(head[2], end))
    return (document, begin, end), inner if inner[1] < inner[2] else (document, begin, end)


def _whole(places: Sequence[Place], speeches: Speeches, edges: Sequence[WordEdges]) -> Iterator[Sequence[Place]]:
    """The wording as wide as its places agree; several where it is the torn end of a few longer ones.

    同志为总书记的党中央 always goes on with one of two names, so those are the wordings.
    """
    wide = _widened(places, speeches, edges)
    for left in (True, False):
        parts = _parts(wide, speeches, edges, left=left)
        if parts:
            for part in parts:
                yield from _whole(part, speeches, edges)
            return
    yield wide


def _parts(places: Sequence[Place], speeches: Speeches, edges: Sequence[WordEdges], *, left: bool) -> list[list[Place]]:
    """The places by the word that they go on with; none where words are many, light, or one document's own."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for whole, head in places:
        step = _step(whole, speeches, edges, left=left)
        if step is None or not step.heavy:
            return []
        found[step.word].append((step.wider, head))
        if len(found) > _FEW_WORDS:
            return []
    parts = [found[word] for word in sorted(found)]
    alone = any(len({head[0] for _, head in part}) < LEAST_WORDING_DOCUMENTS for part in parts)
    return [] if alone else parts


def _widened(places: Sequence[Place], speeches: Speeches, edges: Sequence[WordEdges]) -> list[Place]:
    """The places grown word by word, at either end, as long as all go on with the same word in their phrase.

    Behind, they do not grow by function words alone (…台湾同胞和).
    """
    wide = [whole for whole, _ in places]
    for left in (True, False):
        kept = wide
        while (steps := _steps(wide, speeches, edges, left=left)) is not None:
            wide = [step.wider for step in steps]
            if left or steps[0].heavy:
                kept = wide
        wide = kept
    return list(zip(wide, (head for _, head in places), strict=True))


class _Step(NamedTuple):
    """A wording grown by one word."""

    wider: Side
    word: str
    heavy: bool  # the word is more than function words and numbers


def _steps(places: Sequence[Side], speeches: Speeches, edges: Sequence[WordEdges], *, left: bool) -> list[_Step] | None:
    steps: list[_Step] = []
    for place in places:
        step = _step(place, speeches, edges, left=left)
        if step is None or (steps and step.word != steps[0].word):
            return None
        steps.append(step)
    return steps


def _step(place: Side, speeches: Speeches, edges: Sequence[WordEdges], *, left: bool) -> _Step | None:
    document, first, last = place
    own = edges[document]
    at = first if left else last
    if own.lists[at]:
        return None
    ahead = own.before[at] if left else own.behind[at]
    low, high = min(at, ahead), max(at, ahead)
    wider = (document, ahead, last) if left else (document, first, ahead)
    return _Step(wider, speeches.strings[document][low:high], own.heavy[high] > own.heavy[low])
