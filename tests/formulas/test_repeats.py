from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import corpus

from reuse.errors import ParameterError
from reuse.formulas import levels, suffix_kernel
from reuse.formulas.repeats import Engine, Repeats, find_repeats
from reuse.model import Document, Segments
from reuse.segment import segment

Place = tuple[int, int]
Classes = dict[tuple[int, ...], list[Place]]  # codes -> places (document, unit), in order

texts = st.lists(st.text(alphabet="aab,.", max_size=24), max_size=6)
wider_texts = st.lists(st.text(alphabet="abcd,.", max_size=40), min_size=2, max_size=8)
engines = [
    "levels",
    pytest.param(
        "suffixes", marks=pytest.mark.skipif(find_spec("pydivsufsort") is None, reason="pydivsufsort is not installed")
    ),
]
thetas = st.sampled_from([1.0, 0.9, 0.8, 2 / 3, 0.5, 0.3])


def every_string(segments: Sequence[Segments], longest: int) -> Classes:
    """All strings up to `longest` that cross no sentence end, with their places: the definition, spelt out."""
    places: Classes = defaultdict(list)
    for d, document in enumerate(segments):
        for start in range(len(document)):
            for end in range(start + 1, min(start + longest, len(document)) + 1):
                if end - start > 1 and document.borders[end - 1] == 2:
                    break
                places[tuple(document.codes[start:end].tolist())].append((d, start))
    return places


def oracle(
    segments: Sequence[Segments], *, min_length: int, max_length: int, min_documents: int, theta: float
) -> Classes:
    """The closed repeats by looking at every string and every string longer by one."""
    places = every_string(segments, max_length)
    df = {string: len({d for d, _ in at}) for string, at in places.items()}
    extended: dict[tuple[int, ...], int] = defaultdict(int)
    for string, count in df.items():
        for part in (string[1:], string[:-1]):
            extended[part] = max(extended[part], count)
    return {
        string: places[string]
        for string, count in df.items()
        if min_length <= len(string) < max_length
        and count >= min_documents
        and extended[string] < Fraction(str(theta)) * count
    }


def classes(found: Repeats, segments: Sequence[Segments]) -> Classes:
    """What was found, in the oracle's form; every column is looked at."""
    out: Classes = {}
    for i in range(len(found)):
        documents, starts = (column.tolist() for column in found.places(i))
        d, start, length = int(found.documents[i]), int(found.starts[i]), int(found.lengths[i])
        assert (documents[0], starts[0]) == (d, start)
        assert found.occurrences[i] == len(starts)
        assert found.df[i] == len(set(documents))
        string = tuple(segments[d].codes[start : start + length].tolist())
        assert string not in out
        out[string] = list(zip(documents, starts, strict=True))
    return out


@pytest.mark.parametrize("engine", engines)
@settings(max_examples=400, deadline=None)
@given(texts, st.integers(1, 4), st.integers(1, 8), st.integers(2, 4), thetas)
def test_closed_repeats_are_those_of_the_definition(
    engine: Engine, drawn: list[str], min_length: int, more: int, min_documents: int, theta: float
) -> None:
    segments = corpus(*drawn)
    wanted = {
        "min_length": min_length,
        "max_length": min_length + more,
        "min_documents": min_documents,
        "theta": theta,
    }
    assert classes(find_repeats(segments, **wanted, engine=engine), segments) == oracle(segments, **wanted)


@pytest.mark.parametrize("engine", engines)
@settings(max_examples=200, deadline=None)
@given(wider_texts, st.integers(2, 5), thetas)
def test_closed_repeats_over_a_wider_alphabet(engine: Engine, drawn: list[str], min_length: int, theta: float) -> None:
    segments = corpus(*drawn)
    wanted = {"min_length": min_length, "max_length": 64, "min_documents": 2, "theta": theta}
    assert classes(find_repeats(segments, **wanted, engine=engine), segments) == oracle(segments, **wanted)


def assert_same_rows(one: Repeats, other: Repeats) -> None:
    for column in ("documents", "starts", "lengths", "df", "occurrences", "offsets", "place_documents", "place_starts"):
        assert np.array_equal(getattr(one, column), getattr(other, column)), column


@settings(max_examples=60, deadline=None)
@given(drawn=wider_texts, size=st.integers(1, 9))
def test_batches_of_any_size_give_the_same_rows(drawn: list[str], size: int) -> None:
    segments = corpus(*drawn)
    whole = find_repeats(segments, min_length=2, engine="levels")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(levels, "_BATCH_POSITIONS", size)
        cut = find_repeats(segments, min_length=2, engine="levels")
    assert_same_rows(whole, cut)


