"""What speaks for the two ends of each repeat: punctuation first, words second, and what stands next to it third.

Enters: `Repeats` and the speeches they were found in. Leaves: `Evidence`, one row per repeat. Serves `candidates of the
inventory`, which drops fragments and tells formulas from names of things. Of 50 random strings of 8 documents and more,
dictionary words at both ends alone let 16 formulas, 15 names and 19 fragments through; punctuation at three of ten
places at both ends 44, 3 and 3.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reuse.formulas.brackets import bracketed
from reuse.formulas.elements import NUMBERS
from reuse.formulas.enumerations import list_commas
from reuse.formulas.joints import joints, loose_ends
from reuse.formulas.levels import LongArray
from reuse.formulas.repeats import Repeats
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.model import BoolArray, IndexArray, Span
from reuse.threads import side_by_side

__all__ = ["Evidence", "Flat", "flatten", "weigh"]

_SENTENCE_END = 2
_NO_UNIT = -2
_BEHIND_ALL = 2**31 - 1
# Bits of `Flat.signs`. Places are looked up all over the text: what is asked of one comes at once.
_WORD, _MARK, _STOP, _STRONG = 1, 2, 4, 8  # a word border, any punctuation, what ends a phrase, what ends a sentence
_BITS_APART = 3
_MARKED_JOINT, _STOPPED_JOINT = _MARK << _BITS_APART, _STOP << _BITS_APART  # the same before a conjunction
_BATCH_PLACES = 1 << 19  # looked at together: 4 MB a column
_NEIGHBOUR_BITS = 32  # of a pair of a row and a neighbour, both of which are below 2**31


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """Columns of all documents end to end, u+1 entries for a document of u units."""

    offsets: LongArray  # (d+1,) where each document begins
    dense: IndexArray  # (n,) that of the speeches, which has no entry at a document's end
    word: BoolArray  # a word border lies before the unit
    mark: BoolArray  # any punctuation stands before it, but for a comma between items of a list
    signs: npt.NDArray[np.uint8]  # what stands before it, one bit each
    light: BoolArray  # the unit is a function character or word
    joint: BoolArray  # the unit joins what follows to something before it: no phrase begins with it
    loose: BoolArray  # the unit points to the one behind it: no phrase ends on it
    figure: BoolArray  # the unit is a number or an ordinal
    number: BoolArray  # the unit is a number
    item: BoolArray  # the unit belongs to the number of an item
    quotation: IndexArray  # the number of the narrowest pair of quotation marks that holds both sides of the place
    quotations: tuple[IndexArray, IndexArray]  # where each pair begins and ends; the first, none, behind and before all


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """r rows. Each share is that of the places, 0 to 1; first column: the start, second: the end."""

    word: FloatArray  # (r, 2) a word border lies there
    mark: FloatArray  # (r, 2) any punctuation stands there
    stop: FloatArray  # (r, 2) punctuation that ends a phrase stands there
    entropy: FloatArray  # (r, 2) bits of the units next to it there
    light: BoolArray  # (r, 2) the outermost unit is a function character or word
    torn: FloatArray  # (r, 2) the wording begins, or ends, amid a quotation that it does not hold whole


def flatten(speeches: Speeches) -> Flat:
    """Lay the columns of all documents end to end. Linear; 13 bytes a unit."""
    segments = speeches.segments
    off = np.array([False])
    borders = np.concatenate([np.zeros(0, dtype=np.int8), *(s.borders for s in segments)])
    sizes = np.array([len(s) + 1 for s in segments], dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    units = np.full(len(borders), -1, dtype=np.int32)
    inside = np.ones(len(borders), dtype=np.bool_)
    inside[offsets[1:] - 1] = False
    units[inside] = speeches.dense
    figures = _figures(speeches)
    number = units == figures.get("#", _NO_UNIT)
    stop = np.concatenate([off[:0], *speeches.stops])
    quotation, quotations = _quotations(speeches, offsets)
    word = np.concatenate([off[:0], *(s.words for s in segments)])
    mark = ((borders > 0) & ~np.concatenate([off[:0], *map(list_commas, segments)])) | stop
    joint = np.concatenate([off[:0], *(part for s in segments for part in (joints(s), off))])
    signs = np.zeros(len(borders), dtype=np.uint8)
    bits = (_WORD, word), (_MARK, mark), (_STOP, stop), (_STRONG, borders >= _SENTENCE_END)
    for bit, flags in (*bits, (_MARKED_JOINT, joint & mark), (_STOPPED_JOINT, joint & stop)):
        signs[flags] |= bit
    return Flat(
        offsets=offsets,
        dense=speeches.dense,
        word=word,
        mark=mark,
        signs=signs,
        light=np.concatenate([off[:0], *(part for s in segments for part in (s.light, off))]),
        joint=joint,
        loose=np.concatenate([off[:0], *(part for s in segments for part in (loose_ends(s), off))]),
        figure=number | (units == figures.get("第#", _NO_UNIT)),
        number=number,
        item=np.concatenate([off[:0], *(part for flags in speeches.numbered for part in (flags, off))]),
        quotation=quotation,
        quotations=quotations,
    )


def _quotations(speeches: Speeches, offsets: LongArray) -> tuple[IndexArray, tuple[IndexArray, IndexArray]]:
    """The columns `quotation` and `quotations` of `Flat`."""
    around = np.zeros(int(offsets[-1]), dtype=np.int32)
    spans = [(_BEHIND_ALL, -1)]
    for segments, start in zip(speeches.segments, offsets.tolist(), strict=False):
        for first, last in bracketed(segments):  # the widest first, so that the narrowest stays
            around[start + first + 1 : start + last] = len(spans)
            spans.append((start + first, start + last))
    opens, closes = np.array(spans, dtype=np.int32).T
    return around, (opens, closes)


def _figures(speeches: Speeches) -> dict[str, int]:
    """Places of numbers and ordinals in the alphabet, looked up where they first stand."""
    found: dict[str, int] = {}
    for s, start in zip(speeches.segments, speeches.offsets.tolist(), strict=False):
        fresh = [key for key in NUMBERS - found.keys() if key in s.units]
        found |= {key: int(speeches.dense[start + s.units.index(key)]) for key in fresh}
        if len(found) == len(NUMBERS):
            break
    return found


def weigh(repeats: Repeats, flat: Flat) -> Evidence:
    """Look at both ends of every place. Cost: two sorts of the places, in batches; about 0.5 µs a place."""
    columns = word, mark, stop, torn, entropy = np.empty((5, len(repeats), 2))

    def write(rows: Span) -> None:
        columns[:, slice(*rows)] = _weighed(repeats, flat, *rows)

    side_by_side(write, _batches(repeats.offsets))
    starts = flat.offsets[repeats.documents] + repeats.starts
    edges = np.column_stack([starts, starts + repeats.lengths - 1])
    return Evidence(word, mark, stop, entropy, flat.light[edges], torn)


def _batches(offsets: LongArray) -> list[tuple[int, int]]:
    rows = len(offsets) - 1
    cuts = [0]
    while cuts[-1] < rows:
        behind = int(np.searchsorted(offsets, offsets[cuts[-1]] + _BATCH_PLACES, side="right")) - 1
        cuts.append(min(rows, max(behind, cuts[-1] + 1)))
    return list(pairwise(cuts))


def _weighed(repeats: Repeats, flat: Flat, first: int, last: int) -> FloatArray:
    """(5, last - first, 2) the columns of `Evidence`, without `light`."""
    span = slice(int(repeats.offsets[first]), int(repeats.offsets[last]))
    sizes = np.diff(repeats.offsets[first : last + 1])
    begins = np.cumsum(sizes) - sizes
    row = np.repeat(np.arange(len(sizes)), sizes)
    document = repeats.place_documents[span]
    start = flat.offsets[document] + repeats.place_starts[span]
    end = start + repeats.lengths[first:last][row]
    opens, closes = flat.quotations[0][flat.quotation[end]], flat.quotations[1][flat.quotation[start]]
    tears = (closes > start) & (closes < end), (opens > start) & (opens < end)
    # A conjunction that opens something lets a phrase begin behind it: …, and 〔God bless America〕.
    outside = flat.signs[start - 1]
    before = flat.signs[start]
    before |= (outside & (_MARKED_JOINT | _STOPPED_JOINT)) >> _BITS_APART
    found = np.empty((5, last - first, 2))
    for edge, (signs, outer, tear) in enumerate(
        ((before, start - document - 1, tears[0]), (flat.signs[end], end - document, tears[1]))
    ):
        flags = *((signs & bit) > 0 for bit in (_WORD, _MARK, _STOP)), tear
        for column, each in enumerate(flags):
            found[column, :, edge] = np.add.reduceat(each, begins, dtype=np.int64) / sizes
        # Across a sentence's end every neighbour is a different one: two places there never say the same. At the ends
        # of a document, where `outer` points to another one's unit, a sentence ends too.
        neighbour = np.where(signs & _STRONG, -1 - np.arange(len(signs)), flat.dense[outer % len(flat.dense)])
        found[-1, :, edge] = _entropy(row, neighbour, sizes)
    return found


def _entropy(row: LongArray, neighbour: LongArray, sizes: LongArray) -> FloatArray:
    pairs = (row << _NEIGHBOUR_BITS) + (neighbour + len(neighbour))  # one number each sorts ten times as fast as two
    pairs.sort()
    opens = np.flatnonzero(np.diff(pairs, prepend=pairs[:1] - 1))
    counts = np.diff(np.append(opens, len(pairs)))
    held = pairs[opens] >> _NEIGHBOUR_BITS
    share = counts / sizes[held]
    entropy = np.zeros(len(sizes))
    np.add.at(entropy, held, -share * np.log2(share))
    return entropy
