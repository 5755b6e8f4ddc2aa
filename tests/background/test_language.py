from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_speeches import background, speech

from reuse.background import Background

texts = st.lists(st.text(alphabet="甲乙丙丁.", min_size=1, max_size=60), min_size=1, max_size=4).filter(
    lambda drawn: any(set(text) - {"."} for text in drawn)
)
ROUNDING = 0.0626  # a sixteenth of a bit; falling back from a pair rounds twice


def by_hand(drawn: list[str], text: str) -> list[float]:
    """Bits of each unit behind the one before it: counts, discount 0.75, pairs seen less than three times left out."""
    sentences = [sentence for one in drawn for sentence in one.split(".") if sentence]
    counts = Counter("".join(sentences))
    pairs = Counter(pair for sentence in sentences for pair in pairwise(sentence))
    opened: Counter[str] = Counter()
    for (first, _), n in pairs.items():
        opened[first] += n
    total = counts.total()
    out = []
    for i, unit in enumerate(text):
        likely = counts[unit] / total
        if i:
            before = text[i - 1]
            kept = {pair[1]: n - 0.75 for pair, n in pairs.items() if pair[0] == before and n >= 3}
            direct = {second: n / opened[before] for second, n in kept.items()}
            likely = direct.get(unit, 0.0) + (1 - sum(direct.values())) * likely
        out.append(-math.log2(likely))
    return out


@settings(max_examples=200, deadline=None)
@given(texts)
def test_bits_are_those_of_the_counts(drawn: list[str]) -> None:
    known = background(drawn)
    text = "".join(drawn).replace(".", "")
    found = known.bigram_bits(speech(text).codes)
    assert np.allclose(found, by_hand(drawn, text), atol=2 * ROUNDING)
    counts = Counter(text)
    alone = [-math.log2(counts[unit] / len(text)) for unit in text]
    assert np.allclose(known.unit_bits(speech(text).codes), alone, atol=ROUNDING)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_probabilities_behind_each_unit_add_up_to_one(drawn: list[str]) -> None:
    known = background(drawn)
    alphabet = sorted(set("".join(drawn)) - {"."})
    for before in alphabet:
        likely = sum(2 ** -known.bigram_bits(speech(before + unit).codes)[1] for unit in alphabet)
        assert likely == pytest.approx(1.0, abs=0.06)  # as far as eighths of bits allow


def test_an_unseen_unit_costs_the_ceiling_and_no_more() -> None:
    known = background(["甲乙甲乙甲乙"] * 3)
    assert known.unit_bits(speech("辛").codes).tolist() == [16.0]
    assert known.bigram_bits(speech("甲辛辛").codes).tolist()[1:] == [16.0, 16.0]


def test_units_that_follow_each_other_surprise_less_together() -> None:
    known = background(["甲乙丙丁.乙甲丁丙.甲乙甲乙甲乙"] * 3)
    assert known.bigram_bits(speech("甲乙").codes)[1] < known.unit_bits(speech("乙").codes)[0]


def test_another_language_makes_no_unit_more_surprising() -> None:
    chinese, english = ["甲乙甲乙丙"] * 4, ["abcab"] * 40
    alone = background(chinese)
    both = background([*chinese, *english], languages=["zh"] * 4 + ["en"] * 40)
    codes = speech("甲乙丙甲乙").codes
    assert np.array_equal(alone.unit_bits(codes), both.unit_bits(codes))
    assert np.array_equal(alone.bigram_bits(codes), both.bigram_bits(codes))


def test_knowing_nothing_every_unit_costs_the_same() -> None:
    empty = Background.empty()
    codes = speech("甲乙x").codes
    assert empty.unit_bits(codes).tolist() == empty.bigram_bits(codes).tolist() == [11.55] * 3


@pytest.mark.parametrize("known", [Background.empty(), background(["甲乙"])], ids=["empty", "small"])
def test_no_units_have_no_bits(known: Background) -> None:
    none = np.zeros(0, dtype=np.int64)
    assert known.unit_bits(none).shape == known.bigram_bits(none).shape == (0,)
