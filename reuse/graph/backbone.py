"""The edges that matter: what is left of a graph when chance is taken away.

Enters: a measured graph. Leaves: `alpha` on every edge, or the graph of the edges below a level. Disparity filter
(Serrano, Boguñá and Vespignani 2009, "Extracting the multiscale backbone of complex weighted networks"): at a node of
k edges and strength s, an edge of weight w is as heavy as chance makes it with probability (1 - w / s)**(k - 1), and
an edge has the smaller probability of its two ends. Strong nodes do not win by being strong. Edges of each kind are
weighed among themselves: what two speeches share is tens of times as heavy as any one formula they use. Edges that
say what belongs together (who gave a speech, which formula words a family or is part of another) compete with none.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["backbone", "weigh_edges"]

_DECIMALS = 6
_WEIGHED = frozenset(("uses", "shares"))
_HANGING = frozenset(("gives", "words"))  # what hangs on a node by these stays where that node does


def weigh_edges(graph: nx.Graph) -> None:
    """Add `alpha`, 0..1, to every edge: the smaller, the less like chance. Linear in the edges.

    An end with one edge of the kind says nothing; an edge that is the only one at both ends is all there is and gets 0.
    Edges without weight, and those that do not compete, get 1.
    """
    strength: defaultdict[tuple[str, str], float] = defaultdict(float)
    degree: defaultdict[tuple[str, str], int] = defaultdict(int)
    for *ends, values in graph.edges(data=True):
        for node in ends:
            strength[node, values["kind"]] += values["weight"]
            degree[node, values["kind"]] += values["weight"] > 0
    for *ends, values in graph.edges(data=True):
        weight = values["weight"]
        if weight <= 0 or values["kind"] not in _WEIGHED:
            values["alpha"] = 1.0
            continue
        sides = [(node, values["kind"]) for node in ends]
        chances = [(1 - min(1.0, weight / strength[side])) ** (degree[side] - 1) for side in sides if degree[side] > 1]
        values["alpha"] = round(min(chances, default=0.0), _DECIMALS)


def backbone(graph: nx.Graph, level: float) -> nx.Graph:
    """A copy with the edges of use and sharing whose `alpha` is at most `level`, in the same order.

    The nodes at their ends stay, with the speakers of these speeches and the formulas that word these families, and
    whatever says that two nodes that stay belong together. Measures are those of the whole graph. Raises ValueError
    for a level that is no share.
    """
    if not 0 <= level <= 1:
        raise ValueError(f"the level of a backbone is a share from 0 to 1, not {level}")
    weak = {
        frozenset(ends)
        for *ends, values in graph.edges(data=True)
        if values["kind"] in _WEIGHED and (values["weight"] <= 0 or values["alpha"] > level)
    }
    kept = {
        end
        for *ends, values in graph.edges(data=True)
        if values["kind"] in _WEIGHED and frozenset(ends) not in weak
        for end in ends
    }
    hanging = {
        end
        for *ends, values in graph.edges(data=True)
        if values["kind"] in _HANGING and not kept.isdisjoint(ends)
        for end in ends
        if graph.nodes[end]["kind"] not in ("speech", "family")
    }
    bare = graph.copy()
    bare.remove_nodes_from([node for node in graph if node not in kept and node not in hanging])
    bare.remove_edges_from([edge for edge in bare.edges if frozenset(edge) in weak])
    return bare
