"""Time cut into periods that hold enough documents to be compared.

Enters: the dates of documents. Leaves: `Timeline`: the period of each document, and the names of the periods.
Serves `changes`. A step of months or years is chosen from a fixed row, the finest that leaves three documents a period
on average and no more than sixteen periods: 57 reports of 72 years get steps of five years, 87 speeches of five years
steps of half a year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reuse.model import IndexArray, Period

__all__ = ["UNDATED", "Timeline", "timeline"]

UNDATED = -1
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)  # months
_MOST_PERIODS = 16
_DOCUMENTS_A_PERIOD = 3
_YEAR = 12


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """d documents in t periods, empty ones left out."""

    months: int  # length of a period
    names: tuple[str, ...]  # t: "1999–2003", "2014", "2014-01–2014-06"
    of_document: IndexArray  # (d,) period of each document; `UNDATED` without date

    @property
    def sizes(self) -> list[int]:
        """Documents of each period."""
        counts: list[int] = np.bincount(self.of_document[self.of_document >= 0], minlength=len(self.names)).tolist()
        return counts

    def history(self, documents: Sequence[int]) -> tuple[Period, ...]:
        """Periods in which one of these documents (without repetition) stands, with how many of how many."""
        sizes, held = self.sizes, self.of_document[list(documents)]
        return tuple(
            Period(name, n, sizes[i]) for i, name in enumerate(self.names) if (n := int(np.count_nonzero(held == i)))
        )


def timeline(dates: Sequence[str | None]) -> Timeline:
    """Choose the step and deal the documents out. Dates are ISO 8601 of any precision; a bare year is its January."""
    months = np.array([_month(date) if date else UNDATED for date in dates], dtype=np.int64)
    dated = months[months != UNDATED]
    if not len(dated):
        return Timeline(_STEPS[0], (), np.full(len(months), UNDATED, dtype=np.int32))
    coarse = any(date and len(date) == len("2023") for date in dates)  # a bare year knows no months
    steps = [step for step in _STEPS if step >= _YEAR or not coarse]
    origin = int(dated.min())
    most = max(2, min(_MOST_PERIODS, len(dated) // _DOCUMENTS_A_PERIOD))
    fitting = (step for step in steps if int(dated.max()) // step - origin // step + 1 <= most)
    step = next(fitting, steps[-1])
    start = origin - origin % min(step, _YEAR)  # periods of years start with the first one, of months with January
    numbers = (months - start) // step
    present = np.unique(numbers[months != UNDATED])
    dealt = np.where(months == UNDATED, UNDATED, np.searchsorted(present, numbers)).astype(np.int32)
    latest = int(dated.max())
    return Timeline(step, tuple(_name(start + int(n) * step, step, latest) for n in present), dealt)


def _month(date: str) -> int:
    year, month = (*date.split("-"), "1")[:2]
    return int(year) * _YEAR + int(month) - 1


def _name(start: int, step: int, latest: int) -> str:
    """The years or months of a period; no year behind the latest speech."""
    if step < _YEAR:
        first, last = (f"{month // _YEAR:04}-{month % _YEAR + 1:02}" for month in (start, start + step - 1))
    else:
        first, last = (f"{month // _YEAR:04}" for month in (start, min(start + step - 1, latest)))
    return first if first == last else f"{first}–{last}"
