from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from report_samples import opcodes

from reuse.report.differences import differences, equal_spans

words = st.text("ab 工会的，。", max_size=24)


@given(words, words)
def test_what_is_not_different_is_equal(source: str, target: str) -> None:
    cut = differences(opcodes(source, target), source, target)
    for s0, s1, t0, t1 in equal_spans(cut, len(source), len(target)):
        assert source[s0:s1] == target[t0:t1]
    assert all(0 <= s0 <= s1 <= len(source) and 0 <= t0 <= t1 <= len(target) for s0, s1, t0, t1 in cut)


@given(words, words)
def test_differences_never_touch_and_leave_no_confetti(source: str, target: str) -> None:
    cut = differences(opcodes(source, target), source, target)
    for before, after in pairwise(cut):
        island = source[before[1] : after[0]]
        assert sum(character.isalnum() for character in island) >= 2


def test_equal_text_has_no_differences() -> None:
    assert differences(opcodes("工会", "工会"), "工会", "工会") == ()


def test_a_lone_character_between_two_differences_is_swallowed() -> None:
    source, target = "甲乙的丙丁完全相同", "戊己的庚辛完全相同"
    assert differences(opcodes(source, target), source, target) == ((0, 5, 0, 5),)


def test_words_of_alphabetic_scripts_are_not_cut() -> None:
    source, target = "the harbour walls", "the harvest walls"
    assert differences(opcodes(source, target), source, target) == ((4, 11, 4, 11),)


def test_han_characters_are_words_of_their_own() -> None:
    source, target = "第三次代表大会", "第七次代表大会"
    assert differences(opcodes(source, target), source, target) == ((1, 2, 1, 2),)


def test_numbers_are_not_cut() -> None:
    source, target = "在2018年", "在2019年"
    assert differences(opcodes(source, target), source, target) == ((1, 5, 1, 5),)
