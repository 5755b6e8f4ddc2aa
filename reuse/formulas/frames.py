"""Frames: a wording that stays and, on one side of it, words that vary.

Enters: the laid-out speeches and their closed repeats. Leaves: `Frame`s: 〔稳健|适度宽松|从紧〕的货币政策,
加强和创新社会〔管理|治理〕. Serves `changes`. Families of clauses cannot see such changes where the clause around them
is long or shared by two formulas (实施积极的财政政策和稳健的货币政策); a closed repeat is by definition a wording whose
surroundings vary, so each is the head of two frames, one for either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.formulas.joints import conjunctions, loose_ends
from reuse.formulas.pieces import Side
from reuse.formulas.repeats import Repeats
from reuse.formulas.speeches import Speeches
from reuse.model import Segments

__all__ = ["DEPTHS", "Frame", "WordEdges", "frames", "is_figures", "word_edges"]

DEPTHS = (1, 2, 3)  # words of content taken as the varying part; the depth that tells most is kept later
NUMBER = "#"  # key of any number; see Segments.units
_LEAST_BITS = 16.0  # of a head; 社会 or 在以 say too little to be what stays
_MOST_NUMBERS = 0.25  # of a stretch's units: dates and page numbers are no wording
_WHOLE_WORDS = 0.5  # of a head's places must begin and end between words
_LEAST_DOCUMENTS = 6
_ITEMS = "、,"  # what stands beyond is the next thing of a list, no word of this one; other commas end a phrase


@dataclass(frozen=True, slots=True)
class WordEdges:
    """One document's words and phrases, ready to walk along; n units."""

    before: tuple[int, ...]  # (n+1,) where the word begins that ends at this edge or around it; 0 at the start
    behind: tuple[int, ...]  # (n+1,) where the word ends that begins at this edge or around it; n at the end
    words: tuple[bool, ...]  # (n+1,) a word border
    stops: tuple[bool, ...]  # (n+1,) a phrase ends
    lists: tuple[bool, ...]  # (n+1,) the next item of a list begins, or a phrase ends
    joined: tuple[bool, ...]  # (n+1,) a conjunction of words (and, und) stands before or behind
    loose: tuple[bool, ...]  # (n+1,) a phrase of words would end here on an article, a preposition …
    heavy: tuple[int, ...]  # (n+1,) running count of units that are neither function words nor numbers
    numbers: tuple[int, ...]  # (n+1,) running count of numbers


@dataclass(frozen=True, slots=True)
class Frame:
    """A head with p places and what stands beside it, at each depth."""

    left: bool  # the varying part stands before the head
    places: tuple[Side, ...]  # of the head, p, by document, then unit
    fillers: tuple[tuple[Side | None, ...], ...]  # by depth, p each: the varying part; None where the phrase ends first


def word_edges(segments: Segments, stops: Sequence[bool]) -> WordEdges:
    """Prepare one document. Linear."""
    n = len(segments)
    words = segments.words.copy()
    words[[0, n]] = True
    at = np.arange(n + 1)
    back = np.maximum.accumulate(np.where(words, at, 0))
    ahead = np.minimum.accumulate(np.where(words, at, n)[::-1])[::-1]
    number = np.fromiter((unit == NUMBER for unit in segments.units), dtype=np.bool_, count=n)
    heavy = np.concatenate([[0], np.cumsum(~(segments.light | number))])
    ends = (True, *(bool(stop) for stop in stops[1:n]), True)
    return WordEdges(
        before=(0, *back[:-1].tolist()),
        behind=(*ahead[1:].tolist(), n),
        words=tuple(words.tolist()),
        stops=ends,
        lists=tuple(stop or _is_item(segments, at) for at, stop in enumerate(ends)),
        joined=_beside_conjunctions(segments),
        loose=tuple((np.concatenate([[False], loose_ends(segments)]) & ~np.array(ends)).tolist()),
        heavy=tuple(heavy.tolist()),
        numbers=(0, *np.cumsum(number).tolist()),
    )


def _is_item(segments: Segments, at: int) -> bool:
    """Whether a mark between items of a list stands before this inner edge."""
    if segments.borders[at] != 1:
        return False
    between = segments.document.text[int(segments.ends[at - 1]) : int(segments.starts[at])]
    return any(mark in between for mark in _ITEMS)


def _beside_conjunctions(segments: Segments) -> tuple[bool, ...]:
    flags = conjunctions(segments)
    return tuple((np.append(flags, False) | np.append(False, flags)).tolist())


def frames(
    repeats: Repeats, speeches: Speeches, edges: Sequence[WordEdges], last_units: Sequence[int]
) -> Iterator[Frame]:
    """Both frames of every repeat that is a wording: of whole words, within one phrase, in six documents.

    `last_units` says for each document where it ends and the publisher's notes below it begin. Cost: about 5 µs for
    each place and side.
    """
    for i in range(len(repeats)):
        length = int(repeats.lengths[i])
        documents, starts = (column.tolist() for column in repeats.places(i))
        if speeches.bits(documents[0], starts[0], starts[0] + length) < _LEAST_BITS:
            continue
        shown = (documents[0], starts[0], starts[0] + length)
        if is_figures(edges, shown) or _ends_in_figures(edges[documents[0]], shown):
            continue
        places = tuple(
            (document, start, start + length)
            for document, start in zip(documents, starts, strict=True)
            if _whole(edges[document], start, start + length) and start + length <= last_units[document]
        )
        if len(places) < _WHOLE_WORDS * len(starts) or len({place[0] for place in places}) < _LEAST_DOCUMENTS:
            continue
        document, first, last = places[0]
        for left in (True, False):
            # What stands across a conjunction is another thing of a list; a head must not point to what is behind it.
            if edges[document].joined[first if left else last] or (left and edges[document].loose[last]):
                continue
            rows = [_beside(edges[document], document, first, last, left) for document, first, last in places]
            yield Frame(left, places, tuple(zip(*rows, strict=True)))


def is_figures(edges: Sequence[WordEdges], side: Side) -> bool:
    """Whether a stretch is a date, a page number or a row of figures rather than wording."""
    document, first, last = side
    numbers = edges[document].numbers
    return numbers[last] - numbers[first] > _MOST_NUMBERS * (last - first)


def _ends_in_figures(edges: WordEdges, side: Side) -> bool:
    """Whether a head is torn at a figure: 专项债券4000 has its unit in what varies."""
    _, first, last = side
    return edges.numbers[first + 1] > edges.numbers[first] or edges.numbers[last] > edges.numbers[last - 1]


def _whole(edges: WordEdges, first: int, last: int) -> bool:
    return edges.words[first] and edges.words[last] and not any(edges.stops[first + 1 : last])


def _beside(edges: WordEdges, document: int, first: int, last: int, left: bool) -> list[Side | None]:
    """What stands beside a head, by depth: words up to the first, second, third one of content in its phrase."""
    found: list[Side | None] = []
    near = at = first if left else last
    if edges.lists[at]:
        return [None for _ in DEPTHS]
    for _ in DEPTHS:
        content = False
        while not content:
            if edges.stops[at]:
                return [*found, *(None for _ in DEPTHS[len(found) :])]
            ahead = edges.before[at] if left else edges.behind[at]
            content = edges.heavy[at] != edges.heavy[ahead]
            at = ahead
        found.append((document, at, near) if left else (document, near, at))
    return found
