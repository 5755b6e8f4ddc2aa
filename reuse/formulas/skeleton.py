"""What the variants of a family have in common, and what fills the rest.

Enters: the variants of one family as elements, the heaviest first. Leaves: a `Skeleton`, fixed runs of the heaviest
variant and slots between them. Stands between `variants` and `templates`. Every variant is aligned with the heaviest
one (a star), word by word; positions count that one's elements.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import compress, pairwise

from reuse.formulas.elements import Element

__all__ = ["Run", "Skeleton", "align", "common", "given"]

Run = tuple[int, int, int]  # start in the head, start in the other variant, length: equal elements

_TOLERANT_FROM = 5  # variants; of fewer, each one that departs makes a slot
_FIXED_SHARE = 0.65  # of the head; where all leave less in common, those nearest the head speak for the rest
_TOLERANCE = 0.2  # of the variants' weight may depart from a fixed word without making it a slot
_DIVISIONS = frozenset("省市县区乡镇")  # 哈尔滨市 is one word, 市 another: they still share it
_CALENDAR = frozenset("年月日")  # behind a figure, or
_SHORT_FIGURES = frozenset("一二三四五六七八九十")  # one of these, which alone are no figure to other modules
_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿")
_ISLAND_CHARS = 3  # one unit of so many characters or fewer between two slots (桥梁〔和〕纽带, the) joins them


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Slots as half-open ranges of the head's elements, in order; an empty range is an insertion."""

    slots: tuple[tuple[int, int], ...]
    fillings: tuple[tuple[tuple[int, int] | None, ...], ...]  # per slot and variant: elements there; None: unclear


@dataclass(frozen=True, slots=True)
class _Words:
    """A variant and its words: where each starts (and where the last ends), and one letter for each."""

    row: Sequence[Element]
    starts: list[int]
    string: str


def common(variants: Sequence[Sequence[Element]], weights: Sequence[int]) -> Skeleton:
    """The skeleton of variants, of which the first is the head; `weights` are numbers of documents.

    Cost: one word alignment per variant.
    """
    head = variants[0]
    letters: dict[tuple[str, ...], str] = {}
    words = [_words(row, letters) for row in variants]
    runs = [[(0, 0, len(head))] if head else [], *(_aligned(words[0], other) for other in words[1:])]
    departures = [_departures(run, len(head), len(other)) for run, other in zip(runs, variants, strict=True)]
    slots = _slots(head, departures, [1 + math.log2(max(1, weight)) for weight in weights])
    if len(variants) > 2 and _fixed(slots, len(head)) < _FIXED_SHARE * len(head):
        slots = _slots(head, _core(head, departures), [])
    slots = _whole_dates(head, slots)
    fillings = tuple(
        tuple(_filling(slot, run, len(head), len(other)) for run, other in zip(runs, variants, strict=True))
        for slot in slots
    )
    varying = [
        len({_keys(row, span) for row, span in zip(variants, spans, strict=True) if span}) > 1 for spans in fillings
    ]
    return Skeleton(tuple(compress(slots, varying)), tuple(compress(fillings, varying)))


def given(variants: Sequence[Sequence[Element]], skeleton: Skeleton) -> tuple[bool, ...]:
    """Per variant whether the head's fixed runs, with a filling of some variant in each slot, give its elements.

    What a fixed word tolerates, and who lacks a word around a slot, leaves it out. Cost: for each variant and slot as
    many look-ups as its fillings have lengths.
    """
    head = [element.key for element in variants[0]]
    fillings = [
        {_keys(row, span) for row, span in zip(variants, spans, strict=True) if span is not None}
        for spans in skeleton.fillings
    ]
    edges = [0, *(end for _, end in skeleton.slots)], [*(start for start, _ in skeleton.slots), len(head)]
    fixed = [tuple(head[start:end]) for start, end in zip(*edges, strict=True)]
    return tuple(_gives(fixed, fillings, tuple(element.key for element in row)) for row in variants)


