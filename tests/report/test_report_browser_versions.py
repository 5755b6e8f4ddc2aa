"""A page about two versions of one text: it opens in its edits, moved text is shown as moved, figures have a table."""

from collections.abc import Callable

import pytest
from report_samples import Shared, page_of, sample

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest

KEPT = tuple(f"第{n}条 {words}，{words}。" for n, words in zip("一二三四五", "山河湖海洲", strict=True))
EARLIER = "\n".join((*KEPT, "老桥每年修一次，花费300元。", "渡口夜里点灯，直到天明。", "学堂设在庙里。", "旧章作废。"))
LATER = "\n".join(
    (*KEPT, "学堂设在庙里。", "老桥每年修一次，花费450元。", "渡口夜里点灯，直到次日天明。", "新章即日施行。")
)
SHARED = (
    *(Shared(0, words, 1, words) for words in KEPT),
    Shared(0, "老桥每年修一次，花费300元", 1, "老桥每年修一次，花费450元", "slot"),
    Shared(0, "渡口夜里点灯，直到天明", 1, "渡口夜里点灯，直到次日天明", "insertion"),
    Shared(0, "学堂设在庙里", 1, "学堂设在庙里"),
)


@pytest.fixture(scope="module")
def versions_page() -> str:
    return page_of(sample((EARLIER, LATER), SHARED, titles=("旧章", "新章")), "en")


def rows(opened, kind: str) -> list[list[str]]:
    script = """rows => rows.map(row => [...row.querySelectorAll('.cell .quoted')].map(one => one.textContent))"""
    return opened.page.eval_on_selector_all(f"#edits .edit.is-{kind}", script)


def test_the_page_opens_in_its_edits(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    assert opened.page.get_attribute("#reading", "data-view") == "edits"
    assert rows(opened, "kept") == [[words, words] for words in KEPT]
    assert rows(opened, "reworded") == [
        ["老桥每年修一次，花费300元。", "老桥每年修一次，花费450元。"],
        ["渡口夜里点灯，直到天明。", "渡口夜里点灯，直到次日天明。"],
    ]
    assert rows(opened, "moved") == [["学堂设在庙里。", "学堂设在庙里。"]]
    assert rows(opened, "away") == [["学堂设在庙里。"]]
    assert rows(opened, "dropped") == [["旧章作废。"]]
    assert rows(opened, "new") == [["新章即日施行。"]]
    assert "5 sentences kept, 2 reworded, 1 moved, 1 dropped, 1 new" in opened.text("#notes")
    reworded = opened.page.locator("#edits .edit.is-reworded").nth(0)
    assert reworded.locator(".different").all_text_contents() == ["300", "450"]


def test_a_moved_sentence_leads_to_where_it_stood(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    opened.page.click("#edits .edit.is-moved .where button:not(.copy)")
    assert opened.count("#edits .edit.is-away.chosen") == 1
    opened.page.click("#edits .edit.is-away button.link:not(.copy)")
    assert opened.count("#edits .edit.is-moved.chosen") == 1


def test_kept_sentences_fold_and_find_in_page_still_reaches_them(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    assert opened.seen("#edits .edit.is-kept") == 2
    assert opened.page.get_attribute(".run-rows", "hidden") == "until-found"
    opened.page.click(".run-open")
    assert opened.seen("#edits .edit.is-kept") == 5
    opened.page.click("#edit-fold")
    assert (opened.count(".run"), opened.seen("#edits .edit.is-kept")) == (0, 5)


def test_chips_keys_and_addresses_of_edits(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page, "#read?edits=new")
    assert opened.page.locator("#edits .edit[data-edit]").count() == 1
    opened.page.click('#edit-chips [data-kind="dropped"]')
    assert opened.page.locator("#edits .edit[data-edit]").count() == 2
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#edits .edit[data-edit]").count() == 11
    for key, position in (("n", "1 / 6"), ("n", "2 / 6"), ("p", "1 / 6")):
        opened.page.keyboard.press(key)
        assert opened.text("#position") == position
    assert opened.page.url.endswith("#edit=6")
    again = open_page(versions_page, "#edit=6")
    assert again.count('#edits [data-edit="6"].chosen') == 1
    again.page.locator(".edit-strip").click(position={"x": 3, "y": 5})
    assert again.count('#edits [data-edit="1"].chosen') == 1


def test_both_versions_in_one_text(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    opened.page.click("#edit-inline")
    row = opened.page.locator("#edits .edit.is-reworded").nth(0)
    assert row.locator(".cell .quoted").text_content() == "老桥每年修一次，花费300450元。"
    assert (row.locator("del").text_content(), row.locator("ins").text_content()) == ("300", "450")
    assert opened.page.locator("#edits .edit.is-dropped del").text_content() == "旧章作废。"
    assert opened.page.locator("#edits .edit.is-new ins").text_content() == "新章即日施行。"


def test_same_sentence_other_figures(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    opened.page.click("#notes a[href='#read?view=figures']")
    opened.page.wait_for_selector("#figure-rows tbody tr")
    assert opened.page.locator("#figure-rows tbody tr").count() == 1
    assert opened.page.locator("#figure-rows .changes b").all_text_contents() == ["300", "450"]
    assert opened.text("#figure-rows .difference") == "+150"
    widths = opened.page.eval_on_selector_all("#figure-rows tbody td", "cells => cells.map(one => one.offsetWidth)")
    table = opened.page.eval_on_selector("#figure-rows table", "table => table.offsetWidth")
    assert sum(widths) == pytest.approx(table, abs=2)
    opened.page.click('#figure-chips [data-kind="number"]')
    assert opened.page.locator("#figure-rows tbody tr").count() == 0
    opened.page.click('#figure-chips [data-kind="number"]')
    opened.page.click("#figure-rows tbody .where >> nth=1")
    assert opened.page.get_attribute("#reading", "data-view") == "texts"
    assert opened.count(".num.chosen") == 2


def test_the_other_views_are_a_click_or_a_key_away(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    seen = []
    for _ in range(4):
        opened.page.keyboard.press("r")
        seen.append(opened.page.get_attribute("#reading", "data-view"))
    assert seen == ["texts", "rows", "figures", "edits"]
    opened.page.click('#view [data-value="texts"]')
    assert opened.count(".pane .mark") > 0
    assert opened.count(".ruler path.verbatim") == 2


def test_print_of_two_versions_holds_the_edits_alone(open_page: Open, versions_page: str) -> None:
    opened = open_page(versions_page)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.seen("#edits .edit[data-edit]") == 11
    assert opened.seen("#figure-rows tbody tr") == 1
    assert opened.seen(".pane, #rows .row") == 0


def test_texts_that_share_less_than_half_open_in_the_texts_and_offer_their_edits(
    open_page: Open, pair_page: str
) -> None:
    opened = open_page(pair_page)
    assert opened.page.get_attribute("#reading", "data-view") == "texts"
    assert "Two versions" not in opened.text("#notes")
    opened.page.click('#view [data-value="edits"]')
    assert opened.page.locator("#edits .edit.is-reworded").count() > 0


def test_texts_that_share_little_have_no_edits(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page, "#pair=0,2")
    assert opened.seen('#view [data-value="texts"]') == 1
    assert opened.seen('#view [data-value="edits"]') == 0
