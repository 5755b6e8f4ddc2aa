"""Wordings: equal stretches of the speeches, each once, with all their places.

Enters: spans per document. Leaves: `Wordings` in the order in which they may lead a family. Stands between `spans`
and `pieces`, which say where wordings are, and `candidates` and `leaders`, which bring them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.formulas.pieces import Piece, Side
from reuse.formulas.spans import candidate_spans
from reuse.formulas.speeches import Speeches
from reuse.model import IndexArray

__all__ = ["Wordings", "collect"]


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """w wordings, those of most documents first, then by occurrences, then shorter ones, then by key."""

    keys: tuple[str, ...]  # one private character per unit
    places: tuple[tuple[Side, ...], ...]  # by document, then unit
    documents: IndexArray  # (w,) in how many documents it stands as a candidate of its own
    number: dict[str, int]  # key -> place in this order

    def __len__(self) -> int:
        return len(self.keys)


def collect(speeches: Speeches, pieces: Sequence[Piece], *, min_length_chars: int) -> Wordings:
    """Gather clauses, phrases and both sides of every piece by their keys. Linear in the number of units."""
    places: dict[str, set[Side]] = {}
    for side in _sides(speeches, pieces, min_length_chars):
        places.setdefault(speeches.strings[side[0]][side[1] : side[2]], set()).add(side)
    documents = {key: len({side[0] for side in sides}) for key, sides in places.items()}
    keys = sorted(places, key=lambda key: (-documents[key], -len(places[key]), len(key), key))
    return Wordings(
        keys=tuple(keys),
        places=tuple(tuple(sorted(places[key])) for key in keys),
        documents=np.array([documents[key] for key in keys], dtype=np.int32),
        number={key: i for i, key in enumerate(keys)},
    )


def _sides(speeches: Speeches, pieces: Sequence[Piece], min_length_chars: int) -> Iterable[Side]:
    for document, segments in enumerate(speeches.segments):
        for first, last in candidate_spans(
            segments, speeches.stops[document], min_length_chars=min_length_chars
        ).tolist():
            yield document, first, last
    for piece in pieces:
        yield piece.source
        yield piece.target
