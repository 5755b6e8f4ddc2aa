from __future__ import annotations

from plain_speeches import laid

from reuse.formulas.parallelisms import parallelisms_of
from reuse.model import Parallelism


def of(text: str) -> list[Parallelism]:
    return list(parallelisms_of(laid(text)))


def test_clauses_that_open_alike_are_one_parallelism() -> None:
    text = "天气很好。我们要坚定信心，我们要奋发图强；我们要依靠群众。会议结束。"
    (row,) = of(text)
    assert (row.text, row.position) == ("我们要", "opening")
    assert [text[m.start : m.end] for m in row.members] == ["我们要坚定信心", "我们要奋发图强", "我们要依靠群众"]


def test_clauses_that_close_alike() -> None:
    (row,) = of("坚定道路自信，增强理论自信，保持制度自信，树立文化自信。")
    assert (row.text, row.position, len(row.members)) == ("自信", "closing", 4)


def test_two_are_none_and_neither_are_three_far_apart() -> None:
    assert of("我们要坚定信心，我们要奋发图强。会议结束。") == []
    gap = "".join(f"第{n}项工作按时完成{c}。" for n, c in enumerate("甲乙丙丁戊己庚辛"))
    assert [
        row for row in of(f"我们要坚定信心。{gap}我们要奋发图强。{gap}我们要依靠群众。") if row.text == "我们要"
    ] == []


def test_the_longest_shared_words_are_told_once() -> None:
    rows = of("让每个孩子都有书读，让每个孩子都有饭吃，让每个孩子都有家回。")
    assert [(row.text, len(row.members)) for row in rows] == [("让每个孩子都有", 3)]


def test_figures_are_no_figure_of_speech() -> None:
    assert of("煤增长5%，钢增长7%，电增长9%，油增长3%。") == []


def test_english_sentences() -> None:
    text = "We shall fight on the beaches. We shall fight in the fields. We shall fight in the hills."
    (row,) = of(text)
    assert row.text == "We shall fight"


def test_words_beside_figures_are_a_table_and_no_figure_of_speech() -> None:
    assert of("产煤五万吨，同比增长5%；产钢三万吨，同比增长7%；发电九亿度，同比增长9%。") == []
    assert of("接待游客30万人次，住宿客人12万人次，餐饮客人90万人次。") == []
    (row,) = of("增长的是信心，增长的是干劲，增长的是本领，增长了9%。")
    assert (row.text, len(row.members)) == ("增长的是", 3)
