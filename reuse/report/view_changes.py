"""View records of wordings that the time decides: what was said before, what is said since.

Enters: `Result` and `Places`. Leaves: one `ChangeView` per change, strongest first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.model import WordingChange
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.view_families import PlaceView, language_of, place_views

__all__ = ["ChangeView", "DatedView", "change_views"]

_GAP = re.compile(r"〔\d*〕")


@dataclass(frozen=True, slots=True)
class DatedView:
    """One of the wordings, with its time."""

    text: str
    documents: str
    first: str
    last: str
    held: tuple[tuple[int, int], ...]  # by period of the change: documents that hold it, documents of the period
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One formula whose wording moved."""

    name: str  # "Z01"
    frame: tuple[str, ...]  # what stays, cut where the wordings differ
    lang: str
    family: int | None  # index into PageView.families
    documents: str
    settled: str  # "0.83": of the uncertainty about the wording, what the time takes away
    p: str  # "0.001"
    periods: tuple[str, ...]
    wordings: tuple[DatedView, ...]


def change_views(
    shown: Sequence[WordingChange],
    index: Mapping[str, int],
    places: Mapping[str, Places],
    *,
    families: Mapping[str, int],
    languages: Mapping[str, str],
) -> tuple[ChangeView, ...]:
    """One view for each of `shown`; `index` numbers the documents. Linear in their occurrences."""
    return tuple(
        _change(change, f"Z{number:02d}", index, places, families=families, languages=languages)
        for number, change in enumerate(shown, start=1)
    )


def _change(
    change: WordingChange,
    name: str,
    index: Mapping[str, int],
    places: Mapping[str, Places],
    *,
    families: Mapping[str, int],
    languages: Mapping[str, str],
) -> ChangeView:
    of = {period.period: period.of for wording in change.wordings for period in wording.history}
    periods = tuple(sorted(of))
    return ChangeView(
        name=name,
        frame=_frame(change.frame),
        lang=language_of((locus for wording in change.wordings for locus in wording.occurrences), languages),
        family=families.get(change.family or ""),
        documents=count(change.documents),
        settled=f"{change.settled:.2f}",
        p=f"{change.p:.3f}" if change.p >= 0.001 else "< 0.001",
        periods=periods,
        wordings=tuple(
            DatedView(
                text=wording.text,
                documents=count(wording.documents),
                first=wording.first,
                last=wording.last,
                held=tuple(
                    (next((one.documents for one in wording.history if one.period == period), 0), of[period])
                    for period in periods
                ),
                places=place_views(wording.occurrences, index, places),
            )
            for wording in change.wordings
        ),
    )


def _frame(frame: str) -> tuple[str, ...]:
    """A frame cut at its gaps, numbered or not: of a family it is the template. 〔N〕 is a figure and stays."""
    return tuple(_GAP.split(frame))
