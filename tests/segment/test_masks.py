"""Masks: marks that stand for a name taken out set `wild` and are no units; look-alikes are what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import unhurried

from reuse.model import Document, Segments
from reuse.segment import segment


def cut(text: str, path: str | None = None) -> Segments:
    return segment(replace(Document.from_text(text, id="d", language="zh-Hans"), path=path))


def shown(text: str, path: str | None = None) -> str:
    """Units in a row, a tilde where something is masked."""
    segments = cut(text, path)
    masked = ["~" * bool(wild) for wild in segments.wild]
    return "".join(a + b for a, b in zip(masked, [*segments.units, ""], strict=True))


@pytest.mark.parametrize("mask", ["*", "**", "＊", "×", "×××", "XX", "XXX", "xx", "ＸＸ", "○○", "某某"])
@pytest.mark.parametrize(("text", "expected"), [("_市工会", "~市工会"), ("我们_同志", "我们~同志"), ("到_", "到~")])
def test_masks_are_no_units(mask: str, text: str, expected: str) -> None:
    assert shown(text.replace("_", mask)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X市工会", "~市工会"),
        ("在Ｘ省", "在~省"),
        ("某市某区", "~市~区"),
        ("李×同志", "李~同志"),
        ("李某某说", "李~说"),
        ("第*次代表大会", "第~次代表大会"),
        ("＊＊＊省×县", "~省~县"),
        ("〇〇年代", "~年代"),
        ("*、*同志", "~同志"),
    ],
)
def test_masks_inside_wording(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某种情况", "某种情况"),
        ("某些人某日", "某些人某日"),
        ("X光检查", "x光检查"),
        ("3×5米", "##米"),
        ("3 × 5", "##"),
        ("the XX century", "thexxcentury"),
        ("XXL号衣服", "xxl号衣服"),
        ("二〇〇八年", "#年"),
        ("一九二〇年", "#年"),
        ("G20峰会", "g#峰会"),
    ],
)
def test_look_alikes_mask_nothing(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("indent", ["", "  ", "\u3000\u3000", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_asterisks_that_list_mask_nothing(indent: str, end: str) -> None:
    assert shown(f"{indent}* 加强领导{end}{indent}* 狠抓落实") == "加强领导狠抓落实"


def test_asterisk_at_a_line_without_blank_masks() -> None:
    assert shown("*市工会\n*市妇联") == "~市工会~市妇联"


def test_asterisks_of_markdown_emphasise() -> None:
    for path in ("notes.md", "NOTES.MARKDOWN"):
        assert shown("**重要**内容", path) == "重要内容"
        assert shown("这是*重要*的内容", path) == "这是重要的内容"


@pytest.mark.parametrize("text", ["李×同志", "在XX市", "在某市", "李某某说"])
def test_marks_that_are_no_markdown_mask_in_markdown_too(text: str) -> None:
    assert shown(text, "notes.md") == shown(text)


@unhurried
@given(
    st.lists(st.sampled_from(("工会", "大会", "，", "。", "the ", " union")), max_size=12).map("".join),
    st.lists(st.sampled_from(("工会", "大会", "，", "。", " the ", "union")), max_size=12).map("".join),
    st.sampled_from(("*", "＊＊", "×")),
)
def test_a_mask_changes_nothing_but_wild(before: str, behind: str, mask: str) -> None:
    whole = cut(before + "市" + behind)
    masked = cut(before + mask + "市" + behind)
    at = masked.units.index("市")
    assert masked.units == whole.units
    assert masked.borders.tolist() == whole.borders.tolist()
    assert [i for i, wild in enumerate(masked.wild) if wild] == [at]
    assert not whole.wild.any()
