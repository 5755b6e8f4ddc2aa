"""Words that stand for each other (推进 ~ 深化, 并非易事 ~ 很不容易): two tables, and where documents use them.

Enters: Segments of a document; later two documents' word places and the exact runs that they share. Leaves: columns of
places beside those runs where a word of the one document may stand for a word of the other. Two tables ship with the
package: pairs that `clause_frames` learnt, as it can from any body of texts, and a thesaurus of the genre, groups of
words that speech writers put in each other's place, written by hand.
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

_TABLE, _THESAURUS = "substitutes.tsv", "thesaurus.txt"
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
    by_end: IndexArray  # (k,) the places in order of their last units
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
    def openings(self) -> frozenset[str]:
        """What a word of the table can begin with, the word itself left out."""
        return frozenset(word[:length] for word in self.numbers for length in range(1, len(word)))

    @cached_property
    def _related(self) -> npt.NDArray[np.uint8]:
        """(w, w/8) whether two words stand for each other, a bit each: five thousand words take 3 MB."""
        numbers = self.numbers
        bits = np.zeros((len(numbers), len(numbers) // 8 + 1), dtype=np.uint8)
        one = np.array([numbers[x] for x, _ in self.pairs], dtype=np.int32)
        other = np.array([numbers[y] for _, y in self.pairs], dtype=np.int32)
        for a, b in ((one, other), (other, one)):
            np.bitwise_or.at(bits, (a, b >> 3), (1 << (b & 7)).astype(np.uint8))
        return bits

    def are_related(self, words: IndexArray, others: IndexArray) -> BoolArray:
        """(k,) whether words[i] and others[i], given by their numbers, stand for each other."""
        if not self.pairs:
            return np.zeros(len(words), dtype=np.bool_)
        related: BoolArray = (self._related[words, others >> 3] >> (others & 7).astype(np.uint8) & 1).astype(np.bool_)
        return related

    @classmethod
    def from_groups(cls, groups: Iterable[Sequence[str]]) -> Substitutes:
        """A table in which the words of each group stand for each other.

        A word that lies within another (发展, 大力发展) stands for it in no table: exact runs find them.
        """
        pairs = {
            (min(x, y), max(x, y))
            for group in groups
            for x, y in itertools.combinations(group, 2)
            if x not in y and y not in x
        }
        return cls(tuple(sorted(pairs)))


@lru_cache(maxsize=1)
def load_substitutes() -> Substitutes:
    """The tables that ship with the package, as one. Cost: about 20 ms, once a process."""
    learnt, written = (files("reuse.align").joinpath(name).read_text("utf-8") for name in (_TABLE, _THESAURUS))
    pairs = (line.split("\t")[:2] for line in learnt.splitlines()[1:])
    return Substitutes.from_groups([*pairs, *map(str.split, written.splitlines())])


def word_places(segments: Segments, table: Substitutes) -> WordPlaces:
    """Places of the table's words in a document: one dictionary word or several in a row, within a clause.

    Cost: a look-up for each word, and more where words of the table begin alike.
    """
    numbers, openings, units, n = table.numbers, table.openings, segments.units, len(segments)
    edges = [*np.flatnonzero((segments.words | (segments.borders > 0))[:n]).tolist(), n]
    broken = segments.borders > 0
    rows = []
    for i, first in enumerate(edges[:-1]):
        for last in edges[i + 1 : i + 1 + _LONGEST_WORD_UNITS]:
            if last - first > _LONGEST_WORD_UNITS:
                break
            wording = "".join(units[first:last])
            number = numbers.get(wording)
            if number is not None:
                rows.append((number, first, last))
            if wording not in openings or broken[last]:
                break
    words, begins, ends = np.ascontiguousarray(np.array(rows, dtype=np.int32).reshape(-1, 3).T)
    by_end = np.argsort(ends, kind="stable").astype(np.int32)
    every = np.arange(n + 1)
    begun, ended = (np.searchsorted(column, every).astype(np.int32) for column in (begins, ends[by_end]))
    return WordPlaces(words, begins, ends, begun, by_end, ended)


def substitutes_beside(runs: PieceColumns, source: WordPlaces, target: WordPlaces, table: Substitutes) -> PieceColumns:
    """Pairs of places that hold related words and stand a few units behind or before the same exact run on both sides.

    Farther away, a pair would cost more in unmatched units than it brings. Each pair once, by source place, then target
    place. Cost: proportional to the runs and to the words of the table beside them.
    """
    first, last, there, end = runs
    behind = _pairs(_from(source.begun, last), _from(target.begun, end))
    before = _pairs(_before(source.ended, first), _before(target.ended, there))
    a = np.concatenate([behind[0], source.by_end[before[0]]])
    b = np.concatenate([behind[1], target.by_end[before[1]]])
    related = np.flatnonzero(table.are_related(source.words[a], target.words[b]))
    keys = np.unique(a[related].astype(np.int64) * len(target.words) + b[related])
    a, b = np.divmod(keys, max(len(target.words), 1))
    return source.first[a], source.last[a], target.first[b], target.last[b]


_Ranges = tuple[IndexArray, IndexArray]


def _from(begun: IndexArray, unit: IndexArray) -> _Ranges:
    """Places that begin at `unit` or a few units behind it, as ranges of places."""
    return begun[unit], begun[np.minimum(unit + _REACH_UNITS + 1, len(begun) - 1)]


def _before(ended: IndexArray, unit: IndexArray) -> _Ranges:
    """Places that end at `unit` or a few units before it, as ranges of places by their ends."""
    return ended[np.maximum(unit - _REACH_UNITS, 0)], ended[np.minimum(unit + 1, len(ended) - 1)]


def _pairs(here: _Ranges, there: _Ranges) -> tuple[IndexArray, IndexArray]:
    """Every place of a range with every place of the range beside it, as two columns."""
    a_count, b_count = here[1] - here[0], there[1] - there[0]
    some = np.flatnonzero((a_count > 0) & (b_count > 0))
    a_first, b_first, b_count = here[0][some], there[0][some], b_count[some]
    row, k = _spread(a_count[some] * b_count)
    step = k // b_count[row]
    return a_first[row] + step, b_first[row] + k - step * b_count[row]


def _spread(counts: IndexArray) -> tuple[IndexArray, IndexArray]:
    """Row i counts[i] times, and a number from 0 within each row."""
    rows = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    starts = (np.cumsum(counts) - counts).astype(np.int32)
    return rows, np.arange(len(rows), dtype=np.int32) - starts[rows]
