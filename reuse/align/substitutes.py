"""Words that stand for each other (推进 ~ 深化, 增强 ~ 提高): a small learnt table, and where two documents use it.

Enters: Segments of a document; later two documents' word places and the exact runs that they share. Leaves: columns of
places beside those runs where a word of the one document may stand for a word of the other. The table ships with the
package; `clause_frames` learns one from any body of texts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from reuse.model import BoolArray, IndexArray, Segments

__all__ = ["PieceColumns", "Substitutes", "WordPlaces", "load_substitutes", "substitutes_beside", "word_places"]

_TABLE = "substitutes.tsv"
_LONGEST_WORD_UNITS = 6
_REACH_UNITS = 4  # any from 2 to 6 finds the same; each more costs time

PieceColumns = tuple[IndexArray, IndexArray, IndexArray, IndexArray]
"""Source first/last, target first/last unit of k pieces: four (k,) columns, half-open."""


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where the words of a table stand in a document of n units: k places in order."""

    words: IndexArray  # (k,) number of the word in the table
    first: IndexArray  # (k,) first unit
    last: IndexArray  # (k,) one past the last unit
    begun: IndexArray  # (n+1,) how many places begin before unit i
    ended: IndexArray  # (n+1,) how many places end before unit i


@dataclass(frozen=True)
class Substitutes:
    """A symmetric table of words that stand for each other."""

    pairs: tuple[tuple[str, str], ...]  # sorted; each pair once, its words in order

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of each of the w words, in order of the words."""
        return {word: number for number, word in enumerate(sorted({word for pair in self.pairs for word in pair}))}

    @cached_property
    def related(self) -> BoolArray:
        """(w, w) whether two words stand for each other. One byte each: two thousand words take 4 MB."""
        numbers = self.numbers
        matrix = np.zeros((len(numbers), len(numbers)), dtype=np.bool_)
        for x, y in self.pairs:
            matrix[numbers[x], numbers[y]] = matrix[numbers[y], numbers[x]] = True
        return matrix

    @classmethod
    def from_rows(cls, rows: Iterable[Sequence[str]]) -> Substitutes:
        """A table from rows that begin with two words."""
        return cls(tuple(sorted({(min(row[:2]), max(row[:2])) for row in rows if row[0] != row[1]})))


@lru_cache(maxsize=1)
def load_substitutes() -> Substitutes:
    """The table that ships with the package."""
    text = files("reuse.align").joinpath(_TABLE).read_text(encoding="utf-8")
    return Substitutes.from_rows(line.split("\t") for line in text.splitlines()[1:])


def word_places(segments: Segments, table: Substitutes) -> WordPlaces:
    """Places of the table's words in a document, whole dictionary words only. Cost: one look-up for each word."""
    numbers, units, n = table.numbers, segments.units, len(segments)
    edges = np.flatnonzero((segments.words | (segments.borders > 0))[:n]).tolist()
    rows = []
    for first, last in itertools.pairwise([*edges, n]):
        if last - first <= _LONGEST_WORD_UNITS:
            number = numbers.get("".join(units[first:last]))
            if number is not None:
                rows.append((number, first, last))
    words, begins, ends = np.ascontiguousarray(np.array(rows, dtype=np.int32).reshape(-1, 3).T)
    every = np.arange(n + 1)
    return WordPlaces(
        words, begins, ends, *(np.searchsorted(column, every).astype(np.int32) for column in (begins, ends))
    )


def substitutes_beside(runs: PieceColumns, source: WordPlaces, target: WordPlaces, table: Substitutes) -> PieceColumns:
    """Pairs of places that hold related words and stand a few units behind or before the same exact run on both sides.

    Farther away, a pair would cost more in unmatched units than it brings. Each pair once, by source place, then target
    place. Cost: proportional to the runs and to the words of the table beside them.
    """
    first, last, there, end = runs
    behind = _from(source.begun, last), _from(target.begun, end)
    before = _before(source.ended, first), _before(target.ended, there)
    keys = np.unique(
        np.concatenate([_related(*behind, source, target, table), _related(*before, source, target, table)])
    )
    a, b = np.divmod(keys, max(len(target.words), 1))
    return source.first[a], source.last[a], target.first[b], target.last[b]


_Ranges = tuple[IndexArray, IndexArray]


def _from(begun: IndexArray, unit: IndexArray) -> _Ranges:
    """Places that begin at `unit` or a few units behind it, as ranges of places."""
    return begun[unit], begun[np.minimum(unit + _REACH_UNITS + 1, len(begun) - 1)]


def _before(ended: IndexArray, unit: IndexArray) -> _Ranges:
    """Places that end at `unit` or a few units before it, as ranges of places."""
    return ended[np.maximum(unit - _REACH_UNITS, 0)], ended[np.minimum(unit + 1, len(ended) - 1)]


def _related(
    here: _Ranges, there: _Ranges, source: WordPlaces, target: WordPlaces, table: Substitutes
) -> npt.NDArray[np.int64]:
    """Keys (source place x target places + target place) of related words, one range of places against another."""
    a_count, b_count = here[1] - here[0], there[1] - there[0]
    some = np.flatnonzero((a_count > 0) & (b_count > 0))
    a_first, b_first, b_count = here[0][some], there[0][some], b_count[some]
    row, k = _spread(a_count[some] * b_count)
    step = k // b_count[row]
    a = a_first[row] + step
    b = b_first[row] + k - step * b_count[row]
    related = np.flatnonzero(table.related[source.words[a], target.words[b]])
    keys: npt.NDArray[np.int64] = a[related].astype(np.int64) * len(target.words) + b[related]
    return keys


def _spread(counts: IndexArray) -> tuple[IndexArray, IndexArray]:
    """Row i counts[i] times, and a number from 0 within each row."""
    rows = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    starts = (np.cumsum(counts) - counts).astype(np.int32)
    return rows, np.arange(len(rows), dtype=np.int32) - starts[rows]
