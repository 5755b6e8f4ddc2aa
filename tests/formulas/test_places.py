from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import made
from plain_speeches import Even, laid

from reuse.formulas.places import inner_places
from reuse.formulas.speeches import lay_out
from reuse.formulas.wordings import collect

LINES = st.lists(st.text(alphabet="abc", min_size=1, max_size=16), min_size=1, max_size=6)


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3))
def test_places_equal_a_plain_search(documents: list[list[str]]) -> None:
    segments = [made(".".join(lines), f"d{i}") for i, lines in enumerate(documents)]
    speeches = lay_out(segments, Even())
    wordings = collect(speeches, [], min_length_chars=4)
    found = inner_places(wordings, speeches)
    letters = ["".join(s.units) for s in segments]
    for number, places in enumerate(wordings.places):
        d, first, last = places[0]
        wording = letters[d][first:last]
        everywhere = [
            (d, i, i + len(wording))
            for d, string in enumerate(letters)
            for i in range(len(string) - len(wording) + 1)
            if string[i : i + len(wording)] == wording
            and not (segments[d].borders[i + 1 : i + len(wording)] == 2).any()
        ]
        expected = [place for place in everywhere if place not in places] if len(wording) >= 6 else []
        assert found.get(number, []) == expected


def test_a_clause_is_found_inside_a_longer_one() -> None:
    speeches = laid("坚持稳中求进工作总基调。", "我们必须坚持稳中求进工作总基调不动摇。")
    wordings = collect(speeches, [], min_length_chars=4)
    assert list(inner_places(wordings, speeches).values()) == [[(1, 4, 15)]]
