"""What the searches hand to each other: a stretch of one text laid on a stretch of the other, in tokens.

Enters: token spans. Leaves: Boxes, merged where they touch on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reuse.align.passage_pair import PassagePair
from reuse.align.place_index import SpanIndex
from reuse.model import Span

__all__ = ["Box", "Evidence", "characters", "merged", "overlap", "touching", "without_repeats"]

Evidence = Literal["copy", "reworded", "summary"]


@dataclass(frozen=True, slots=True)
class Box:
    """Half-open token spans on both sides."""

    a0: int
    a1: int
    b0: int
    b1: int
    bits: int  # in 64ths
    evidence: Evidence

    @property
    def tokens(self) -> int:
        """The shorter side's length."""
        return min(self.a1 - self.a0, self.b1 - self.b0)

    @property
    def place(self) -> tuple[int, int, int, int]:
        """The four ends, to sort by."""
        return self.a0, self.a1, self.b0, self.b1


def overlap(start: int, end: int, other_start: int, other_end: int) -> int:
    """How far two spans have the same places."""
    return max(0, min(end, other_end) - max(start, other_start))


def touching(x: Box, y: Box) -> bool:
    """Whether two boxes overlap on both sides."""
    return overlap(x.a0, x.a1, y.a0, y.a1) > 0 and overlap(x.b0, x.b1, y.b0, y.b1) > 0


def characters(box: Box, pair: PassagePair) -> tuple[int, int, int, int]:
    """The box in code points: start and end on a, start and end on b."""
    return (
        int(pair.a.starts[box.a0]),
        int(pair.a.tails[box.a1 - 1]),
        int(pair.b.starts[box.b0]),
        int(pair.b.tails[box.b1 - 1]),
    )


def merged(boxes: Iterable[Box], *, within_tokens: int) -> list[Box]:
    """Boxes that lie at most so many tokens apart on both sides become one. Cost: O(n²), n is small."""
    waiting = sorted(boxes, key=lambda box: box.place)
    done: list[Box] = []
    while waiting:
        box = waiting.pop(0)
        near = next((other for other in waiting if _near(box, other, within_tokens)), None)
        if near is None:
            done.append(box)
            continue
        waiting.remove(near)
        joined = Box(
            min(box.a0, near.a0),
            max(box.a1, near.a1),
            min(box.b0, near.b0),
            max(box.b1, near.b1),
            box.bits + near.bits,
            box.evidence if box.evidence == near.evidence else "reworded",
        )
        waiting = sorted([joined, *waiting, *done], key=lambda box: box.place)
        done = []
    return done


def without_repeats(boxes: Sequence[Box]) -> list[Box]:
    """The strongest first; a box that lies by half in a stronger one on either side is its repeat and left out.

    What holds more than half of a span holds its middle, and of kept spans of about one length only a few can hold the
    same middle. Cost: one sort, and for each box a look-up for each size of box there is.
    """
    kept: list[Box] = []
    sources, targets = SpanIndex(), SpanIndex()
    for box in sorted(boxes, key=lambda box: (-box.bits, box.place)):
        source, target = (box.a0, box.a1), (box.b0, box.b1)
        if not (_is_repeated(source, sources) or _is_repeated(target, targets)):
            kept.append(box)
            sources.add(source)
            targets.add(target)
    return kept


def _is_repeated(span: Span, known: SpanIndex) -> bool:
    start, end = span
    return any(2 * overlap(start, end, *other) > end - start for other in known.around((start + end) // 2))


def _near(x: Box, y: Box, reach: int) -> bool:
    return x.a0 <= y.a1 + reach and y.a0 <= x.a1 + reach and x.b0 <= y.b1 + reach and y.b0 <= x.b1 + reach
