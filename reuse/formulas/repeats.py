"""Closed repeats: the strings that several documents share and that no longer string explains.

Enters: Segments of many documents. Leaves: `Repeats`, columns of what recurs and where; borders, ranking and families
are later steps. Definition: df(x) is the number of documents that hold x; x never crosses a sentence end, a line break
or a document's end, but crosses commas. ext(x) is the largest df of x with one unit more, on the left or the right.
x is closed if and only if min_length <= |x| < max_length, df(x) >= min_documents and ext(x) < theta * df(x).
One unit more is enough to test, because df can only fall as a string grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

import numpy as np

from reuse.errors import ParameterError
from reuse.formulas.levels import Level, LongArray, levels
from reuse.formulas.suffixes import available, intervals
from reuse.formulas.symbols import Corpus, concatenate
from reuse.model import IndexArray, Segments

__all__ = ["Engine", "Repeats", "find_repeats"]

Engine = Literal["auto", "levels", "suffixes"]


@dataclass(frozen=True, slots=True, eq=False)
class Repeats:
    """r closed repeats with o occurrences in all, in the order of their first occurrence, shorter ones first."""

    documents: IndexArray  # (r,) index of the first document that holds it, in the order given
    starts: IndexArray  # (r,) unit where it first occurs there
    lengths: IndexArray  # (r,) units
    df: IndexArray  # (r,) documents that hold it
    occurrences: IndexArray  # (r,) places where it stands; they may overlap
    offsets: LongArray  # (r+1,) repeat i has the places offsets[i]:offsets[i+1] of the two columns below
    place_documents: IndexArray  # (o,) index of the document; ascending inside a repeat
    place_starts: IndexArray  # (o,) unit; ascending inside a document

    def __len__(self) -> int:
        return len(self.df)

    def places(self, i: int) -> tuple[IndexArray, IndexArray]:
        """Document indices and start units of repeat `i`."""
        span = slice(int(self.offsets[i]), int(self.offsets[i + 1]))
        return self.place_documents[span], self.place_starts[span]

    def units(self, i: int, segments: Sequence[Segments]) -> tuple[str, ...]:
        """The keys of repeat `i`; `segments` are those it was found in."""
        start = int(self.starts[i])
        return segments[int(self.documents[i])].units[start : start + int(self.lengths[i])]


def find_repeats(
    segments: Sequence[Segments],
    *,
    min_length: int,
    max_length: int = 64,
    min_documents: int = 2,
    theta: float = 0.9,
    engine: Engine = "auto",
    dense: IndexArray | None = None,
) -> Repeats:
    """Find the closed repeats of a corpus.

    Lengths count units, `max_length` itself excluded. `theta` (above 0, at most 1) is taken as the decimal fraction it
    is written as, so that 9 of 10 documents are exactly nine tenths. Raises ParameterError that names every setting
    out of range. The order of the documents decides the order of the rows and nothing else.
    `dense` as in `concatenate`. `engine` changes nothing but the time: "suffixes" is faster, above all on near-copies,
    and taken where it can run.
    Cost: see `levels` and `suffixes`; two million characters of speeches take one to two seconds.
    """
    _check(min_length=min_length, max_length=max_length, min_documents=min_documents, theta=theta)
    corpus = concatenate(segments, dense)
    ratio = Fraction(str(theta))
    if engine == "suffixes" or (engine == "auto" and available()):
        found = intervals(corpus, shortest=min_length, longest=max_length - 1, fewest=min_documents, ratio=ratio)
        return _rows(corpus, found.lengths, found.positions, np.diff(found.offsets))
    return _rows(corpus, *_by_levels(corpus, min_length, max_length, min_documents, ratio))


def _by_levels(
    corpus: Corpus, min_length: int, max_length: int, min_documents: int, ratio: Fraction
) -> tuple[IndexArray, IndexArray, LongArray]:
    """Lengths, positions and sizes of the closed groups of all levels."""
    # An extension below theta * min_documents never explains a string that is kept: it need not be counted.
    floor = -(-min_documents * ratio.numerator // ratio.denominator)
    found = [
        _closed(level, ratio=ratio, min_documents=min_documents)
        for level in levels(corpus, shortest=min_length, longest=max_length - 1, floor=floor)
    ]
    none = np.zeros(0, dtype=np.int32)
    return (
        np.concatenate([none, *(np.full(len(x.df), x.length, dtype=np.int32) for x in found)]),
        np.concatenate([none, *(level.positions for level in found)]),
        np.concatenate([none, *(np.diff(level.offsets) for level in found)]).astype(np.int64),
    )


def _check(*, min_length: int, max_length: int, min_documents: int, theta: float) -> None:
    wrong = []
    if min_length < 1:
        wrong.append(f"min_length must be 1 or more, not {min_length}")
    if max_length <= min_length:
        wrong.append(f"max_length must be above min_length ({min_length}), not {max_length}")
    if min_documents < 2:
        wrong.append(f"min_documents must be 2 or more, not {min_documents}")
    if not 0 < theta <= 1:
        wrong.append(f"theta must be above 0 and at most 1, not {theta}")
    if wrong:
        raise ParameterError("; ".join(wrong))


def _closed(level: Level, *, ratio: Fraction, min_documents: int) -> Level:
    """The closed groups of a level."""
    df, extended = level.df.astype(np.int64), level.extended.astype(np.int64)
    kept = (df >= min_documents) & (extended * ratio.denominator < df * ratio.numerator)
    sizes = np.diff(level.offsets)
    offsets = np.concatenate([[0], np.cumsum(sizes[kept])])
    return Level(level.length, level.positions[np.repeat(kept, sizes)], offsets, level.df[kept], level.extended[kept])


def _rows(corpus: Corpus, lengths: IndexArray, positions: IndexArray, sizes: LongArray) -> Repeats:
    """Groups of positions as one table, by first position, then length."""
    begins = np.cumsum(sizes) - sizes
    order = np.lexsort((lengths, positions[begins]))
    sizes = sizes[order]
    offsets = np.concatenate([[0], np.cumsum(sizes)])
    taken = np.repeat((begins[order] - offsets[:-1]).astype(np.int32), sizes)
    taken += np.arange(len(taken), dtype=np.int32)
    places = positions[taken]
    del taken
    firsts = places[offsets[:-1]]
    documents = corpus.documents[places]
    fresh = np.ones(len(places), dtype=np.bool_)
    fresh[1:] = np.diff(documents) != 0
    fresh[offsets[:-1]] = True
    df = np.add.reduceat(fresh, offsets[:-1], dtype=np.int32) if len(sizes) else np.zeros(0, dtype=np.int32)
    return Repeats(
        documents=corpus.documents[firsts],
        starts=corpus.units[firsts],
        lengths=lengths[order],
        df=df,
        occurrences=sizes.astype(np.int32),
        offsets=offsets,
        place_documents=documents,
        place_starts=corpus.units[places],
    )
