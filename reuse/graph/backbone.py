"""The edges that matter: what is left of a graph when chance is taken away.

Enters: a measured graph. Leaves: `alpha` on every edge, or the graph of the edges below a level. Disparity filter
(Serrano, Boguñá and Vespignani 2009, "Extracting the multiscale backbone of complex weighted networks"): at a node of
k edges and strength s, an edge of weight w is as heavy as chance makes it with probability (1 - w / s)**(k - 1), and
an edge has the smaller probability of its two ends. Strong nodes do not win by being strong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["backbone", "weigh_edges"]

_DECIMALS = 6


def weigh_edges(graph: nx.Graph) -> None:
    """Add `alpha`, 0..1, to every edge: the smaller, the less like chance. Linear in the edges.

    An end with one edge says nothing; an edge that is the only one at both ends is all there is and gets 0. Edges
    without weight get 1: they say who belongs to whom, not how strongly.
    """
    strength = {node: sum(weight for *_, weight in graph.edges(node, data="weight")) for node in graph}
    degree = {node: sum(weight > 0 for *_, weight in graph.edges(node, data="weight")) for node in graph}
    for source, target, values in graph.edges(data=True):
        weight = values["weight"]
        if weight <= 0:
            values["alpha"] = 1.0
            continue
        ends = [(1 - min(1.0, weight / strength[n])) ** (degree[n] - 1) for n in (source, target) if degree[n] > 1]
        values["alpha"] = round(min(ends, default=0.0), _DECIMALS)


def backbone(graph: nx.Graph, level: float) -> nx.Graph:
    """A copy with the edges whose `alpha` is at most `level` and the nodes at their ends, in the same order.

    Edges without weight (who gave a speech) stay where both ends do. Measures are those of the whole graph. Raises
    ValueError for a level that is no share.
    """
    if not 0 <= level <= 1:
        raise ValueError(f"the level of a backbone is a share from 0 to 1, not {level}")
    kept = {
        end
        for source, target, values in graph.edges(data=True)
        if values["weight"] > 0 and values["alpha"] <= level
        for end in (source, target)
    }
    bare = graph.copy()
    bare.remove_nodes_from(
        [
            node
            for node in graph
            if node not in kept
            and not (graph.nodes[node]["kind"] == "speaker" and any(speech in kept for speech in graph[node]))
        ]
    )
    bare.remove_edges_from(
        [
            (source, target)
            for source, target, values in bare.edges(data=True)
            if values["weight"] > 0 and values["alpha"] > level
        ]
    )
    return bare
