"""Where to draw the nodes.

Enters: a graph. Leaves: a place for its strongest nodes. Serves the report. Forces after Fruchterman and Reingold
(1991, "Graph drawing by force-directed placement"), written out here because the byte for byte same picture on every
machine is a promise that no library gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse.params import GraphParams

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    import numpy.typing as npt

    Points = npt.NDArray[np.float64]

__all__ = ["layout", "strongest"]

_STEPS = 80
_STEP_DECIMALS = 6  # what machines add up differently in the last bits ends here, before it can grow
_DECIMALS = 3  # of the result: a thousandth of half the picture
_NEAREST = 0.01  # nodes closer than this push each other no harder
_GRAVITY = 0.08  # keeps parts that nothing joins within sight


def layout(graph: nx.Graph, *, params: GraphParams) -> dict[str, tuple[float, float]]:
    """Node -> (x, y), both -1 to 1, for the nodes that `strongest` keeps; whatever has no place was cut.

    The same graph and seed give the same numbers everywhere. Cost: steps x nodes², about 0.5 s for 500 nodes.
    """
    import numpy as np  # noqa: PLC0415 - keeps the import of the stage light

    kept, _ = strongest(graph, max_nodes=params.max_nodes)
    if len(kept) < 2:
        return dict.fromkeys(kept, (0.0, 0.0))
    points = _start(graph, kept, seed=params.seed)
    pull = _pull(graph, kept)
    ideal = 1 / np.sqrt(len(kept))
    for step in range(_STEPS):
        points = np.round(_moved(points, pull, ideal, heat=0.2 * (1 - step / _STEPS)), _STEP_DECIMALS)
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    points = np.round(points / max(float(np.abs(points).max()), 1e-9), _DECIMALS) + 0.0  # + 0.0: no negative zero
    return {node: (float(x), float(y)) for node, (x, y) in zip(kept, points, strict=True)}


def strongest(graph: nx.Graph, *, max_nodes: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Nodes to draw and nodes to leave out, both in the order of the graph.

    Speeches get half of the places, families the other half, and either what the other does not need; within a kind
    the strongest stay, on ties the earlier ones.
    """
    order = {node: i for i, node in enumerate(graph)}
    ranked = sorted(graph, key=lambda node: (-graph.nodes[node].get("strength", 0.0), order[node]))
    speeches = [node for node in ranked if graph.nodes[node]["kind"] == "speech"]
    families = [node for node in ranked if graph.nodes[node]["kind"] != "speech"]
    seats = max(max_nodes // 2, max_nodes - len(families))
    chosen = set(speeches[:seats])
    chosen.update(families[: max_nodes - len(chosen)])
    return tuple(n for n in graph if n in chosen), tuple(n for n in graph if n not in chosen)


def _start(graph: nx.Graph, nodes: tuple[str, ...], *, seed: int) -> Points:
    """Communities around a circle, their nodes around each."""
    import numpy as np  # noqa: PLC0415

    chance = np.random.default_rng(seed)
    groups = [graph.nodes[node].get("community", 0) for node in nodes]
    angle = 2 * np.pi * np.array(groups) / (max(groups) + 1)
    centres = np.column_stack([np.cos(angle), np.sin(angle)])
    return np.round(centres + 0.6 * (chance.random((len(nodes), 2)) - 0.5), _STEP_DECIMALS)


def _pull(graph: nx.Graph, nodes: tuple[str, ...]) -> Points:
    """(n, n) how strongly two nodes draw each other together, 0 to 1."""
    import numpy as np  # noqa: PLC0415

    place = {node: i for i, node in enumerate(nodes)}
    pull = np.zeros((len(nodes), len(nodes)))
    for source, target, weight in graph.edges(data="weight"):
        if source in place and target in place:
            pull[place[source], place[target]] = pull[place[target], place[source]] = weight
    heaviest = pull.max()
    return np.where(pull > 0, 0.1 + 0.9 * np.sqrt(pull / heaviest), 0.0) if heaviest > 0 else pull


def _moved(points: Points, pull: Points, ideal: float, *, heat: float) -> Points:
    """All points after one step of at most `heat`: pushed apart by all others, drawn by their neighbours."""
    import numpy as np  # noqa: PLC0415

    sides = [points[:, axis, None] - points[:, axis] for axis in (0, 1)]
    distance = np.sqrt(np.maximum(sides[0] * sides[0] + sides[1] * sides[1], _NEAREST**2))
    force = ideal**2 / (distance * distance) - pull * distance / ideal
    shift = np.column_stack([(side * force).sum(axis=1) for side in sides]) - _GRAVITY * points / ideal
    length = np.maximum(np.sqrt(shift[:, 0] ** 2 + shift[:, 1] ** 2), 1e-9)
    moved: Points = points + shift * (np.minimum(length, heat) / length)[:, None]
    return moved
