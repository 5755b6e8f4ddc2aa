"""The formulas as a plot: how stock a wording is, against how many bits it carries.

Enters: views of the families. Leaves: a figure; `customdata` is the index of the family. What lies up and to the left
is rare and weighty: the place to look first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from reuse.report.charts.plot import Figure, axis, layout
from reuse.report.view_families import FamilyView
from reuse.report.view_matches import STOCK_FROM

__all__ = ["quadrant"]

MAX_POINTS = 1_500  # beyond that the plot is one blot; the strongest come first
SMALLEST_POINT, LARGEST_POINT = 6, 18  # pixels
CROWD = 400  # from so many points on they are half as large


def quadrant(families: Sequence[FamilyView]) -> Figure:
    """One circle per family, filled where it is distinctive, hollow where it is stock; its size tells how often."""
    shown = families[:MAX_POINTS]
    heavy = median(family.bits for family in shown)
    top = max(family.bits for family in shown) * 1.08 or 1.0
    fill = ["rgba(0,0,0,0)" if family.is_stock else "var(--kv)" for family in shown]
    line = ["var(--kt)" if family.is_stock else "var(--card)" for family in shown]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": [family.stock for family in shown],
                "y": [family.bits for family in shown],
                "customdata": list(range(len(shown))),
                "marker": {
                    "size": [_size(family.occurrences, crowded=len(shown) >= CROWD) for family in shown],
                    "color": fill,
                    "line": {"width": 1.2, "color": line},
                    "opacity": 0.85,
                },
                "hoverinfo": "none",
            }
        ],
        "layout": layout(
            height=300,
            xaxis=axis(
                range=[-0.03, 1.03],
                tickmode="array",
                tickvals=[0.12, 0.88],
                ticktext=["t:quadrant.distinctive", "t:quadrant.stock"],
                showgrid=False,
            ),
            yaxis=axis(range=[0, top], title={"text": "t:bits", "standoff": 6}, nticks=5),
            margin={"l": 56, "r": 10, "t": 28, "b": 30},
            shapes=[
                {
                    "type": "rect",
                    "x0": -0.03,
                    "x1": STOCK_FROM,
                    "y0": heavy,
                    "y1": top,
                    "fillcolor": "var(--tv)",
                    "opacity": 0.45,
                    "line": {"width": 0},
                    "layer": "below",
                }
            ],
            annotations=[
                {
                    "text": "t:quadrant.first",
                    "x": 0,
                    "y": top,
                    "xanchor": "left",
                    "yanchor": "bottom",
                    "showarrow": False,
                    "font": {"color": "var(--ink2)"},
                }
            ],
        ),
    }


def _size(occurrences: int, *, crowded: bool) -> float:
    """Its area grows with the logarithm: a formula of a hundred places is no hundred times as large."""
    size = min(SMALLEST_POINT + 3 * math.log2(max(occurrences, 1)), LARGEST_POINT)
    return round(size / 2 if crowded else size, 1)
