import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import made
from plain_speeches import Even, laid

from reuse.formulas import places as places_module
from reuse.formulas.places import inner_places
from reuse.formulas.speeches import Speeches, lay_out
from reuse.formulas.wordings import Wordings, collect

LINES = st.lists(st.text(alphabet="abc", min_size=1, max_size=16), min_size=1, max_size=6)


BATCHES = st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 22))


def plain_search(number: int, wordings: Wordings, speeches: Speeches) -> list[tuple[int, int, int]]:
    """Every place of a wording within one sentence, document by document and unit by unit."""
    d, first, last = wordings.places[number][0]
    wording = speeches.strings[d][first:last]
    return [
        (d, i, i + len(wording))
        for d, string in enumerate(speeches.strings)
        for i in range(len(string) - len(wording) + 1)
        if string[i : i + len(wording)] == wording
        and not (speeches.segments[d].borders[i + 1 : i + len(wording)] == 2).any()
    ]


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3))
def test_places_equal_a_plain_search(documents: list[list[str]]) -> None:
    segments = [made(".".join(lines), f"d{i}") for i, lines in enumerate(documents)]
    speeches = lay_out(segments, Even())
    wordings = collect(speeches, [], min_length_chars=4)
    found = inner_places(wordings, speeches)
    for number, places in enumerate(wordings.places):
        expected = [place for place in plain_search(number, wordings, speeches) if place not in places]
        assert found.get(number, []) == (expected if len(wordings.keys[number]) >= 6 else [])


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3), BATCHES)
def test_neither_batches_nor_crowded_buckets_change_a_place(
    documents: list[list[str]], sizes: tuple[int, int, int]
) -> None:
    speeches = lay_out([made(".".join(lines), f"d{i}") for i, lines in enumerate(documents)], Even())
    wordings = collect(speeches, [], min_length_chars=4)
    whole = inner_places(wordings, speeches)
    with pytest.MonkeyPatch.context() as patch:
        for name, size in zip(("_BATCH_KEYS", "_BATCH_UNITS", "_BUCKET_BITS"), sizes, strict=True):
            patch.setattr(places_module, name, size)
        assert inner_places(wordings, speeches) == whole


def test_a_wording_of_many_places_is_found_inside_others_and_none_twice() -> None:
    wording = "abcabd"
    texts = [f"{wording}.x{wording}." * 20, f"{wording}." * 20]
    speeches = lay_out([made(text, f"d{i}") for i, text in enumerate(texts)], Even())
    wordings = collect(speeches, [], min_length_chars=4)
    number = wordings.number[speeches.strings[0][:6]]
    assert len(wordings.places[number]) == 40
    inner = inner_places(wordings, speeches)[number]
    assert inner == [(0, 13 * k + 7, 13 * k + 13) for k in range(20)]
    assert sorted([*inner, *wordings.places[number]]) == plain_search(number, wordings, speeches)


def test_a_clause_is_found_inside_a_longer_one() -> None:
    speeches = laid("坚持稳中求进工作总基调。", "我们必须坚持稳中求进工作总基调不动摇。")
    wordings = collect(speeches, [], min_length_chars=4)
    assert list(inner_places(wordings, speeches).values()) == [[(1, 4, 15)]]
