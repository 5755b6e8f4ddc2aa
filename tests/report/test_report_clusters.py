import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.report.clusters import clusters


@st.composite
def symmetric(draw: st.DrawFn) -> list[list[float]]:
    size = draw(st.integers(0, 7))
    upper = {(i, j): draw(st.sampled_from([0.0, 0.1, 0.5, 0.9])) for i in range(size) for j in range(i)}
    return [[1.0 if i == j else upper[max(i, j), min(i, j)] for j in range(size)] for i in range(size)]


@given(symmetric())
def test_the_order_is_a_permutation_and_always_the_same(similarity: list[list[float]]) -> None:
    found = clusters(similarity)
    assert sorted(found.order) == list(range(len(similarity)))
    assert clusters(similarity) == found


@given(symmetric())
def test_joints_make_one_tree_of_neighbours_whose_heights_are_means(similarity: list[list[float]]) -> None:
    found = clusters(similarity)
    groups = {(position, position) for position in range(len(similarity))}
    last = 1.0
    for joint in found.joints:
        assert {joint.upper, joint.lower} <= groups
        assert joint.lower[0] == joint.upper[1] + 1
        groups = groups - {joint.upper, joint.lower} | {(joint.upper[0], joint.lower[1])}
        upper, lower = (found.order[first : end + 1] for first, end in (joint.upper, joint.lower))
        pairs = [similarity[a][b] for a in upper for b in lower]
        assert joint.similarity == pytest.approx(sum(pairs) / len(pairs))
        assert joint.similarity <= last + 1e-9
        last = joint.similarity
    assert len(groups) == min(len(similarity), 1)


def test_clusters_stay_together_whatever_the_order_of_the_rows() -> None:
    group = [0, 1, 0, 1, 0, 1]
    similarity = [[0.8 if group[i] == group[j] else 0.1 for j in range(6)] for i in range(6)]
    order = [group[i] for i in clusters(similarity).order]
    assert order in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])


def test_close_ends_meet() -> None:
    similarity = [
        [1.0, 0.9, 0.1, 0.3],
        [0.9, 1.0, 0.1, 0.1],
        [0.1, 0.1, 1.0, 0.9],
        [0.3, 0.1, 0.9, 1.0],
    ]
    order = clusters(similarity).order
    assert abs(order.index(0) - order.index(3)) == 1
