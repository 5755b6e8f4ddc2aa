"""Stage 6: speeches and families as a graph: measures, communities, places to draw, formats to hand on."""

from __future__ import annotations

from reuse.graph.backbone import backbone
from reuse.graph.building import build_graph
from reuse.graph.drawing import layout, strongest
from reuse.graph.exchange import from_node_link, to_node_link, write_gexf, write_graphml, write_node_link

__all__ = [
    "backbone",
    "build_graph",
    "from_node_link",
    "layout",
    "strongest",
    "to_node_link",
    "write_gexf",
    "write_graphml",
    "write_node_link",
]
