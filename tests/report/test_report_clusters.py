from hypothesis import given
from hypothesis import strategies as st

from reuse.report.clusters import cluster_order


@st.composite
def symmetric(draw: st.DrawFn) -> list[list[float]]:
    size = draw(st.integers(0, 7))
    upper = {(i, j): draw(st.sampled_from([0.0, 0.1, 0.5, 0.9])) for i in range(size) for j in range(i)}
    return [[1.0 if i == j else upper[max(i, j), min(i, j)] for j in range(size)] for i in range(size)]


@given(symmetric())
def test_the_order_is_a_permutation_and_always_the_same(similarity: list[list[float]]) -> None:
    order = cluster_order(similarity)
    assert sorted(order) == list(range(len(similarity)))
    assert cluster_order(similarity) == order


def test_clusters_stay_together_whatever_the_order_of_the_rows() -> None:
    group = [0, 1, 0, 1, 0, 1]
    similarity = [[0.8 if group[i] == group[j] else 0.1 for j in range(6)] for i in range(6)]
    order = [group[i] for i in cluster_order(similarity)]
    assert order in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])


def test_close_ends_meet() -> None:
    similarity = [
        [1.0, 0.9, 0.1, 0.3],
        [0.9, 1.0, 0.1, 0.1],
        [0.1, 0.1, 1.0, 0.9],
        [0.3, 0.1, 0.9, 1.0],
    ]
    order = cluster_order(similarity)
    assert abs(order.index(0) - order.index(3)) == 1
