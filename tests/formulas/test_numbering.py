import pytest
from plain_speeches import speech

from reuse.formulas.numbering import numbered


def without_numbers(text: str) -> str:
    segments = speech(text)
    flags = numbered(segments)
    return "".join(segments.surface(i, i + 1) for i in range(len(segments)) if not flags[i])


@pytest.mark.parametrize(
    "number",
    ["一、", "十二、", "（三）", "(4)", "5.", "6．", "七是", "①", "第八条　", "第二章 ", "- （九）", "第一、", "(b) "],
)
def test_numbers_at_the_head_of_a_line(number: str) -> None:
    assert without_numbers(f"总体安排。\n{number}修好水渠") == "总体安排修好水渠"


@pytest.mark.parametrize("mark", ["。", "；", "：", "，"])
def test_spoken_numbers_behind_a_mark(mark: str) -> None:
    assert without_numbers(f"做好两件事{mark}一是修好水渠，二要种好树") == "做好两件事修好水渠要种好树"


@pytest.mark.parametrize(
    "text",
    [
        "依照第三条的规定",
        "一心一意办事",
        "2026年修好水渠",
        "3.5亿元投资",
        "三、五年之内"[2:],
        "第三次会议",
        "这一是旧说",
    ],
)
def test_figures_that_count_nothing_off(text: str) -> None:
    segments = speech(text)
    assert not numbered(segments).any()


@pytest.mark.parametrize("text", ["我们讲形势，三要素缺一不可。", "做人要实在，一是一，二是二。"])
def test_words_that_look_like_spoken_numbers(text: str) -> None:
    assert not numbered(speech(text)).any()


def test_a_wrapped_line_begins_no_item() -> None:
    lines = [
        "全国各族人民都盼望着早日实现祖国统",
        "一是大势所趋人心所向谁也挡不住的潮",
        "流我们要团结一切可以团结的力量共同",
        "奋斗为民族的未来作出新的更大的贡献",
    ]
    wrapped = "\n".join(lines) + "。"
    assert not speech(wrapped).borders[1:20].any()
    assert not numbered(speech(wrapped)).any()


def test_a_text_without_units_has_no_numbers() -> None:
    assert len(numbered(speech("。\n、"))) == 0
