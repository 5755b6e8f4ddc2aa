"""Where the nodes of a network stand when there are but two speeches, and where their names find room.

Enters: nodes. Leaves: the same nodes with places, and with the side on which the name is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Node", "between_two", "with_names"]

MAX_FAMILIES_OF_PAIR = 28  # rows of 19 pixels: a line of text and some air
SPEECH_X = (-1.0, 1.0)  # where A and B stand
STAGGER = (-0.62, 0.14, -0.24)  # of three neighbouring rows
LEAN = 0.25
WIDTH, HEIGHT = 610.0, 510.0  # pixels between the outermost nodes on a wide page, where names are kept apart
MAX_SPEECHES_ALWAYS_NAMED = 16
LINE_PIXELS = 14.0
EDGE_PIXELS = 48.0  # from the outermost node to the edge
SPEECH_SIDES = (
    "top center",
    "bottom center",
    "middle right",
    "middle left",
    "top right",
    "bottom left",
    "bottom right",
    "top left",
)
FAMILY_SIDES = ("middle right", "middle left")

Box = tuple[float, float, float, float]  # left, right, low, high; pixels


@dataclass(frozen=True, slots=True)
class Node:
    """A speech or a formula on its way into the drawing."""

    key: str  # in the graph
    kind: str  # "d" document, "f" family
    index: int  # in the page's documents or families
    name: str
    bits: float  # 0 for speeches
    stock: bool
    uses: tuple[int, int]  # times in the first and in the second document
    x: float
    y: float
    size: float = 0.0  # pixels across
    side: str = ""  # of the name, as Plotly calls it; empty: not named


def between_two(nodes: Sequence[Node]) -> list[Node]:
    """Places for a page of two speeches: A to the left, B to the right, formulas in rows between them.

    Nearly every formula hangs on both; forces would pull the two speeches into one point in the middle. A formula
    stands nearer to the speech that uses it more; neighbouring rows are staggered so that their names have room.
    Formulas beyond MAX_FAMILIES_OF_PAIR are left out, the weakest first.
    """
    families = sorted((node for node in nodes if node.kind == "f"), key=lambda node: node.index)[:MAX_FAMILIES_OF_PAIR]
    speeches = [node for node in nodes if node.kind == "d"]
    middle = (len(families) - 1) / 2
    placed = [replace(node, x=SPEECH_X[node.index], y=middle) for node in speeches]
    for row, node in enumerate(families):
        a, b = node.uses
        lean = (b - a) / (a + b) if a + b else 0.0
        placed.append(replace(node, x=STAGGER[row % len(STAGGER)] + LEAN * lean, y=float(len(families) - 1 - row)))
    return placed


def with_names(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with the side of each name; without one where the name finds no room.

    Up to MAX_SPEECHES_ALWAYS_NAMED speeches are named in any case. Speeches are served first, then formulas, most
    bits first. A name never lies on another one or over the edge, that of a formula on no circle either. Quadratic in
    the nodes, of which there are a few hundred.
    """
    wide, high = _extent([node.x for node in nodes]), _extent([node.y for node in nodes])
    at = {node.key: (node.x * WIDTH / wide, node.y * HEIGHT / high) for node in nodes}
    low, right = min(x for x, _ in at.values()) - EDGE_PIXELS, max(x for x, _ in at.values()) + EDGE_PIXELS
    boxes = [_circle(at[node.key], node.size / 2) for node in nodes if node.kind == "d"]
    circles = [_circle(at[node.key], node.size / 2) for node in nodes if node.kind == "f"]
    sides: dict[str, str] = {}
    few = sum(1 for node in nodes if node.kind == "d") <= MAX_SPEECHES_ALWAYS_NAMED
    for node in sorted(nodes, key=lambda node: (node.kind, -node.bits, node.index)):
        for side in SPEECH_SIDES if node.kind == "d" else FAMILY_SIDES:
            box = _box(at[node.key], node.size / 2, _width(node.name), side)
            taken = boxes if node.kind == "d" else [*boxes, *circles]
            if low <= box[0] and box[1] <= right and not any(_meet(box, other) for other in taken):
                sides[node.key] = side
                boxes.append(box)
                break
        else:
            if node.kind == "d" and few:
                sides[node.key], box = _least_crowded(at[node.key], node, boxes, low, right)
                boxes.append(box)
    return [replace(node, side=sides.get(node.key, "")) for node in nodes]


def _least_crowded(
    at: tuple[float, float], node: Node, boxes: Sequence[Box], low: float, right: float
) -> tuple[str, Box]:
    """The side where a name that must be shown covers least of others, and over the edge only if it must."""
    found = [(side, _box(at, node.size / 2, _width(node.name), side)) for side in SPEECH_SIDES]
    return min(
        found,
        key=lambda one: (
            not (low <= one[1][0] and one[1][1] <= right),
            sum(_covered(one[1], other) for other in boxes),
        ),
    )


def _circle(at: tuple[float, float], radius: float) -> Box:
    return at[0] - radius, at[0] + radius, at[1] - radius, at[1] + radius


def _box(at: tuple[float, float], radius: float, width: float, side: str) -> Box:
    """The room that a name takes beside, above or below its node."""
    x, y = at
    vertical, horizontal = side.split()
    if horizontal == "center":
        rise = radius + LINE_PIXELS / 2 + 1
        middle = y + rise if vertical == "top" else y - rise
        return x - width / 2, x + width / 2, middle - LINE_PIXELS / 2, middle + LINE_PIXELS / 2
    start = x + radius + 2 if horizontal == "right" else x - radius - 2 - width
    middle = y + {"top": radius, "middle": 0.0, "bottom": -radius}[vertical]
    return start, start + width, middle - LINE_PIXELS / 2, middle + LINE_PIXELS / 2


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _covered(one: Box, other: Box) -> float:
    """Square pixels that two boxes have in common."""
    wide, high = min(one[1], other[1]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[2], other[2])
    return max(wide, 0.0) * max(high, 0.0)


def _extent(values: Sequence[float]) -> float:
    return (max(values) - min(values)) or 1.0


def _width(name: str) -> float:
    """Pixels that a name takes, about: Han characters are as wide as high, Latin ones half of that."""
    return sum(12.0 if character > "\u2e80" else 6.5 for character in name)
