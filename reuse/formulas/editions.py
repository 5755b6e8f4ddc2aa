"""A speech against the editions of its series before it: what is kept, reworded, new, dropped, and missing.

Enters: Segments of the speech and of earlier editions. Leaves: `EditionItem`s and `MissingFormula`s. Data flow:
phrases -> wordings -> resemblance -> leaders (the families of `families`, every one, whether told there or not) ->
standing in the series -> items. A series is whatever the caller gives: reports of one office, addresses of one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reuse.formulas.furniture import furniture_starts
from reuse.formulas.leaders import gather
from reuse.formulas.nearest import most_similar, nearest_wording
from reuse.formulas.pieces import Side
from reuse.formulas.resemblance import resemblances
from reuse.formulas.speeches import BackgroundModel, Speeches, lay_out
from reuse.formulas.standing import Expectation, expectations, surprise
from reuse.formulas.wordings import collect
from reuse.model import BoolArray, EditionItem, Locus, MissingFormula, Segments
from reuse.params import HistoryParams
from reuse.quotes import completed

__all__ = ["EditionOutcome", "compare_editions", "presence"]

_ALIKE = 0.6  # edit similarity from which a phrase that joined no family is a rewording all the same
_HALF = 2  # a formula in half of the last editions counts as dropped even where the latest one lacked it already


@dataclass(frozen=True, slots=True)
class EditionOutcome:
    """What the stage found."""

    items: tuple[EditionItem, ...]  # of the speech in order, then dropped ones in the order of the latest edition
    missing: tuple[MissingFormula, ...]  # most surprising first


_Row = tuple[Side, str, Side | None, float]  # a phrase, its kind, what it is laid beside, how similar that is


@dataclass(frozen=True, slots=True)
class _Series:
    """The laid-out documents, the speech last, and the formula of every phrase."""

    speeches: Speeches
    phrases: tuple[tuple[Side, ...], ...]  # of each document, in order, as long as the settings ask
    group: Mapping[str, int]  # phrase -> formula
    recent: range  # documents that are the last editions

    @property
    def target(self) -> int:
        return len(self.speeches.segments) - 1

    def key(self, side: Side) -> str:
        return self.speeches.strings[side[0]][side[1] : side[2]]

    def surface(self, side: Side) -> str:
        return "".join(self.speeches.segments[side[0]].surface(side[1], side[2]).split())

    def locus(self, side: Side) -> Locus:
        segments = self.speeches.segments[side[0]]
        locus = segments.locus(side[1], side[2])
        return Locus(locus.document, *completed(segments.document.text, locus.start, locus.end))

    def date(self, document: int) -> str | None:
        return self.speeches.segments[document].document.date


def compare_editions(
    segments: Segments, earlier: Sequence[Segments], *, background: BackgroundModel, params: HistoryParams
) -> EditionOutcome:
    """Lay a speech beside the `params.last_editions` last of `earlier`, which stand in order of time, earliest first.

    The whole of `earlier` says how lasting formulas of the series are. Phrases shorter than `params.min_length_chars`
    are left out. Nothing earlier, nothing found. Cost: that of grouping all phrases, 8 s for 56 reports.
    """
    if not earlier:
        return EditionOutcome((), ())
    speeches = lay_out([*earlier, segments], background)
    series = _laid(speeches, range(max(0, len(earlier) - params.last_editions), len(earlier)), params)
    holders = _holders(series)
    ahead = expectations(_table(holders, len(earlier)), last=len(series.recent))
    row_of = {formula: row for row, formula in enumerate(holders)}
    own, used = _own(series)
    gone = [(side, "dropped", None, 0.0) for side in _gone(series, holders, used)]
    stock = _stock(speeches, [side for side, *_ in (*own, *gone)], background)
    found = [
        (_item(series, *row, ahead=ahead, row=row_of[_formula(series, row[2] or row[0])], stock=stock[row[0]]), row[0])
        for row in (*own, *gone)
    ]
    missing = (_missing(series, item, side, ahead, row_of[_formula(series, side)]) for item, side in found[len(own) :])
    return EditionOutcome(
        items=tuple(item for item, _ in found),
        missing=tuple(
            sorted(
                (formula for formula in missing if formula.expected >= params.min_expected),
                key=lambda formula: (-formula.expected, -formula.run, -formula.bits, formula.place.start),
            )
        ),
    )


def presence(editions: Sequence[Segments], *, background: BackgroundModel, params: HistoryParams) -> BoolArray:
    """(g, e) which of the g formulas of a series stands in which of its e editions. Cost as of `compare_editions`."""
    series = _laid(lay_out(editions, background), range(len(editions)), params)
    return _table(_holders(series), len(editions))


def _laid(speeches: Speeches, recent: range, params: HistoryParams) -> _Series:
    return _Series(
        speeches=speeches,
        phrases=_phrases(speeches, params.min_length_chars),
        group=_groups(speeches, params.min_length_chars),
        recent=recent,
    )


def _table(holders: Mapping[int | str, list[int]], editions: int) -> BoolArray:
    """(g, e) of the first e documents."""
    table = np.zeros((len(holders), editions), dtype=np.bool_)
    for row, documents in enumerate(holders.values()):
        table[row, [document for document in documents if document < editions]] = True
    return table


def _phrases(speeches: Speeches, min_length_chars: int) -> tuple[tuple[Side, ...], ...]:
    """The phrases of every document from end to end, without the publisher's notes below."""
    rows: list[tuple[Side, ...]] = []
    for document, (segments, stops, last) in enumerate(
        zip(speeches.segments, speeches.stops, furniture_starts(speeches.strings), strict=True)
    ):
        cuts = [0, *(np.flatnonzero(stops[1:-1]) + 1).tolist(), len(segments)] if len(segments) else []
        rows.append(
            tuple(
                (document, a, b)
                for a, b in pairwise(cuts)
                if b <= last and int(segments.ends[b - 1]) - int(segments.starts[a]) >= min_length_chars
            )
        )
    return tuple(rows)


