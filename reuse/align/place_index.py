"""Places on one side or two, found again by a point in them or close to them.

Enters: spans or boxes of units, one after the other. Leaves: those that hold a point, or end or begin near one. A text
that repeats itself has thousands of boxes beside each other on one side; looked up on both sides at once, few are left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reuse.model import Span

__all__ = ["Piece", "PlaceIndex", "SpanIndex"]

Piece = tuple[int, int, int, int]  # source first/last, target first/last unit; half-open
_Cells = dict[tuple[int, int], list[Piece]]


class SpanIndex:
    """Spans of units, each in at most two cells of a row of its own size."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, list[Span]]] = {}  # by the power of two that is a cell's length

    def add(self, span: Span) -> None:
        """Take one more span. Cost: constant."""
        start, end = span
        power = (end - start).bit_length()
        row = self._rows.setdefault(power, defaultdict(list))
        for cell in range(start >> power, (end >> power) + 1):
            row[cell].append(span)

    def around(self, unit: int) -> Iterator[Span]:
        """Spans that hold this unit, and some near it. Cost: a look-up for each size of span there is."""
        for power, row in self._rows.items():
            yield from row.get(unit >> power, ())


class PlaceIndex:
    """Boxes of units, each in at most four cells of a grid of its own size."""

    def __init__(self, *, reach: int) -> None:
        self._reach = reach
        self._grids: dict[int, _Cells] = {}  # by the power of two that is a cell's side
        self._ends: _Cells = defaultdict(list)  # cells of `reach` units
        self._starts: _Cells = defaultdict(list)

    def add(self, box: Piece) -> None:
        """Take one more box. Cost: constant."""
        a0, a1, b0, b1 = box
        power = max(a1 - a0, b1 - b0).bit_length()
        grid = self._grids.setdefault(power, defaultdict(list))
        for a in range(a0 >> power, (a1 >> power) + 1):
            for b in range(b0 >> power, (b1 >> power) + 1):
                grid[a, b].append(box)
        side = self._reach + 1
        self._ends[a1 // side, b1 // side].append(box)
        self._starts[a0 // side, b0 // side].append(box)

    def around(self, a: int, b: int) -> Iterator[Piece]:
        """Boxes that hold this unit of the source and this one of the target, and some near them.

        Cost: a look-up for each size of box there is.
        """
        for power, grid in self._grids.items():
            yield from grid.get((a >> power, b >> power), ())

    def has_neighbour(self, box: Piece) -> bool:
        """Whether a box ends right before this one, or begins right behind it, on both sides, within reach."""
        a0, a1, b0, b1 = box
        reach, side = self._reach, self._reach + 1
        for a in range((a0 - reach) // side, a0 // side + 1):
            for b in range((b0 - reach) // side, b0 // side + 1):
                for _, u1, _, v1 in self._ends.get((a, b), ()):
                    if 0 <= a0 - u1 <= reach and 0 <= b0 - v1 <= reach:
                        return True
        for a in range(a1 // side, (a1 + reach) // side + 1):
            for b in range(b1 // side, (b1 + reach) // side + 1):
                for u0, _, v0, _ in self._starts.get((a, b), ()):
                    if 0 <= u0 - a1 <= reach and 0 <= v0 - b1 <= reach:
                        return True
        return False
