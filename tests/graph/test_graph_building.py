import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_results import made
from small_result import small_result

from reuse.graph import build_graph
from reuse.graph.roles import roles
from reuse.params import GraphParams

DATES = {"a": "2021", "b": "2022-03", "c": "2022-03-09", "d": None}
USES = {"f1": ["a", "b", "b", "d"], "f2": ["b", "c"], "f3": ["c", "d"]}


def test_speeches_and_families_are_nodes() -> None:
    graph = build_graph(made(DATES, USES), params=GraphParams())
    assert list(graph) == ["a", "b", "c", "d", "f1", "f2", "f3"]
    b = graph.nodes["b"]
    assert (b["kind"], b["label"], b["date"], b["start"]) == ("speech", "《b》", "2022-03", "2022-03-01")
    assert "date" not in graph.nodes["d"]
    f1 = graph.nodes["f1"]
    assert (f1["kind"], f1["label"], f1["documents"], f1["occurrences"]) == ("family", "坚持f1〔1〕", 3, 4)
    assert (f1["first"], f1["last"], f1["start"], f1["end"]) == ("2021", "2022-03", "2021-01-01", "2022-03-31")


@pytest.mark.parametrize(("month", "last"), [("2023-02", "2023-02-28"), ("2024-02", "2024-02-29")])
def test_a_month_ends_on_its_last_day(month: str, last: str) -> None:
    graph = build_graph(made({"a": month, "b": month}, {"f": ["a", "b"]}), params=GraphParams())
    assert graph.nodes["f"]["end"] == last


def test_edges_weigh_bits_without_cliches() -> None:
    graph = build_graph(made(DATES, USES, stock={"f2": 1.0}), params=GraphParams())
    assert graph.edges["b", "f1"]["weight"] == pytest.approx(30.0)
    assert graph.edges["b", "f1"]["occurrences"] == 2
    assert graph.edges["b", "f2"]["weight"] == 0
    shared = graph.edges["a", "b"]
    assert shared["kind"] == "shares"
    assert shared["weight"] == pytest.approx((0.1 * 100 + 0.05 * 100) / 2 * 4.5)
    assert not graph.has_edge("a", "c")


def test_roles_by_date() -> None:
    graph = build_graph(made(DATES, USES), params=GraphParams())
    part = {(u, v): (e["role"], e["order"]) for u, v, e in graph.edges(data=True) if e["kind"] == "uses"}
    assert part == {
        ("a", "f1"): ("first", 1),
        ("b", "f1"): ("adopter", 2),
        ("d", "f1"): ("undated", 0),
        ("b", "f2"): ("first", 1),
        ("c", "f2"): ("first", 1),
        ("c", "f3"): ("first", 1),
        ("d", "f3"): ("undated", 0),
    }
    assert graph.nodes["f2"]["first_users"] == "b c"
    assert {n: (graph.nodes[n]["first_uses"], graph.nodes[n]["adoptions"]) for n in "abcd"} == {
        "a": (1, 0),
        "b": (1, 1),
        "c": (2, 0),
        "d": (0, 0),
    }


def test_dates_that_do_not_tell_share_a_place() -> None:
    assert roles({"x": "2023", "y": "2023-02", "z": "2024", "w": "2022-12-31"}) == {
        "w": ("first", 1),
        "x": ("adopter", 2),
        "y": ("adopter", 2),
        "z": ("adopter", 3),
    }
    assert roles({"x": None}) == {"x": ("undated", 0)}


def test_measures() -> None:
    graph = build_graph(made(DATES, USES), params=GraphParams())
    f1 = graph.nodes["f1"]
    assert f1["degree"] == 3
    assert f1["strength"] == pytest.approx(90.0)
    assert f1["centrality"] == pytest.approx(0.5)
    assert 0 <= f1["betweenness"] <= 1
    assert all(node["community"] >= 0 for _, node in graph.nodes(data=True))


def test_two_circles_are_two_communities_the_larger_first() -> None:
    uses = {f"x{i}": ["a", "b"] for i in range(3)} | {f"y{i}": ["c", "d"] for i in range(5)}
    graph = build_graph(made(dict.fromkeys("abcd"), uses), params=GraphParams())
    community = {node: values["community"] for node, values in graph.nodes(data=True)}
    assert {community[n] for n in ("c", "d", "y0", "y4")} == {0}
    assert {community[n] for n in ("a", "b", "x0", "x2")} == {1}


def test_only_cliches_and_nothing_at_all() -> None:
    graph = build_graph(made(DATES, {"f": ["a", "b"]}, stock={"f": 1.0}), params=GraphParams())
    assert graph.nodes["f"]["strength"] == 0
    alone = build_graph(made({"a": None}, {}), params=GraphParams())
    assert alone.nodes["a"]["community"] == 0


def test_names_that_clash_or_that_xml_cannot_hold() -> None:
    graph = build_graph(made({"f1": None, "b\x01": "2020"}, {"f1": ["f1", "b\x01"]}), params=GraphParams())
    assert list(graph) == ["f1", "b\ufffd", "f1'"]
    assert set(graph["f1'"]) == {"f1", "b\ufffd"}
    assert graph.nodes["b\ufffd"]["label"] == "《b\ufffd》"


def test_the_small_result_of_the_contract() -> None:
    result = small_result()
    graph = build_graph(result, params=GraphParams())
    assert {d.id for d in result.documents} | {f.id for f in result.families} == set(graph)


def test_communities_do_not_hang_on_the_process(root: Path) -> None:
    script = (
        "from made_results import made\nfrom reuse.graph import build_graph, layout\n"
        "from reuse.params import GraphParams\n"
        "uses = {f'f{i}': [f's{i % 7}', f's{(i * i + 1) % 7}', f's{(3 * i) % 7}'] for i in range(40)}\n"
        "graph = build_graph(made({f's{i}': str(2000 + i) for i in range(7)}, uses), params=GraphParams())\n"
        "print(sorted(graph.nodes(data=True)), list(graph.edges(data=True)), layout(graph, params=GraphParams()))"
    )
    path = os.pathsep.join([str(root), str(root / "tests" / "graph")])
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
