"""Words that stand for each other (推进 ~ 深化, 并非易事 ~ 很不容易): two tables, and where documents use them.

Enters: Segments of a document; later two documents' word places and the exact runs that they share. Leaves: columns of
places beside those runs where a word of the one document may stand for a word of the other. Two tables ship with the
package: pairs that `clause_frames` learnt, as it can from any body of texts, and a thesaurus of the genre, groups of
words that speech writers put in each other's place, written by hand.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import numpy as np

from reuse.align.buffers import buffers
from reuse.align.seeding_kernel import COMPILED, pair_words
from reuse.model import IndexArray, Segments

__all__ = ["PieceColumns", "Substitutes", "WordPlaces", "load_substitutes", "substitutes_beside", "word_places"]

_TABLE, _THESAURUS = "substitutes.tsv", "thesaurus.txt"
_LONGEST_WORD_UNITS = 6
_REACH_UNITS = 4  # any from 2 to 6 finds the same; each more costs time
# Taken over at a time. Six words may begin at a unit, so on either side 30 are within reach behind a run and as many
# before it: 1,800 pairs at most.
_ROOM_PAIRS = 1 << 12

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

    @property
    def row(self) -> int:
        """Bytes of a row of `related`."""
        return len(self.numbers) // 8 + 1

    @cached_property
    def related(self) -> bytes:
        """Whether two words stand for each other, a bit each, in a row for each word: 3 MB for five thousand words."""
        numbers = self.numbers
        bits = np.zeros((len(numbers), self.row), dtype=np.uint8)
        one = np.array([numbers[x] for x, _ in self.pairs], dtype=np.int32)
        other = np.array([numbers[y] for _, y in self.pairs], dtype=np.int32)
        for a, b in ((one, other), (other, one)):
            np.bitwise_or.at(bits, (a, b >> 3), (1 << (b & 7)).astype(np.uint8))
        return bits.tobytes()

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
    for i, first in enumerate(edges[:-1] if numbers else ()):
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
    inputs = buffers([*runs, *_columns(source), *_columns(target)], compiled=COMPILED)
    outputs = buffers([np.zeros(size, np.int32) for size in (_ROOM_PAIRS, _ROOM_PAIRS, 1)], compiled=COMPILED)
    pair: Callable[..., int] = pair_words  # its columns come in groups
    keys = [np.empty(0, np.int64)]
    done = 0
    while done < len(runs[0]):
        done = pair(done, *inputs, table.related, table.row, _REACH_UNITS, *outputs)
        a, b = (np.array(column[: outputs[2][0]], dtype=np.int64) for column in outputs[:2])
        keys.append(a * len(target.words) + b)
    a, b = np.divmod(np.unique(np.concatenate(keys)), max(len(target.words), 1))
    return source.first[a], source.last[a], target.first[b], target.last[b]


def _columns(places: WordPlaces) -> list[IndexArray]:
    return [places.words, places.begun, places.by_end, places.ended]
