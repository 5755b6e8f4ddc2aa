"""title: the first line that names the speech, not the one that greets the audience."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.read.title import MAX_TITLE_CHARS, title_in_text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n 2023年工会代表大会开幕词 \n各位代表：", "2023年工会代表大会开幕词"),
        ("# 在大会上的讲话 #\n正文", "在大会上的讲话"),
        ("**在大会上的讲话**\n正文", "在大会上的讲话"),
        ("----\n***\n讲话\n", "讲话"),
        ("政 府 工 作 报 告\n", "政府工作报告"),
        ("同志们：\n*市工会第二十一次代表大会今天开幕了。", "*市工会第二十一次代表大会今天开幕了"),
        ("同志们：今天我们在这里集会。", "今天我们在这里集会"),
        ("各位代表，现在我代表市政府作报告。", "现在我代表市政府作报告"),
        (
            "尊敬的院长，\n\n尊敬的副总理，\n\n老师们，同学们：\n\n今天，有机会来到这里，我很高兴。",
            "今天，有机会来到这里，我很高兴",
        ),
        ("各位同志：\n諸位代表！\n我們的會議開始了。", "我們的會議開始了"),
        ("Ladies and gentlemen,\nwe meet again.", "we meet again"),
        ("Fellow citizens, I am again called upon", "I am again called upon"),
        ("Honourable members of the Senate:\nMembers of the House of Commons:\nWelcome back", "Welcome back"),
        ("Mr. President, Mr. Speaker, I come before you", "I come before you"),
        ("Sehr geehrte Damen und Herren,\nwir beginnen", "wir beginnen"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_in_text(text) == title


def test_a_long_first_sentence_is_its_own_title() -> None:
    text = "市工会第十七次代表大会今天隆重开幕了。首先，我代表市委、市政府向大会的召开表示热烈的祝贺，祝大会成功。"
    assert title_in_text(text) == "市工会第十七次代表大会今天隆重开幕了"


def test_a_longer_one_is_cut_at_a_comma() -> None:
    text = "一年来在市委的正确领导下，在全市职工群众的共同努力下，我们坚持围绕中心服务大局，取得了新成绩"
    assert title_in_text(text) == "一年来在市委的正确领导下，在全市职工群众的共同努力下…"


def test_a_title_in_english_is_cut_at_a_blank() -> None:
    text = "Speech of the chairman at the opening of the seventeenth congress of the city"
    assert title_in_text(text) == "Speech of the chairman at the opening…"


@pytest.mark.parametrize("text", ["", "  \n\n", "——\n***", "同志们：", "各位代表：\n同志们！\n"])
def test_no_title(text: str) -> None:
    assert title_in_text(text) is None


@given(st.text() | st.text("同志们各位代表：，。！ \nFellow citizens,.", max_size=300))
def test_any_title_is_one_short_line_that_says_something(text: str) -> None:
    title = title_in_text(text)
    if title is not None:
        assert 1 <= len(title) <= MAX_TITLE_CHARS
        assert title == title.strip()
        assert len(title.splitlines()) == 1
        assert any(character.isalnum() for character in title)
