import pytest
from plain_speeches import speech

from reuse.formulas.furniture import furniture_starts, title_units

NOTE = "本作品来自某处" * 10


def test_a_long_ending_of_three_documents_is_furniture() -> None:
    speeches = ["甲乙丙" + NOTE, "丁戊己庚" + NOTE, "辛壬" + NOTE, "子丑寅卯"]
    assert furniture_starts(speeches) == [3, 4, 2, 4]


def test_an_ending_of_two_documents_is_a_finding() -> None:
    assert furniture_starts(["甲" + NOTE, "乙" + NOTE, "丙"]) == [71, 71, 1]


def test_a_closing_sentence_is_no_furniture() -> None:
    closing = "让我们更加紧密地团结起来"
    assert furniture_starts(["甲" + closing, "乙" + closing, "丙" + closing]) == [13, 13, 13]
    assert furniture_starts([]) == []


SAID = "今天我们在这里开会。大家一起商量来年的农事，种什么，怎么种。" * 4


def titles(text: str) -> str:
    segments = speech(text)
    return "".join(segments.surface(i, i + 1) for i in range(len(segments)) if title_units(segments)[i])


def test_lines_above_and_amid_the_opening_that_say_no_sentence_are_titles() -> None:
    assert (
        titles(f"在农事会上的讲话\n（2020年，柳河）\n\n村长　王二\n乡亲们：\n{SAID}")
        == "在农事会上的讲话2020年柳河村长王二"
    )
    assert (
        titles(f"王二：在农事会上的讲话\n发表时间：2020年　来源：柳河报\n{SAID}")
        == "王二在农事会上的讲话发表时间2020年来源柳河报"
    )
    assert titles(f"本报柳河电　农事会今天召开。全文如下：\n在农事会上的讲话\n{SAID}") == "在农事会上的讲话"


def test_a_heading_further_down_is_no_title() -> None:
    assert titles(f"{SAID * 3}\n来年的农事\n{SAID}") == ""


def test_a_text_that_is_all_titles_has_none() -> None:
    assert titles("春种秋收\n秋收冬藏\n冬藏春种\n春种秋收") == ""
    assert titles("") == ""


def test_a_text_that_says_no_sentence_in_its_first_half_has_no_title() -> None:
    lines = "\n".join(f"we met in the hall of {name}" for name in ("records", "mirrors", "flags", "clocks", "states"))
    assert titles(lines) == ""
    assert titles(f"{lines}\nThank you all.") == ""


@pytest.mark.parametrize("stop", ["।", "؟", "｡", "!", "."])
def test_every_mark_that_ends_a_sentence_ends_the_title(stop: str) -> None:
    lines = [f"line {number} of what was said{stop}" for number in range(20)]
    assert titles("\n".join(lines)) == ""
    assert titles("\n".join(["The Title", *lines])) == "TheTitle"
