"""How common wordings are, asked once for each place however many pairs it is in.

Enters: a background. Leaves: the same answers from memory, where a place was asked for before: a formula of fifty
documents stands in a hundred alignments.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from reuse.align.alignments import StockModel
from reuse.model import Segments, Span

__all__ = ["RememberedStock"]


@dataclass(frozen=True, slots=True)
class RememberedStock:
    """A `StockModel` with a memory for the documents of one comparison."""

    background: StockModel
    known: dict[str, dict[Span, float]] = field(default_factory=dict)  # by document id

    def stock_many(self, segments: Segments, spans: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """(n,) 0..1 for (n, 2) unit spans; each different place is looked up once."""
        known = self.known.setdefault(segments.document.id, {})
        asked: list[Span] = [(first, last) for first, last in spans.tolist()]
        missing = sorted(set(asked).difference(known))
        if missing:
            fresh = self.background.stock_many(segments, np.array(missing, dtype=np.int32))
            known.update(zip(missing, fresh.tolist(), strict=True))
        return np.array([known[span] for span in asked])
