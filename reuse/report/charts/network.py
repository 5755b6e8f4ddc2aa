"""The network of speeches and formulas.

Enters: the graph and its layout, views of documents and families. Leaves: a figure; `customdata` is what the page
calls a node: ["d", index of a document] or ["f", index of a family].
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from reuse.report.charts.network_places import Node, between_two, with_names
from reuse.report.charts.plot import SERIF, Figure, axis, layout, literal
from reuse.report.view_documents import DocumentView
from reuse.report.view_families import FamilyView

if TYPE_CHECKING:
    import networkx

__all__ = ["network", "network_size"]

SMALLEST, LARGEST = 7.0, 22.0  # pixels across, of a formula without any bits and of the heaviest
CROWD, LARGEST_IN_CROWD = 80, 14.0  # with more nodes than that, or in rows, circles shrink
FAMILY_TRACE = 2  # behind the two traces of edges
BOX, BOX_OF_PAIR = 13.0, 30.0  # pixels across, of a speech; one of two holds its letter


def network(
    graph: networkx.Graph,
    places: Mapping[str, tuple[float, float]],
    documents: Sequence[DocumentView],
    families: Sequence[FamilyView],
) -> Figure | None:
    """Boxes for speeches, circles for formulas, hollow where stock. None where the graph joins nothing.

    `places` gives x and y of the nodes to draw, by node of `graph`; nodes without a place are left out, and so are
    nodes that are neither a document nor a family of the page. Two speeches have places of their own (`between_two`).
    """
    pair = len(documents) == 2
    nodes = _nodes(graph, places, documents, families)
    if pair:
        nodes = between_two(nodes)
    at = {node.key: node for node in nodes}
    uses, ties = _edges(graph, at, pair=pair)
    if not uses and not ties:
        return None
    nodes = with_names(_sized(nodes, pair=pair))
    return {
        "data": [
            _edge_trace([(at[a], at[b]) for a, b in uses], width=1),
            _edge_trace([(at[a], at[b]) for a, b in ties], width=3),
            _family_trace([node for node in nodes if node.kind == "f"]),
            _speech_trace([node for node in nodes if node.kind == "d"], inside=pair),
        ],
        "layout": layout(
            xaxis=axis(visible=False, **_range([node.x for node in nodes])),
            yaxis=axis(visible=False, **_range([node.y for node in nodes])),
            margin={"l": 8, "r": 8, "t": 8, "b": 8},
        ),
    }


def network_size(figure: Figure) -> int:
    """How many formulas the figure of `network` shows."""
    traces = cast(list[Figure], figure["data"])
    return len(cast(list[object], traces[FAMILY_TRACE]["customdata"]))


def _nodes(
    graph: networkx.Graph,
    places: Mapping[str, tuple[float, float]],
    documents: Sequence[DocumentView],
    families: Sequence[FamilyView],
) -> list[Node]:
    """The nodes to draw, documents first, each kind in the page's order."""
    speech = {document.id: document for document in documents}
    formula = {family.id: (index, family) for index, family in enumerate(families)}
    nodes = []
    for key in graph:
        name = str(graph.nodes[key].get("id", key))
        if key not in places:
            continue
        x, y = places[key]
        if name in speech:
            document = speech[name]
            nodes.append(Node(key, "d", document.index, document.label, 0.0, False, (0, 0), x, y))
        elif name in formula:
            index, family = formula[name]
            times = {use.document: use.times for use in family.uses}
            uses = (times.get(0, 0), times.get(1, 0))
            nodes.append(Node(key, "f", index, family.label, max(family.bits, 0.0), family.is_stock, uses, x, y))
    return sorted(nodes, key=lambda node: (node.kind, node.index))


def _sized(nodes: Sequence[Node], *, pair: bool) -> list[Node]:
    """Speeches all alike, formulas by the root of their bits, so that areas compare."""
    heaviest = max((node.bits for node in nodes), default=0.0) or 1.0
    largest = LARGEST if len(nodes) <= CROWD and not pair else LARGEST_IN_CROWD
    box = BOX_OF_PAIR if pair else BOX
    circles = {node.key: SMALLEST + (largest - SMALLEST) * (node.bits / heaviest) ** 0.5 for node in nodes}
    return [replace(node, size=box if node.kind == "d" else round(circles[node.key], 1)) for node in nodes]


def _edges(
    graph: networkx.Graph, drawn: Container[str], *, pair: bool
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Edges from speeches to formulas; and, among many speeches, from each to the one that it shares most with.

    All edges between speeches would be a cloth: nearly every speech shares something with every other.
    """
    uses: list[tuple[str, str]] = []
    strongest: dict[str, tuple[float, str, str]] = {}
    for a, b, data in graph.edges(data=True):
        if a not in drawn or b not in drawn:
            continue
        if data.get("kind", "uses") != "shares":
            uses.append((a, b))
            continue
        rank = (-float(data.get("weight", 0.0)), a, b)
        strongest[a], strongest[b] = min(strongest.get(a, rank), rank), min(strongest.get(b, rank), rank)
    ties = [] if pair else sorted({(a, b) for _, a, b in strongest.values()})
    return sorted(uses), ties


def _edge_trace(edges: Sequence[tuple[Node, Node]], *, width: float) -> Figure:
    x: list[float | None] = []
    y: list[float | None] = []
    for a, b in edges:
        x += [round(a.x, 4), round(b.x, 4), None]
        y += [round(a.y, 4), round(b.y, 4), None]
    line = {"color": "var(--rule2)", "width": width}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "opacity": 0.7, "hoverinfo": "skip"}


def _family_trace(nodes: Sequence[Node]) -> Figure:
    colours = ["var(--kt)" if node.stock else "var(--kv)" for node in nodes]
    marker = {
        "symbol": "circle",
        "opacity": 1,
        "size": [node.size for node in nodes],
        "color": ["var(--card)" if node.stock else "var(--kv)" for node in nodes],
        "line": {"width": 2, "color": colours},
    }
    return {**_trace(nodes), "textfont": {"family": SERIF, "size": 12, "color": "var(--ink2)"}, "marker": marker}


def _speech_trace(nodes: Sequence[Node], *, inside: bool) -> Figure:
    """Speeches; `inside` writes the letter of a speech into its box."""
    trace = _trace(nodes)
    if inside:
        trace["textposition"] = "middle center"
    return {
        **trace,
        "textfont": {"size": 14 if inside else 12.5, "color": "var(--paper)" if inside else "var(--ink)"},
        "marker": {
            "symbol": "square",
            "size": [node.size for node in nodes],
            "color": "var(--ink)",
            "line": {"width": 0},
            "opacity": 1,
        },
    }


def _trace(nodes: Sequence[Node]) -> Figure:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [round(node.x, 4) for node in nodes],
        "y": [round(node.y, 4) for node in nodes],
        "text": [literal(node.name) if node.side else "" for node in nodes],
        "textposition": [node.side or "middle right" for node in nodes],
        "customdata": [[node.kind, node.index] for node in nodes],
        "hoverinfo": "none",
        "cliponaxis": False,
    }


def _range(values: Sequence[float]) -> Figure:
    low, high = min(values), max(values)
    margin = (high - low) * 0.08 or 1.0
    return {"range": [round(low - margin, 4), round(high + margin, 4)]}