def _groups(speeches: Speeches, min_length_chars: int) -> dict[str, int]:
    wordings = collect(speeches, (), min_length_chars=min_length_chars)
    scored = resemblances(wordings, speeches)
    gathered = gather(wordings.keys, zip(*(column.tolist() for column in scored), strict=True), ())
    return {wordings.keys[member]: leader for leader, members in gathered.items() for member in members}


def _formula(series: _Series, side: Side) -> int | str:
    key = series.key(side)
    return series.group.get(key, key)  # phrases too long to be a family's stand for themselves


def _holders(series: _Series) -> dict[int | str, list[int]]:
    """Documents of each formula, in order of time."""
    found: defaultdict[int | str, list[int]] = defaultdict(list)
    for document, phrases in enumerate(series.phrases):
        for formula in dict.fromkeys(_formula(series, side) for side in phrases):
            found[formula].append(document)
    return dict(found)


def _own(series: _Series) -> tuple[list[_Row], set[int | str]]:
    """The speech's phrases with what became of them, and the formulas that they take up."""
    by_key: defaultdict[str, list[Side]] = defaultdict(list)
    by_formula: defaultdict[int | str, list[Side]] = defaultdict(list)
    for phrases in series.phrases[:-1]:
        for side in phrases:
            by_key[series.key(side)].append(side)
            by_formula[_formula(series, side)].append(side)
    recent = [side for document in series.recent for side in series.phrases[document]]
    rows: list[_Row] = []
    used: set[int | str] = set()
    for side in series.phrases[series.target]:
        formula = _formula(series, side)
        kind, beside, similarity = _judged(series, side, by_key[series.key(side)], by_formula[formula])
        if kind == "new" and (found := _nearest(series, side, recent)) is not None and found[1] >= _ALIKE:
            kind, (beside, similarity) = "reworded", found
        used.add(formula)
        if beside is not None:
            used.add(_formula(series, beside))
        rows.append((side, kind, beside, similarity))
    return rows, used


