import json
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from made_results import made

from reuse.errors import OutputError
from reuse.graph import build_graph, from_node_link, to_node_link, write_gexf, write_graphml
from reuse.params import GraphParams

DATES = {"a": "2021", "b<&>\"'": "2022-03", "c": None, "d \x02\ud800": "1999-12-31"}
USES = {"f1": ["a", "b<&>\"'", "c"], "f2": ["b<&>\"'", "d \x02\ud800"]}


@pytest.fixture
def graph() -> nx.Graph:
    return build_graph(made(DATES, USES), params=GraphParams())


def same(left: nx.Graph, right: nx.Graph) -> None:
    assert left.name == right.name == "background: made 0123456789"
    assert list(left.nodes(data=True)) == list(right.nodes(data=True))
    edges = [{frozenset((u, v)): values for u, v, values in graph.edges(data=True)} for graph in (left, right)]
    assert edges[0] == edges[1]


def test_gexf_reads_back_equal(graph: nx.Graph, tmp_path: Path) -> None:
    write_gexf(graph, tmp_path / "g.gexf")
    same(nx.read_gexf(tmp_path / "g.gexf"), graph)


def test_gexf_has_a_timeline_and_no_clock(graph: nx.Graph, tmp_path: Path) -> None:
    write_gexf(graph, tmp_path / "g.gexf")
    content = (tmp_path / "g.gexf").read_bytes()
    assert b"lastmodifieddate" not in content
    assert b"NetworkX" not in content
    root = ElementTree.fromstring(content)
    space = {"g": root.tag[1 : root.tag.index("}")]}
    assert root.find("g:graph", space).attrib["timeformat"] == "date"
    nodes = {node.attrib["id"]: node.attrib for node in root.iterfind(".//g:node", space)}
    assert nodes["a"]["start"] == "2021-01-01"
    assert nodes["f1"]["end"] == "2022-03-31"
    assert "start" not in nodes["c"]


def test_graphml_reads_back_equal(graph: nx.Graph, tmp_path: Path) -> None:
    write_graphml(graph, tmp_path / "g.graphml")
    same(nx.read_graphml(tmp_path / "g.graphml"), graph)


def test_node_link_reads_back_equal_through_json(graph: nx.Graph) -> None:
    same(from_node_link(json.loads(json.dumps(to_node_link(graph)))), graph)


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_twice_the_same_bytes(write, graph: nx.Graph, tmp_path: Path) -> None:
    write(graph, tmp_path / "one")
    write(build_graph(made(DATES, USES), params=GraphParams()), tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("write", [write_gexf, write_graphml])
def test_a_place_that_takes_no_file(write, graph: nx.Graph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="that is a folder; give the name of a file"):
        write(graph, tmp_path)


def test_an_empty_graph(tmp_path: Path) -> None:
    empty = build_graph(made({}, {}), params=GraphParams())
    write_gexf(empty, tmp_path / "g.gexf")
    assert len(nx.read_gexf(tmp_path / "g.gexf")) == 0
