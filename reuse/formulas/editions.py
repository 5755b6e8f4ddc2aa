"""A speech against the editions of its series before it: what is kept, reworded, new, dropped, and missing.

Enters: Segments of the speech and of earlier editions. Leaves: `EditionItem`s and `MissingFormula`s. Data flow:
series -> what each phrase is laid beside -> standing in the series -> items. A series is whatever the caller gives:
reports of one office, addresses of one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reuse.formulas.nearest import most_similar, nearest_wording
from reuse.formulas.pieces import Side
from reuse.formulas.series import Series, laid, table
from reuse.formulas.speeches import BackgroundModel, Speeches
from reuse.formulas.standing import Expectation, expectations, surprise
from reuse.formulas.surfaces import surface_of_all
from reuse.model import EditionItem, Locus, MissingFormula, Segments
from reuse.params import HistoryParams

__all__ = ["EditionOutcome", "compare_editions"]

_ALIKE = 0.6  # edit similarity from which a phrase that joined no family is a rewording all the same
_RESTATED = 0.75  # edit similarity from which two phrases that state a figure state the same one's change
_LEAST_EDITIONS = 3  # of fewer, all formulas of all editions would be expected, by rule and no experience
_HALF = 2  # a formula in half of the last editions counts as dropped even where the latest one lacked it already


@dataclass(frozen=True, slots=True)
class EditionOutcome:
    """What the stage found."""

    items: tuple[EditionItem, ...]  # of the speech in order, then dropped ones in the order of the latest edition
    missing: tuple[MissingFormula, ...]  # most surprising first
    notes: tuple[str, ...] = ()  # what could not be said, and why


@dataclass(frozen=True, slots=True)
class _Before:
    """The phrases of the editions before, in order of time, by what they are known by."""

    keys: Mapping[str, Sequence[Side]]
    bare: Mapping[tuple[str, ...], Sequence[Side]]  # of those that state a figure
    formulas: Mapping[int | str, Sequence[Side]]
    recent: Sequence[Side]  # of the last editions


_Row = tuple[Side, str, Side | None, float]  # a phrase, its kind, what it is laid beside, how similar that is


def compare_editions(
    segments: Segments, earlier: Sequence[Segments], *, background: BackgroundModel, params: HistoryParams
) -> EditionOutcome:
    """Lay a speech beside the `params.last_editions` last of `earlier`, which stand in order of time, earliest first.

    The whole of `earlier` says how lasting formulas of the series are. Phrases shorter than `params.min_length_chars`
    are left out. Nothing earlier, nothing found. Cost: that of grouping all phrases, 8 s for 56 reports.
    """
    if not earlier:
        return EditionOutcome((), ())
    recent = range(max(0, len(earlier) - params.last_editions), len(earlier))
    series = laid([*earlier, segments], recent, background, params)
    holders = series.holders()
    ahead = expectations(table(holders, len(earlier)), last=len(series.recent))
    row_of = {formula: row for row, formula in enumerate(holders)}
    before = _before(series)
    own, used = _own(series, before)
    gone = [(side, "dropped", None, 0.0) for side in _gone(series, holders, used)]
    stock = _stock(series.speeches, [side for side, *_ in (*own, *gone)], background)
    found = [
        (
            _item(
                series,
                *row,
                before=before,
                ahead=ahead,
                row=row_of[series.formula(row[2] or row[0])],
                stock=stock[row[0]],
            ),
            row[0],
        )
        for row in (*own, *gone)
    ]
    dropped = [(item, side, row_of[series.formula(side)]) for item, side in found[len(own) :]]
    return EditionOutcome(
        items=tuple(item for item, _ in found),
        missing=_all_missing(series, dropped, ahead, params) if len(earlier) >= _LEAST_EDITIONS else (),
        notes=() if len(earlier) >= _LEAST_EDITIONS else (_too_few(len(earlier)),),
    )


def _too_few(editions: int) -> str:
    """Why nothing is missing."""
    return (
        f"No formula is listed as missing: the series has {editions} earlier edition{'s' if editions > 1 else ''}, and "
        f"fewer than {_LEAST_EDITIONS} do not tell which formulas one had to expect."
    )


def _all_missing(
    series: Series, dropped: Sequence[tuple[EditionItem, Side, int]], ahead: Expectation, params: HistoryParams
) -> tuple[MissingFormula, ...]:
    """Those of the dropped that one had to expect; without any case before, what stood in all the last editions."""
    found = [
        _missing(series, item, side, ahead, row)
        for item, side, row in dropped
        if ahead.expected[row] >= params.min_expected and (ahead.cases[row] or item.editions == item.of)
    ]
    return tuple(sorted(found, key=lambda row: (-row.expected, -row.run, -row.bits, row.place.start)))


def _own(series: Series, before: _Before) -> tuple[list[_Row], set[int | str]]:
    """The speech's phrases with what became of them, and the formulas that they take up."""
    rows: list[_Row] = []
    used: set[int | str] = set()
    for side in series.phrases[series.target]:
        kind, beside, similarity = _judged(series, side, before)
        if kind == "new" and (found := _nearest(series, side, before.recent)) is not None and found[1] >= _ALIKE:
            kind, (beside, similarity) = "reworded", found
        used.add(series.formula(side))
        if beside is not None:
            used.add(series.formula(beside))
        rows.append((side, kind, beside, similarity))
    return rows, used


