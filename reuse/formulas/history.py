"""When a family was used: periods, first and last dates.

Enters: which documents hold a family. Leaves: `Period`s. Serves `families`. A period is a year; documents without a
date stand in one of their own at the end. All of it speaks of these documents only, not of the language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reuse.model import Document, Period

__all__ = ["Calendar"]

_UNDATED = "undated"


class Calendar:
    """The years of all documents, counted once."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._years = [document.date[:4] if document.date else _UNDATED for document in documents]
        self._dates = [document.date for document in documents]
        self._of = Counter(self._years)

    def history(self, holders: Iterable[int]) -> tuple[Period, ...]:
        """Periods in which one of `holders` (places of documents, without repetition) stands, in order of time."""
        counts = Counter(self._years[holder] for holder in holders)
        order = sorted(counts, key=lambda year: (year == _UNDATED, year))
        return tuple(Period(year, counts[year], self._of[year]) for year in order)

    def years(self, holders: Iterable[int]) -> tuple[tuple[str, int], ...]:
        """How many of `holders` (without repetition) each year has, earliest first; undated ones left out."""
        counts = Counter(self._years[holder] for holder in holders)
        return tuple(sorted((year, n) for year, n in counts.items() if year != _UNDATED))

    def bounds(self, holders: Iterable[int]) -> tuple[str | None, str | None]:
        """Earliest and latest date among the holders; None where none is dated. ISO dates of any precision."""
        dates = sorted(date for holder in holders if (date := self._dates[holder]))
        return (dates[0], dates[-1]) if dates else (None, None)
