"""Repeats that end amid a phrase, cut back to where a phrase may end.

Enters: `Repeats` and which of their ends hold. Leaves: further `Repeats`, with every place of the shorter wording.
Serves `phrases`. The test of the ends comes before closure: 在于…科学指引 stands in 25 documents and is no closed
repeat, because …指引是 explains it, which is no phrase.
"""

from __future__ import annotations

import numpy as np

from reuse.formulas.evidence import Flat
from reuse.formulas.levels import LongArray
from reuse.formulas.places import everywhere
from reuse.formulas.repeats import Repeats
from reuse.formulas.speeches import Speeches
from reuse.model import BoolArray, IndexArray

__all__ = ["join", "trimmed"]


def trimmed(
    repeats: Repeats, holds: BoolArray, flat: Flat, speeches: Speeches, *, min_length: int, min_documents: int
) -> Repeats:
    """The stretches that are left of repeats when each end that does not hold moves inwards.

    An end moves to the nearest punctuation inside, or else to the nearest word border, in the repeat's first place; the
    start of an item's number behind the number, and of a conjunction behind that and no further.
    `holds` is (r, 2). Strings that are repeats already are not given again. Cost: linear in the repeats, and that of
    looking the strings up.
    """
    rows = np.flatnonzero(~holds.all(axis=1))
    known = {_key(repeats, row, speeches) for row in np.flatnonzero(holds.all(axis=1)).tolist()}
    keys: dict[str, None] = {}
    for row in rows.tolist():
        document, first = int(repeats.documents[row]), int(repeats.starts[row])
        begin = int(flat.offsets[document]) + first
        end = begin + int(repeats.lengths[row])
        left: int | None = begin
        if flat.item[begin]:
            left = next((place for place in range(begin + 1, end) if not flat.item[place]), None)
        elif flat.joint[begin]:
            left = _behind_joint(flat, begin)
        elif not holds[row, 0]:
            left = _inwards(flat.mark, flat.word, range(begin + 1, end - min_length + 1))
        right = end if holds[row, 1] else _inwards(flat.mark, flat.word, range(end - 1, begin + min_length - 1, -1))
        if left is not None and right is not None and right - left >= min_length:
            key = speeches.strings[document][first + left - begin : first + right - begin]
            if key not in known:
                keys[key] = None
    return _looked_up(list(keys), speeches, min_documents)


def _key(repeats: Repeats, row: int, speeches: Speeches) -> str:
    start = int(repeats.starts[row])
    return speeches.strings[int(repeats.documents[row])][start : start + int(repeats.lengths[row])]


def _behind_joint(flat: Flat, begin: int) -> int:
    """Where what a conjunction joins begins: behind “and”, or behind “And so,”."""
    return begin + 2 if flat.light[begin + 1] and flat.mark[begin + 2] else begin + 1


def _inwards(mark: BoolArray, word: BoolArray, places: range) -> int | None:
    """The first of the places with punctuation, else the first with a word border."""
    nearest = None
    for place in places:
        if mark[place]:
            return place
        if nearest is None and word[place]:
            nearest = place
    return nearest


def _looked_up(keys: list[str], speeches: Speeches, min_documents: int) -> Repeats:
    """All places of the strings that enough documents hold, as `Repeats` in the order of the strings."""
    owner, document, start = everywhere(keys, speeches)
    order = np.argsort((owner * len(speeches.offsets) + document) * (int(start.max(initial=0)) + 1) + start)
    owner, document, start = owner[order], document[order], start[order]
    sizes = np.bincount(owner, minlength=len(keys))
    fresh = np.ones(len(owner), dtype=np.bool_)
    fresh[1:] = (np.diff(owner) > 0) | (np.diff(document) > 0)
    df = np.bincount(owner[fresh], minlength=len(keys))
    kept = df >= min_documents
    inside = kept[owner] if len(owner) else np.zeros(0, dtype=np.bool_)
    offsets = np.concatenate([[0], np.cumsum(sizes[kept])]).astype(np.int64)
    lengths = np.fromiter(map(len, keys), dtype=np.int32, count=len(keys))[kept]
    documents: IndexArray = document[inside].astype(np.int32)
    starts: IndexArray = start[inside].astype(np.int32)
    return Repeats(
        documents=documents[offsets[:-1]],
        starts=starts[offsets[:-1]],
        lengths=lengths,
        df=df[kept].astype(np.int32),
        occurrences=sizes[kept].astype(np.int32),
        offsets=offsets,
        place_documents=documents,
        place_starts=starts,
    )


def join(one: Repeats, other: Repeats, kept: tuple[BoolArray, BoolArray]) -> Repeats:
    """The kept rows of both tables as one."""
    rows = [_taken(table, np.flatnonzero(mask)) for table, mask in zip((one, other), kept, strict=True)]
    columns = ("documents", "starts", "lengths", "df", "occurrences", "place_documents", "place_starts")
    together = {name: np.concatenate([getattr(table, name) for table in rows]) for name in columns}
    sizes = together["occurrences"].astype(np.int64)
    return Repeats(offsets=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64), **together)


def _taken(table: Repeats, rows: LongArray) -> Repeats:
    sizes = table.occurrences[rows].astype(np.int64)
    offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    places = np.repeat((table.offsets[rows] - offsets[:-1]).astype(np.int32), sizes)
    places += np.arange(len(places), dtype=np.int32)
    return Repeats(
        documents=table.documents[rows],
        starts=table.starts[rows],
        lengths=table.lengths[rows],
        df=table.df[rows],
        occurrences=table.occurrences[rows],
        offsets=offsets,
        place_documents=table.place_documents[places],
        place_starts=table.place_starts[places],
    )
