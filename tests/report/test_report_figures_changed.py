"""Same sentence, other figures: what counts as a figure, and which of two wordings changed."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.report.amounts import with_whole_amounts
from reuse.report.figures import compare_figures


def changed(source: str, target: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (figure.kind, source[slice(*figure.source)], target[slice(*figure.target)], figure.difference)
        for figure in compare_figures(source, target).changed
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("全市增长5.2%。", "全市增长4.8%。", [("number", "5.2%", "4.8%", "−0.4%")]),
        ("安排资金9000亿元。", "安排资金1.2万亿元。", [("number", "9000亿", "1.2万亿", "+3,000亿")]),
        ("新建图书室三十二个。", "新建图书室四十一个。", [("number", "三十二", "四十一", None)]),
        ("第三次代表大会开幕。", "第七次代表大会开幕。", [("ordinal", "第三", "第七", None)]),
        ("2019年3月5日通过。", "2021年3月8日通过。", [("date", "2019年3月5日", "2021年3月8日", None)]),
        ("在清溪市举行。", "在云岭市举行。", [("name", "清溪", "云岭", None)]),
        ("It rose by 1,200 tons in 1998.", "It rose by 950 tons in 2004.",
         [("number", "1,200", "950", "−250"), ("date", "1998", "2004", None)]),
        ("We thank Mayor Alder for coming.", "We thank Mayor Birch for coming.", [("name", "Alder", "Birch", None)]),
        ("On March 3, 2001 we met.", "On April 12, 2003 we met.", [("date", "March 3, 2001", "April 12, 2003", None)]),
        ("增长5%左右。", "增长5%左右。", []),
        ("坚持改革。", "深化改革。", []),
        ("３个村通了路。", "12个村通了路。", [("number", "３", "12", "+9")]),
        ("总产值达到67.7万亿元。", "总产值达到74.4\n万亿元。", [("number", "67.7万亿", "74.4\n万亿", "+6.7万亿")]),
        ("总产值达到74.4万亿元。", "总产值达到74.4 \n 万亿元。", []),
        ("用上外资1263亿美元。", "用上外资1300多亿美元。", [("number", "1263亿", "1300多亿", None)]),
        ("改造开工601万套。", "改造开工600 多\n万套。", [("number", "601万", "600 多\n万", None)]),
        ("来了1300余名代表。", "来了1200名代表。", [("number", "1300余", "1200", None)]),
        ("通了5万户的路。", "通了3万人的路。", [("number", "5万", "3万", None)]),
        ("投资90亿元。", "投资80亿美元。", [("number", "90亿", "80亿", None)]),
        ("售出5千瓦。", "售出8千瓦。", [("number", "5", "8", "+3")]),
        ("深入开展“三严三实”教育。", "扎实开展“两学一做”教育。", []),
        ("建设一批新区，一带一路。", "建设6个新区，一带一路。", []),
        ("服务三农，万众一心。", "服务百姓，十分用心。", []),
        ("落实三项任务。", "落实五项任务。", [("number", "三", "五", None)]),
        ("废水和废气排放量分别下降23%和15%。", "废水和粉尘排放量分别下降5.6%和4%。",
         [("number", "23%", "5.6%", None), ("number", "15%", "4%", None)]),
        ("废水和废气分别下降23%和15%。", "废水和废气分别下降5.6%和4%。",
         [("number", "23%", "5.6%", "−17.4%"), ("number", "15%", "4%", "−11%")]),
        ("出口增长5%。", "出口下降3%。", [("number", "5%", "3%", None)]),
        ("进度达到18%，领先。", "进度达到74个，领先。", []),
        ("在尔滨市举行。", "在爾濱市舉行。", []),
        ("张卫国同志主持，一亿两千万元到位。", "張衛國同志主持，一億兩千萬元到位。", []),
        ("二〇二四年开幕。", "二零二四年開幕。", []),
        ("在尔滨市举行。", "在雲嶺市舉行。", [("name", "尔滨", "雲嶺", None)]),
        ("安排资金9000亿元。", "安排資金1.2萬億元。", [("number", "9000亿", "1.2萬億", "+3,000亿")]),
    ],
)  # fmt: skip
def test_figures_that_changed(source: str, target: str, expected: list[tuple[str, str, str, str | None]]) -> None:
    assert changed(source, target) == expected


@pytest.mark.parametrize(
    ("text", "stretch", "whole"),
    [
        ("达到74.4\n万亿元，增长", "达到74.4", "达到74.4\n万亿元"),
        ("改造380多万户，国内", "多万户", "380多万户"),
        ("共有12个，", "共有12", "共有12个"),
        ("增长5%，", "增长5%", "增长5%"),
        ("多万事通", "多万事通", "多万事通"),
    ],
)
def test_a_stretch_never_ends_inside_an_amount(text: str, stretch: str, whole: str) -> None:
    start = text.index(stretch)
    assert text[slice(*with_whole_amounts(text, start, start + len(stretch)))] == whole


def test_likeness_sets_figures_aside() -> None:
    assert compare_figures("全市增长5.2%，达126万户。", "全市增长17%，达9户。").likeness == 1
    assert compare_figures("全市增长5.2%。", "老桥修好了。").likeness < 0.5


@given(st.text(max_size=40), st.text(max_size=40))
def test_spans_lie_inside_and_in_order(source: str, target: str) -> None:
    figures = compare_figures(source, target).figures
    for text, spans in ((source, [f.source for f in figures]), (target, [f.target for f in figures])):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for figure in figures:
        wordings = source[slice(*figure.source)].split(), target[slice(*figure.target)].split()
        one, other = (unicodedata.normalize("NFKC", "".join(wording)) for wording in wordings)
        assert figure.changed == (one != other)


@given(st.text(max_size=60))
def test_a_wording_beside_itself_changes_nothing(text: str) -> None:
    compared = compare_figures(text, text)
    assert (compared.likeness, compared.changed) == (1.0, ())


def test_a_figure_in_full_width_is_the_same_figure() -> None:
    source, target = "2023年7月6日增长20%，第二十一次，3.5亿元", "２０２３年７月６日增长２０％，第二十一次，３．５亿元"
    compared = compare_figures(source, target)
    assert (compared.likeness, compared.changed) == (1.0, ())
    assert len(compared.figures) == 4
