"""Repeats that are complete wordings, and what each is worth.

Enters: the laid-out speeches. Leaves: `Phrases`, one row per wording that begins and ends where a phrase may. Stands
between `repeats` and `inventory`. A formula says something and mostly stands between punctuation; the rest are names of
things (国防动员和后备力量建设), which a list of their own keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reuse.formulas.bare import bare
from reuse.formulas.evidence import Evidence, Flat, flatten, weigh
from reuse.formulas.furniture import furniture
from reuse.formulas.levels import LongArray
from reuse.formulas.positions import edge_shares
from reuse.formulas.repeats import Repeats, find_repeats
from reuse.formulas.speeches import FloatArray, Speeches
from reuse.formulas.trimming import join, trimmed
from reuse.model import BoolArray
from reuse.params import FormulaParams

__all__ = ["Phrases", "find_phrases"]

_SHORTEST_UNITS = 3  # of words; of Han characters four make the shortest wording (各位代表)
_WORD_SHARE = 0.5  # of the places have a word border at either end
_MARK_SHARE = 0.3  # of them have punctuation there, or
_TORN_SHARE = 0.5  # of them lie amid a quotation there: no wording ends so
_ENTROPY_BITS = 1.0  # what stands next to it varies as two equally frequent neighbours do
_FORMULA_WORDS, _FORMULA_BITS = 3, 28.0
_FORMULA_STOPS = 0.5  # of its places stand at the better end beside marks that end a phrase,
_OTHER_STOPS = 0.3  # and so many at the other end
_FEWEST_STOPS = 2  # of them, at the better end: what is seen whole at one place was not seen to recur whole
_CALL_STOPS = 0.7  # of its places at both ends make even a short wording a formula (各位代表, 谢谢大家)
_MOST_BITS = 120.0  # beyond it a longer wording is a longer quotation, not a better formula
_DATELINE_NUMBERS, _DATELINE_SHARE = 2, 0.15  # of units: so many numbers make a date line of a wording
_DATELINE_PLACES = 0.5  # of which lie in the opening, or in the closing, of a speech
_FURNITURE_SHARE = 0.1  # of its places outside titles and notes below speeches make a wording part of the speeches
_FURNITURE_WEIGHT = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """r wordings. `Repeats` says where they stand; overlapping places of one wording are still there."""

    repeats: Repeats
    evidence: Evidence
    edges: FloatArray  # (r, 2) share of the places in the opening, and in the closing, of a speech
    bits: FloatArray  # (r,) surprise of the wording; figures count nothing
    worth: FloatArray  # (r,) of one document more that holds it
    formula: BoolArray  # (r,) it says something; else it names a thing
    flat: Flat


def find_phrases(speeches: Speeches, *, params: FormulaParams) -> Phrases:
    """Find the repeats, cut back those that end amid a phrase, and weigh what is left.

    Cost: that of `find_repeats`, and about 1 µs for each of their places.
    """
    segments = speeches.segments
    wide = sum(map(len, segments)) * 2 <= sum(int((s.ends - s.starts).sum()) for s in segments)
    shortest = min(_SHORTEST_UNITS, params.min_length_chars) if wide else params.min_length_chars
    closed = find_repeats(
        segments,
        min_length=max(shortest, 1),
        max_length=max(params.max_length_units, shortest + 1),
        min_documents=max(2, params.min_documents),
        theta=params.closed_share,
        dense=speeches.dense,
    )
    flat = flatten(speeches)  # not before: the repeats need more than all else while they are found
    holds = _holds(weigh(closed, flat), closed, flat)
    cut = trimmed(
        closed,
        holds,
        flat,
        speeches,
        min_length=max(shortest, _SHORTEST_UNITS),
        min_documents=max(2, params.min_documents),
    )
    whole, still_whole = (np.logical_and(*h.T) for h in (holds, _holds(weigh(cut, flat), cut, flat)))
    found = join(closed, cut, (whole, still_whole))
    del closed, cut, holds  # of near-copies their places take more than everything else here
    return _weighed(found, flat, speeches, min_chars=params.min_length_chars)


def _holds(evidence: Evidence, repeats: Repeats, flat: Flat) -> BoolArray:
    """(r, 2) whether a phrase may begin, and end, there.

    A figure at an end belongs to what stands next to it unless punctuation says otherwise (“14, of which #”), and so
    does an article, a preposition, a helping verb at the end; the number of an item belongs to no wording at all. A
    conjunction joins a phrase to what stands before it and begins none, whatever stands there (and God bless America).
    """
    varied = (evidence.entropy >= _ENTROPY_BITS) & ~evidence.light
    holds: BoolArray = (evidence.word >= _WORD_SHARE) & ((evidence.mark >= _MARK_SHARE) | varied)
    holds &= evidence.torn < _TORN_SHARE
    starts = flat.offsets[repeats.documents] + repeats.starts
    edges = np.column_stack([starts, starts + repeats.lengths - 1])
    holds &= ~flat.figure[edges] | (evidence.mark >= _WORD_SHARE)
    holds[:, 0] &= ~(flat.item[starts] | flat.joint[starts])
    holds[:, 1] &= ~flat.loose[edges[:, 1]] | (evidence.stop[:, 1] > _WORD_SHARE)
    return holds


def _weighed(found: Repeats, flat: Flat, speeches: Speeches, *, min_chars: int) -> Phrases:
    evidence = weigh(found, flat)
    starts = flat.offsets[found.documents] + found.starts
    ends = starts + found.lengths
    bits = _bits(found, flat, speeches)
    borders = np.concatenate([[0], np.cumsum(flat.word)])
    words = borders[ends] - borders[starts + 1] + 1
    least, most = evidence.stop.min(axis=1, initial=1), evidence.stop.max(axis=1, initial=0)
    formula = (words >= _FORMULA_WORDS) & (bits >= _FORMULA_BITS)
    formula &= (most >= _FORMULA_STOPS) & (least >= _OTHER_STOPS)
    formula &= np.rint(most * found.occurrences) >= _FEWEST_STOPS
    formula |= least >= _CALL_STOPS
    formula[formula] = ~_bare(found, np.flatnonzero(formula), speeches)
    worth = (
        np.minimum(bits, _MOST_BITS)
        * np.sqrt((0.2 + 0.8 * evidence.stop).prod(axis=1))
        * np.minimum(1.0, bits / _FORMULA_BITS)
    )
    shares = edge_shares(found, speeches.strings)
    numbers = np.concatenate([[0], np.cumsum(flat.number)])
    numbers = numbers[ends] - numbers[starts]
    dateline = (numbers >= _DATELINE_NUMBERS) & (numbers >= _DATELINE_SHARE * found.lengths)
    dateline &= shares.max(axis=1, initial=0) >= _DATELINE_PLACES
    worth[dateline | (_outside(found, speeches) < _FURNITURE_SHARE)] *= _FURNITURE_WEIGHT
    worth[_chars(found, speeches) < min_chars] = 0.0
    return Phrases(found, evidence, shares, bits, worth, formula, flat)


def _bits(found: Repeats, flat: Flat, speeches: Speeches) -> FloatArray:
    """(r,) surprise of each wording where it first stands, without its figures."""
    behind = np.diff(np.concatenate([np.zeros(0), *speeches.summed]), append=0.0)
    behind[flat.figure] = 0.0
    behind[flat.offsets[1:] - 1] = 0.0  # no unit, but a document's end
    running = np.zeros(len(behind) + 1)
    np.cumsum(behind, out=running[1:])
    starts = flat.offsets[found.documents] + found.starts
    alone = speeches.alone[speeches.dense[speeches.offsets[found.documents] + found.starts]]
    bits: FloatArray = np.where(flat.figure[starts], 0.0, alone) + running[starts + found.lengths] - running[starts + 1]
    return bits


def _outside(found: Repeats, speeches: Speeches) -> FloatArray:
    """(r,) share of the places that do not lie in the notes below speeches, nor in their titles."""
    if not len(found):
        return np.zeros(0)
    around = furniture(speeches.segments, speeches.strings)
    outside = ~around[speeches.offsets[found.place_documents] + found.place_starts]
    shares: FloatArray = np.add.reduceat(outside, found.offsets[:-1], dtype=np.int64) / found.occurrences
    return shares


def _bare(found: Repeats, rows: LongArray, speeches: Speeches) -> BoolArray:
    """(k,) whether each of these wordings, where it first stands, is a name or an adverbial of words."""
    answers = np.zeros(len(found), dtype=np.bool_)
    for document, inside in _by_document(found, rows):
        begin = found.starts[inside].tolist()
        end = (found.starts[inside] + found.lengths[inside]).tolist()
        answers[inside] = bare(speeches.segments[document], list(zip(begin, end, strict=True)))
    return answers[rows]


def _chars(found: Repeats, speeches: Speeches) -> LongArray:
    """(r,) characters of each wording where it first stands."""
    chars = np.zeros(len(found), dtype=np.int64)
    for document, rows in _by_document(found, np.arange(len(found))):
        segments = speeches.segments[document]
        begin = found.starts[rows]
        chars[rows] = segments.ends[begin + found.lengths[rows] - 1] - segments.starts[begin]
    return chars


def _by_document(found: Repeats, rows: LongArray) -> Iterator[tuple[int, LongArray]]:
    """The rows by the document where each first stands."""
    documents = found.documents[rows]
    order = np.argsort(documents, kind="stable")
    bounds = np.flatnonzero(np.diff(documents[order], prepend=-1, append=-1))
    for first, last in pairwise(bounds.tolist()):
        yield int(documents[order[first]]), rows[order[first:last]]
