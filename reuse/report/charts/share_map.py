"""The heatmap of directional shares, how much of the row's speech stands in the column's, with a tree of the rows.

Enters: views of documents and pairs, the order of the rows and what joins them. Leaves: a figure; `customdata`
is [row, column], in the tree what `tree` says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reuse.model import Pair
from reuse.report.charts.plot import Figure, axis, layout, literal
from reuse.report.charts.tree import tree_axis, tree_traces
from reuse.report.clusters import Joint
from reuse.report.numerals import percent, round_percent
from reuse.report.view_documents import DocumentView

__all__ = ["share_map", "share_steps", "step_names"]

# Shares at which the colour changes; below the first there is none. Speeches of different offices share little,
# those of one series much: one scale for both would leave one of them in a single colour.
STEPS = (0.01, 0.03, 0.06, 0.10, 0.15)
WIDE_STEPS = (0.05, 0.15, 0.30, 0.50, 0.75)
WIDE_FROM = 0.25  # of the cells above the last narrow step
TOKENS = ("var(--sunk)", "var(--h1)", "var(--h2)", "var(--h3)", "var(--h4)", "var(--h5)")
TEXT_TOKENS = ("var(--ink3)", "var(--ink)", "var(--ink)", "var(--on-h3)", "var(--on-k)", "var(--on-k)")
MAX_LABELLED_CELLS = 20  # rows: with more of them the percents in the cells would touch
MAX_ROOMY_CELLS = 12  # rows: with more of them there is no room for a decimal
SIZE_OF_ROW = 34  # pixels, with labels in the cells
SMALL_TICKS = 10
DOMAIN = 0.82  # of the width; the tree has the rest
SIZE_OF_SMALL_ROW = 15  # pixels, where a row still has a readable name


def share_steps(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """The shares at which the colour changes: the narrow steps, or the wide ones where most would be beyond them."""
    shares = [share for pair in pairs for share in (pair.source_share, pair.target_share)]
    beyond = sum(1 for share in shares if share >= STEPS[-1])
    return WIDE_STEPS if beyond > len(shares) * WIDE_FROM else STEPS


def step_names(steps: Sequence[float]) -> tuple[str, ...]:
    """What the legend says, one name per colour: <1%, 1–3%, …, ≥15%."""
    edges = [f"{step * 100:.0f}" for step in steps]
    between = tuple(f"{low}–{high}%" for low, high in pairwise(edges))
    return (f"<{edges[0]}%", *between, f"≥{edges[-1]}%")


def share_map(
    pairs: Sequence[Pair], documents: Sequence[DocumentView], order: Sequence[int], joints: Sequence[Joint]
) -> Figure:
    """Rows and columns in `order` (indices of documents); the diagonal is empty. `joints` is the tree of the rows.

    Quadratic in the rows.
    """
    steps = share_steps(pairs)
    index = {document.id: document.index for document in documents}
    share: dict[tuple[int, int], float] = {}
    for pair in pairs:
        source, target = index[pair.source], index[pair.target]
        share[source, target], share[target, source] = pair.source_share, pair.target_share
    labelled = len(order) <= MAX_LABELLED_CELLS
    names = [literal(documents[i].label) for i in order]
    places = list(range(len(order)))
    height = len(order) * (SIZE_OF_ROW if labelled else SIZE_OF_SMALL_ROW) + 130
    ticks: Figure = {"tickmode": "array", "tickvals": places, "ticktext": names, "showgrid": False, "automargin": True}
    if not labelled:
        ticks["tickfont"] = {"size": SMALL_TICKS}
    return {
        "data": [
            {
                "type": "heatmap",
                "z": [[_step(share.get((row, column)), steps) for column in order] for row in order],
                "customdata": [[[row, column] for column in order] for row in order],
                "zmin": -0.5,
                "zmax": len(TOKENS) - 0.5,
                "colorscale": _scale(),
                "showscale": False,
                "xgap": 2 if labelled else 1,
                "ygap": 2 if labelled else 1,
                "hoverinfo": "none",
                "hoverongaps": False,
            },
            *([_labels(order, share, steps)] if labelled else []),
            *tree_traces(joints),
        ],
        "layout": layout(
            height=height,
            xaxis=axis(side="top", tickangle=-45 if labelled else -90, domain=[0, DOMAIN], **ticks),
            xaxis2=tree_axis(joints),
            yaxis=axis(autorange="reversed", **ticks),
            margin={"l": 12, "r": 20, "t": 12, "b": 12},
        ),
    }


def _step(share: float | None, steps: Sequence[float]) -> int | None:
    return None if share is None else sum(1 for step in steps if share >= step)


def _labels(order: Sequence[int], share: Mapping[tuple[int, int], float], steps: Sequence[float]) -> Figure:
    """Percents in the cells: a trace of their own, since the heatmap's own labels are too pale on some colours."""
    cells = [(x, y, share.get((row, column))) for y, row in enumerate(order) for x, column in enumerate(order)]
    known = [(x, y, value) for x, y, value in cells if value is not None]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in known],
        "y": [y for _, y, _ in known],
        "text": [_written(value, roomy=len(order) <= MAX_ROOMY_CELLS) for _, _, value in known],
        "textfont": {"size": 12, "color": [TEXT_TOKENS[_step(value, steps) or 0] for _, _, value in known]},
        "hoverinfo": "skip",
    }


def _written(share: float, *, roomy: bool) -> str:
    return (percent(share) if roomy else round_percent(share)).removesuffix("%")


def _scale() -> list[list[object]]:
    """Flat colours with hard edges between them."""
    scale: list[list[object]] = []
    for i, token in enumerate(TOKENS):
        scale += [[i / len(TOKENS), token], [(i + 1) / len(TOKENS), token]]
    return scale
