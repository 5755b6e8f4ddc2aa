from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_speeches import speech

from reuse.formulas.elements import Element, elements
from reuse.formulas.skeleton import align, common

WORDS = st.lists(
    st.sampled_from(["坚持", "改革", "开放", "的", "和", "人民", "中国人民", "不断", "深化"]), min_size=1, max_size=9
)


def row(words: list[str]) -> list[Element]:
    """Elements of given words, a border before each."""
    cells: list[Element] = []
    for word in words:
        for i, letter in enumerate(word):
            cells.append(Element(letter, len(cells), len(cells), len(cells) + 1, border=i == 0))
    return cells


def cut(text: str) -> list[Element]:
    segments = speech(text, language="zh-Hans")
    return elements(segments, 0, len(segments))


def text_of(cells: list[Element]) -> str:
    return "".join(cell.key for cell in cells)


def runs(left: str, right: str) -> list[str]:
    a, b = cut(left), cut(right)
    return [text_of(a[i : i + length]) for i, _, length in align(a, b)]


def test_words_cut_in_different_ways_still_agree() -> None:
    assert runs("我代表市委、市人大常委会、市政府", "我代表市委、市人大、市政府") == ["我代表市委市人大", "市政府"]
    assert runs("党联系职工群众的", "党联系广大职工群众的") == ["党联系", "职工群众的"]


def test_a_city_keeps_its_administrative_rank() -> None:
    assert runs("市工会", "哈尔滨市工会") == ["市工会"]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_runs_are_equal_and_in_order(left: list[str], right: list[str]) -> None:
    a, b = row(left), row(right)
    i = j = 0
    for x, y, length in align(a, b):
        assert length > 0
        assert x >= i
        assert y >= j
        assert [c.key for c in a[x : x + length]] == [c.key for c in b[y : y + length]]
        i, j = x + length, y + length


@settings(deadline=None)
@given(WORDS)
def test_a_wording_agrees_with_itself(words: list[str]) -> None:
    assert align(row(words), row(words)) == [(0, 0, len(row(words)))]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_fillings_and_fixed_runs_give_both_variants_back(left: list[str], right: list[str]) -> None:
    head, other = row(left), row(right)
    skeleton = common([head, other], [1, 1])
    for number, cells in enumerate((head, other)):
        rebuilt, position = "", 0
        for (first, last), spans in zip(skeleton.slots, skeleton.fillings, strict=True):
            span = spans[number]
            assert span is not None
            rebuilt += text_of(head[position:first]) + text_of(cells[span[0] : span[1]])
            position = last
        assert rebuilt + text_of(head[position:]) == text_of(cells)


@pytest.mark.parametrize(
    ("variants", "slot"),
    [
        (("新华社北京12月31日电", "新华社北京11月11日电"), ["#12月#31日", "#11月#11日"]),
        (("二〇一二年二月在这里开会", "二〇一三年二月在这里开会"), ["#二〇一二年二月", "#二〇一三年二月"]),
        (("2012年政府工作的要求", "今年政府工作的要求"), ["#2012年", "今年"]),
    ],
)
def test_a_date_is_in_a_slot_as_a_whole(variants: tuple[str, str], slot: list[str]) -> None:
    rows = [cut(text) for text in variants]
    skeleton = common(rows, [1, 1])
    assert len(skeleton.slots) == 1
    assert [text_of(row[slice(*span)]) for row, span in zip(rows, skeleton.fillings[0], strict=True) if span] == slot


DATED = st.lists(st.sampled_from(["#2012 年", "#3 月", "#5 日", "在", "年", "#8", "举行"]), min_size=1, max_size=9)


@settings(deadline=None)
@given(st.tuples(DATED, DATED, DATED))
def test_no_slot_begins_or_ends_inside_a_date(words: tuple[list[str], ...]) -> None:
    rows = [[Element(key, i, i, i + 1, border=True) for i, key in enumerate(" ".join(each).split())] for each in words]
    keys = [element.key for element in rows[0]]
    unit = [False] + [a.startswith("#") and b in "年月日" for a, b in pairwise(keys)] + [False]
    inside = {i for i in range(1, len(keys)) if unit[i] or (unit[i - 1] and unit[i + 1])}
    skeleton = common(rows, [1, 1, 1])
    assert inside.isdisjoint(end for slot in skeleton.slots for end in slot)
    assert all(one[1] < other[0] for one, other in pairwise(skeleton.slots))


def test_one_odd_variant_of_many_makes_no_slot() -> None:
    usual = [row(["坚持", "改革", "开放"])] * 5
    odd = row(["坚持", "深化", "开放"])
    assert common([*usual, odd], [4] * 5 + [1]).slots == ()
    assert common([usual[0], odd], [4, 1]).slots == ((2, 4),)


def test_a_single_character_between_slots_is_no_island() -> None:
    skeleton = common([row(["桥梁", "和", "纽带"]), row(["纽带", "和", "桥梁"])], [1, 1])
    assert skeleton.slots == ((0, 5),)


def test_a_stray_variant_does_not_empty_the_template() -> None:
    rows = [
        row(["奋力", "开创", "工作", "新", "局面"]),
        row(["不断", "开创", "工作", "新", "局面"]),
        row(["工作", "人民"]),
    ]
    assert common(rows, [1, 1, 1]).slots == ((0, 2),)


def test_a_number_written_out_is_one_filling() -> None:
    assert "十万" not in "".join(runs("罚款十万元以上", "罚款二十万元以上"))
    assert runs("罚款三百万元以上", "罚款三百元以上")[0] == "罚款"
    variants = [cut("处十万元以上罚款"), cut("处二十万元以上罚款"), cut("处五十万元以上罚款")]
    skeleton = common(variants, [1, 1, 1])
    written = {text_of(row[slice(*span)]) for row, span in zip(variants, skeleton.fillings[0], strict=True) if span}
    assert written == {"十万元", "二十万元", "五十万元"} or written == {"处十万元", "处二十万元", "处五十万元"}
