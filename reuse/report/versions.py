"""Two versions of one text as a list of edits: kept, reworded, moved, dropped, new, in reading order.

Enters: two documents and the sentence matches between them. Leaves: `Edit` records in code points of the texts.
Sentences may match several others; an edit list needs one partner each. The heaviest chain of matches in common order
is what stayed in its place (Hirschberg's common subsequence, weighted by the characters that agree); of the rest the
heaviest matches between sentences that are still free are what moved. What has no partner was dropped, or is new.
Sentences left without any match are first compared with each other, since a short one may lie below what counts as
an agreement of two speeches and still be the same line of two versions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import Indel

from reuse.model import SentenceMatch, Span

__all__ = ["Edit", "EditKind", "edits"]

EditKind = Literal["kept", "reworded", "moved", "away", "dropped", "new"]

SAME_SENTENCE = 0.9995  # rapidfuzz similarity of sentences that have the same key
MIN_SIMILARITY_MOVED = 0.6  # off the common order, less agreement is chance between two sentences of one subject
# A sentence of what has no partner: up to its closing mark and the quotes behind it, or to the end of the line.
LINE_ENDS = r"\n\r\v\f\x85\u2028\u2029"
SENTENCE = re.compile(rf"[^。！？!?{LINE_ENDS}]*(?:[。！？!?]+[”’」』）)\"']*|(?=[{LINE_ENDS}])|$)")
MAX_ROUNDS = 3  # a match found late may free a sentence that had a poorer one; nothing was gained after two rounds
MAX_COMPARED = (
    4_000_000  # pairs of sentences without a match; beyond that, texts of thousands of lines, equal ones only
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the source to the target; spans in code points."""

    kind: EditKind  # "moved" where the sentence stands in the target, "away" where it stood in the source
    source: Span | None  # None: new
    target: Span | None  # None: dropped
    similarity: float  # 0..1; 0 where one side is missing


@dataclass(frozen=True, slots=True)
class _Match:
    source: Span
    target: Span
    similarity: float
    weight: float  # characters that agree


def edits(source: str, target: str, matches: Sequence[SentenceMatch]) -> tuple[Edit, ...]:
    """The edits that make `target` of `source`, in the order of the target.

    What was dropped or went elsewhere is listed where it stood.

    `matches` are those between the two texts. n log n in the matches, linear in the texts.
    """
    candidates = sorted(map(_match, matches), key=_by_place)
    chain = _heaviest_chain(candidates)
    moved = _moved(candidates, chain)
    for _ in range(MAX_ROUNDS):
        found = _compared(source, target, [*chain, *moved])
        if not found:
            break
        candidates = sorted({*candidates, *found}, key=_by_place)
        chain = _heaviest_chain(candidates)
        moved = _moved(candidates, chain)
    gone = [
        *(Edit("dropped", span, None, 0.0) for span in _left_over(source, [m.source for m in (*chain, *moved)])),
        *(Edit("away", match.source, match.target, match.similarity) for match in moved),
    ]
    placed = [
        *(Edit(_kind(match), match.source, match.target, match.similarity) for match in chain),
        *(Edit("moved", match.source, match.target, match.similarity) for match in moved),
        *(Edit("new", None, span, 0.0) for span in _left_over(target, [m.target for m in (*chain, *moved)])),
    ]
    return tuple(_woven(sorted(placed, key=lambda edit: edit.target or (0, 0)), gone))


def _by_place(match: _Match) -> tuple[Span, Span]:
    return match.source, match.target


def _match(match: SentenceMatch) -> _Match:
    source = (match.source[0].start, match.source[-1].end)
    target = (match.target[0].start, match.target[-1].end)
    length = min(source[1] - source[0], target[1] - target[0])
    return _Match(source, target, match.similarity, match.similarity * length)


def _kind(match: _Match) -> EditKind:
    return "kept" if match.similarity >= SAME_SENTENCE else "reworded"


