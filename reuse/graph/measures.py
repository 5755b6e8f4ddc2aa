"""What the place of a node in the graph says about it.

Enters: a graph of speeches and families. Leaves: the same graph with more attributes on its nodes. Serves `building`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["measure"]

_LARGEST_BETWEENNESS = 500_000  # nodes x edges: half a second; beyond it the measure is left out
_FAINT = 1e-3  # bits: so that pure clichés still hang together with something


def measure(graph: nx.Graph, *, seed: int) -> None:
    """Add to every node: `degree`, `strength`, `centrality`, `community`, and in small graphs `betweenness`.

    `strength` is the sum of the weights at a node in bits, `centrality` the share of the other nodes it touches,
    `betweenness` the share of shortest paths through it (Brandes 2001), `community` a number from 0, the largest
    first (Louvain: Blondel et al. 2008, by weights). Cost: near linear, betweenness nodes x edges.
    """
    import networkx as nx  # noqa: PLC0415 - costs start-up time

    others = max(1, len(graph) - 1)
    for node, degree in graph.degree:
        graph.nodes[node]["degree"] = degree
        graph.nodes[node]["centrality"] = round(degree / others, 6)
    for node, strength in graph.degree(weight="weight"):
        graph.nodes[node]["strength"] = round(float(strength), 6)
    for number, members in enumerate(_communities(graph, seed=seed)):
        for node in members:
            graph.nodes[node]["community"] = number
    if len(graph) * graph.number_of_edges() <= _LARGEST_BETWEENNESS:
        for node, share in nx.betweenness_centrality(graph).items():
            graph.nodes[node]["betweenness"] = round(float(share), 6)


def _communities(graph: nx.Graph, *, seed: int) -> list[list[str]]:
    """Groups of nodes, the largest first, then by the order of the graph.

    The search walks over sets; numbers in place of names give these the same order in every process.
    """
    import networkx as nx  # noqa: PLC0415 - costs start-up time

    names = list(graph)
    number = {name: i for i, name in enumerate(names)}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    for source, target, weight in graph.edges(data="weight"):
        plain.add_edge(number[source], number[target], weight=weight + _FAINT)
    if not plain.number_of_edges():
        return [[name] for name in names]
    groups = [sorted(group) for group in nx.community.louvain_communities(plain, weight="weight", seed=seed)]
    groups.sort(key=lambda group: (-len(group), group))
    return [[names[i] for i in group] for group in groups]
