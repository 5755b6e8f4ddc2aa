"""The formulas of a body of speeches, as a list somebody can read.

Enters: the laid-out speeches and their families. Leaves: `FormulaOutcome`. Data flow: repeats -> phrases -> ranking ->
formulas with their longer forms, part-of links, positions and families. Stands beside `families`: a formula is one
wording word for word, a family is all wordings of one formula.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.collector import put_off
from reuse.formulas.elements import NUMBERS
from reuse.formulas.history import Calendar
from reuse.formulas.phrases import Phrases, find_phrases
from reuse.formulas.pieces import Side
from reuse.formulas.positions import position_of
from reuse.formulas.ranking import Neighbourhood, rank
from reuse.formulas.showing import Showing, shown_place
from reuse.formulas.speeches import BackgroundModel, Speeches
from reuse.formulas.wearing import Wardrobe
from reuse.model import Family, Form, Formula, IndexArray, content_id
from reuse.params import FormulaParams

__all__ = ["FormulaOutcome", "list_formulas"]

_WRITTEN = 32  # places, spread over all, that are looked at for how a wording is mostly written
_LONGER_WRITTEN = 8  # of a longer form, which is shown in small
_LONGER_FORMS = 8  # shown with a formula, those of most documents
_NUMBER = "〔N〕"  # stands for figures that differ between the places of a wording
_BRACKETS = str.maketrans("〔〕", "［］")


@dataclass(frozen=True, slots=True)
class FormulaOutcome:
    """What was found."""

    formulas: tuple[Formula, ...]  # formulas, then terms; each strongest first
    left_out: int  # formulas beyond `FormulaParams.max_formulas`, some of them covered by those listed


@put_off()
def list_formulas(
    speeches: Speeches, families: Sequence[Family], *, background: BackgroundModel, params: FormulaParams
) -> FormulaOutcome:
    """List what recurs word for word and is complete in itself.

    A wording of a formula that is listed already in other words points to it (`variant_of`).
    Cost: that of `find_phrases`; the list itself takes about 1 ms a formula.
    """
    phrases = find_phrases(speeches, params=params)
    near = Neighbourhood(phrases.repeats, phrases.flat.offsets)
    wardrobe = Wardrobe(families, speeches, phrases.flat)
    covered = np.zeros(int(phrases.flat.offsets[-1]), dtype=np.bool_)
    listed: dict[int, int | None] = {}
    left_out = 0
    for rows in (phrases.formula, ~phrases.formula):
        ranking = rank(
            near,
            rows,
            phrases.worth,
            covered=covered,
            min_documents=max(2, params.min_documents),
            most=params.max_formulas,
            twin=lambda row: wardrobe.twin(row, _key(phrases, row, speeches), near.stretches(row)),
        )
        listed |= dict(ranking.listed)
        left_out += ranking.left
    return FormulaOutcome(tuple(_Making(speeches, phrases, near, wardrobe, listed).formulas(background)), left_out)


def _key(phrases: Phrases, row: int, speeches: Speeches) -> str:
    start = int(phrases.repeats.starts[row])
    return speeches.strings[int(phrases.repeats.documents[row])][start : start + int(phrases.repeats.lengths[row])]


class _Making:
    """Turns listed rows into formulas."""

    def __init__(
        self,
        speeches: Speeches,
        phrases: Phrases,
        near: Neighbourhood,
        wardrobe: Wardrobe,
        listed: Mapping[int, int | None],
    ) -> None:
        self._speeches, self._phrases, self._near, self._wardrobe = speeches, phrases, near, wardrobe
        self._listed = listed
        self._calendar = Calendar([s.document for s in speeches.segments])
        self._showing = Showing(speeches)
        self._places = {row: self._without_overlap(row) for row in listed}
        self._ids = {row: content_id("w", *self._units(row)) for row in listed}

    def formulas(self, background: BackgroundModel) -> list[Formula]:
        stock = self._stock(background)
        return [self._formula(row, stock[row]) for row in self._listed]

    def _formula(self, row: int, stock: float) -> Formula:
        evidence, (documents, firsts) = self._phrases.evidence, self._places[row]
        holders = np.unique(documents).tolist()
        first, last = self._calendar.bounds(holders)
        over = self._near.holders(row)
        return Formula(
            id=self._ids[row],
            text=self._text(row, documents, firsts, most=_WRITTEN),
            kind="formula" if self._phrases.formula[row] else "term",
            position=position_of(self._phrases.edges[row]),
            documents=len(holders),
            occurrences=len(firsts),
            bits=float(self._phrases.bits[row]),
            stock=stock,
            clause_start=float(evidence.stop[row, 0]),
            clause_end=float(evidence.stop[row, 1]),
            places=tuple(self._showing.loci(documents, firsts, int(self._phrases.repeats.lengths[row]))),
            part_of=tuple(self._ids[other] for other in over if other in self._ids),
            longer=tuple(self._form(other) for other in [o for o in over if o not in self._ids][:_LONGER_FORMS]),
            variant_of=None if (twin := self._listed[row]) is None else self._ids[twin],
            family=self._wardrobe.family(self._near.stretches(row)),
            first=first,
            last=last,
        )

    def _form(self, row: int) -> Form:
        documents, firsts = self._without_overlap(row)
        text = self._text(row, documents, firsts, most=_LONGER_WRITTEN)
        return Form(text, int(self._phrases.repeats.df[row]), len(firsts))

    def _without_overlap(self, row: int) -> tuple[IndexArray, IndexArray]:
        """Documents and first units of the places of a row, of overlapping ones the first."""
        documents, firsts = self._phrases.repeats.places(row)
        length = int(self._phrases.repeats.lengths[row])
        if not ((np.diff(firsts) < length) & (np.diff(documents) == 0)).any():
            return documents, firsts
        kept: list[int] = []
        for i, (document, first) in enumerate(zip(documents.tolist(), firsts.tolist(), strict=True)):
            if not kept or documents[kept[-1]] != document or firsts[kept[-1]] + length <= first:
                kept.append(i)
        return documents[kept], firsts[kept]

    def _units(self, row: int) -> tuple[str, ...]:
        return self._phrases.repeats.units(row, self._speeches.segments)

    def _text(self, row: int, documents: IndexArray, firsts: IndexArray, *, most: int) -> str:
        """The wording as it is written most often, with 〔N〕 for figures that differ between its places.

        Where its lines break is no part of how it is written: a place on one line is shown if there is one.
        """
        step, length = -(-len(firsts) // most), int(self._phrases.repeats.lengths[row])
        places = [(d, f, f + length) for d, f in zip(documents[::step].tolist(), firsts[::step].tolist(), strict=True)]
        figures = [i for i, key in enumerate(self._units(row)) if key in NUMBERS]
        varying = [i for i in figures if len({self._surface(d, start + i) for d, start, _ in places}) > 1]
        written = [self._shown(place, varying) for place in places]
        joined = [" ".join(shown.split()) for shown in written]
        times = Counter(joined)
        most_often = max(times, key=lambda one: times[one])  # of equals the first written
        alike = Counter(shown for shown, one in zip(written, joined, strict=True) if one == most_often)
        return min(alike, key=lambda shown: (shown.count("\n"), -alike[shown]))

    def _shown(self, place: Side, varying: Sequence[int]) -> str:
        segments = self._speeches.segments[place[0]]
        text, locus, shown = segments.document.text, shown_place(place, segments), ""
        position = locus.start
        for unit in (place[1] + i for i in varying):
            shown += text[position : int(segments.starts[unit])].translate(_BRACKETS)
            shown += f"第{_NUMBER}" if segments.units[unit] == "第#" else _NUMBER
            position = int(segments.ends[unit])
        return shown + text[position : locus.end].translate(_BRACKETS)

    def _surface(self, document: int, unit: int) -> str:
        return self._speeches.segments[document].surface(unit, unit + 1)

    def _stock(self, background: BackgroundModel) -> dict[int, float]:
        """The background is asked once per document, about the first place of each wording."""
        asked: dict[int, list[int]] = {}
        for row in self._listed:
            asked.setdefault(int(self._places[row][0][0]), []).append(row)
        stock: dict[int, float] = {}
        lengths = self._phrases.repeats.lengths
        for document, rows in sorted(asked.items()):
            firsts = [int(self._places[row][1][0]) for row in rows]
            spans = [(first, first + int(lengths[row])) for first, row in zip(firsts, rows, strict=True)]
            answers = background.stock_many(self._speeches.segments[document], spans)
            stock |= dict(zip(rows, answers.tolist(), strict=True))
        return stock
