"""Rivals: wordings that stand in for each other, each with its documents.

Enters: frames, or families. Leaves: `Rivals`, which `dependence` measures and `changes` ranks. A wording counts from
two dated documents on: what one speech alone says is no usage.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from reuse.formulas.dependence import rough_gain, uncertainty
from reuse.formulas.frames import Frame, WordEdges, is_figures
from reuse.formulas.pieces import Side
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.formulas.surroundings import Surroundings
from reuse.model import Family, IndexArray

__all__ = ["LEAST_WORDING_DOCUMENTS", "Rivals", "counted", "of_families", "of_frames", "weighed"]

LEAST_WORDING_DOCUMENTS = 2
_LEAST_DOCUMENTS = 6
_DOCUMENTS_COUNT = 0.75  # less than in proportion: they make for deviations already
_FULL_BITS = 40.0  # a head of more says no more surely what stays
_HALF_LIKENESS = 0.03  # of surroundings, at which a frame has half its weight: about what two random places share


@dataclass(frozen=True, slots=True, eq=False)
class Rivals:
    """v wordings over h dated documents."""

    places: tuple[tuple[Side, ...], ...]  # v: the whole wording, head and varying part
    heads: tuple[tuple[Side, ...], ...]  # v: of the same places what stays; the whole wording where that is scattered
    uses: FloatArray  # (h, v) share of each wording among a document's, rows adding up to 1
    periods: IndexArray  # (h,)
    weight: float  # 0..1: how much the head says, how many of its documents have a listed wording, how complete it is
    left: bool | None  # the varying part stands before the head; None: a family, it may stand anywhere
    family: str | None

    def standing(self, deviations: float, settled: float) -> float:
        """Rank: how sure, how far settled, on how many documents, of how much."""
        return max(0.0, deviations) * math.pow(len(self.uses), _DOCUMENTS_COUNT) * settled * self.weight

    @property
    def rough(self) -> float:
        """`standing` by estimates instead of deals."""
        gain, n = rough_gain(self.uses, self.periods), len(self.uses)
        freedom = (len(np.unique(self.periods)) - 1) * (self.uses.shape[1] - 1)
        deviations = 2 * n * math.log(2) * gain / math.sqrt(2 * freedom)
        return self.standing(deviations, gain / uncertainty(self.uses))


def of_frames(
    found: Iterator[Frame], speeches: Speeches, edges: Sequence[WordEdges], periods: IndexArray
) -> Iterator[Rivals]:
    """The best depth of every frame that has rivals. Linear in the places."""
    for frame in found:
        options = (
            rivals
            for fillers in frame.fillers
            if (rivals := _of_fillers(frame, fillers, speeches, edges, periods)) is not None
        )
        best = max(options, key=lambda rivals: rivals.rough, default=None)
        if best is not None:
            yield best


def _of_fillers(
    frame: Frame,
    fillers: Sequence[Side | None],
    speeches: Speeches,
    edges: Sequence[WordEdges],
    periods: IndexArray,
) -> Rivals | None:
    groups: dict[str, list[tuple[Side, Side]]] = defaultdict(list)
    for head, filler in zip(frame.places, fillers, strict=True):
        if filler is not None and periods[head[0]] >= 0:
            document, first, last = filler
            whole = (document, first, head[2]) if frame.left else (document, head[1], last)
            groups[speeches.strings[document][first:last]].append((whole, head))
    listed = [rows for rows in groups.values() if len({head[0] for _, head in rows}) >= LEAST_WORDING_DOCUMENTS]
    found = counted([[head for _, head in rows] for rows in listed], periods)
    if found is None:
        return None
    uses, when = found
    holders = len({head[0] for head in frame.places if periods[head[0]] >= 0})
    outer = 2 if frame.left else 1
    bits = speeches.bits(*frame.places[0])
    edged = sum(bool(edges[head[0]].stops[head[outer]]) for head in frame.places) / len(frame.places)
    return Rivals(
        places=tuple(tuple(whole for whole, _ in rows) for rows in listed),
        heads=tuple(tuple(head for _, head in rows) for rows in listed),
        uses=uses,
        periods=when,
        weight=min(1.0, bits / _FULL_BITS) * (len(uses) / holders) * (0.5 + 0.5 * edged),
        left=frame.left,
        family=None,
    )


def weighed(rivals: Rivals, speeches: Speeches, edges: Sequence[WordEdges], around: Surroundings) -> Rivals:
    """Rivals with less weight where speeches hold several of them, or where they stand in different surroundings.

    A family's wordings are alike themselves; what merely shares a frame must share its surroundings, near and far.
    """
    alone = float(np.mean(np.count_nonzero(rivals.uses, axis=1) == 1))
    if rivals.left is None:
        return replace(rivals, weight=rivals.weight * alone)
    near = 0.5 + 0.5 * _exchangeable(rivals, rivals.left, speeches, edges)
    likeness = around.likeness(rivals.places)
    return replace(rivals, weight=rivals.weight * alone * near * likeness / (likeness + _HALF_LIKENESS))


def _exchangeable(rivals: Rivals, left: bool, speeches: Speeches, edges: Sequence[WordEdges]) -> float:
    """How far the wordings stand in one surrounding, 0..1: what replaces another stands where the other stood.

    For every two of them, the overlap of what stands beyond the varying part (a word, or the end of a phrase).
    """
    around = [Counter(_beyond(side, left, speeches, edges) for side in places) for places in rivals.places]
    total = weights = 0.0
    for one, other in combinations(around, 2):
        weight = min(one.total(), other.total())
        shared = sum(min(one[word] / one.total(), other[word] / other.total()) for word in one)
        total, weights = total + weight * shared, weights + weight
    return total / weights


def _beyond(side: Side, left: bool, speeches: Speeches, edges: Sequence[WordEdges]) -> str:
    document, first, last = side
    at = first if left else last
    if edges[document].stops[at]:
        return ""
    ahead = edges[document].before[at] if left else edges[document].behind[at]
    return speeches.strings[document][min(at, ahead) : max(at, ahead)]


def of_families(
    families: Sequence[Family],
    places: Mapping[str, Sequence[Sequence[Side]]],
    edges: Sequence[WordEdges],
    periods: IndexArray,
) -> Iterator[Rivals]:
    """The families whose variants are rivals; `places` gives those of each variant by family id. Linear."""
    for family in families:
        worded = [variant for variant in places[family.id] if variant and not is_figures(edges, variant[0])]
        sides = [[side for side in variant if periods[side[0]] >= 0] for variant in worded]
        listed = [variant for variant in sides if len({side[0] for side in variant}) >= LEAST_WORDING_DOCUMENTS]
        found = counted(listed, periods)
        if found is None:
            continue
        uses, when = found
        holders = len({side[0] for variant in sides for side in variant})
        rows = tuple(map(tuple, listed))
        weight = min(1.0, family.bits / _FULL_BITS) * len(uses) / holders
        yield Rivals(rows, rows, uses, when, weight, left=None, family=family.id)


def counted(listed: Sequence[Sequence[Side]], periods: IndexArray) -> tuple[FloatArray, IndexArray] | None:
    """Uses and periods of documents by wordings; None where there are too few of either."""
    if len(listed) < 2:
        return None
    documents = sorted({side[0] for places in listed for side in places})
    when = periods[documents]
    if len(documents) < _LEAST_DOCUMENTS or len(np.unique(when)) < 2:
        return None
    row = {document: i for i, document in enumerate(documents)}
    uses = np.zeros((len(documents), len(listed)))
    for column, places in enumerate(listed):
        for document, _, _ in places:
            uses[row[document], column] += 1
    return uses / uses.sum(axis=1, keepdims=True), when
