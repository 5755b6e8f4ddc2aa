"""The network of speeches and formulas.

Enters: the graph and its layout, views of documents and families. Leaves: a figure; `customdata` is what the page
calls a node: ["d", index of a document] or ["f", index of a family].
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reuse.report.charts.plot import Figure, axis, layout, literal
from reuse.report.view_documents import DocumentView
from reuse.report.view_families import FamilyView

if TYPE_CHECKING:
    import networkx

__all__ = ["network"]

MAX_LABELLED_FAMILIES = 36  # names of more formulas than that lie on top of each other
MAX_FAMILIES_OF_PAIR = 36  # rows of 17 pixels
SIDES = (-1.0, 1.0)  # where A and B stand
STAGGER = (-0.5, 0.12, -0.2)
SMALLEST, LARGEST = 7.0, 22.0  # pixels across, of a formula without any bits and of the heaviest


def network(
    graph: networkx.Graph,
    places: Mapping[str, tuple[float, float]],
    documents: Sequence[DocumentView],
    families: Sequence[FamilyView],
) -> Figure | None:
    """Boxes for speeches, circles for formulas, hollow where stock. None where the graph joins nothing.

    `places` gives x and y of the nodes to draw, by node of `graph`; nodes without a place are left out, and so are
    nodes that are neither a document nor a family of the page.
    """
    index = {document.id: ("d", document.index) for document in documents}
    index |= {family.id: ("f", number) for number, family in enumerate(families)}
    nodes = {node: index[_name(graph, node)] for node in graph if node in places and _name(graph, node) in index}
    edges = sorted((str(a), str(b)) for a, b in graph.edges if a in nodes and b in nodes)
    if not edges:
        return None
    if len(documents) == 2:
        places = _between_two(nodes, families)
        edges = [edge for edge in edges if edge[0] in places and edge[1] in places]
        nodes = {node: view for node, view in nodes.items() if node in places}
    drawn = sorted(nodes, key=lambda node: nodes[node])
    return {
        "data": [
            _edges(edges, places),
            _families([node for node in drawn if nodes[node][0] == "f"], nodes, places, families),
            _documents([node for node in drawn if nodes[node][0] == "d"], nodes, places, documents),
        ],
        "layout": layout(
            xaxis=axis(visible=False, **_range([places[node][0] for node in drawn])),
            yaxis=axis(visible=False, **_range([places[node][1] for node in drawn])),
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
        ),
    }


def _between_two(
    nodes: Mapping[str, tuple[str, int]], families: Sequence[FamilyView]
) -> dict[str, tuple[float, float]]:
    """Places for a page of two speeches: A to the left, B to the right, formulas in rows between them.

    Nearly every formula hangs on both; forces would pull the two speeches into one point in the middle. A formula
    stands nearer to the speech that uses it more; neighbouring rows are staggered so that their names have room.
    """
    drawn = sorted((node for node in nodes if nodes[node][0] == "f"), key=lambda node: nodes[node][1])
    drawn = drawn[:MAX_FAMILIES_OF_PAIR]
    middle = (len(drawn) - 1) / 2
    places = {node: (SIDES[nodes[node][1]], middle) for node in nodes if nodes[node][0] == "d"}
    for row, node in enumerate(drawn):
        uses = {use.document: use.times for use in families[nodes[node][1]].uses}
        a, b = uses.get(0, 0), uses.get(1, 0)
        lean = (b - a) / (a + b) if a + b else 0.0
        places[node] = (STAGGER[row % len(STAGGER)] + 0.25 * lean, float(len(drawn) - 1 - row))
    return places


def _name(graph: networkx.Graph, node: str) -> str:
    """The id of the document or family that a node stands for."""
    return str(graph.nodes[node].get("id", node))


def _edges(edges: Sequence[tuple[str, str]], places: Mapping[str, tuple[float, float]]) -> Figure:
    x: list[float | None] = []
    y: list[float | None] = []
    for a, b in edges:
        x += [round(places[a][0], 4), round(places[b][0], 4), None]
        y += [round(places[a][1], 4), round(places[b][1], 4), None]
    line = {"color": "var(--rule2)", "width": 1}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _families(
    drawn: Sequence[str],
    nodes: Mapping[str, tuple[str, int]],
    places: Mapping[str, tuple[float, float]],
    families: Sequence[FamilyView],
) -> Figure:
    shown = [families[nodes[node][1]] for node in drawn]
    heaviest = max((family.bits for family in shown), default=0.0) or 1.0
    named = {family.name for family in sorted(shown, key=lambda f: (-f.bits, f.name))[:MAX_LABELLED_FAMILIES]}
    trace = _points(drawn, nodes, places, [family.label if family.name in named else "" for family in shown])
    return {
        **trace,
        "textposition": "middle right",
        "textfont": {"size": 11, "color": "var(--ink2)"},
        "marker": {
            "symbol": "circle",
            "opacity": 1,
            "size": [
                round(SMALLEST + (LARGEST - SMALLEST) * (max(family.bits, 0) / heaviest) ** 0.5, 1) for family in shown
            ],
            "color": ["var(--card)" if family.is_stock else "var(--kv)" for family in shown],
            "line": {"width": 2, "color": ["var(--kt)" if family.is_stock else "var(--kv)" for family in shown]},
        },
    }


def _documents(
    drawn: Sequence[str],
    nodes: Mapping[str, tuple[str, int]],
    places: Mapping[str, tuple[float, float]],
    documents: Sequence[DocumentView],
) -> Figure:
    pair = len(documents) == 2
    trace = _points(drawn, nodes, places, [documents[nodes[node][1]].label for node in drawn])
    return {
        **trace,
        "textposition": "middle center" if pair else "top center",
        "textfont": {"size": 14 if pair else 12, "color": "var(--paper)" if pair else "var(--ink)"},
        "marker": {
            "symbol": "square",
            "size": 30 if pair else 13,
            "color": "var(--ink)",
            "line": {"width": 0},
            "opacity": 1,
        },
    }


def _points(
    drawn: Sequence[str],
    nodes: Mapping[str, tuple[str, int]],
    places: Mapping[str, tuple[float, float]],
    names: Sequence[str],
) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(places[node][0], 4) for node in drawn],
        "y": [round(places[node][1], 4) for node in drawn],
        "text": [literal(name) for name in names],
        "customdata": [list(nodes[node]) for node in drawn],
        "hoverinfo": "none",
        "cliponaxis": False,
    }


def _range(values: Sequence[float]) -> Figure:
    low, high = min(values), max(values)
    margin = (high - low) * 0.08 or 1.0
    return {"range": [round(low - margin, 4), round(high + margin, 4)]}
