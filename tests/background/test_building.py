from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_speeches import background, speech

from reuse.background import MINING, Background, build
from reuse.background.hashing import RollingHash
from reuse.errors import RequestError
from reuse.formulas.repeats import find_repeats

PHRASE, OTHER = "甲乙丙丁戊", "子丑寅卯辰"


def row(known: Background, text: str) -> tuple[float, float] | None:
    """Rarity in bits and df of a phrase, None where the background has no such row."""
    found, rows = known.phrases.find(RollingHash.of(speech(text).codes).stretches(np.array([0]), np.array([len(text)])))
    if not len(found):
        return None
    rarity, df = (float(column[rows[0]]) / 8 for column in known.phrases.columns)
    return rarity, 2**df


def test_rarity_is_the_mean_share_over_collections() -> None:
    known = background([PHRASE] * 6 + [OTHER] * 4 + [PHRASE] * 3 + [OTHER] * 17, collections=["a"] * 10 + ["b"] * 20)
    rarity, df = row(known, PHRASE) or (0.0, 0.0)
    assert 2**-rarity == pytest.approx((6 / (10 + 10) + 3 / (20 + 10)) / 2, rel=0.05)
    assert df == pytest.approx(9, rel=0.05)


def test_a_large_collection_does_not_drown_a_small_one() -> None:
    few = background([PHRASE] * 10 + [OTHER] * 10, collections=["speeches"] * 10 + ["laws"] * 10)
    many = background([PHRASE] * 10 + [OTHER] * 200, collections=["speeches"] * 10 + ["laws"] * 200)
    assert row(few, PHRASE) == row(many, PHRASE)


def test_languages_are_counted_apart() -> None:
    one = background([PHRASE] * 6)
    two = background([PHRASE] * 6 + ["abcde"] * 9, languages=["zh"] * 6 + ["en"] * 9)
    assert row(one, PHRASE) == row(two, PHRASE)
    assert two.describe()["languages"] == {"en": {"documents": 9, "units": 45}, "zh": {"documents": 6, "units": 30}}
    assert two.covers("zh-Hant")
    assert two.covers("en")
    assert not two.covers("de")
    assert not two.covers(None)


@pytest.mark.parametrize(
    ("texts", "language", "kept"),
    [
        ([PHRASE] * 3, "zh", True),
        ([PHRASE] * 2 + [PHRASE + PHRASE[::-1]], "zh", True),
        ([PHRASE] * 2, "zh", False),  # two documents may be one text
        (["甲乙丙"] * 3, "zh", True),  # three characters that are a phrase by themselves
        (["甲乙丙", "甲乙丙,丁", "甲乙丙戊", "己甲乙丙"], "zh", True),  # at half of their places
        (["甲乙丙", "甲乙丙庚", "甲乙丙戊", "己甲乙丙"], "zh", False),  # elsewhere they are a word
        (["甲"] * 3, "zh", False),
        (["ab"] * 3, "en", True),  # two words are a phrase
    ],
)
def test_which_phrases_are_kept(texts: list[str], language: str, kept: bool) -> None:
    known = background(texts, languages=[language] * len(texts))
    assert (row(known, texts[0]) is not None) == kept


def test_fragments_of_words_are_no_phrases() -> None:
    documents = [speech(PHRASE, f"d{i}") for i in range(4)]
    for document in documents[:3]:  # no word ends behind the phrase in three of four
        document.words[5] = False
    repeats = find_repeats(documents, **MINING)
    assert row(build(documents, repeats, name="made"), PHRASE) is None


@settings(max_examples=40, deadline=None)
@given(st.data(), st.lists(st.text(alphabet="甲乙丙.", min_size=1, max_size=30), min_size=3, max_size=7))
def test_the_order_of_documents_does_not_matter(data: st.DataObject, drawn: list[str]) -> None:
    drawn[0] += "甲"
    genres = data.draw(st.lists(st.sampled_from("ab"), min_size=len(drawn), max_size=len(drawn)))
    order = data.draw(st.permutations(range(len(drawn))))
    first = background(drawn, collections=genres)
    second = background([drawn[i] for i in order], collections=[genres[i] for i in order])
    assert first.fingerprint == second.fingerprint


def test_what_it_is_built_from_stands_in_its_description() -> None:
    known = background([PHRASE] * 3 + [OTHER], collections=["b", "a", "b", "b"])
    assert known.describe() == {
        "name": "made",
        "fingerprint": known.fingerprint,
        "documents": 4,
        "collections": {"a": 1, "b": 3},
        "languages": {"zh": {"documents": 4, "units": 20}},
        "phrases": 1,
    }


def test_one_collection_per_document_is_asked_for() -> None:
    documents = [speech(PHRASE), speech(OTHER)]
    repeats = find_repeats(documents, min_length=2)
    with pytest.raises(RequestError, match="2 documents came with 1 collections"):
        build(documents, repeats, name="made", collections=["a"])


def test_a_background_of_nothing_is_refused() -> None:
    with pytest.raises(RequestError, match="at least one document"):
        build([speech("")], find_repeats([speech("")], min_length=2), name="made")
