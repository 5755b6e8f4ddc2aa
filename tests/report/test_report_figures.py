"""The figures are what Plotly takes for figures, and hold everything once."""

from collections.abc import Mapping
from math import log2
from typing import Any

import pytest
from report_samples import graph_of, layout_of

from reuse.model import Result
from reuse.params import ReportParams
from reuse.report import PageView, view
from reuse.report.charts.plot import literal, thinned
from reuse.report.charts.share_map import share_steps, step_names


def viewed(result: Result) -> PageView:
    graph = graph_of(result)
    return view(result, graph=graph, layout=layout_of(graph), params=ReportParams())


@pytest.fixture(scope="module")
def pair_page(pair_result: Result) -> PageView:
    return viewed(pair_result)


@pytest.fixture(scope="module")
def many_page(many_result: Result) -> PageView:
    return viewed(many_result)


def figures(page: PageView) -> dict[str, Any]:
    return dict(page.figures)


def test_plotly_takes_every_figure(pair_page: PageView, many_page: PageView) -> None:
    graph_objects = pytest.importorskip("plotly.graph_objects")
    every = [*figures(pair_page).values(), *figures(many_page).values()]
    assert len(every) == 7
    for figure in every:
        graph_objects.Figure(figure)  # raises where a property or a value is unknown


def test_every_match_has_one_line_on_the_map(pair_page: PageView) -> None:
    numbers = [n for trace in figures(pair_page)["map"]["data"] for n in trace["customdata"] if n is not None]
    assert sorted(numbers) == sorted(3 * [match.number for match in pair_page.pairs[0].matches])
    for trace in figures(pair_page)["map"]["data"]:
        assert len(trace["x"]) == len(trace["y"]) == len(trace["customdata"])


def test_stock_lies_below_everything_else(pair_page: PageView) -> None:
    assert figures(pair_page)["map"]["data"][0]["name"] == "stock"


def test_the_heatmap_holds_every_ordered_pair_once(many_page: PageView, many_result: Result) -> None:
    heat, labels, lines, joints = figures(many_page)["shares"]["data"]
    assert many_page.many
    assert [one for one in lines["x"] if one is None] == [None] * len(joints["x"])
    assert joints["x"] == [round(log2(max(joint.similarity, 0.001)), 4) for joint in many_page.many.joints]
    cells = [tuple(cell) for row in heat["customdata"] for cell in row]
    assert sorted(cells) == [(a, b) for a in range(3) for b in range(3)]
    for row, line in zip(heat["z"], heat["customdata"], strict=True):
        assert [step is None for step in row] == [a == b for a, b in line]
    shares = {(pair.source, pair.target): pair.source_share for pair in many_result.pairs}
    row = [line[0][0] for line in heat["customdata"]].index(0)
    column = heat["customdata"][row].index([0, 1])
    texts = {(x, y): text for x, y, text in zip(labels["x"], labels["y"], labels["text"], strict=True)}
    assert len(texts) == 6
    assert texts[column, row] == f"{shares['d0', 'd1'] * 100:.1f}"


def test_the_steps_of_the_heatmap_follow_what_is_shared(many_result: Result) -> None:
    assert step_names(share_steps(many_result.pairs))[0] == "<5%"
    assert step_names(share_steps(())) == ("<1%", "1–3%", "3–6%", "6–10%", "10–15%", "≥15%")


def test_undated_speeches_have_a_column_of_their_own(many_page: PageView) -> None:
    figure = figures(many_page)["time"]
    ticks: Mapping[str, Any] = figure["layout"]["xaxis"]
    assert ticks["ticktext"][0] == "t:undated"
    undated = [
        x
        for x, (_, document) in zip(figure["data"][1]["x"], figure["data"][1]["customdata"], strict=True)
        if document == 2
    ]
    assert undated
    assert set(undated) == {ticks["tickvals"][0]}
    assert all(x == ticks["tickvals"][0] or x >= 2016 for x in figure["data"][1]["x"])


def test_two_speeches_stand_left_and_right_in_the_network(pair_page: PageView) -> None:
    speeches = figures(pair_page)["net"]["data"][3]
    assert speeches["customdata"] == [["d", 0], ["d", 1]]
    assert speeches["x"][0] < min(figures(pair_page)["net"]["data"][2]["x"])
    assert speeches["x"][1] > max(figures(pair_page)["net"]["data"][2]["x"])


def test_the_network_draws_every_node_that_has_a_place(many_page: PageView) -> None:
    nodes = [tuple(node) for trace in figures(many_page)["net"]["data"][2:] for node in trace["customdata"]]
    assert sorted(nodes) == [*(("d", i) for i in range(3)), *(("f", i) for i in range(len(many_page.families)))]


def test_labels_are_shown_as_they_are_written() -> None:
    assert literal("<b>&\n\u202e") == "&lt;b&gt;&amp;  "


def test_thinned_labels_keep_their_distance() -> None:
    assert thinned([0, 1, 2, 5, 5.5, 9], least=2) == [0, 2, 3, 5]


def test_the_plot_of_formulas_has_one_point_for_each_hollow_where_stock(pair_page: PageView) -> None:
    (points,) = figures(pair_page)["quadrant"]["data"]
    assert points["customdata"] == list(range(len(pair_page.families)))
    assert points["x"] == [family.stock for family in pair_page.families]
    hollow = [color.startswith("rgba") for color in points["marker"]["color"]]
    assert hollow == [family.is_stock for family in pair_page.families]