def _before(series: Series) -> _Before:
    keys: defaultdict[str, list[Side]] = defaultdict(list)
    without: defaultdict[tuple[str, ...], list[Side]] = defaultdict(list)
    formulas: defaultdict[int | str, list[Side]] = defaultdict(list)
    for phrases in series.phrases[:-1]:
        for side in phrases:
            keys[series.key(side)].append(side)
            formulas[series.formula(side)].append(side)
            if (bare := series.bare(side)) is not None:
                without[bare].append(side)
    recent = [side for document in series.recent for side in series.phrases[document]]
    return _Before(dict(keys), dict(without), dict(formulas), recent)


def _judged(series: Series, side: Side, before: _Before) -> tuple[str, Side | None, float]:
    """What became of a phrase, by those of equal units, then but for figures, then by those of its formula."""
    first = series.recent.start
    same = before.keys.get(series.key(side), ())
    bare = series.bare(side)
    figured = before.bare.get(bare, ()) if bare is not None else ()
    alike = before.formulas.get(series.formula(side), ())
    if same and same[-1][0] >= first:
        wording = series.wording(side)
        exact = [other for other in same if other[0] >= first and series.wording(other) == wording]
        return ("kept", exact[-1], 1.0) if exact else ("figures", same[-1], 1.0)
    if figured and figured[-1][0] >= first:
        beside, similarity = _nearest(series, side, figured[-1:]) or (None, 0.0)
        return "figures", beside, similarity
    if alike and alike[-1][0] >= first:
        beside, similarity = _nearest(series, side, [other for other in alike if other[0] >= first]) or (None, 0.0)
        return "reworded", beside, similarity
    older = same or figured or alike
    if older:
        beside, similarity = _nearest(series, side, older[-1:]) or (None, 0.0)
        return "returned", beside, similarity
    return "new", None, 0.0


def _nearest(series: Series, side: Side, others: Sequence[Side]) -> tuple[Side, float] | None:
    """The most similar of the others; of equals the latest."""
    backwards = others[::-1]
    found = most_similar(series.key(side), [series.key(other) for other in backwards])
    return (backwards[found[0]], found[1]) if found is not None else None


def _gone(series: Series, holders: Mapping[int | str, list[int]], used: set[int | str]) -> Iterator[Side]:
    """One phrase for each formula of the latest edition, or of half of the last ones, that the speech lacks."""
    seen = set(used)
    figured = [series.key(side) for side in series.phrases[series.target] if series.bare(side) is not None]
    for document in reversed(series.recent):
        for side in series.phrases[document]:
            formula = series.formula(side)
            if formula in seen:
                continue
            seen.add(formula)
            if series.key(side) in series.speeches.strings[series.target]:
                continue  # it stands inside a longer phrase
            if series.bare(side) is not None and (most_similar(series.key(side), figured) or (0, 0.0))[1] >= _RESTATED:
                continue  # its figure is stated, in a phrase that took up another formula
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
    series: Series,
    side: Side,
    kind: str,
    beside: Side | None,
    similarity: float,
    *,
    before: _Before,
    ahead: Expectation,
    row: int,
    stock: float,
) -> EditionItem:
    place = series.locus(side)
    held = int(ahead.held[row])
    return EditionItem(
        kind=kind,
        text=_text_of_gone(series, before, side, held) if kind == "dropped" else _text(series, place, side),
        place=place,
        earlier=series.locus(beside) if beside is not None else None,
        similarity=similarity,
        editions=held,
        of=len(series.recent),
        since=_since(series, int(ahead.run[row])),
        bits=series.speeches.bits(*side),
        stock=stock,
    )


def _text(series: Series, place: Locus, side: Side) -> str:
    return series.speeches.segments[side[0]].document.text[place.start : place.end]


def _text_of_gone(series: Series, before: _Before, side: Side, held: int) -> str:
    """A formula that is gone; where several editions hold it, without the figures of one of them."""
    others = [other for other in before.keys[series.key(side)] if other[0] in series.recent and other != side]
    places = [side, *reversed(others)]
    return surface_of_all(places, series.speeches.segments, least=min(held, _HALF))


def _since(series: Series, run: int) -> str | None:
    return series.date(series.target - run) if run else None


def _missing(series: Series, item: EditionItem, side: Side, ahead: Expectation, row: int) -> MissingFormula:
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
