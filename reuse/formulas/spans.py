"""Which stretches of a speech may be the wording of a formula.

Enters: Segments. Leaves: unit spans of clauses, and of phrases that join clauses over marks that end no thought
(、 quotes, brackets), so that 识大体、顾大局 is one phrase. Stands at the head of the stage, beside `pieces`.
"""

from __future__ import annotations

import numpy as np

from reuse.model import BoolArray, IndexArray, Segments

__all__ = ["LONGEST_UNITS", "candidate_spans", "phrase_ends"]

# A formula is a phrase: of 100,000 clauses in 57 government reports 0.05 % have 40 characters or more.
LONGEST_UNITS = 40
_STOPS = frozenset("，,；;：:。．.！!？?…—–\n\r○")
# An item of a list or a quoted word stands for itself only when it is two characters longer than a clause must be:
# shorter ones are names of things (科技, 改革开放) and live on in the phrase around them.
_ITEM_SURPLUS_CHARS = 2

_Clause = tuple[int, int, int, int]  # first and last unit, start and end in code points; half-open


def candidate_spans(segments: Segments, stops: BoolArray, *, min_length_chars: int) -> IndexArray:
    """(k, 2) unit spans, sorted and without repetition; `stops` comes from `phrase_ends`.

    A clause that stands by itself may be one character shorter than `min_length_chars` (同志们：). Linear.
    """
    spans: set[tuple[int, int]] = set()
    for phrase in _phrases(segments, stops):
        first, last, start, end = phrase[0][0], phrase[-1][1], phrase[0][2], phrase[-1][3]
        if last - first <= LONGEST_UNITS and end - start >= min_length_chars - 1:
            spans.add((first, last))
        if len(phrase) > 1:
            shortest = min_length_chars + _ITEM_SURPLUS_CHARS
            spans.update(
                (first, last)
                for first, last, start, end in phrase
                if last - first <= LONGEST_UNITS and end - start >= shortest
            )
    return np.array(sorted(spans), dtype=np.int32).reshape(-1, 2)


def phrase_ends(segments: Segments) -> BoolArray:
    """(n+1,) where one phrase ends and the next begins: every border but one that is only a joining mark. Linear."""
    ends: BoolArray = segments.borders > 0
    text = segments.document.text
    marks = np.flatnonzero(segments.borders[1:-1] == 1) + 1
    edges = zip(segments.ends[marks - 1].tolist(), segments.starts[marks].tolist(), strict=True)
    # Nothing but blanks, or a cut of endless text, joins nothing.
    joining = [bool(between := text[a:b].strip()) and _STOPS.isdisjoint(between) for a, b in edges]
    ends[marks[np.array(joining, dtype=np.bool_)]] = False
    return ends


def _phrases(segments: Segments, stops: BoolArray) -> list[list[_Clause]]:
    """Clauses in order, grouped where only joining marks stand between them."""
    first, last = segments.clauses.T
    columns = (first, last, segments.starts[first], segments.ends[last - 1])
    clauses = zip(*(column.tolist() for column in columns), strict=True)
    groups: list[list[_Clause]] = []
    for clause, opens in zip(clauses, stops[first].tolist(), strict=True):
        if groups and not opens:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups
