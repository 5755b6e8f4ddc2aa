"""Speakers and single formulas in the graph, and its backbone."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_results import formula, made, with_more

from reuse.graph import backbone, build_graph, from_node_link, to_node_link, write_gexf, write_graphml
from reuse.graph.backbone import weigh_edges
from reuse.params import GraphParams

DATES = {"a": "2021", "b": "2022-03", "c": "2023", "d": None}
USES = {"f1": ["a", "b", "b", "d"], "f2": ["b", "c"]}


def whole() -> nx.Graph:
    result = with_more(
        made(DATES, USES),
        speakers={"a": "甲", "b": "甲", "c": "<乙>"},
        formulas=[
            formula("w1", ["a", "c", "c"], part_of=["w2", "gone"]),
            formula("w2", ["a", "c"]),
            formula("w3", ["b"], family="f2"),
        ],
    )
    return build_graph(result, params=GraphParams(), whole=True)


def test_speakers_stand_over_their_speeches() -> None:
    graph = whole()
    node = graph.nodes["speaker: 甲"]
    assert (node["kind"], node["label"], node["speeches"]) == ("speaker", "甲", 2)
    assert node["first_uses"] == graph.nodes["a"]["first_uses"] + graph.nodes["b"]["first_uses"]
    assert set(graph["speaker: 甲"]) == {"a", "b"}
    assert graph.edges["speaker: 甲", "a"]["kind"] == "gives"
    assert not any(graph.nodes[n]["kind"] == "speaker" for n in graph["d"])


def test_formulas_are_used_are_parts_and_word_families() -> None:
    graph = whole()
    used = graph.edges["a", "w1"]
    assert (used["kind"], used["weight"], used["occurrences"], used["role"]) == ("uses", 10.0, 1, "first")
    assert graph.edges["c", "w1"]["role"] == "adopter"
    assert (graph.edges["w1", "w2"]["kind"], graph.edges["w1", "w2"]["part"]) == ("part-of", "w1")
    assert set(graph["w3"]) == {"f2"}
    assert graph.edges["w3", "f2"]["kind"] == "words"


def test_the_narrow_graph_has_neither() -> None:
    graph = build_graph(made(DATES, USES), params=GraphParams())
    assert {values["kind"] for _, values in graph.nodes(data=True)} == {"speech", "family"}


def same(left: nx.Graph, right: nx.Graph) -> None:
    assert left.name == right.name == "background: made 0123456789"
    assert list(left.nodes(data=True)) == list(right.nodes(data=True))
    edges = [{frozenset((u, v)): values for u, v, values in graph.edges(data=True)} for graph in (left, right)]
    assert edges[0] == edges[1]


@pytest.mark.parametrize("level", [1.0, 0.3])
def test_every_format_reads_back_equal(tmp_path: Path, level: float) -> None:
    graph = backbone(whole(), level)
    write_gexf(graph, tmp_path / "g.gexf")
    write_graphml(graph, tmp_path / "g.graphml")
    same(nx.read_gexf(tmp_path / "g.gexf"), graph)
    same(nx.read_graphml(tmp_path / "g.graphml"), graph)
    same(from_node_link(json.loads(json.dumps(to_node_link(graph)))), graph)


def test_alpha_is_the_formula() -> None:
    graph = nx.Graph()
    graph.add_nodes_from("abcd", kind="speech")
    for other, weight in (("b", 8.0), ("c", 1.0), ("d", 1.0)):
        graph.add_edge("a", other, kind="shares", weight=weight)
    weigh_edges(graph)
    assert graph.edges["a", "b"]["alpha"] == pytest.approx(0.2**2)
    assert graph.edges["a", "c"]["alpha"] == pytest.approx(0.9**2)
    assert set(backbone(graph, 0.05).edges) == {("a", "b")}
    assert list(backbone(graph, 0.05)) == ["a", "b"]


def test_an_edge_that_is_all_there_is_stays() -> None:
    graph = nx.Graph()
    graph.add_nodes_from("ab", kind="speech")
    graph.add_edge("a", "b", kind="shares", weight=1.0)
    weigh_edges(graph)
    assert backbone(graph, 0.0).number_of_edges() == 1


@given(
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 50)), max_size=30),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_a_stricter_level_keeps_less(rows: list[tuple[int, int, float]], one: float, other: float) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(8), kind="speech")
    for source, target, weight in rows:
        if source != target:
            graph.add_edge(source, target, kind="shares", weight=weight)
    weigh_edges(graph)
    assert all(0 <= alpha <= 1 for *_, alpha in graph.edges(data="alpha"))
    strict, loose = (backbone(graph, level) for level in sorted((one, other)))
    assert set(map(frozenset, strict.edges)) <= set(map(frozenset, loose.edges))


def test_kinds_of_edges_do_not_compete_and_what_hangs_on_a_node_stays() -> None:
    graph = nx.Graph()
    for node in ("a", "b", "c", "d"):
        graph.add_node(node, kind="speech")
    for node in ("f1", "f2", "f3"):
        graph.add_node(node, kind="family")
    graph.add_node("w1", kind="formula")
    graph.add_node("w2", kind="formula")
    graph.add_node("s", kind="speaker")
    for other, weight in (("b", 9000.0), ("c", 10.0), ("d", 10.0)):
        graph.add_edge("a", other, kind="shares", weight=weight)
    for family, weight in (("f1", 90.0), ("f2", 1.0), ("f3", 1.0)):
        for speech in "ab":
            graph.add_edge(speech, family, kind="uses", weight=weight)
    graph.add_edge("f1", "w1", kind="words", weight=90.0)
    graph.add_edge("f2", "w2", kind="words", weight=90.0)
    graph.add_edge("s", "b", kind="gives", weight=0.0)
    weigh_edges(graph)
    found = backbone(graph, 0.05)
    assert set(found) == {"a", "b", "f1", "w1", "s"}
    assert set(map(frozenset, found.edges)) == {
        frozenset(ends) for ends in (("a", "b"), ("a", "f1"), ("b", "f1"), ("f1", "w1"), ("s", "b"))
    }


def test_a_level_that_is_no_share() -> None:
    with pytest.raises(ValueError, match="a share from 0 to 1"):
        backbone(nx.Graph(), 5)
