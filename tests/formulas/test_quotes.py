import pytest

from reuse.formulas.quotes import completed


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


def test_only_what_is_shown_counts() -> None:
    text = "成为“职工之家”"
    assert completed(text, 0, 7, shown="成为〔1〕") == (0, 7)
