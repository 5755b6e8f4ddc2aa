import math

from hypothesis import given, settings
from hypothesis import strategies as st
from made_results import made

from reuse.graph import build_graph, layout, strongest
from reuse.params import GraphParams

TWO_CIRCLES = {f"x{i}": ["a", "b"] for i in range(3)} | {f"y{i}": ["c", "d"] for i in range(5)}


def test_every_kept_node_has_a_place_within_the_picture() -> None:
    graph = build_graph(made(dict.fromkeys("abcd"), TWO_CIRCLES), params=GraphParams())
    places = layout(graph, params=GraphParams())
    assert list(places) == list(graph)
    assert max(abs(value) for place in places.values() for value in place) == 1
    assert len(set(places.values())) == len(places)
    assert all(value == round(value, 3) for place in places.values() for value in place)


def test_what_belongs_together_stands_together() -> None:
    graph = build_graph(made(dict.fromkeys("abcd"), TWO_CIRCLES), params=GraphParams())
    places = layout(graph, params=GraphParams())
    inside = [math.dist(places[a], places[b]) for a, b in (("a", "x0"), ("b", "x1"), ("c", "y0"), ("d", "y1"))]
    across = [math.dist(places[a], places[b]) for a, b in (("a", "y0"), ("b", "y1"), ("c", "x0"), ("d", "x1"))]
    assert max(inside) < min(across)


def test_the_seed_changes_the_picture_and_nothing_else_does() -> None:
    graph = build_graph(made(dict.fromkeys("abcd"), TWO_CIRCLES), params=GraphParams())
    assert layout(graph, params=GraphParams(seed=1)) == layout(graph, params=GraphParams(seed=1))
    assert layout(graph, params=GraphParams(seed=1)) != layout(graph, params=GraphParams(seed=2))


def test_the_strongest_are_kept() -> None:
    uses = {"weak": ["a", "b"], "strong": ["a", "b"], "wide": ["a", "b", "c", "d"]}
    result = made(dict.fromkeys("abcd"), uses, stock={"weak": 0.9, "wide": 0.1})
    graph = build_graph(result, params=GraphParams())
    kept, cut = strongest(graph, max_nodes=4)
    assert kept == ("a", "b", "strong", "wide")
    assert cut == ("c", "d", "weak")
    assert set(layout(graph, params=GraphParams(max_nodes=4))) == set(kept)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 12), st.integers(0, 12), st.integers(1, 30))
def test_as_many_as_fit(speeches: int, families: int, max_nodes: int) -> None:
    names = {f"s{i}": None for i in range(speeches)}
    uses = {f"f{i}": list(names)[: i + 1] for i in range(families if names else 0)}
    graph = build_graph(made(names, uses), params=GraphParams())
    kept, cut = strongest(graph, max_nodes=max_nodes)
    assert len(kept) == min(max_nodes, len(graph))
    assert sorted([*kept, *cut]) == sorted(graph)
    assert set(layout(graph, params=GraphParams(max_nodes=max_nodes))) == set(kept)
