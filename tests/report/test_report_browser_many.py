"""A page about more than two speeches, and one about none that share anything."""

from collections.abc import Callable

from report_samples import CLOSING, OPENING, PAIR_SHARED, Shared, page_of, sample
from waiting import click_in_chart, wait_until

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


def test_every_speech_has_its_row_and_can_be_found(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page)
    assert opened.count("#speech-list tbody tr") == 3
    opened.page.fill("#speech-find", "海安")
    assert opened.count("#speech-list tbody tr") == 1
    assert opened.text("#speech-count") == "1 of 3"


def test_a_pair_opens_inside_the_page_and_closes_again(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page)
    assert opened.seen("#read") == 0
    assert opened.count("#pair-list tbody tr") == 3
    opened.page.click("#pair-list tbody tr:first-child a.button")
    opened.becomes("#position", "– / 7")
    assert opened.seen("#read") == 1
    opened.page.keyboard.press("n")
    assert opened.page.url.endswith("#pair=0,1&m=1")
    opened.page.evaluate("location.hash = 'pair=0,2&m=1'")
    opened.becomes("#position", "1 / 1")
    opened.page.click("#pair-close")
    assert opened.seen("#read") == 0


def test_an_address_reopens_pair_match_and_view(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page, "#pair=0,1&m=5&view=rows")
    assert opened.seen("#rows") == 1
    assert "chosen" in (opened.page.get_attribute('[data-row="5"]', "class") or "")


def test_a_cell_of_the_heatmap_shows_its_pair(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page, viewport={"width": 1280, "height": 900})
    find = """chart => {
        const cells = chart.data[0].customdata;
        const row = cells.findIndex(line => line[0][0] === 2);
        return [cells[row].findIndex(cell => cell[1] === 1), row];
    }"""
    click_in_chart(opened.page, "shares", find)
    opened.page.wait_for_selector("#pair-card a.button")
    assert opened.page.get_attribute("#pair-card a.button", "href") == "#pair=1,2"


def test_the_grid_counts_what_the_families_hold(open_page: Open, many_page: str, many_result: Result) -> None:
    opened = open_page(many_page)
    times = sum(int(text) for text in opened.page.locator("#family-grid td.used b").all_inner_texts())
    assert times == sum(family.occurrences for family in many_result.families)
    assert opened.count("#family-grid tbody tr") == len(many_result.families)


def test_a_place_of_a_formula_opens_its_speech_beside_another_one(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page, "#f=F01")
    opened.page.locator("#families .at button").first.click()
    assert opened.seen("#read") == 1
    assert opened.count(".num.chosen") == 2


def test_all_charts_are_drawn(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page)
    for name in ("shares", "time", "net"):
        opened.page.locator(f'[data-figure="{name}"]').scroll_into_view_if_needed()
        opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')
    opened.page.locator('[data-figure="time"]').scroll_into_view_if_needed()
    ticks = opened.page.locator('[data-figure="time"] .xtick text').all_text_contents()
    assert ticks[0] == "undated"
    opened.page.click("#language")
    wait_until(opened.page, "document.querySelector('[data-figure=\"time\"] .xtick text').textContent === '未注明日期'")


def test_nothing_found_says_what_was_tried(open_page: Open, nothing_result: Result) -> None:
    opened = open_page(page_of(nothing_result, "en"))
    assert opened.text("h1") == "No shared wording was found."
    assert opened.count("#nothing-read li") == 2
    assert "57 shared pieces" in opened.text("#nothing-seeds")
    assert "18 bits where 24 are needed, 6.5 short" in opened.text("#nothing-nearest")
    assert "Longer texts" in opened.text("#nothing-hindrance")
    assert opened.count("#nothing-command") == 0
    assert opened.count("#sections a") == 0
    opened.page.click("#language")
    assert opened.text("h1") == "没有找到共有的文字。"


def test_two_speeches_that_share_only_stock(open_page: Open) -> None:
    result = sample((OPENING, CLOSING), [Shared(0, "谢谢大家", 1, "谢谢大家", "verbatim", 0.9)])
    opened = open_page(page_of(result, "en"))
    assert "All of it is stock" in opened.text("#answer")


def test_five_hundred_matches_grow_row_by_row(open_page: Open) -> None:
    texts = (
        "\n".join(f"甲{i}号地块今年种树{i}棵。" for i in range(400)),
        "\n".join(f"乙{i}号地块今年种树{i}棵。" for i in range(400)),
    )
    shared = [Shared(0, f"{i}号地块今年种树{i}棵", 1, f"{i}号地块今年种树{i}棵") for i in range(100, 400)]
    opened = open_page(page_of(sample(texts, [*shared, *PAIR_SHARED[:0]]), "en"), "#view=rows")
    assert opened.count("#rows [data-row]") == 150
    opened.page.press("#rows .more", "Enter")  # a pointer may miss what still moves
    assert opened.count("#rows [data-row]") == 300
    assert opened.seen("#rows .more") == 0
