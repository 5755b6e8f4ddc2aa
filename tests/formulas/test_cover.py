from hypothesis import given, settings
from hypothesis import strategies as st

from reuse.formulas.cover import Standing, choose

PLACES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 30), st.integers(1, 10)),
    min_size=1,
    max_size=6,
    unique_by=lambda p: p[:2],
)


def whole(*places: tuple[int, int, int], worth: float = 1.0) -> Standing:
    return Standing(tuple((place, ((0, place[2] - place[1]),)) for place in places), worth)


def test_the_same_phrase_in_other_dress_is_told_once() -> None:
    long = whole((0, 0, 10), (1, 0, 10), worth=50)
    part = whole((0, 2, 8), (1, 2, 8), worth=30)
    apart = whole((0, 20, 26), (1, 20, 26), worth=10)
    choice = choose([part, long, apart], [30, 30], min_documents=2)
    assert choice.chosen == (1, 2)
    assert choice.covered == {0: (1, ())}


def test_what_fills_a_slot_is_not_covered() -> None:
    frame = Standing((((0, 0, 20), ((0, 5), (15, 20))), ((1, 0, 20), ((0, 5), (15, 20)))), 50.0)
    filler = whole((0, 6, 14), (1, 6, 14), worth=20)
    assert choose([frame, filler], [20, 20], min_documents=2).chosen == (0, 1)


def test_what_a_covered_family_has_left_is_handed_on() -> None:
    strong = whole((0, 0, 10), (1, 0, 10), worth=50)
    weak = whole((0, 0, 10), (2, 0, 10), worth=30)
    assert choose([strong, weak], [10, 10, 10], min_documents=2).covered == {1: (0, ((2, 0, 10),))}


def test_more_documents_weigh_more() -> None:
    everywhere = whole(*[(d, 0, 5) for d in range(4)], worth=20)
    twice = whole((0, 5, 10), (1, 5, 10), worth=50)
    assert choose([twice, everywhere], [10] * 4, min_documents=2).chosen == (1, 0)


@settings(deadline=None)
@given(st.lists(st.tuples(PLACES, st.integers(1, 60)), max_size=8))
def test_each_chosen_family_stands_uncovered_in_enough_documents(families: list[tuple[list, int]]) -> None:
    standings = [whole(*[(d, a, a + n) for d, a, n in places], worth=float(w)) for places, w in families]
    choice = choose(standings, [40] * 4, min_documents=2)
    covered = [[False] * 40 for _ in range(4)]
    strengths = []
    for number in choice.chosen:
        fresh = {d for (d, a, b), _ in standings[number].places if sum(covered[d][a:b]) <= 0.4 * (b - a)}
        assert len(fresh) >= 2
        strengths.append((len(fresh) - 1) * standings[number].worth)
        for (d, a, b), _ in standings[number].places:
            covered[d][a:b] = [True] * (b - a)
    assert strengths == sorted(strengths, reverse=True)
    assert not set(choice.chosen) & set(choice.covered)
