"""What lies near what: the tree beside the heatmap, charts by keyboard, a third text, wordings in time."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from report_samples import CLOSING, MANY_SHARED, OPENING, THIRD, page_of, sample
from waiting import wait_until

from reuse.model import Family, Locus, Result, Variant

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


def place(result: Result, document: int, words: str) -> Locus:
    start = result.documents[document].text.index(words)
    return Locus(f"d{document}", start, start + len(words))


@pytest.fixture(scope="module")
def dated() -> Result:
    """Three dated speeches, one family of which stands in all of them, in three wordings."""
    result = sample((OPENING, CLOSING, THIRD), MANY_SHARED, dates=("2016-04-21", "2021", "2023"))
    words = ("今天开幕了", "今天隆重开幕了", "大会今天开幕了")
    # The wording that came last is the most frequent one, and so bears the first letter.
    variants = tuple(Variant(words[i], (place(result, i, words[i]),)) for i in (2, 0, 1))
    first = result.alignments[0]
    family = Family("f1", "今天〔1〕开幕了", (), variants, 3, 3, 30.0, 0.1, "2016", "2023", ())
    alignments = (replace(first, family="f1"), *result.alignments[1:])
    return replace(result, families=(family,), alignments=alignments)


@pytest.fixture(scope="module")
def page(dated: Result) -> str:
    return page_of(dated, "en")


def drawn(opened, name: str) -> None:
    opened.page.locator(f'[data-figure="{name}"]').scroll_into_view_if_needed()
    opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')


def test_arrows_walk_over_the_heatmap_and_enter_opens_the_pair(open_page: Open, page: str) -> None:
    opened = open_page(page)
    drawn(opened, "shares")
    chart = opened.page.locator('[data-figure="shares"]')
    order = opened.page.evaluate("JSON.parse(document.getElementById('data').textContent).page.many.heat")
    titles = [one.strip() for one in opened.page.locator("#speech-list tbody td:first-child .quoted").all_inner_texts()]
    chart.press("ArrowDown")
    chart.press("ArrowDown")
    opened.page.wait_for_selector('[data-figure="shares"] .shapelayer path')
    assert titles[order[1]] in opened.text("#pair-card")
    chart.press("End")
    chart.press("Enter")
    opened.page.wait_for_selector(".pane .text p")
    row, column = order[1], order[2]
    heads = opened.page.locator(".pane header .quoted:last-of-type").all_inner_texts()
    assert heads == [titles[index] for index in sorted((row, column))]
    assert opened.page.evaluate("document.activeElement.id") == "read"


def test_escape_takes_the_mark_off_the_heatmap(open_page: Open, page: str) -> None:
    opened = open_page(page)
    drawn(opened, "shares")
    chart = opened.page.locator('[data-figure="shares"]')
    chart.press("ArrowRight")
    opened.page.wait_for_selector('[data-figure="shares"] .shapelayer path')
    chart.press("Escape")
    opened.page.wait_for_selector('[data-figure="shares"] .shapelayer path', state="detached")


def test_arrows_walk_over_the_network_and_enter_opens_a_formula(open_page: Open, page: str) -> None:
    opened = open_page(page)
    drawn(opened, "net")
    chart = opened.page.locator('[data-figure="net"]')
    chart.press("Home")
    assert "F01" in opened.text("#net-card")
    chart.press("Enter")
    opened.page.wait_for_selector('#families [data-family="F01"].chosen')
    assert opened.page.evaluate("document.activeElement.className") == "opener"
    chart.press("End")
    seen = set()
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown") * 2:
        chart.press(key)
        seen.add(opened.text("#net-card"))
    assert len(seen) > 1


def test_the_tree_joins_all_speeches_and_tells_its_groups(open_page: Open, page: str) -> None:
    opened = open_page(page)
    drawn(opened, "shares")
    joints = opened.page.evaluate("JSON.parse(document.getElementById('data').textContent).page.many.joints.length")
    assert joints == 2
    assert opened.count('[data-figure="shares"] .scatterlayer .points path') == joints
    opened.page.locator('[data-figure="shares"] .scatterlayer .points path').last.hover(force=True)
    opened.page.wait_for_selector("#pair-card .group")
    assert opened.count("#pair-card .group b") == 3


def test_a_narrow_page_has_no_tree(open_page: Open, page: str) -> None:
    opened = open_page(page, viewport={"width": 400, "height": 700})
    drawn(opened, "shares")
    assert opened.count('[data-figure="shares"] .scatterlayer .points path') == 0


def test_a_third_text_stands_beside_a_match(open_page: Open, page: str) -> None:
    opened = open_page(page, "#pair=0,1&m=1")
    opened.page.wait_for_selector("#third-open")
    assert opened.text("#third-open") == "also in 1 other speech"
    assert opened.seen("#third") == 0
    opened.page.click("#third-open")
    assert opened.page.get_attribute("#third-open", "aria-expanded") == "true"
    opened.page.wait_for_selector("#third li b >> text=大会今天开幕了")
    opened.page.click("#third li button")
    wait_until(opened.page, "document.querySelector('#pair-names').textContent.includes('海安市')")
    assert opened.seen("#third") == 0


def test_a_match_without_a_family_has_no_third_text(open_page: Open, page: str) -> None:
    opened = open_page(page, "#pair=0,1&m=2")
    opened.page.wait_for_selector("#inspector .tag")
    assert opened.count("#third-open") == 0


def test_wordings_stand_in_the_order_in_which_they_were_taken_up(open_page: Open, page: str) -> None:
    opened = open_page(page, "#f=F01")
    opened.page.wait_for_selector(".lived")
    assert opened.page.locator(".lived .wording").all_inner_texts() == [
        "今天开幕了",
        "今天隆重开幕了",
        "大会今天开幕了",
    ]
    cells = opened.page.locator(".years").evaluate_all(
        "all => all.map(one => [...one.children].map(cell => cell.className === 'held'))"
    )
    assert cells == [[True, False, False], [False, True, False], [False, False, True]]
    opened.page.locator(".lived .opener").nth(1).click()
    opened.page.wait_for_selector(".lived-places .at b >> text=今天隆重开幕了")


def test_long_heads_of_the_grid_end_above_its_first_row(open_page: Open, dated: Result) -> None:
    titles = (
        "在云栖市工会第九次代表大会开幕时的讲话",
        "岚溪市妇女代表大会闭幕词",
        "Address on the Condition of the Town",
    )
    named = tuple(replace(d, title=title) for d, title in zip(dated.documents, titles, strict=True))
    opened = open_page(page_of(replace(dated, documents=named), "zh"))
    opened.page.locator("#family-grid").scroll_into_view_if_needed()
    ends = opened.page.evaluate(
        """() => [...document.querySelectorAll('#family-grid thead th')].map((head) =>
          [head.getBoundingClientRect().bottom, head.lastElementChild.getBoundingClientRect().bottom])"""
    )
    assert len(ends) == 3
    assert all(label <= head for head, label in ends)
