from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_speeches import background, speech

from reuse.background import Background
from reuse.background.hashing import RollingHash
from reuse.background.language import FLAT_BITS, pair_bits
from reuse.background.phrases import find_phrases

KNOWN = background(
    ["甲乙丙丁.戊己庚辛壬.子丑寅卯"] * 20 + ["子丑寅卯辰巳.甲乙丙丁戊己庚辛壬"] * 8 + ["午未申酉戌亥"] * 3
)
# A document of a thousand different characters, and between them those that phrases below are made of.
OTHER = "".join(chr(0x5000 + i) + "甲乙丙丁戊己午未申酉戌亥"[i % 12] for i in range(1000))
texts = st.lists(
    st.sampled_from(["甲乙丙丁", "戊己庚辛壬", "子丑寅卯", "辰巳", "午未申酉戌亥", "戌", "甲", "x"]), max_size=8
)
spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6)


def inside(text: str, drawn: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(min(a, b), max(a, b)) for a, b in drawn if max(a, b) <= len(text)]


def cheapest_by_trying(text: str, first: int, last: int) -> tuple[float, float]:
    """Bits of the units and bits of the cheapest way, every way of cutting the span tried."""
    codes = speech(text).codes
    alone, behind = pair_bits(KNOWN.units, KNOWN.pairs, RollingHash.of(codes))
    phrases = find_phrases(KNOWN.phrases, RollingHash.of(codes), behind, np.array([[0, len(text)]]))
    columns = (phrases.starts, phrases.ends, phrases.weights, phrases.saved)
    saving = {(a, b): (w, s) for a, b, w, s in zip(*(column.tolist() for column in columns), strict=True)}

    def saved(at: int, end: int) -> float:
        weight, more = saving.get((at, end), (0.0, 0.0))
        return more + (weight * float(alone[at] - behind[at]) if at == first else 0.0)

    def most(at: int) -> float:
        if at == last:
            return 0.0
        ends = [b for a, b in saving if a == at and b <= last]
        return max([most(at + 1), *(saved(at, b) + most(b) for b in ends)])

    plain = float(alone[first] + behind[first + 1 : last].sum()) if first < last else 0.0
    return plain, max(plain - most(first), 0.0)


@settings(max_examples=200, deadline=None)
@given(texts.map("".join), spans)
def test_stock_weighs_what_the_cheapest_way_saves(text: str, drawn: list[tuple[int, int]]) -> None:
    asked = inside(text, drawn)
    found = KNOWN.stock_many(speech(text), asked)
    for (first, last), value in zip(asked, found, strict=True):
        plain, cheapest = cheapest_by_trying(text, first, last)
        saved = plain - cheapest + max(0.0, FLAT_BITS * (last - first) - plain) / 10
        expected = saved / (saved + 3 * cheapest * (plain / 50) ** 0.75) if saved > 1e-9 else 0.0
        assert value == pytest.approx(expected, abs=1e-9)
        assert 0.0 <= value <= 1.0


@settings(max_examples=100, deadline=None)
@given(texts.map("".join), spans)
def test_a_span_alone_and_among_others_is_the_same(text: str, drawn: list[tuple[int, int]]) -> None:
    asked, document = inside(text, drawn), speech(text)
    many = KNOWN.stock_many(document, asked)
    assert many.tolist() == pytest.approx([KNOWN.stock(document, a, b) for a, b in asked])
    assert KNOWN.known_many(document, asked).tolist() == [KNOWN.known_many(document, [s])[0] for s in asked]


@settings(max_examples=100, deadline=None)
@given(texts.map("".join), texts.map("".join), texts.map("".join))
def test_wording_is_as_common_wherever_it_stands(before: str, text: str, behind: str) -> None:
    alone = KNOWN.stock(speech(text), 0, len(text))
    place = (len(before), len(before) + len(text))
    assert KNOWN.stock(speech(before + text + behind), *place) == pytest.approx(alone, abs=1e-9)


def test_the_more_documents_use_a_phrase_the_more_stock_it_is() -> None:
    text = "甲乙丙丁戊己"
    values = []
    for n in (0, 3, 6, 12, 24, 48):
        known = background([text] * n + [OTHER] * (60 - n))
        values.append(known.stock(speech(text), 0, 6))
    assert values == sorted(values)
    assert values[0] < 0.01 < values[1] < 0.5 < values[-1]


def test_a_phrase_of_three_documents_is_known_but_not_stock() -> None:
    text = "午未申酉戌亥"
    assert background([text] * 3 + [OTHER] * 57).stock(speech(text), 0, 6) < 0.5
    assert KNOWN.known_many(speech(text + "x"), [(0, 6), (0, 7), (6, 7)]).tolist() == [1.0, 6 / 7, 0.0]


def test_phrases_longer_than_any_single_row_are_made_of_several() -> None:
    text = "甲乙丙丁子丑寅卯" * 6
    assert KNOWN.stock(speech(text), 0, len(text)) > 0.5


def test_wording_of_units_the_background_never_met_is_no_stock() -> None:
    assert KNOWN.stock_many(speech("赤橙黄绿青蓝"), [(0, 6), (2, 4), (3, 3)]).tolist() == [0.0, 0.0, 0.0]


def test_common_units_in_a_row_that_no_phrase_has_are_hardly_stock() -> None:
    common, rare = KNOWN.stock(speech("庚甲戊子乙壬"), 0, 6), KNOWN.stock(speech("庚赤戊橙乙黄"), 0, 6)
    assert 0.0 < rare < common < 0.25


def test_nothing_is_stock_where_nothing_is_known() -> None:
    document = speech("甲乙丙丁")
    assert Background.empty().stock(document, 0, 4) == 0.0
    assert Background.empty().known_many(document, [(0, 4)]).tolist() == [0.0]
    assert Background.empty().stock_many(document, []).shape == (0,)
    assert KNOWN.stock_many(speech(""), [(0, 0)]).tolist() == [0.0]
