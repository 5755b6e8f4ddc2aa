"""What stronger changes show already, so that a list of changes tells each thing once.

Enters: `Rivals`, strongest first. Leaves: which of them tell nothing new. Serves `changes`. A weaker one repeats a
stronger one where its head stands in what was shown; where what varies in it stands there; and where the same long
wordings replace each other in other surroundings (江泽民同志为核心, 胡锦涛同志为总书记 before 的党中央周围, and again
before 的党中央领导下).
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.formulas.pieces import Side
from reuse.formulas.rivals import Rivals
from reuse.formulas.speeches import Speeches

__all__ = ["Told"]

_HEAD = 0.8  # of a head's units that were shown make the place told
_PLACES = 0.5  # of the places make a head, or a wording, told
_NEWS = 0.25  # of the documents: untold wordings of fewer are not worth a row of their own
_LEAST_BITS = 16.0  # of what varies, to be known again elsewhere: 全面 and 大力 replace each other in many formulas

Range = tuple[int, int, int]  # document, first edge, last edge (both within): also what was only left out has a place


class Told:
    """What the changes taken so far show."""

    def __init__(self, speeches: Speeches) -> None:
        self._speeches = speeches
        self._units: set[tuple[int, int]] = set()
        self._edges: set[tuple[int, int]] = set()
        self._texts: set[str] = set()

    def holds(self, rivals: Rivals) -> bool:
        """Whether nothing new would be told. Linear in the places."""
        heads = [head for places in rivals.heads for head in places]
        if sum(map(self._has_head, heads)) >= _PLACES * len(heads):
            return True
        ranges = varying(rivals.places, self._speeches)
        documents = [len({side[0] for side in places}) for places in rivals.places]
        news = sum(n for n, own in zip(documents, ranges, strict=True) if not self._has_wording(own))
        return news < _NEWS * sum(documents)

    def add(self, rivals: Rivals) -> None:
        """Take a change into what is told. Linear in the places."""
        self._units.update((side[0], unit) for places in rivals.places for side in places for unit in range(*side[1:]))
        for own in varying(rivals.places, self._speeches):
            self._edges.update((document, edge) for document, a, b in own for edge in range(a, b + 1))
            if self._is_long(own[0]):
                self._texts.add(self._text(own[0]))

    def _has_head(self, head: Side) -> bool:
        document, first, last = head
        return sum((document, unit) in self._units for unit in range(first, last)) >= _HEAD * (last - first)

    def _has_wording(self, own: Sequence[Range]) -> bool:
        if self._is_long(own[0]) and any(self._text(own[0]) in text for text in self._texts):
            return True
        told = sum(all((document, edge) in self._edges for edge in range(a, b + 1)) for document, a, b in own)
        return told >= _PLACES * len(own)

    def _is_long(self, own: Range) -> bool:
        return self._speeches.bits(*own) >= _LEAST_BITS

    def _text(self, own: Range) -> str:
        return self._speeches.strings[own[0]][own[1] : own[2]]


def varying(wordings: Sequence[Sequence[Side]], speeches: Speeches) -> list[list[Range]]:
    """Of every place what is left without the units that all wordings begin and end with."""
    keys = [speeches.strings[places[0][0]][places[0][1] : places[0][2]] for places in wordings]
    before = _common(keys)
    behind = _common([key[before:][::-1] for key in keys])
    return [[(document, first + before, last - behind) for document, first, last in places] for places in wordings]


def _common(keys: Sequence[str]) -> int:
    """How many first units all keys share."""
    least, most = min(keys), max(keys)
    return next((i for i, unit in enumerate(least) if unit != most[i]), len(least))
