import pytest

from reuse.quotes import closed, completed, torn


@pytest.mark.parametrize(
    ("text", "stretch", "whole"),
    [
        ("成为“职工之家”，好", "成为“职工之家", "成为“职工之家”"),
        ("“职工之家”的建设", "职工之家”的建设", "“职工之家”的建设"),
        ("（见《条例》）后", "见《条例", "见《条例》"),
        ("“甲‘乙’”丙", "甲‘乙", "甲‘乙’"),
        ("“甲‘乙’”丙", "“甲‘乙", "“甲‘乙’”"),
        ("“甲（乙）丙”", "乙）丙”", "（乙）丙”"),
        ("成为职工之家”", "成为职工之家", "成为职工之家"),
        ("“甲”乙", "“甲”乙", "“甲”乙"),
    ],
)
def test_marks_that_belong_to_the_stretch_are_taken_along(text: str, stretch: str, whole: str) -> None:
    start = text.index(stretch)
    assert text[slice(*completed(text, start, start + len(stretch)))] == whole


@pytest.mark.parametrize(
    ("text", "stretch", "whole"),
    [
        ("推进“一带一路”建设", "一带一路”建设", "“一带一路”建设"),
        ("他说：“好好干。”大家", "“好好干", "“好好干。”"),
        ("他说：“好好干……”大家", "“好好干", "“好好干……”"),
        ("他说：“好好干！？。”", "“好好干", "“好好干"),
        ("“好”的“职工之家", "的“职工之家", "的“职工之家"),
        ("“…职工”之家", "职工”之家", "“…职工”之家"),
        ("（甲）乙）丙", "乙）丙", "乙）丙"),
        ("“甲\n”乙", "“甲", "“甲"),
    ],
)
def test_where_it_is_shown_marks_behind_punctuation_close_it_too(text: str, stretch: str, whole: str) -> None:
    start = text.index(stretch)
    assert text[slice(*closed(text, start, start + len(stretch)))] == whole


def test_only_what_is_shown_counts() -> None:
    text = "成为“职工之家”"
    assert completed(text, 0, 7, shown="成为〔1〕") == (0, 7)


@pytest.mark.parametrize(
    ("text", "is_torn"),
    [
        ("一国两制”的方针", True),
        ("“一国两制”的方针", False),
        ("（甲", True),
        ("“甲（乙”）", True),
        ("甲", False),
        ("", False),
    ],
)
def test_marks_without_a_partner_tear_a_text(text: str, is_torn: bool) -> None:
    assert torn(text) is is_torn