def _heaviest_chain(matches: Sequence[_Match]) -> list[_Match]:
    """The matches that are in order on both sides, without overlap, with most agreement. By source and target."""
    ends = sorted({match.target[1] for match in matches})
    place = {end: i for i, end in enumerate(ends, start=1)}
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)  # Fenwick tree: heaviest chain ending up to there
    before: list[int] = []
    total: list[float] = []
    waiting: list[int] = []  # computed, but not yet ended before the source position that is looked at
    for number, match in enumerate(matches):
        for other in sorted(i for i in waiting if matches[i].source[1] <= match.source[0]):
            _raise_to(best, place[matches[other].target[1]], (total[other], other))
        waiting = [i for i in waiting if matches[i].source[1] > match.source[0]]
        weight, last = _heaviest(best, bisect_right(ends, match.target[0]))
        before.append(last)
        total.append(weight + match.weight)
        waiting.append(number)
    chain: list[_Match] = []
    at = max(range(len(matches)), key=lambda i: (total[i], -i), default=-1)
    while at >= 0:
        chain.append(matches[at])
        at = before[at]
    return chain[::-1]


def _raise_to(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], value, key=lambda entry: entry[0])
        place += place & -place


def _heaviest(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    heaviest = (0.0, -1)
    while place:
        heaviest = max(heaviest, tree[place], key=lambda entry: entry[0])
        place -= place & -place
    return heaviest


def _moved(matches: Sequence[_Match], chain: Sequence[_Match]) -> list[_Match]:
    """Matches between sentences that the chain left free, heaviest first, each sentence once."""
    sources, targets = [match.source for match in chain], [match.target for match in chain]
    moved: list[_Match] = []
    for match in sorted(matches, key=lambda one: (-one.weight, *_by_place(one))):
        if match.similarity < MIN_SIMILARITY_MOVED:
            continue
        if _free(match.source, sources) and _free(match.target, targets):
            sources.append(match.source)
            targets.append(match.target)
            moved.append(match)
    return moved


def _free(span: Span, taken: Sequence[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _compared(source: str, target: str, taken: Sequence[_Match]) -> list[_Match]:
    """Matches between the sentences that no match holds."""
    rows = _left_over(source, [match.source for match in taken])
    columns = _left_over(target, [match.target for match in taken])
    if not rows or not columns:
        return []
    texts = [source[start:end] for start, end in rows], [target[start:end] for start, end in columns]
    least = MIN_SIMILARITY_MOVED if len(rows) * len(columns) <= MAX_COMPARED else 1.0
    scores = process.cdist(*texts, scorer=Indel.normalized_similarity, score_cutoff=least)
    found = []
    for row, column in zip(*scores.nonzero(), strict=True):
        similarity = float(scores[row, column])
        length = min(len(texts[0][row]), len(texts[1][column]))
        found.append(_Match(rows[row], columns[column], similarity, similarity * length))
    return found


def _left_over(text: str, taken: Sequence[Span]) -> list[Span]:
    """Sentences outside the spans, in order; pieces without a letter or digit are none."""
    edges = [(0, 0), *sorted(taken), (len(text), len(text))]
    spans = []
    for (_, start), (end, _) in pairwise(edges):
        for found in SENTENCE.finditer(text, start, max(start, end)):
            piece = found[0]
            if any(character.isalnum() for character in piece):
                lead = len(piece) - len(piece.lstrip())
                spans.append((found.start() + lead, found.start() + len(piece.rstrip())))
    return spans


def _woven(placed: Sequence[Edit], gone: Sequence[Edit]) -> Iterator[Edit]:
    """What is gone from its place, put ahead of the first edit in place that stood behind it in the source."""
    waiting = sorted(gone, key=lambda edit: edit.source or (0, 0))
    for edit in placed:
        if edit.source is not None and edit.kind != "moved":
            while waiting and waiting[0].source and waiting[0].source[0] < edit.source[0]:
                yield waiting.pop(0)
        yield edit
    yield from waiting
