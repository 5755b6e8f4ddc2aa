"""Names in the network: kept apart where there is room, and spread where there is none."""

from reuse.report.charts.network_places import Node, with_names


def crowd(speeches: int) -> list[Node]:
    """All speeches in the middle but two, which hold the corners."""
    corners = {0: (-1.0, -1.0), 1: (1.0, 1.0)}
    return [
        Node(f"s{i}", "d", i, "青砚市人民代表大会", 0.0, False, (0, 0), *corners.get(i, (0.0, i / 1000)), size=13.0)
        for i in range(speeches)
    ]


def test_few_speeches_are_all_named_and_not_all_on_one_side() -> None:
    named = with_names(crowd(16))
    assert all(node.side for node in named)
    assert len({node.side for node in named}) > 2


def test_of_many_speeches_only_those_are_named_that_find_room() -> None:
    named = with_names(crowd(40))
    assert 0 < sum(1 for node in named if node.side) < 40
