"""title: the first line that names the speech, not the one that greets the audience."""

from __future__ import annotations

from pathlib import Path

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
        ("2006年政 府 工 作 报 告\n", "2006年政府工作报告"),
        ("2024-03-05_在大会上的讲话\n\n同志们：", "在大会上的讲话"),
        ("（2024年3月5日）\n在大会上的讲话\n同志们：", "在大会上的讲话"),
        ("政府工作报告——2004年3月5日在第十届全国人民代表大会上", "政府工作报告"),
        ("1\n\nAN ACT EXPANDING PAID SICK LEAVE.\n\nBe it enacted.", "AN ACT EXPANDING PAID SICK LEAVE."),
        ("The Price of Peace\n\nMr. Chairman, we meet.", "The Price of Peace"),
        ("我国的外交政策\n\n各位代表：", "我国的外交政策"),
        ("省发展改革委\n省财政厅\n关于做好安全生产工作的通知\n各市人民政府：", "关于做好安全生产工作的通知"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert title_in_text(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("政府工作报\n告\n\n——2017年3月5日在大会上\n\n各位代表：", "政府工作报告"),
        ("在全市劳动模范和先进工作者\n表彰大会上的讲话\n\n同志们：", "在全市劳动模范和先进工作者表彰大会上的讲话"),
        ("关于促进民营企业健康发展的\n若干意见\n（2024年）", "关于促进民营企业健康发展的若干意见"),
        ("王小明\n在职工代表大会上的讲话\n\n同志们：", "在职工代表大会上的讲话"),
        (
            "Speech of the Chairman at the\nOpening of the Congress\n\nFriends:",
            "Speech of the Chairman at the Opening of the Congress",
        ),
    ],
)
def test_a_wrapped_heading_is_put_together(text: str, title: str) -> None:
    assert title_in_text(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("深化改革 共创未来\n在工商领导人峰会上的演讲\n", "深化改革 共创未来"),
        ("政府工作报告\n2017年3月5日\n总理 王小明\n", "政府工作报告"),
        ("Inaugural Address\nJohn Smith\nMay 1, 2001\n", "Inaugural Address"),
    ],
)
def test_what_stands_under_a_heading_is_no_part_of_it(text: str, title: str) -> None:
    assert title_in_text(text) == title


@pytest.mark.parametrize(
    "text",
    [
        *("", "  \n\n", "——\n***", "同志们：", "各位代表：\n同志们！\n", "12\n34\n"),
        "同志们：\n*市工会第二十一次代表大会今天开幕了。",
        "同志们：今天我们在这里集会。",
        "各位代表，现在我代表市政府作报告。",
        "各位代表\n现在我代表市政府作报告",
        "尊敬的院长，\n\n老师们，同学们：\n\n今天，有机会来到这里，我很高兴。",
        "现在，我代表国务院，向大会报告政府工作，请予审议，并请全国政协各位委员提出意见。",
        "大会听取了\n政府工作报告\n。会议认为，过去五年成就巨大。",
        "市工会第十七次代表大会今天隆重开幕了。首先，我代表市委、市政府向大会的召开表示热烈的祝贺。",
        "一年来在市委的正确领导下，" * 9,
        "大家好！\n今天天气很好。",
        "一、过去一年工作回顾\n过去一年，成就巨大。",
        "——2017年2月11日在人民代表大会第六次会议上\n\n区长 王小明\n\n各位代表：",
        "全市上下以昂扬的精神状态投入到项目建设\n之中去，用实干实绩回应群众的期待和要求，\n奋力开创新局面。",
        "Ladies and gentlemen,\nwe meet again.",
        "Fellow citizens, I am again called upon",
        "Honourable members of the Senate:\nMembers of the House of Commons:\nWelcome back",
        "Members of the House of Commons\nI welcome you.",
        "It is a pleasure for me to welcome you to this\nsession of the council of our city. We have\nmuch to do.",
        "It is a pleasure to be here.",
        "Sehr geehrte Damen und Herren,\nwir beginnen",
        "Search | LOGOUT | HOME | JOIN\nA page",
    ],
)
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


@pytest.mark.parametrize("folder", ["gwr_national", "npc_resolutions", "canada_throne", "us_inaugural"])
def test_real_speeches_have_a_whole_heading_or_none(folder: str, shared: Path) -> None:
    """Reports and resolutions either bear their heading, which ends in the kind of text, or begin at once."""
    titles = {title_in_text(path.read_text("utf-8-sig")) for path in (shared / "corpora" / folder).glob("*.txt")}
    assert titles
    assert all(title is None or title.endswith(("报告", "决议", "The Price of Peace")) for title in titles), titles
