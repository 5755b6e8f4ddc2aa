"""What a body of documents covers in time, since first, last and missing hold for it alone.

Enters: documents. Leaves: a `Coverage`. Serves everything that speaks of history.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reuse.model import Coverage, Document

__all__ = ["coverage"]


def coverage(documents: Sequence[Document]) -> Coverage:
    """Count, bounds and the years without a document between them. Dates are ISO 8601 of any precision. Linear."""
    dates = sorted(document.date for document in documents if document.date)
    years = sorted({int(date[:4]) for date in dates})
    gaps = [(a + 1, b - 1) for a, b in pairwise(years) if b - a > 1]
    return Coverage(
        documents=len(documents),
        undated=len(documents) - len(dates),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        gaps=tuple(f"{a:04}" if a == b else f"{a:04}–{b:04}" for a, b in gaps),
    )
