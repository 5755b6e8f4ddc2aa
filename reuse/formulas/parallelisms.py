"""Parallelism (排比): one speech that says the same words again and again, close together.

Enters: the laid-out speeches. Leaves: `Parallelism`s. What stands in one speech alone is no formula of a body of
speeches, yet it is repeated on purpose: 我们要…，我们要…，我们要…. Looked for are clauses and sentences that open, or
close, with the same words, three times or more with little between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reuse.formulas.elements import NUMBERS
from reuse.formulas.speeches import Speeches
from reuse.model import Parallelism, Segments, content_id

__all__ = ["parallelisms_of"]

_FEWEST = 3  # clauses: two that begin alike happen by chance, three by design
_WIDEST_GAP = 3  # clauses between one and the next, so that each member may be a short sentence
_FEWEST_BITS = 12.0  # of the words repeated: 我们 opens every other clause of a speech, 我们要 does not
_FEWEST_LIGHT = 3  # so many function characters in a row are a phrase (我们要); two are grammar
_REACH = 3  # units between shared words and a figure: 同比〔增长〕5%
_LONGEST_UNITS = 24  # of what is compared at either end of a clause


@dataclass(frozen=True, slots=True)
class _Run:
    """Clauses of one speech that share their first, or last, units."""

    members: tuple[int, ...]  # numbers of clauses
    length: int  # units shared
    opening: bool


def parallelisms_of(speeches: Speeches) -> Iterator[Parallelism]:
    """Every parallelism, by document and place; of those in the same clauses the one of most shared units.

    Cost: linear in the units of the speeches, times the depth of what is shared.
    """
    for document, segments in enumerate(speeches.segments):
        runs = [*_runs(speeches, document, opening=True), *_runs(speeches, document, opening=False)]
        for run in sorted(_without_overlap(runs), key=lambda run: (run.members[0], not run.opening)):
            yield _shown(run, segments)


def _runs(speeches: Speeches, document: int, *, opening: bool) -> Iterator[_Run]:
    """Groups of clauses by their first word, then by more and more units, as long as three remain close together."""
    segments = speeches.segments[document]
    clauses = segments.clauses.tolist()
    todo = [(tuple(range(len(clauses))), 0)]
    while todo:
        members, depth = todo.pop()
        groups: dict[str, list[int]] = defaultdict(list)
        for number in members:
            first, last = clauses[number]
            if last - first > depth and depth < _LONGEST_UNITS:
                place = first + depth if opening else last - 1 - depth
                if segments.units[place] not in NUMBERS:  # 增长5%, 增长7%: a table in words, no figure of speech
                    groups[speeches.strings[document][place]].append(number)
        for near in (part for group in groups.values() for part in _close_together(group)):
            todo.append((near, depth + 1))
            if not (depth and _is_phrase(speeches, document, clauses[near[0]], depth + 1, opening=opening)):
                continue
            if not _is_table(segments, [clauses[number] for number in near], depth + 1, opening=opening):
                yield _Run(near, depth + 1, opening)


def _close_together(members: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The rows of three and more in which each follows the one before within a few clauses."""
    row: list[int] = []
    for number in members:
        if row and number - row[-1] > _WIDEST_GAP + 1:
            if len(row) >= _FEWEST:
                yield tuple(row)
            row = []
        row.append(number)
    if len(row) >= _FEWEST:
        yield tuple(row)


def _is_phrase(speeches: Speeches, document: int, clause: Sequence[int], length: int, *, opening: bool) -> bool:
    """Whether the shared units end at a word border, and say enough."""
    segments = speeches.segments[document]
    first, last = (clause[0], clause[0] + length) if opening else (clause[1] - length, clause[1])
    edge = last if opening else first
    heavy = length >= _FEWEST_LIGHT or not segments.light[first:last].all()
    return bool(segments.words[edge]) and heavy and speeches.bits(document, first, last) >= _FEWEST_BITS


def _is_table(segments: Segments, clauses: Sequence[Sequence[int]], length: int, *, opening: bool) -> bool:
    """Whether a figure stands beside the shared units in half of the clauses: 同比增长5%, 同比增长7%; 6%左右."""
    figures = 0
    for first, last in clauses:
        inner = segments.units[first + length : last] if opening else segments.units[first : last - length]
        beside = inner[:_REACH] if opening else inner[-_REACH:]
        figures += not NUMBERS.isdisjoint(beside)
    return 2 * figures >= len(clauses)


def _without_overlap(runs: Sequence[_Run]) -> Iterator[_Run]:
    """Most members x shared units first; a clause takes part in one opening and one closing parallelism."""
    taken: set[tuple[bool, int]] = set()
    whole: set[tuple[int, ...]] = set()  # clauses that are told already are not told again by their other end
    for run in sorted(runs, key=lambda run: (-len(run.members) * run.length, run.members, not run.opening)):
        cells = {(run.opening, number) for number in run.members}
        if taken.isdisjoint(cells) and run.members not in whole:
            taken |= cells
            whole.add(run.members)
            yield run


def _shown(run: _Run, segments: Segments) -> Parallelism:
    spans = [tuple(segments.clauses[number].tolist()) for number in run.members]
    first, last = spans[0]
    text = segments.surface(first, first + run.length) if run.opening else segments.surface(last - run.length, last)
    members = tuple(segments.locus(*span) for span in spans)
    return Parallelism(
        id=content_id("r", segments.document.id, *(place for m in members for place in (m.start, m.end)), run.opening),
        text=text,
        position="opening" if run.opening else "closing",
        members=members,
    )