def _gives(fixed: Sequence[tuple[str, ...]], fillings: Sequence[set[tuple[str, ...]]], keys: tuple[str, ...]) -> bool:
    ends = {len(fixed[0])} if keys[: len(fixed[0])] == fixed[0] else set()
    for alternatives, run in zip(fillings, fixed[1:], strict=True):
        lengths = {len(one) for one in alternatives}
        starts = {end + length for end in ends for length in lengths if keys[end : end + length] in alternatives}
        ends = {start + len(run) for start in starts if keys[start : start + len(run)] == run}
    return len(keys) in ends


def _keys(row: Sequence[Element], span: tuple[int, int]) -> tuple[str, ...]:
    return tuple(element.key for element in row[slice(*span)])


def align(head: Sequence[Element], other: Sequence[Element]) -> list[Run]:
    """Equal runs in common order, between words of both or, from two elements on, of one.

    Cost: the product of the numbers of words, at most a few hundred steps in compiled code.
    """
    letters: dict[tuple[str, ...], str] = {}
    return _aligned(_words(head, letters), _words(other, letters))


def _words(row: Sequence[Element], letters: dict[tuple[str, ...], str]) -> _Words:
    keys = tuple([element.key for element in row])
    if not _NUMERALS.isdisjoint(keys):
        row = _whole_numerals(row)
    starts = [i for i, element in enumerate(row) if element.border or i == 0]
    starts.append(len(row))
    words = [keys[i:j] for i, j in pairwise(starts)]
    string = "".join([letters.setdefault(word, chr(0x100 + len(letters))) for word in words])
    return _Words(row, starts, string)


def _whole_numerals(row: Sequence[Element]) -> Sequence[Element]:
    """The elements without word borders inside numbers written out: 二十万元 does not hold 十万元."""
    return [
        element._replace(border=False) if _amid_numeral(row, position) else element
        for position, element in enumerate(row)
    ]


def _aligned(head: _Words, other: _Words) -> list[Run]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - costs start-up time

    runs: list[Run] = []
    i = j = 0
    blocks = Levenshtein.opcodes(head.string, other.string).as_matching_blocks()  # the last, empty, at both ends
    for a, b, words in blocks:
        runs += _inside(head.row, other.row, (i, head.starts[a]), (j, other.starts[b]))
        x, y = head.starts[a], other.starts[b]
        i, j = head.starts[a + words], other.starts[b + words]
        if i > x:
            runs.append((x, y, i - x))
    return _merged(runs)


def _inside(head: Sequence[Element], other: Sequence[Element], a: tuple[int, int], b: tuple[int, int]) -> Iterator[Run]:
    """Equal runs within two stretches whose words differ, longest first: words are not cut alike everywhere."""
    if a[0] == a[1] or b[0] == b[1]:
        return
    left, right = ([element.key for element in row[x:y]] for row, (x, y) in ((head, a), (other, b)))
    i, j, length = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    i, j = i + a[0], j + b[0]
    while length and (_amid_numeral(head, i) or _amid_numeral(other, j)):
        i, j, length = i + 1, j + 1, length - 1
    while length and (_amid_numeral(head, i + length) or _amid_numeral(other, j + length)):
        length -= 1
    ends = [_borders(head, a, i + k) + _borders(other, b, j + k) for k in (0, length)]
    if not length or min(ends) < (1 if length > 1 or head[i].key in _DIVISIONS else 2):
        return
    yield from _inside(head, other, (a[0], i), (b[0], j))
    yield i, j, length
    yield from _inside(head, other, (i + length, a[1]), (j + length, b[1]))


def _borders(row: Sequence[Element], stretch: tuple[int, int], position: int) -> bool:
    return position in stretch or row[position].border


def _amid_numeral(row: Sequence[Element], position: int) -> bool:
    return 0 < position < len(row) and row[position - 1].key in _NUMERALS and row[position].key in _NUMERALS


