"""Wording changes: which formulas the time decides how to word.

Enters: Segments and the families found in them. Leaves: `WordingChange`s, strongest first. Data flow: closed repeats
-> frames, and families -> rivals -> wordings whose places agree -> dependence -> ranking without repetition -> dated
wordings. Method: mutual information between wording and period against random deals of the documents. What is measured,
counted, dated and shown is one thing: every place of a wording, read out of its document, is that wording.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

import numpy as np

from reuse.formulas.agreeing import agreeing
from reuse.formulas.dependence import Dependence, measured
from reuse.formulas.frames import frames, word_edges
from reuse.formulas.furniture import furniture_starts
from reuse.formulas.history import Calendar
from reuse.formulas.periods import Timeline, timeline
from reuse.formulas.pieces import Side
from reuse.formulas.repeats import find_repeats
from reuse.formulas.retelling import Told
from reuse.formulas.rivals import Rivals, of_families, of_frames, weighed
from reuse.formulas.showing import shown_place
from reuse.formulas.speeches import BackgroundModel, Speeches, lay_out
from reuse.formulas.surfaces import surface_of_all
from reuse.formulas.surroundings import Surroundings
from reuse.model import DatedWording, Family, Locus, Segments, WordingChange, content_id
from reuse.params import HistoryParams

__all__ = ["ChangeOutcome", "find_changes"]

_LONGEST_HEAD_UNITS = 24
_SHORTEST_HEAD_UNITS = 2
_LEAST_DOCUMENTS = 6
_MEASURED_PER_KEPT = 4  # so many are dealt for each that may be listed; estimates order the rest well enough
SLOT = "〔〕"


@dataclass(frozen=True, slots=True)
class ChangeOutcome:
    """What was found, and out of how many trials: of a hundred, five reach a p of 0.05 by chance."""

    changes: tuple[WordingChange, ...]  # strongest first
    tried: int  # sets of rival wordings whose dependence on the time was measured
    reached: int  # those of them that reach `HistoryParams.max_p`, listed or not


def find_changes(
    segments: Sequence[Segments],
    families: Sequence[Family] = (),
    *,
    background: BackgroundModel,
    params: HistoryParams,
) -> ChangeOutcome:
    """Find the wordings whose choice depends on the time; at most `params.max_changes`, strongest first.

    Needs six dated documents in two periods; of fewer it finds none. Undated documents take no part. The outcome
    depends on the input and `params.seed` alone. Cost: linear in the text, 10 s for 57 reports of a million units.
    """
    when = timeline([s.document.date for s in segments])
    if np.count_nonzero(when.of_document >= 0) < _LEAST_DOCUMENTS or len(when.names) < 2:
        return ChangeOutcome((), 0, 0)
    speeches = lay_out(segments, background)
    edges = [word_edges(s, stops.tolist()) for s, stops in zip(segments, speeches.stops, strict=True)]
    repeats = find_repeats(
        segments, min_length=_SHORTEST_HEAD_UNITS, max_length=_LONGEST_HEAD_UNITS, min_documents=_LEAST_DOCUMENTS
    )
    beside = frames(repeats, speeches, edges, furniture_starts(speeches.strings))
    variants = {family.id: [_sides(v.occurrences, speeches) for v in family.variants] for family in families}
    found = [
        *of_families(families, variants, edges, when.of_document),
        *of_frames(beside, speeches, edges, when.of_document),
    ]
    likely = nlargest(params.max_changes * _MEASURED_PER_KEPT, found, key=lambda rivals: rivals.rough)
    around = Surroundings(speeches)
    agreed = (agreeing(rivals, speeches, edges, when.of_document) for rivals in likely)
    likely = [weighed(rivals, speeches, edges, around) for rivals in agreed if rivals is not None]
    reaching = _reaching(likely, params)
    settled = (row for row in reaching if row[2].settled >= params.min_settled)
    ranked = sorted(settled, key=lambda row: (-row[0], row[1].places[0][0], row[1].places[1][0]))
    chosen = _without_repetition(ranked, speeches, most=params.max_changes)
    templates = {family.id: family.template for family in families}
    changes = tuple(_change(*row, speeches=speeches, when=when, templates=templates) for row in chosen)
    return ChangeOutcome(changes, len(likely), len(reaching))


Ranked = tuple[float, Rivals, Dependence]


def _reaching(likely: Sequence[Rivals], params: HistoryParams) -> list[Ranked]:
    rows: list[Ranked] = []
    for rivals in likely:
        found = measured(rivals.uses, rivals.periods, deals=params.deals, seed=params.seed)
        if found.p <= params.max_p:
            rows.append((rivals.standing(found.deviations, found.settled), rivals, found))
    return rows


def _without_repetition(ranked: Sequence[Ranked], speeches: Speeches, *, most: int) -> list[Ranked]:
    """The strongest that no stronger one shows already."""
    told = Told(speeches)
    chosen: list[Ranked] = []
    for row in ranked:
        if len(chosen) == most:
            break
        if not told.holds(row[1]):
            told.add(row[1])
            chosen.append(row)
    return chosen


def _change(
    strength: float,
    rivals: Rivals,
    found: Dependence,
    *,
    speeches: Speeches,
    when: Timeline,
    templates: Mapping[str, str],
) -> WordingChange:
    calendar = Calendar([s.document for s in speeches.segments])
    middle = [float(np.mean(sorted({side[0] for side in places}))) for places in rivals.places]
    wordings = [_wording(places, speeches, when, calendar) for places in rivals.places]
    ordered = [wordings[i] for i in sorted(range(len(wordings)), key=lambda i: (middle[i], wordings[i].text))]
    frame = templates[rivals.family] if rivals.family else _frame(rivals, speeches)
    return WordingChange(
        id=content_id("c", frame, *(wording.text for wording in ordered)),
        frame=frame,
        wordings=tuple(ordered),
        documents=len(rivals.uses),
        information=found.information,
        by_chance=found.by_chance,
        settled=found.settled,
        deviations=found.deviations,
        p=found.p,
        strength=strength,
        family=rivals.family,
    )


def _frame(rivals: Rivals, speeches: Speeches) -> str:
    first = rivals.heads[0][0]
    whole = [head for head in rivals.heads[0] if head[2] - head[1] == first[2] - first[1]]  # others are cut
    head = surface_of_all(whole, speeches.segments)
    return SLOT + head if rivals.left else head + SLOT


def _wording(places: Sequence[Side], speeches: Speeches, when: Timeline, calendar: Calendar) -> DatedWording:
    documents = sorted({side[0] for side in places})
    first, last = calendar.bounds(documents)
    return DatedWording(
        text=surface_of_all(places, speeches.segments),
        documents=len(documents),
        first=first or "",
        last=last or "",
        history=when.history(documents),
        occurrences=tuple(shown_place(side, speeches.segments[side[0]]) for side in places),
    )


def _sides(occurrences: Sequence[Locus], speeches: Speeches) -> list[Side]:
    """Loci of whole units as units."""
    sides: list[Side] = []
    for locus in occurrences:
        document = speeches.index[locus.document]
        segments = speeches.segments[document]
        first = int(np.searchsorted(segments.starts, locus.start))
        last = int(np.searchsorted(segments.ends, locus.end, side="right"))
        if first < last:
            sides.append((document, first, last))
    return sides
