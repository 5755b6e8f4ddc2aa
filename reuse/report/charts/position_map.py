"""The map of a pair: where each match stands in A, across, and in B, downward.

Enters: the views of a pair and its two documents. Leaves: a figure; `customdata` is the number of the match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reuse.report.charts.plot import KIND_TOKENS, STOCK_TOKEN, Figure, axis, layout, thinned
from reuse.report.view_documents import DocumentView
from reuse.report.view_matches import KINDS, PASSAGE, MatchView, PairView

__all__ = ["position_map"]

STOCK = PASSAGE + 1  # the trace of all that is stock, whatever its kind
MAX_FRAMES = 300  # frames of passages; every one is an element of its own in the drawing
LABEL_ROOM = 0.045  # of the axis: labels of paragraphs closer than that would touch
SHORTEST_LINE = 0.012  # of the axis: seven pixels, enough to see which way it runs
EDGE = 0.015  # of the axis, beyond either end, so that what stands there is drawn whole
FRAME_MARGIN = 0.012  # of the axis, so that a frame stands clear of its matches


def position_map(pair: PairView, documents: Sequence[DocumentView]) -> Figure:
    """One short line per match, a trace per kind and one for stock; dashed frames for passages of several matches."""
    source, target = documents[pair.source], documents[pair.target]
    groups: dict[int, list[MatchView]] = defaultdict(list)
    for match in pair.matches:
        groups[STOCK if match.stock else match.kind].append(match)
    return {
        "data": [
            _trace(kind, groups[kind], source.size, target.size) for kind in sorted(groups, reverse=True)
        ],  # stock lies below the others
        "layout": layout(
            xaxis=_positions(source, side="top"),
            yaxis={**_positions(target, side="left"), "range": [target.size * (1 + EDGE), -target.size * EDGE]},
            shapes=_frames(pair.matches, source.size, target.size),
            margin={"l": 52, "r": 12, "t": 34, "b": 12},
        ),
    }


def _trace(kind: int, matches: Sequence[MatchView], width: int, height: int) -> Figure:
    stock = kind == STOCK
    token = STOCK_TOKEN if stock else KIND_TOKENS[kind]
    x: list[float | None] = []
    y: list[float | None] = []
    numbers: list[int | None] = []
    for match in matches:
        # The middle is a point of its own: only points can be clicked.
        x += [*_at_least(match.source, width * SHORTEST_LINE), None]
        y += [*_at_least(match.target, height * SHORTEST_LINE), None]
        numbers += [match.number, match.number, match.number, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": (*KINDS, "passage", "stock")[kind],
        "x": x,
        "y": y,
        "customdata": numbers,
        "line": {"color": token, "width": 4 if stock else 6.5},
        "opacity": 0.65 if stock else 1,
        "hoverinfo": "none",
        "connectgaps": False,
    }


def _at_least(span: tuple[int, int], shortest: float) -> tuple[float, float, float]:
    """Start, middle and end of a line on the axis, drawn longer than it is where nobody could see it."""
    middle = (span[0] + span[1]) / 2
    half = max((span[1] - span[0]) / 2, shortest / 2)
    return round(middle - half, 1), middle, round(middle + half, 1)


def _positions(document: DocumentView, *, side: str) -> Figure:
    """An axis along a text, with its paragraphs as ticks."""
    starts = [start for start, _ in document.paragraphs]
    room = document.size * LABEL_ROOM
    kept = [
        i for i in thinned(starts, least=room) if starts[i] >= room / 2
    ]  # one at the corner would touch the other's
    return axis(
        range=[-document.size * EDGE, document.size * (1 + EDGE)],
        side=side,
        tickmode="array",
        tickvals=[starts[i] for i in kept],
        ticktext=[f"¶{i + 1}" for i in kept],
    )


def _frames(matches: Sequence[MatchView], width: int, height: int) -> list[Figure]:
    groups: dict[int, list[MatchView]] = defaultdict(list)
    for match in matches:
        if match.passage is not None:
            groups[match.passage].append(match)
    largest = sorted(groups, key=lambda number: (-len(groups[number]), number))[:MAX_FRAMES]
    dx, dy = width * FRAME_MARGIN, height * FRAME_MARGIN
    return [
        {
            "type": "rect",
            "layer": "below",
            "x0": min(match.source[0] for match in groups[number]) - dx,
            "x1": max(match.source[1] for match in groups[number]) + dx,
            "y0": min(match.target[0] for match in groups[number]) - dy,
            "y1": max(match.target[1] for match in groups[number]) + dy,
            "fillcolor": "var(--sunk)",
            "line": {"color": "var(--rule2)", "width": 1, "dash": "dot"},
        }
        for number in sorted(largest)
    ]
