"""Wordings: equal stretches of the speeches, each once, with all their places.

Enters: spans per document. Leaves: `Wordings` in the order in which they may lead a family. Stands between `spans`
and `pieces`, which say where wordings are, and `candidates` and `leaders`, which bring them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.formulas.pieces import Piece, Side
from reuse.formulas.spans import candidate_spans
from reuse.formulas.speeches import Speeches
from reuse.model import IndexArray

__all__ = ["Places", "Wordings", "collect"]


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """The places of each wording by document, then unit: columns, since a large body has millions of them."""

    offsets: IndexArray  # (w+1,) wording i stands at the places offsets[i]:offsets[i+1] of the columns below
    documents: IndexArray
    firsts: IndexArray  # units, half-open
    lasts: IndexArray

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, i: int) -> tuple[Side, ...]:
        """The places of wording i, counted from 0."""
        span = slice(self.offsets.item(i), self.offsets.item(i + 1))
        columns = (column[span].tolist() for column in (self.documents, self.firsts, self.lasts))
        return tuple(zip(*columns, strict=True))

    def __iter__(self) -> Iterator[tuple[Side, ...]]:
        return (self[i] for i in range(len(self)))

    def heads(self, numbers: Sequence[int]) -> list[Side]:
        """The first place of each of these wordings."""
        at = self.offsets[:-1][np.array(numbers, dtype=np.int64)]
        columns = (column[at].tolist() for column in (self.documents, self.firsts, self.lasts))
        return list(zip(*columns, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """w wordings, those of most documents first, then by occurrences, then shorter ones, then by key."""

    keys: tuple[str, ...]  # one private character per unit
    places: Places
    documents: IndexArray  # (w,) in how many documents it stands as a candidate of its own
    number: dict[str, int]  # key -> place in this order

    def __len__(self) -> int:
        return len(self.keys)


def collect(speeches: Speeches, pieces: Sequence[Piece], *, min_length_chars: int) -> Wordings:
    """Gather clauses, phrases and both sides of every piece by their keys. Linear in the number of units."""
    sides = _sides(speeches, pieces, min_length_chars)
    numbers: dict[str, int] = {}
    owners = np.fromiter(
        (numbers.setdefault(key, len(numbers)) for key in _keys(speeches, sides)), dtype=np.int32, count=len(sides)
    )
    keys = list(numbers)
    by_place = np.argsort(owners, kind="stable")
    changes = np.diff(owners[by_place], prepend=-1) | np.diff(sides[by_place, 0], prepend=-1)
    documents = np.bincount(owners[by_place][changes != 0], minlength=len(keys)).astype(np.int32)
    occurrences = np.bincount(owners, minlength=len(keys))
    order = np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int32)
    lengths = np.fromiter(map(len, keys), dtype=np.int32, count=len(keys))
    order = order[np.lexsort((lengths[order], -occurrences[order], -documents[order]))]
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order), dtype=np.int32)
    sides = sides[np.argsort(rank[owners], kind="stable")]
    ordered = tuple(keys[i] for i in order.tolist())
    return Wordings(
        keys=ordered,
        places=Places(
            np.concatenate([[0], np.cumsum(occurrences[order])]).astype(np.int32),
            *(np.ascontiguousarray(sides[:, column]) for column in range(3)),
        ),
        documents=documents[order],
        number={key: i for i, key in enumerate(ordered)},
    )


def _sides(speeches: Speeches, pieces: Sequence[Piece], min_length_chars: int) -> IndexArray:
    """(k, 3) document, first and last unit of every candidate, sorted and without repetition."""
    parts: list[npt.NDArray[np.int32]] = [np.zeros((0, 3), dtype=np.int32)]
    for document, segments in enumerate(speeches.segments):
        stops, numbered = speeches.stops[document], speeches.numbered[document]
        spans = candidate_spans(segments, stops, numbered, min_length_chars=min_length_chars)
        part = np.full((len(spans), 3), document, dtype=np.int32)
        part[:, 1:] = spans
        parts.append(part)
    if not pieces:
        return np.concatenate(parts)
    parts.append(np.array([side for piece in pieces for side in (piece.source, piece.target)], dtype=np.int32))
    return np.unique(np.concatenate(parts), axis=0)


def _keys(speeches: Speeches, sides: IndexArray) -> Iterator[str]:
    for document, first, last in zip(*(column.tolist() for column in sides.T), strict=True):
        yield speeches.strings[document][first:last]
