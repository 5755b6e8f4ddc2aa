"""How the reading view is dressed: colour, words, lock, type, whole window; and the plot of formulas."""

from collections.abc import Callable

import pytest
from report_samples import CLOSING, OPENING, PAIR_SHARED, Shared, page_of, sample
from waiting import click_in_chart, wait_until

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


def test_colour_by_kind_or_by_number(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    colour = """number => getComputedStyle(document.querySelector(`.num[data-number="${number}"]`)).borderColor"""
    by_kind = [opened.page.evaluate(colour, number) for number in (2, 3)]  # two of one kind
    opened.page.click('#colour [data-value="number"]')
    by_number = [opened.page.evaluate(colour, number) for number in (2, 3)]
    assert by_kind[0] == by_kind[1]
    assert by_number[0] != by_number[1]
    opened.page.click('#colour [data-value="kind"]')
    assert [opened.page.evaluate(colour, number) for number in (2, 3)] == by_kind


def test_differences_by_character_or_by_word(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, "#m=4&view=rows")
    row = opened.page.locator('[data-row="4"] .cell')
    by_character = row.nth(1).locator(".different, .moved").all_text_contents()
    opened.page.click("#by-word")
    by_word = row.nth(1).locator(".different, .moved").all_text_contents()
    assert opened.page.get_attribute("#by-word", "aria-pressed") == "true"
    assert sum(map(len, by_word)) >= sum(map(len, by_character))
    assert [cell.locator(".quoted:not(.around)").text_content() for cell in row.all()] == [
        "党联系职工群众的桥梁和纽带",
        "党联系广大职工群众的纽带和桥梁",
    ]


def test_words_are_never_cut_by_a_difference(open_page: Open) -> None:
    """发展 and 发现 share a character, but as words they are two."""
    texts = ("我们总结了发展的规律，会议结束。", "我们总结了发现的规律，会议结束。")
    shared = [Shared(0, texts[0][:-1], 1, texts[1][:-1], "slot")]
    opened = open_page(page_of(sample(texts, shared), "en"), "#view=rows")
    assert opened.page.locator("#rows [data-row] .different").all_text_contents() == ["展", "现"]
    opened.page.click("#by-word")
    assert opened.page.locator("#rows [data-row] .different").all_text_contents() == ["发展", "发现"]


def test_locked_texts_scroll_together(open_page: Open) -> None:
    filler = "\n".join(f"第{i}段只有这里才有，别处没有。" for i in range(60))
    opened = open_page(page_of(sample((f"{OPENING}\n{filler}", f"{filler}\n{CLOSING}"), PAIR_SHARED), "en"))
    opened.page.click("#lock")
    opened.page.evaluate("document.querySelector('.pane[data-side=\"0\"] .text').scrollTop = 900")
    wait_until(opened.page, "document.querySelector('.pane[data-side=\"1\"] .text').scrollTop > 100")
    opened.page.click("#lock")
    before = opened.page.evaluate("document.querySelector('.pane[data-side=\"1\"] .text').scrollTop")
    opened.page.evaluate("document.querySelector('.pane[data-side=\"0\"] .text').scrollTop = 0")
    opened.page.wait_for_timeout(100)
    assert opened.page.evaluate("document.querySelector('.pane[data-side=\"1\"] .text').scrollTop") == before


def test_serif_or_sans(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page)
    family = "getComputedStyle(document.querySelector('.pane .text')).fontFamily"
    before = opened.page.evaluate(family)
    opened.page.click("#serif")
    after = opened.page.evaluate(family)
    opened.page.click("#serif")
    assert before == opened.page.evaluate(family) != after
    assert "Song" in before


def test_the_whole_window(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 1280, "height": 700})
    opened.page.click("#full")
    box = opened.page.locator("#reading").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, 1280)
    opened.page.keyboard.press("Escape")
    assert opened.page.get_attribute("#full", "aria-pressed") == "false"
    opened.page.keyboard.press("f")
    assert opened.page.get_attribute("#full", "aria-pressed") == "true"


def test_a_click_on_the_plot_of_formulas_opens_the_row(open_page: Open, pair_page: str) -> None:
    opened = open_page(pair_page, viewport={"width": 1280, "height": 900})
    click_in_chart(opened.page, "quadrant", "({data: [trace]}) => [trace.x[3], trace.y[3]]")
    opened.page.wait_for_selector('#families tr.chosen[data-family="F04"]')
    assert "F04" in opened.text("#quadrant-card")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_warnings_are_told_in_the_language_of_the_page(open_page: Open, pair_result: Result, language: str) -> None:
    warned = type(pair_result)(
        **{
            name: getattr(pair_result, name)
            for name in pair_result.__dataclass_fields__
            if name not in ("warnings", "skipped")
        },
        warnings=("talk.txt: the encoding was guessed to be big5; where the text looks wrong, save the file as UTF-8",),
    )
    opened = open_page(page_of(warned, language))
    english, chinese = "guessed to be big5", "编码是猜的（big5）"
    assert (chinese if language == "zh" else english) in opened.text("#method-warnings")
    opened.page.click("#language")
    assert (english if language == "zh" else chinese) in opened.text("#method-warnings")
