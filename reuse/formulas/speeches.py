"""All speeches as columns that the other modules of the stage share.

Enters: Segments and a background. Leaves: `Speeches`, where every unit is one character of a private alphabet, so that
string functions compare units, and where the surprise of any stretch is a difference of two sums.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
import numpy.typing as npt

from reuse.formulas.numbering import numbered
from reuse.formulas.spans import phrase_ends
from reuse.model import FIRST_LONG_CODE, BoolArray, CodeArray, IndexArray, Segments, Span
from reuse.threads import side_by_side

__all__ = ["BackgroundModel", "FloatArray", "Speeches", "lay_out"]

FloatArray = npt.NDArray[np.float64]

_FIRST_LETTER = 0x4E00  # of the private alphabet; any start below the surrogates would do
_BACKGROUND_UNITS = 5000  # about one speech: two short ones lean on the background, fifty on themselves
_WORD_WIDTH = 2  # most words of Chinese are written with two characters
_BATCH_UNITS = 1 << 20  # asked about at a time
_SURROGATES = (0xD800, 0xE000)


class BackgroundModel(Protocol):
    """What the stage asks of the language model; `reuse.background` provides it."""

    def unit_bits(self, codes: CodeArray, /) -> FloatArray:
        """(n,) surprise of each unit by itself."""
        ...

    def bigram_bits(self, codes: CodeArray, /) -> FloatArray:
        """(n,) surprise of each unit behind the one before it; the first by itself."""
        ...

    def stock_many(self, segments: Segments, spans: Sequence[Span], /) -> FloatArray:
        """(m,) how common the wording of each span of units is elsewhere, 0 to 1; 0.5 and above counts as stock."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Speeches:
    """d documents side by side. `u` below is the number of units of a document, `v` of different units in all."""

    segments: tuple[Segments, ...]
    strings: tuple[str, ...]  # one character of the private alphabet per unit
    index: Mapping[str, int]  # document id -> place in `segments`
    alphabet: Mapping[str, int]  # private character -> 0 … v-1
    masked: frozenset[int]  # documents that hold a mask
    numbered: tuple[BoolArray, ...]  # (u,) the unit belongs to the number of an item (一、 第三条), per document
    stops: tuple[BoolArray, ...]  # (u+1,) a phrase ends before the unit, per document
    widths: IndexArray  # (v,) characters of Han that each unit says as much as: a word of letters two
    rarity: FloatArray  # (v,) bits of each unit by itself, in these speeches and the background together
    alone: FloatArray  # (v,) bits of each unit by itself, as the background has it
    summed: tuple[FloatArray, ...]  # (u+1,) running sum of bits behind the unit before, per document
    dense: IndexArray  # all units of all documents end to end, each by its place in the alphabet
    offsets: npt.NDArray[np.int64]  # (d+1,) where each document begins in `dense`

    def bits(self, document: int, first: int, last: int) -> float:
        """Surprise of units `first:last` of a document as one run."""
        if first >= last:
            return 0.0
        running = self.summed[document]
        alone = self.alone[self.dense[self.offsets[document] + first]]
        return float(alone + running[last] - running[first + 1])

    def units_of(self, keys: Sequence[str]) -> tuple[IndexArray, IndexArray]:
        """The units of all keys end to end, each by its place in the alphabet, and (k+1,) where each begins. Linear."""
        letters = np.frombuffer("".join(keys).encode("utf-32-le"), dtype="<u4").astype(np.int32)
        letters[letters >= _SURROGATES[0]] -= _SURROGATES[1] - _SURROGATES[0]
        letters -= _FIRST_LETTER
        lengths = np.fromiter(map(len, keys), dtype=np.int64, count=len(keys))
        return letters, np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)

    def width(self, keys: Sequence[str]) -> npt.NDArray[np.int64]:
        """(k,) sum of the widths of each key's private characters; no key is empty. Linear."""
        units, begins = self.units_of(keys)
        if not keys:
            return np.zeros(0, dtype=np.int64)
        widths: npt.NDArray[np.int64] = np.add.reduceat(self.widths[units], begins[:-1], dtype=np.int64)
        return widths


