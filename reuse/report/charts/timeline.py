"""The timeline: when a formula is used, and in which wording.

Enters: views of documents and families. Leaves: a figure with one row per family; `customdata` is [family, document].
Undated speeches have a column of their own; nobody's date is guessed.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from typing import NamedTuple

from reuse.report.charts.plot import SERIF, Figure, axis, layout, literal, thinned
from reuse.report.view_documents import SERIES_MARKS, DocumentView
from reuse.report.view_families import FamilyView, UseView

__all__ = ["timeline"]

MAX_LETTERED_DOCUMENTS = 30  # with more dates than that letters touch, and signs shrink
ROW_PIXELS = 32
SYMBOLS = ("circle", "diamond", "triangle-up", "square", "star", "pentagon")  # what SERIES_MARKS draw


def timeline(families: Sequence[FamilyView], documents: Sequence[DocumentView], rows: Sequence[int]) -> Figure:
    """The families of `rows` (indices), top to bottom in that order."""
    times = [_year(document.date) for document in documents]
    dated = sorted(time for time in times if time is not None)
    first, last = (dated[0], dated[-1]) if dated else (0.0, 0.0)
    undated_at = first - max(0.6, (last - first) * 0.08)
    points = []
    for row, family in enumerate(rows):
        for use in families[family].uses:
            time = times[use.document]
            points.append((undated_at if time is None else time, row, family, use))
    names = [literal(families[family].label) for family in rows]
    roomy = len(dated) <= MAX_LETTERED_DOCUMENTS
    looks = [_look(families[point[2]], point[3]) for point in points]
    return {
        "data": [
            _lanes(points),
            {
                "type": "scatter",
                "mode": "markers+text" if roomy else "markers",
                "x": [point[0] for point in points],
                "y": [point[1] for point in points],
                "text": [_wording(point[3].letters) for point in points],
                "customdata": [[point[2], point[3].document] for point in points],
                "marker": {
                    "size": 20 if roomy else 11,
                    "symbol": [_symbol(documents[point[3].document]) for point in points],
                    "color": [look.fill for look in looks],
                    "line": {
                        "width": 1.5,
                        "color": [look.line for look in looks],
                    },
                    "opacity": 1,
                },
                "textfont": {"color": [look.text for look in looks], "size": 11},
                "hoverinfo": "none",
            },
        ],
        "layout": layout(
            height=len(rows) * ROW_PIXELS + 60,
            xaxis=axis(side="top", **_years(dated, undated_at, with_undated=None in times)),
            yaxis=axis(
                range=[len(rows) - 0.4, -0.6],
                tickmode="array",
                tickvals=list(range(len(rows))),
                ticktext=names,
                showgrid=False,
                automargin=True,
                tickfont={"family": SERIF, "size": 14, "color": "var(--ink)"},
            ),
            margin={"l": 60, "r": 24, "t": 40, "b": 8},
        ),
    }


def _lanes(points: Sequence[tuple[float, int, int, object]]) -> Figure:
    """A line per row from its first use to its last."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row in sorted({point[1] for point in points}):
        here = [point[0] for point in points if point[1] == row]
        x += [min(here), max(here), None]
        y += [row, row, None]
    line = {"color": "var(--rule2)", "width": 2}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _wording(letters: str) -> str:
    """One letter fits into a sign; a plus says that there are more."""
    return letters if len(letters) == 1 else letters[0] + "+"


class _Look(NamedTuple):
    fill: str
    line: str
    text: str


def _look(family: FamilyView, use: UseView) -> _Look:
    """The first wording filled, the second tinted, all others hollow; grey where stock."""
    line, tint = ("var(--kt)", "var(--tt)") if family.is_stock else ("var(--kv)", "var(--tv)")
    if use.letters.startswith("a"):
        return _Look(line, line, "var(--on-k)")
    return _Look(tint if use.letters.startswith("b") else "var(--card)", line, "var(--ink)")


def _symbol(document: DocumentView) -> str:
    return SYMBOLS[SERIES_MARKS.index(document.mark)] if document.mark else "circle"


def _year(date: str | None) -> float | None:
    """A date as a decimal year; one without month or day stands at the start of what it names."""
    if not date:
        return None
    parts = [int(part) for part in date.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    days = sum(calendar.monthrange(year, m)[1] for m in range(1, month)) + day - 1
    return round(year + days / 366, 4)


def _years(dated: Sequence[float], undated_at: float, *, with_undated: bool) -> Figure:
    years = sorted({int(time) for time in dated})
    kept = thinned([float(year) for year in years], least=(years[-1] - years[0]) / 14) if years else []
    values: list[float] = [float(years[i]) for i in kept]
    names = [str(years[i]) for i in kept]
    if with_undated:
        values.insert(0, undated_at)
        names.insert(0, "t:undated")
    low = undated_at if with_undated else (dated[0] if dated else undated_at)
    high = dated[-1] if dated else undated_at
    margin = max(0.3, (high - low) * 0.04)
    return {"range": [low - margin, high + margin], "tickmode": "array", "tickvals": values, "ticktext": names}
