"""Learning which words stand for each other from clauses that differ in one word.

Enters: Segments of any body of texts. Leaves: rows for the table of substitutes, counts only. A clause with one word
left out is a frame; words that filled the same frames (深化 and 推进 in 加快_改革, in 全面_改革) stand for each other
if that happened more often than their frequencies explain. Harris (1954) on distribution, at its strictest: the whole
rest of the clause has to agree.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reuse.model import Segments

__all__ = ["LearntPair", "learn_substitutes"]

_CLAUSE_UNITS = range(5, 31)  # shorter ones are no frame, longer ones hold lists
_FRAME_UNITS = 4  # what is left of the clause has to be at least so long
_MOST_FILLERS = 12  # a frame that takes more words (发展_) tells nothing about any two of them
_NUMBER = "#"


@dataclass(frozen=True, slots=True, order=True)
class LearntPair:
    """Two words that stand for each other."""

    word: str
    substitute: str
    frames: int  # different clauses in which both were found
    bits: float  # log2 of that against what their numbers of frames predict


def learn_substitutes(documents: Iterable[Segments], *, min_frames: int = 2, min_bits: float = 2.5) -> list[LearntPair]:
    """Pairs of words that filled at least `min_frames` common frames, pointwise information at least `min_bits`.

    One common frame is chance or topic (measured: it costs precision even at 4 bits); two with 2.5 bits are mostly
    near-synonyms and words of one paradigm. Pairs of which one contains the other are left out: an exact run finds
    them. Sorted. Cost: linear in the text; memory for every different clause.
    """
    clauses = {words for document in documents for words in _clauses(document)}
    frames: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for words in clauses:
        length = sum(map(len, words))
        for place, word in enumerate(words):
            if len(word) > 1 and _NUMBER not in word and length - len(word) >= _FRAME_UNITS:
                frames[(*words[:place], "", *words[place + 1 :])].add(word)
    shared = [sorted(fillers) for fillers in frames.values() if 2 <= len(fillers) <= _MOST_FILLERS]
    single = Counter(word for fillers in shared for word in fillers)
    both = Counter(pair for fillers in shared for pair in itertools.combinations(fillers, 2))
    learnt = []
    for (x, y), count in both.items():
        bits = math.log2(count * len(shared) / (single[x] * single[y]))
        if count >= min_frames and bits >= min_bits and x not in y and y not in x:
            learnt.append(LearntPair(x, y, count, round(bits, 1)))
    return sorted(learnt)


def _clauses(document: Segments) -> Iterator[tuple[str, ...]]:
    """The clauses of a document as words."""
    edges = document.words.tolist()
    for first, last in document.clauses.tolist():
        if last - first in _CLAUSE_UNITS:
            cuts = [first, *(unit for unit in range(first + 1, last) if edges[unit]), last]
            yield tuple("".join(document.units[start:stop]) for start, stop in itertools.pairwise(cuts))
