"""dates: what is written as a date is read, and nothing else is."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.read.dates import DateFound, date_in_head, date_in_name, date_of_value

HAN = str.maketrans("0123456789", "〇一二三四五六七八九")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2023", "2023"),
        ("2023-02", "2023-02"),
        ("2023-02-05", "2023-02-05"),
        ("2023-2-5", "2023-02-05"),
        ("2023/2/5", "2023-02-05"),
        ("2023.2.5", "2023-02-05"),
        ("20230205", "2023-02-05"),
        ("2023年2月5日", "2023-02-05"),
        ("２０２３年２月５日", "2023-02-05"),
        ("2023年2月", "2023-02"),
        ("2023年", "2023"),
        ("二〇二三年二月五日", "2023-02-05"),
        ("二零二三年十二月二十三日", "2023-12-23"),
        ("二○二三年十月廿日", "2023-10-20"),
        ("一九四九年十月一日", "1949-10-01"),
        ("2023년 2월 5일", "2023-02-05"),
        ("5 February 2023", "2023-02-05"),
        ("February 5th, 2023", "2023-02-05"),
        ("5. März 2023", "2023-03-05"),
        ("Feb. 2023", "2023-02"),
        ("2023-02-05T10:00:00Z", "2023-02-05"),
        (" 2024-02-29 ", "2024-02-29"),
    ],
)
def test_values(written: str, date: str) -> None:
    assert date_of_value(written) == DateFound(date)


@pytest.mark.parametrize("written", ["2023-02-31", "2023-13", "2023-02-29", "soon", "23-2-5", "2023年13月1日", "0"])
def test_wrong_values_come_back_as_written(written: str) -> None:
    assert date_of_value(written) == DateFound(None, written)


def test_a_blank_value_is_no_date() -> None:
    assert date_of_value("  ") is None


@given(st.dates(min_value=datetime.date(1500, 1, 1), max_value=datetime.date(2099, 12, 31)))
def test_every_day_in_every_form(day: datetime.date) -> None:
    arabic = f"{day.year}年{day.month}月{day.day}日"
    forms = [day.isoformat(), f"{day:%Y%m%d}", f"{day.year}.{day.month}.{day.day}", arabic, arabic.translate(HAN)]
    for form in forms:
        # 10 and above have no form digit by digit in Chinese, so that 十二 is left to the cases above.
        if form.isascii() or form == arabic or (day.month < 10 and day.day < 10):
            assert date_of_value(form) == DateFound(day.isoformat()), form


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2023-02-05", "2023-02-05"),
        ("20230205讲话", "2023-02-05"),
        ("讲话_20230205_v2", "2023-02-05"),
        ("2023_02", "2023-02"),
        ("2023年2月5日在大会上的讲话", "2023-02-05"),
        ("规定(2021-05-21)", "2021-05-21"),
        ("2012_内蒙古", "2012"),
        ("1789-Washington", "1789"),
        ("speech2023", "2023"),
        ("2018-19", "2018"),
        ("2023年报告_2023-03-05", "2023-03-05"),
    ],
)
def test_names(name: str, date: str) -> None:
    assert date_in_name(name) == DateFound(date)


@pytest.mark.parametrize(
    "name",
    ["hb2013", "0001", "22-1", "12345678", "20231399", "2013-2017_讲话", "ISO_8859", "2023年关于2035年", "speech"],
)
def test_names_without_a_date(name: str) -> None:
    assert date_in_name(name) is None


def test_a_day_that_does_not_exist_in_a_name() -> None:
    assert date_in_name("2023-02-31_讲话") == DateFound(None, "2023-02-31")


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("2023年工会代表大会开幕词\n各位代表：", "2023"),
        ("在大会上的讲话\n（2023年2月5日）\n同志们：", "2023-02-05"),
        ("在大会上的讲话（2023年2月5日）\n同志们：", "2023-02-05"),
        ("在大会上的讲话\n二〇二三年二月五日\n同志们：", "2023-02-05"),
        ("条例\n（1994年6月28日市人民代表大会常务委员会通过）\n第一条", "1994-06-28"),
        ("政府工作报告\n——１９８９年３月２０日在第七届全国人民代表大会第二次会议上\n", "1989-03-20"),
        ("2013-03-23_顺应时代前进潮流\n正文", "2013-03-23"),
        ("# 讲话\n\n时间：2023年2月5日\n", "2023-02-05"),
        ("Address to the Council\n5 February 2023\nFriends,", "2023-02-05"),
        ("State of the City Address 2018\nFriends,", "2018"),
    ],
)
def test_heads(head: str, date: str) -> None:
    assert date_in_head(head) == DateFound(date)


@pytest.mark.parametrize(
    "head",
    [
        "同志们：\n2012年，区政府在市委领导下做了大量工作。",
        "2023年，我们一起走过。",
        "我们在2023年2月5日召开了大会，大会开得很好。",
        "关于2022年计划执行情况与2023年计划的报告\n",
        "讲话\n2015年07月21日13:32   来源：某某网\n正文",
        "In 1989 we met here for the first time.",
        "讲话\n正文" + "很长" * 200 + "\n（2023年2月5日）",
        "",
    ],
)
def test_dates_in_running_text_are_not_taken(head: str) -> None:
    assert date_in_head(head) is None


def test_a_day_that_does_not_exist_in_a_head() -> None:
    assert date_in_head("讲话\n（2023年2月31日）\n") == DateFound(None, "2023年2月31日")


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    for found in (date_of_value(text), date_in_name(text), date_in_head(text)):
        assert found is None or (found.date is None) != (found.wrong is None)