def _judged(series: _Series, side: Side, same: Sequence[Side], alike: Sequence[Side]) -> tuple[str, Side | None, float]:
    """What became of a phrase, by those of equal key and by those of its formula, both in order of time."""
    first = series.recent.start
    if same and same[-1][0] >= first:
        surface = series.surface(side)
        exact = [other for other in same if other[0] >= first and series.surface(other) == surface]
        return ("kept", exact[-1], 1.0) if exact else ("figures", same[-1], 1.0)
    if alike and alike[-1][0] >= first:
        beside, similarity = _nearest(series, side, [other for other in alike if other[0] >= first]) or (None, 0.0)
        return "reworded", beside, similarity
    older = same or alike
    if older:
        beside, similarity = _nearest(series, side, older[-1:]) or (None, 0.0)
        return "returned", beside, similarity
    return "new", None, 0.0


def _nearest(series: _Series, side: Side, others: Sequence[Side]) -> tuple[Side, float] | None:
    """The most similar of the others; of equals the latest."""
    backwards = others[::-1]
    found = most_similar(series.key(side), [series.key(other) for other in backwards])
    return (backwards[found[0]], found[1]) if found is not None else None


def _gone(series: _Series, holders: Mapping[int | str, list[int]], used: set[int | str]) -> Iterator[Side]:
    """One phrase for each formula of the latest edition, or of half of the last ones, that the speech lacks."""
    seen = set(used)
    for document in reversed(series.recent):
        for side in series.phrases[document]:
            formula = _formula(series, side)
            if formula in seen:
                continue
            seen.add(formula)
            if series.key(side) in series.speeches.strings[series.target]:
                continue  # it stands inside a longer phrase
            held = sum(holder in series.recent for holder in holders[formula])
            if document == series.recent[-1] or held * _HALF >= len(series.recent):
                yield side


def _stock(speeches: Speeches, sides: Sequence[Side], background: BackgroundModel) -> dict[Side, float]:
    """How common each phrase is elsewhere."""
    found: dict[Side, float] = {}
    by_document: defaultdict[int, list[Side]] = defaultdict(list)
    for side in sides:
        by_document[side[0]].append(side)
    for document, own in by_document.items():
        values = background.stock_many(speeches.segments[document], [side[1:] for side in own])
        found.update(zip(own, map(float, values), strict=True))
    return found


def _item(
    series: _Series,
    side: Side,
    kind: str,
    beside: Side | None,
    similarity: float,
    *,
    ahead: Expectation,
    row: int,
    stock: float,
) -> EditionItem:
    place = series.locus(side)
    return EditionItem(
        kind=kind,
        text=series.speeches.segments[side[0]].document.text[place.start : place.end],
        place=place,
        earlier=series.locus(beside) if beside is not None else None,
        similarity=similarity,
        editions=int(ahead.held[row]),
        of=len(series.recent),
        since=_since(series, int(ahead.run[row])),
        bits=series.speeches.bits(*side),
        stock=stock,
    )


def _since(series: _Series, run: int) -> str | None:
    return series.date(series.target - run) if run else None


def _missing(series: _Series, item: EditionItem, side: Side, ahead: Expectation, row: int) -> MissingFormula:
    own = series.phrases[series.target]
    nearest = nearest_wording(series.key(side), [series.key(other) for other in own], series.speeches)
    expected = float(ahead.expected[row])
    return MissingFormula(
        text=item.text,
        place=item.place,
        editions=item.editions,
        of=item.of,
        run=int(ahead.run[row]),
        since=item.since,
        expected=expected,
        cases=int(ahead.cases[row]),
        surprise=surprise(expected),
        nearest=series.locus(own[nearest[0]]) if nearest else None,
        similarity=nearest[1] if nearest else 0.0,
        bits=item.bits,
        stock=item.stock,
    )
