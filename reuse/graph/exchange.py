"""The graph in formats of other programs, and back.

Enters: a graph. Leaves: GEXF (Gephi, with its timeline), GraphML (yEd, igraph, Cytoscape), node-link JSON (networkx,
d3). Each reads back equal with networkx. No file holds a clock: the same graph gives the same bytes.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reuse.output import whole_file

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["from_node_link", "to_node_link", "write_gexf", "write_graphml", "write_node_link"]

_DAY_AND_PROGRAM = re.compile(rb"\s*<meta\b.*?</meta>", re.DOTALL)  # when, and with which version, it was written


def write_gexf(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write GEXF 1.2; `start` and `end` of dated nodes become the timeline. Raises OutputError where the disk refuses.

    The file appears whole or not at all.
    """
    import networkx as nx  # noqa: PLC0415 - costs start-up time

    buffer = io.BytesIO()
    nx.write_gexf(graph, buffer)
    _write(path, _DAY_AND_PROGRAM.sub(b"", buffer.getvalue(), count=1))


def write_graphml(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write GraphML, numbers as numbers. Raises OutputError where the disk refuses.

    The file appears whole or not at all.
    """
    from networkx.readwrite.graphml import write_graphml_xml  # noqa: PLC0415 - costs start-up time

    buffer = io.BytesIO()
    # The writer that needs nothing but the standard library; the other one, where lxml is there, orders bytes its way.
    write_graphml_xml(graph, buffer, named_key_ids=True)
    _write(path, buffer.getvalue())


def write_node_link(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write node-link JSON, as d3 and other programs for the web read it. Raises OutputError where the disk refuses.

    The file appears whole or not at all.
    """
    _write(path, (json.dumps(to_node_link(graph), ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def to_node_link(graph: nx.Graph) -> dict[str, Any]:
    """Plain dictionaries and lists, ready for JSON: `nodes` with `id`, `edges` with `source` and `target`."""
    return {
        "directed": False,
        "multigraph": False,
        "graph": dict(graph.graph),
        "nodes": [{**graph.nodes[node], "id": node} for node in graph],
        "edges": [{**values, "source": a, "target": b} for a, b, values in graph.edges(data=True)],
    }


def from_node_link(data: Mapping[str, Any]) -> nx.Graph:
    """The graph that `to_node_link` made these of."""
    import networkx as nx  # noqa: PLC0415 - costs start-up time

    graph = nx.Graph(**data["graph"])
    for node in data["nodes"]:
        graph.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for edge in data["edges"]:
        ends = edge["source"], edge["target"]
        graph.add_edge(*ends, **{name: value for name, value in edge.items() if name not in ("source", "target")})
    return graph


def _write(path: str | os.PathLike[str], content: bytes) -> None:
    with whole_file(path) as draft:
        draft.write_bytes(content)