def lay_out(segments: Sequence[Segments], background: BackgroundModel) -> Speeches:
    """Give every different unit a number and a letter, and ask the background about many documents at once.

    Cost: one sort of all units; about 40 bytes a unit are kept.
    """
    different, dense = _numbered(segments)
    letters = _letters(len(different))
    bounds = np.cumsum([0, *map(len, segments)])
    places = [dense[a:b] for a, b in pairwise(bounds.tolist())]
    elsewhere = np.asarray(background.unit_bits(different), dtype=np.float64)
    numbers = tuple(map(numbered, segments))
    return Speeches(
        segments=tuple(segments),
        strings=tuple(letters[place].tobytes().decode("utf-32-le") for place in places),
        index={s.document.id: i for i, s in enumerate(segments)},
        alphabet={letter: i for i, letter in enumerate(letters.tobytes().decode("utf-32-le"))},
        masked=frozenset(i for i, s in enumerate(segments) if s.wild.any()),
        numbered=numbers,
        stops=tuple(map(phrase_ends, segments, numbers)),
        widths=np.where(different < FIRST_LONG_CODE, 1, _WORD_WIDTH).astype(np.int32),
        rarity=_mixed(elsewhere, dense),
        alone=elsewhere,
        summed=_summed(background, different, dense, bounds, elsewhere),
        dense=dense,
        offsets=bounds,
    )


def _numbered(segments: Sequence[Segments]) -> tuple[CodeArray, IndexArray]:
    """The different codes in order, and the place among them of each unit, in batches: a sort of all takes far more."""
    batches = list(_batches(segments))
    different = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *side_by_side(np.unique, batches)]))
    places = side_by_side(lambda batch: np.searchsorted(different, batch).astype(np.int32), batches)
    return different, np.concatenate([np.zeros(0, dtype=np.int32), *places])


def _batches(segments: Sequence[Segments]) -> Iterator[CodeArray]:
    """The codes of all documents end to end, cut between documents after a million or more."""
    waiting: list[CodeArray] = []
    units = 0
    for each in segments:
        waiting.append(each.codes)
        units += len(each)
        if units >= _BATCH_UNITS:
            yield np.concatenate(waiting)
            waiting, units = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _summed(
    background: BackgroundModel,
    different: CodeArray,
    dense: IndexArray,
    bounds: npt.NDArray[np.int64],
    alone: FloatArray,
) -> tuple[FloatArray, ...]:
    """Per document the running sum of bits behind the unit before; its first unit, if any, stands by itself.

    Rows of one table, where each document has one cell more than units.
    """
    table = np.zeros(len(dense) + len(bounds) - 1)

    def write(first: int) -> None:
        start = max(first - 1, 0)  # the unit before the batch, which its first one stands behind
        answers = background.bigram_bits(different[dense[start : first + _BATCH_UNITS]])[first - start :]
        units = np.arange(first, first + len(answers))
        table[units + np.searchsorted(bounds, units, side="right")] = answers

    side_by_side(write, range(0, len(dense), _BATCH_UNITS))
    openings = np.flatnonzero(np.diff(bounds))
    table[bounds[openings] + openings + 1] = alone[dense[bounds[openings]]]
    rows: list[FloatArray] = []
    for number, (first, last) in enumerate(pairwise(bounds.tolist())):
        row = table[first + number : last + number + 1]
        np.cumsum(row, out=row)
        rows.append(row)
    return tuple(rows)


def _mixed(bits: FloatArray, dense: IndexArray) -> FloatArray:
    """Surprise of each unit where the background counts as much as so many units of these speeches."""
    counts = np.bincount(dense, minlength=len(bits))
    surprise: FloatArray = -np.log2((counts + _BACKGROUND_UNITS * np.exp2(-bits)) / (len(dense) + _BACKGROUND_UNITS))
    return surprise


def _letters(n: int) -> npt.NDArray[np.uint32]:
    letters: npt.NDArray[np.uint32] = np.arange(n, dtype=np.uint32) + np.uint32(_FIRST_LETTER)
    letters[letters >= _SURROGATES[0]] += np.uint32(_SURROGATES[1] - _SURROGATES[0])
    return letters.astype("<u4")
