"""The lists of formulas: families, word for word, names, parallel clauses; wordings that moved."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from report_samples import page_of, with_recurring

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


@pytest.fixture(scope="module")
def page(many_result: Result) -> str:
    return page_of(with_recurring(many_result), "en")


def test_each_list_counts_its_own_rows(open_page: Open, page: str) -> None:
    opened = open_page(page)
    for name, row, rows in (
        ("formula", "#phrases tbody tr", 2),
        ("term", "#phrases tbody tr", 1),
        ("parallel", "#parallels > li", 1),
        ("families", "#families tbody tr", 5),
    ):
        opened.page.click(f'#family-list [data-value="{name}"]')
        assert opened.count(row) == opened.seen(row) == rows
        assert opened.text("#family-count").startswith(f"{rows} of {rows} ")
        assert opened.seen("#families, #phrases, #parallels") == 1


def test_find_acts_on_the_list_that_is_shown(open_page: Open, page: str) -> None:
    opened = open_page(page)
    opened.page.click('#family-list [data-value="formula"]')
    opened.page.fill("#family-find", "谢谢")
    assert opened.page.locator("#phrases tbody .wide").all_text_contents() == ["谢谢大家"]
    opened.page.fill("#family-find", "nowhere")
    assert opened.seen("#family-none") == 1
    opened.page.click('#family-list [data-value="parallel"]')
    assert opened.seen("#parallels > li") == 0
    assert opened.seen("#family-stock, #family-sort") == 0


def test_a_wording_opens_with_its_places_and_leads_to_others(open_page: Open, page: str) -> None:
    opened = open_page(page, "#w=T01")
    detail = opened.text("#phrases .detail")
    assert "part of" in detail
    assert detail.count("¶") == 3
    opened.page.click('#phrases tr.open a[href="#w=W01"]')
    opened.page.wait_for_selector('#phrases [data-phrase="W01"].chosen')
    assert "大会今天" in opened.text("#phrases .detail")
    opened.page.click('#phrases a[href="#f=F01"]')
    opened.page.wait_for_selector('#families [data-family="F01"].chosen')


def test_a_place_of_a_wording_opens_the_text(open_page: Open, page: str) -> None:
    opened = open_page(page, "#w=W02")
    opened.page.click("#phrases tr.open li.at button >> nth=1")
    opened.page.wait_for_selector(".pane .text p")
    assert opened.seen(".pane") == 2
    assert opened.page.get_attribute("#reading", "data-view") == "texts"


def test_a_family_shows_doubtful_wordings_and_who_fills_its_slots(open_page: Open, page: str) -> None:
    opened = open_page(page, "#f=F01")
    detail = opened.text("#families .detail")
    assert "石板巷口" in detail
    assert "alike 0.99" in detail
    assert "2016–2017" in detail
    assert "张三 1" in detail


def test_parallel_clauses_open_with_their_places(open_page: Open, page: str) -> None:
    opened = open_page(page)
    opened.page.click('#family-list [data-value="parallel"]')
    opened.page.click("#parallels summary")
    opened.page.wait_for_selector("#parallels li.at b")
    assert opened.page.locator("#parallels li.at .quoted > b").all_text_contents() == ["有人修伞", "有人磨刀"]


def test_a_change_of_wording_shows_its_years_and_places(open_page: Open, page: str) -> None:
    opened = open_page(page)
    assert opened.page.locator("#change-list .dated .opener").all_text_contents() == ["桥梁和纽带", "纽带和桥梁"]
    assert opened.page.locator("#change-list [role=img]").evaluate_all("all => all.map(one => one.ariaLabel)") == [
        "2016: 1 / 1",
        "2021: 1 / 2",
    ]
    opened.page.click("#change-list .opener >> nth=1")
    opened.page.wait_for_selector("#change-list li.at b")
    assert "纽带和桥梁" in opened.text("#change-list li.at")
    opened.page.fill("#change-find", "nowhere")
    assert opened.seen("#change-list .change") == 0
    assert opened.seen("#change-none") == 1


@pytest.mark.parametrize("width", [360, 1180])
def test_nothing_of_it_scrolls_sideways(open_page: Open, page: str, width: int) -> None:
    opened = open_page(page, "#w=W01", viewport={"width": width, "height": 700})
    for name in ("families", "term", "parallel"):
        opened.page.click(f'#family-list [data-value="{name}"]')
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_families_the_first_list_is_that_of_wordings(open_page: Open, many_result: Result) -> None:
    bare = replace(with_recurring(many_result), families=(), changes=())
    opened = open_page(page_of(bare, "en"))
    assert opened.seen("#phrases tbody tr") == 2
    assert opened.seen('#family-list [data-value="families"]') == 0