@settings(max_examples=100, deadline=None)
@given(st.data(), wider_texts)
def test_the_order_of_documents_does_not_matter(data: st.DataObject, drawn: list[str]) -> None:
    order = data.draw(st.permutations(range(len(drawn))))
    first = corpus(*drawn)
    second = [first[i] for i in order]
    mapped = {
        string: sorted((order[d], start) for d, start in places)
        for string, places in classes(find_repeats(second, min_length=2), second).items()
    }
    assert mapped == classes(find_repeats(first, min_length=2), first)


@settings(max_examples=100, deadline=None)
@given(wider_texts, thetas)
def test_a_corpus_taken_twice_has_the_same_repeats_with_twice_the_df(drawn: list[str], theta: float) -> None:
    once, twice = corpus(*drawn), corpus(*drawn, *drawn)
    before = find_repeats(once, min_length=2, theta=theta)
    after = find_repeats(twice, min_length=2, min_documents=4, theta=theta)
    assert {s: len(p) * 2 for s, p in classes(before, once).items()} == {
        s: len(p) for s, p in classes(after, twice).items()
    }
    assert (before.df * 2).tolist() == after.df.tolist()


@settings(max_examples=60, deadline=None)
@given(wider_texts, st.text(alphabet="xyz,.", max_size=30))
def test_an_unrelated_document_changes_nothing(drawn: list[str], other: str) -> None:
    before, after = corpus(*drawn), corpus(*drawn, other)
    assert classes(find_repeats(before, min_length=2), before) == classes(find_repeats(after, min_length=2), after)


def test_rows_come_in_the_order_of_the_text() -> None:
    found = find_repeats(corpus("abcd.efgh.ab", "efgh.abcd", "ab"), min_length=2)
    rows = list(zip(found.documents.tolist(), found.starts.tolist(), found.lengths.tolist(), strict=True))
    assert rows == sorted(rows)
    assert rows == [(0, 0, 2), (0, 0, 4), (0, 4, 4)]


def test_commas_are_crossed_and_sentence_ends_are_not() -> None:
    segments = corpus("ab,cd.ef", "abcd.ef", "x.cdef")
    assert {"".join(map(chr, string)) for string in classes(find_repeats(segments, min_length=2), segments)} == {
        "abcd",
        "cd",
        "ef",
    }


def test_nine_of_ten_documents_are_nine_tenths() -> None:
    segments = corpus(*["abc"] * 9, "ab")
    assert [s.units for s in segments][-1] == ("a", "b")
    found = find_repeats(segments, min_length=2, theta=0.9)
    assert [found.units(i, segments) for i in range(len(found))] == [("a", "b", "c")]
    found = find_repeats([*segments, *corpus("ab")], min_length=2, theta=0.9)
    assert sorted(found.df.tolist()) == [9, 11]


@pytest.mark.parametrize("texts", [[], [""], ["", "..,"], ["abc"], ["abc", "def"]])
def test_nothing_in_common_is_an_empty_table(texts: list[str]) -> None:
    found = find_repeats(corpus(*texts), min_length=2)
    assert len(found) == 0
    assert found.offsets.tolist() == [0]
    assert found.place_starts.shape == (0,)


def test_every_wrong_setting_is_named_at_once() -> None:
    with pytest.raises(ParameterError) as error:
        find_repeats([], min_length=0, max_length=0, min_documents=1, theta=1.5)
    assert all(name in str(error.value) for name in ("min_length", "max_length", "min_documents", "theta"))


@pytest.mark.parametrize("engine", engines)
def test_closed_repeats_of_real_resolutions_are_those_of_the_definition(engine: Engine, shared: Path) -> None:
    files = sorted((shared / "corpora" / "npc_resolutions").glob("*.txt"))[:12]
    segments = [segment(Document.from_text(f.read_text("utf-8")[:900], id=f.stem, language="zh-Hans")) for f in files]
    wanted = {"min_length": 4, "max_length": 64, "min_documents": 2, "theta": 0.9}
    expected = oracle(segments, **wanted)
    assert len(expected) > 100
    assert classes(find_repeats(segments, **wanted, engine=engine), segments) == expected


@pytest.mark.skipif(find_spec("pydivsufsort") is None, reason="pydivsufsort is not installed")
def test_both_engines_give_the_same_rows_on_government_reports(shared: Path) -> None:
    files = sorted((shared / "corpora" / "gwr_national").glob("*.txt"))
    assert len(files) == 57
    if not suffix_kernel.COMPILED:
        files = files[:6]  # uncompiled, a million characters take minutes
    segments = [segment(Document.from_text(f.read_text("utf-8-sig"), id=f.stem)) for f in files]
    one, other = (find_repeats(segments, min_length=4, engine=engine) for engine in ("levels", "suffixes"))
    assert len(one) > 5000
    assert_same_rows(one, other)