def _merged(runs: Sequence[Run]) -> list[Run]:
    merged: list[Run] = []
    for a, b, length in runs:
        if merged and merged[-1][0] + merged[-1][2] == a and merged[-1][1] + merged[-1][2] == b:
            merged[-1] = (merged[-1][0], merged[-1][1], merged[-1][2] + length)
        else:
            merged.append((a, b, length))
    return merged


def _slots(
    head: Sequence[Element], departures: Sequence[frozenset[int]], weights: Sequence[float]
) -> list[tuple[int, int]]:
    """Ranges of the head where too much weight departs; without weights each departure counts."""
    departing: dict[int, float] = defaultdict(float)
    for number, cells in enumerate(departures):
        for cell in cells:
            departing[cell] += weights[number] if weights else 1.0
    limit = _TOLERANCE * sum(weights) if len(weights) >= _TOLERANT_FROM else 0.0
    slots: list[tuple[int, int]] = []
    for cell in sorted(cell for cell, weight in departing.items() if weight > limit):
        first, last = cell // 2, (cell + 1) // 2
        if slots and _adjacent(head, slots[-1][1], first):
            slots[-1] = (slots[-1][0], last)
        else:
            slots.append((first, last))
    return slots


def _fixed(slots: Sequence[tuple[int, int]], length: int) -> int:
    return length - sum(last - first for first, last in slots)


def _whole_dates(head: Sequence[Element], slots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The slots grown to the ends of dates they cut (〔2月29日〕, not 〔2〕月〔29〕日); those that meet are one."""
    dates = list(_dates(head))
    whole: list[tuple[int, int]] = []
    for slot in slots:
        cut = [slot, *(date for date in dates if date[0] < slot[1] and slot[0] < date[1])]
        grown = min(start for start, _ in cut), max(end for _, end in cut)
        if whole and grown[0] <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(grown[1], whole[-1][1])
        else:
            whole.append(grown)
    return whole


def _dates(head: Sequence[Element]) -> Iterator[tuple[int, int]]:
    """Runs of figures that a unit of the calendar stands behind: 2012年2月29日, 十二月, 2012年."""
    at = 0 if any(element.key in _CALENDAR for element in head) else len(head)
    while at < len(head):
        end = at
        while end + 1 < len(head) and _figure(head[end].key) and head[end + 1].key in _CALENDAR:
            end += 2
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _figure(key: str) -> bool:
    return key.startswith("#") or key in _SHORT_FIGURES


def _core(head: Sequence[Element], departures: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """The variants, heaviest first, that together leave enough of the head fixed, and at least one beside the head."""
    core: list[frozenset[int]] = []
    for cells in departures[1:]:
        slots = _slots(head, [*core, cells], [])
        if _fixed(slots, len(head)) >= _FIXED_SHARE * len(head):
            core.append(cells)
    return core or [min(departures[1:], key=len)]


def _adjacent(head: Sequence[Element], end: int, start: int) -> bool:
    if start - end > 1 or not end:
        return start <= end
    return start == end or head[end].end - head[end].start <= _ISLAND_CHARS


def _departures(runs: Sequence[Run], head: int, other: int) -> frozenset[int]:
    """Where a variant differs from the head: cell 2i is the gap before element i, cell 2i+1 the element."""
    cells: set[int] = set()
    i = j = 0
    for a, b, length in [*runs, (head, other, 0)]:
        if a > i:
            cells.update(range(2 * i + 1, 2 * a))
        elif b > j:
            cells.add(2 * i)
        i, j = a + length, b + length
    return frozenset(cells)


def _filling(slot: tuple[int, int], runs: Sequence[Run], head: int, other: int) -> tuple[int, int] | None:
    """The elements of a variant between the fixed elements around a slot; None where it lacks one of these."""
    start = 0 if slot[0] == 0 else _counterpart(runs, slot[0] - 1)
    end = other if slot[1] == head else _counterpart(runs, slot[1])
    if start is None or end is None:
        return None
    return (start + 1 if slot[0] else 0), end


def _counterpart(runs: Sequence[Run], position: int) -> int | None:
    return next((b + position - a for a, b, length in runs if a <= position < a + length), None)
