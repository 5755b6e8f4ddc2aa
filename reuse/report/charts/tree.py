"""The tree beside the heatmap: which speeches lie near each other, and how much they share.

Enters: the joints of the clusters, by rows of the heatmap. Leaves: traces and an axis for the heatmap's figure;
`customdata` of a joint is ["joint", its number].
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from reuse.report.charts.plot import Figure, axis
from reuse.report.clusters import Joint
from reuse.report.numerals import round_percent

__all__ = ["tree_axis", "tree_traces"]

DOMAIN = (0.84, 1.0)  # of the figure's width
MARGIN = 0.08  # of the axis, beyond either end
LEAST = 0.001  # of a share: what is drawn at the root, since the axis is logarithmic and nothing has no logarithm
TICKS = (0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)  # shares that may be written on the axis
TICK_ROOM = 0.3  # of the axis, between two that are written
DOT = 7  # pixels across: what can be pointed at


def tree_traces(joints: Sequence[Joint]) -> list[Figure]:
    """One bracket per joint, its corner at the mean share of the two groups; the rows are those of the heatmap."""
    x: list[float | None] = []
    y: list[float | None] = []
    ends: dict[tuple[int, int], tuple[float, float]] = {}  # of a group: where its line starts, and at which height
    dots: list[tuple[float, float]] = []
    leaf, _ = _scale(joints)
    for joint in joints:
        sides = [ends.get(group, (leaf, float(group[0]))) for group in (joint.upper, joint.lower)]
        at = _at(joint)
        x += [sides[0][0], at, at, sides[1][0], None]
        y += [sides[0][1], sides[0][1], sides[1][1], sides[1][1], None]
        middle = (sides[0][1] + sides[1][1]) / 2
        ends[joint.upper[0], joint.lower[1]] = (at, middle)
        dots.append((at, middle))
    common: Figure = {"type": "scatter", "xaxis": "x2", "cliponaxis": False}
    return [
        {
            **common,
            "mode": "lines",
            "x": x,
            "y": y,
            "line": {"color": "var(--ink3)", "width": 1.2},
            "hoverinfo": "skip",
        },
        {
            **common,
            "mode": "markers",
            "x": [x for x, _ in dots],
            "y": [y for _, y in dots],
            "customdata": [["joint", i] for i in range(len(dots))],
            "marker": {"size": DOT, "color": "var(--card)", "line": {"width": 1.2, "color": "var(--ink3)"}},
            "hoverinfo": "none",
        },
    ]


def tree_axis(joints: Sequence[Joint]) -> Figure:
    """Shares from the leaves, where most is shared, down to the root; logarithmic, since shares are mostly small."""
    leaf, root = _scale(joints)
    kept: list[float] = []
    for share in TICKS:
        place = log2(share)
        if root < place < leaf and (not kept or log2(kept[-1]) - place >= (leaf - root) * TICK_ROOM):
            kept.append(share)
    return axis(
        domain=list(DOMAIN),
        range=[leaf, root],
        side="top",
        tickmode="array",
        tickvals=[round(log2(share), 4) for share in kept],
        ticktext=[round_percent(share) for share in kept],
        tickangle=0,
        showgrid=True,
    )


def _at(joint: Joint) -> float:
    return round(log2(max(joint.similarity, LEAST)), 4)


def _scale(joints: Sequence[Joint]) -> tuple[float, float]:
    """Where the leaves stand and where the axis ends: beyond the closest and the most distant joint."""
    most, least = _at(joints[0]), _at(joints[-1])
    room = max(most - least, 1.0)
    return round(most + room * 2 * MARGIN, 4), round(least - room * MARGIN, 4)
