"""How much of a document is shared: ledgers of documents and shares of pairs, every character counted once.

Enters: documents and alignments. Leaves: counts of characters that are no blanks. An alignment goes from word to word;
what stands between words belongs to nobody by itself: it goes with the words on either side of it, so that of a text
all of whose words are shared all is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.align.code_points import blanks
from reuse.model import Alignment, BoolArray, IndexArray, Ledger, Locus, Segments, SmallArray, Span

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
    words: IndexArray  # (characters+1,) running count of characters inside units
    classes: SmallArray  # (characters,) filled by `paint`

    @classmethod
    def of(cls, segments: Segments) -> Coverage:
        """Coverage of a document in which nothing is shared yet. Cost: linear."""
        text = segments.document.text
        steps = np.zeros(len(text) + 1, dtype=np.int32)
        steps[segments.starts] += 1
        steps[segments.ends] -= 1
        return cls(_running(~blanks(text)), _running(np.cumsum(steps[:-1]) > 0), np.zeros(len(text), dtype=np.int8))

    def fresh(self) -> Coverage:
        """The same document with nothing shared yet."""
        return Coverage(self.ink, self.words, np.zeros_like(self.classes))

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
        if alignment.kind == "verbatim":  # in another script or width, too: the wording is the same
            place[:] = _VERBATIM
            return
        np.maximum(place, _REWORDED, out=place)
        for tag, s0, s1, t0, t1 in alignment.opcodes:
            if tag == "equal":
                start, end = (t0, t1) if target_side else (s0, s1)
                place[start:end] = _VERBATIM

    def share(self, loci: Iterable[Locus]) -> float:
        """0..1 of the characters inside any of the places, or beside them with no word between."""
        spans = union([(locus.start, locus.end) for locus in loci])
        if not spans or not self.characters:
            return 0.0
        ends, starts = np.array([(0, 0), *spans, (len(self.classes),) * 2]).T[::-1]
        gaps = ends[:-1], starts[1:]
        missing = np.where(self.words[gaps[1]] > self.words[gaps[0]], self.ink[gaps[1]] - self.ink[gaps[0]], 0)
        return round(1 - int(missing.sum()) / self.characters, 6)

    def ledger(self) -> Ledger:
        """Characters by strongest class; the four add up to `characters`."""
        visible: npt.NDArray[np.bool_] = np.diff(self.ink) > 0
        own, stock, reworded, verbatim = np.bincount(self._filled()[visible], minlength=4).tolist()
        return Ledger(verbatim=verbatim, reworded=reworded, stock=stock, own=own)

    def _filled(self) -> SmallArray:
        """`classes`, with what no alignment holds between words in the weaker class of the words on either side."""
        word = np.flatnonzero(np.diff(self.words) > 0)
        if not len(word):
            return self.classes
        apart = np.flatnonzero((np.diff(self.words) == 0) & (self.classes == _OWN))
        behind = np.searchsorted(word, apart)
        after = self.classes[word[np.minimum(behind, len(word) - 1)]]
        before = self.classes[word[np.maximum(behind - 1, 0)]]
        filled = self.classes.copy()
        filled[apart] = np.minimum(before, after)
        return filled


def _running(counted: BoolArray) -> IndexArray:
    return np.concatenate([[0], np.cumsum(counted)]).astype(np.int32)


def union(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, with those joined that overlap or touch."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
