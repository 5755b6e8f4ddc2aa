"""Units: where they stand, what they are compared by, and that no letter or figure is lost."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import opencc
import pytest
from hypothesis import given
from made_texts import any_text, plain_text, unhurried

from reuse.model import Document, Segments
from reuse.segment import segment

NO_UNIT = {"Zs", "Zl", "Zp", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Cc", "Cs", "Sc", "Sm", "Sk"}
TO_SIMPLIFIED = opencc.OpenCC("t2s")


def cut(text: str, language: str | None = None) -> Segments:
    return segment(Document.from_text(text, id="d", language=language))


def keys(text: str, language: str | None = "zh-Hans") -> list[str]:
    return list(cut(text, language).units)


def normalised(piece: str) -> str:
    """What a unit is compared by, said the long way round; figures are not for this."""
    folded = unicodedata.normalize("NFKC", re.sub("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f]", "", piece))
    folded = unicodedata.normalize("NFKC", folded.casefold()).replace("’", "'")
    if len(folded) == 1 and folded > "\u2fff":
        other = TO_SIMPLIFIED.convert(folded)
        folded = other if len(other) == 1 else folded
    return "零" if folded == "〇" else folded


@unhurried
@given(any_text())
def test_every_unit_stands_where_it_says(text: str) -> None:
    segments = cut(text)
    n = len(segments)
    assert segments.document.text == text
    assert len(segments.starts) == len(segments.ends) == len(segments.codes) == len(segments.light) == n
    edges = np.column_stack([segments.starts, segments.ends]).ravel()
    assert list(edges) == sorted(edges), "units overlap or stand out of order"
    assert (segments.starts < segments.ends).all()
    assert n == 0 or (edges[0] >= 0 and edges[-1] <= len(text))
    for start, end in zip(segments.starts.tolist(), segments.ends.tolist(), strict=True):
        assert text[start:end] == text[start:end].strip()
        assert not all(unicodedata.category(c) in NO_UNIT for c in text[start:end])


@unhurried
@given(any_text())
def test_key_is_the_normalised_slice_or_a_class_of_figures(text: str) -> None:
    segments = cut(text, "zh-Hans")
    for unit, start, end in zip(segments.units, segments.starts.tolist(), segments.ends.tolist(), strict=True):
        piece = text[start:end]
        if unit == "#":
            assert any(c.isdecimal() or c in "〇零一二三四五六七八九" for c in piece), piece
        elif unit == "第#":
            assert piece[0] == "第"
            assert len(piece) > 1
        else:
            assert unit == normalised(piece)


@unhurried
@given(plain_text())
def test_no_letter_and_no_figure_is_left_out(text: str) -> None:
    segments = cut(text)
    inside = np.zeros(len(text) + 1, dtype=bool)
    for start, end in zip(segments.starts.tolist(), segments.ends.tolist(), strict=True):
        inside[start:end] = True
    assert [c for i, c in enumerate(text) if c.isalnum() and not inside[i]] == []


@unhurried
@given(any_text(), any_text())
def test_codes_are_equal_exactly_where_keys_are(one: str, other: str) -> None:
    first, second = cut(one), cut(other)
    known: dict[str, int] = {}
    for unit, code in zip(first.units + second.units, [*first.codes.tolist(), *second.codes.tolist()], strict=True):
        assert known.setdefault(unit, code) == code
    assert len(set(known.values())) == len(known)


@unhurried
@given(any_text())
def test_columns_have_the_lengths_and_types_of_the_contract(text: str) -> None:
    segments = cut(text)
    n = len(segments)
    assert segments.units == tuple(segments.units)
    for column, length, kind in (
        (segments.codes, n, np.int64),
        (segments.starts, n, np.int32),
        (segments.ends, n, np.int32),
        (segments.borders, n + 1, np.int8),
        (segments.wild, n + 1, np.bool_),
        (segments.words, n + 1, np.bool_),
        (segments.light, n, np.bool_),
    ):
        assert column.shape == (length,)
        assert column.dtype == kind
    for rows in (segments.sentences, segments.clauses):
        assert rows.shape == (len(rows), 2)
        assert rows.dtype == np.int32
    assert set(segments.borders.tolist()) <= {0, 1, 2}


@unhurried
@given(any_text())
def test_surface_and_locus_say_the_same(text: str) -> None:
    segments = cut(text)
    assert segments.surface(0, 0) == ""
    for first, last in segments.clauses.tolist():
        locus = segments.locus(first, last)
        assert text[locus.start : locus.end] == segments.surface(first, last)
        assert locus.document == "d"


@unhurried
@given(any_text())
def test_the_same_text_is_always_cut_the_same(text: str) -> None:
    one, other = cut(text), cut(text)
    assert one.units == other.units
    for name in ("codes", "starts", "ends", "borders", "wild", "words", "light", "sentences", "clauses"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＵＮＩＯＮ　１２", "union 34"),  # width, case, figures
        ("ﬁne Straße", "FINE STRASSE"),  # compatibility forms, case that changes the length
        ("e\u0301te\u0301", "été"),  # composed and decomposed letters
        ("don’t", "don't"),
        ("為實現機關幹部與職工群眾的願望", "为实现机关干部与职工群众的愿望"),
        ("〇", "零"),
        ("\uf914器", "乐器"),  # a compatibility ideograph of a traditional character
        ("第二十一次代表大会", "第17次代表大会"),
        ("第３次", "第一百零三次"),
        ("增长3.5%", "增长１２％"),
        ("完成12,000件", "完成8件"),
        ("二〇二三年", "2024年"),
        ("二零一九年", "２０２０年"),
    ],
)
def test_what_reads_alike_has_the_same_keys(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("decomposed", "composed", "language"),
    [
        ("ｶﾞｲﾄﾞ", "ガイド", "ja"),  # half-width kana write the voicing apart
        (unicodedata.normalize("NFD", "ガイドが語る"), "ガイドが語る", "ja"),
        (unicodedata.normalize("NFD", "한국어"), "한국어", "ko"),
    ],
)
def test_decomposed_kana_and_hangul_have_the_keys_of_composed_ones(
    decomposed: str, composed: str, language: str
) -> None:
    assert keys(decomposed, language) == keys(composed, language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长3.5%", ["增", "长", "#"]),
        ("1.2万亿元", ["#", "万", "亿", "元"]),
        ("3．5亿", ["#", "亿"]),
        ("第21届", ["第#", "届"]),
        ("12:30开始", ["#", "开", "始"]),
        ("二〇二三年五月", ["#", "年", "五", "月"]),
        ("第 21 次", ["第", "#", "次"]),  # apart, it is 第 and a figure
        ("G20峰会", ["g", "#", "峰", "会"]),
        ("见https://example.org/a?b=1。好", ["见", "https://example.org/a?b=1", "好"]),
        ("看www.example.org/报告", ["看", "www.example.org/", "报", "告"]),
        ("中\u200b国", ["中", "国"]),
        ("\U00020000\U0002a6d7", ["\U00020000", "\U0002a6d7"]),
        ("甲\ud800乙", ["甲", "乙"]),
        ("don’t stop", ["don't", "stop"]),
        ("한국어", ["한", "국", "어"]),
    ],
)
def test_what_is_one_unit(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_japanese_keeps_its_own_characters() -> None:
    assert keys("会議は図書館で開く", "ja") == list("会議は図書館で開く")


def test_scripts_do_not_change_where_units_stand() -> None:
    traditional = "工會是黨聯繫職工群眾的橋樑和紐帶，為職工群眾服務。"
    assert [keys(traditional, "zh-Hant")[i] for i in (1, 3)] == ["会", "党"]
    assert cut(traditional).document.language == "zh-Hant"
    assert cut(traditional).starts.tolist() == [i for i, c in enumerate(traditional) if c not in "，。"]


@pytest.mark.parametrize(
    ("text", "language", "light"),
    [
        ("我们的工会和你们的工会", "zh-Hans", "我们的和你们的"),
        ("the union of our city", "en", "theofour"),
        ("die Stadt und der Hafen", "de", "dieundder"),
    ],
)
def test_function_characters_and_words_are_light(text: str, language: str, light: str) -> None:
    segments = cut(text, language)
    assert "".join(u for u, is_light in zip(segments.units, segments.light, strict=True) if is_light) == light


@pytest.mark.parametrize("text", ["", " \r\n\u3000", "……！？", "\ud800", "*", "（热烈掌声）"])
def test_text_without_units_is_an_empty_value(text: str) -> None:
    segments = cut(text)
    assert len(segments) == 0
    assert segments.clauses.shape == (0, 2)
    assert segments.borders.shape == (1,)
    assert all(text[start:end].strip() for start, end in segments.sentences.tolist())
