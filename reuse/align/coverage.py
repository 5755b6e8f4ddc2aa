"""How much of a document is shared: ledgers of documents and shares of pairs, every character counted once.

Enters: documents and alignments. Leaves: counts of characters that are no blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.align.code_points import blanks
from reuse.model import Alignment, IndexArray, Ledger, Locus, SmallArray, Span

__all__ = ["STOCK_FROM", "Coverage", "is_stock", "union"]

STOCK_FROM = 0.5  # the contract: a wording this common or more counts as stock
_OWN, _STOCK, _REWORDED, _VERBATIM = range(4)


def is_stock(alignment: Alignment) -> bool:
    """Whether the agreeing wording is common in the background."""
    return alignment.stock >= STOCK_FROM


@dataclass(frozen=True, slots=True, eq=False)
class Coverage:
    """One document's characters: which are no blanks, and the strongest class seen of each."""

    ink: IndexArray  # (characters+1,) running count of characters that are no blanks
    classes: SmallArray  # (characters,) filled by `paint`

    @classmethod
    def of(cls, text: str) -> Coverage:
        """Coverage of a text in which nothing is shared yet. Cost: linear."""
        ink = np.concatenate([[0], np.cumsum(~blanks(text))]).astype(np.int32)
        return cls(ink, np.zeros(len(text), dtype=np.int8))

    def fresh(self) -> Coverage:
        """The same document with nothing shared yet."""
        return Coverage(self.ink, np.zeros_like(self.classes))

    @property
    def characters(self) -> int:
        """Characters that are no blanks."""
        return int(self.ink[-1])

    def paint(self, alignment: Alignment, locus: Locus, *, target_side: bool) -> None:
        """Mark one alignment's place; where classes meet, the stronger stays."""
        place = self.classes[locus.start : locus.end]
        if is_stock(alignment):
            np.maximum(place, _STOCK, out=place)
            return
        np.maximum(place, _REWORDED, out=place)
        for tag, s0, s1, t0, t1 in alignment.opcodes:
            if tag == "equal":
                start, end = (t0, t1) if target_side else (s0, s1)
                place[start:end] = _VERBATIM

    def share(self, loci: Iterable[Locus]) -> float:
        """0..1 of the characters inside any of the places."""
        spans = union([(locus.start, locus.end) for locus in loci])
        covered = sum(int(self.ink[end] - self.ink[start]) for start, end in spans)
        return round(covered / self.characters, 6) if self.characters else 0.0

    def ledger(self) -> Ledger:
        """Characters by strongest class; the four add up to `characters`."""
        visible: npt.NDArray[np.bool_] = np.diff(self.ink) > 0
        own, stock, reworded, verbatim = np.bincount(self.classes[visible], minlength=4).tolist()
        return Ledger(verbatim=verbatim, reworded=reworded, stock=stock, own=own)


def union(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, with those joined that overlap or touch."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
