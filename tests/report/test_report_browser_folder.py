"""The report as a folder: the page opens from disk and reads texts and pairs when they are asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import CLOSING, MANY_SHARED, OPENING, PAIR_SHARED, THIRD, folder_of, sample
from test_report_browser_versions import EARLIER, LATER, SHARED

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest


def read_parts(opened) -> set[str]:
    return {Path(url).stem for url in opened.asked if "/parts/" in url}


def test_many_speeches_read_a_pair_when_it_is_opened(open_page: Open, many_result: Result, tmp_path: Path) -> None:
    opened = open_page(folder_of(many_result, tmp_path / "report"))
    assert opened.page.locator("#speech-list tbody tr").count() == 3
    before = read_parts(opened)
    assert {"data", "page"} <= before
    assert "text-2" not in before  # the card beside the heatmap shows the closest pair, which is the first
    opened.page.evaluate("location.hash = '#pair=0,2'")
    opened.page.wait_for_selector(".pane .mark")
    assert {"text-2", "pair-1"} <= read_parts(opened)
    shown = opened.page.eval_on_selector('.pane[data-side="1"] .text', "text => text.textContent")
    assert shown == THIRD.replace("\n", "")


def test_two_speeches_open_at_once_and_formulas_show_their_places(
    open_page: Open, pair_result: Result, tmp_path: Path
) -> None:
    opened = open_page(folder_of(pair_result, tmp_path / "report"), "#m=2")
    opened.page.wait_for_selector(".num.chosen")
    for side, text in enumerate((OPENING, CLOSING)):
        shown = opened.page.eval_on_selector(f'.pane[data-side="{side}"] .text', "text => text.textContent")
        assert shown == text.replace("\n", "")
    opened.page.locator("#families .opener").first.click()
    opened.page.wait_for_selector("#families .at b")
    assert opened.page.locator("#families .at b").first.text_content() in OPENING


def test_versions_open_in_their_edits(open_page: Open, tmp_path: Path) -> None:
    result = sample((EARLIER, LATER), SHARED, titles=("旧章", "新章"))
    opened = open_page(folder_of(result, tmp_path / "report"))
    opened.page.wait_for_selector("#edits .edit.is-moved")
    assert opened.page.get_attribute("#reading", "data-view") == "edits"


def test_charts_and_downloads_work_from_a_folder(open_page: Open, pair_result: Result, tmp_path: Path) -> None:
    opened = open_page(folder_of(pair_result, tmp_path / "report"))
    opened.page.locator('[data-figure="map"]').scroll_into_view_if_needed()
    opened.page.wait_for_selector('[data-figure="map"][data-ready]')
    with opened.page.expect_download() as started:
        opened.page.click("#export-json")
    started.value.save_as(tmp_path / "saved.json")
    assert pair_result.alignments[0].id in (tmp_path / "saved.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["</script><script>alert(1)</script>", "\u2028\ud800𠮷", '");alert(1);("'])
def test_hostile_text_stays_text(open_page: Open, tmp_path: Path, words: str) -> None:
    texts = (f"{OPENING}\n{words}", f"{words}\n{CLOSING}", THIRD)
    opened = open_page(folder_of(sample(texts, MANY_SHARED, titles=(words,) * 3), tmp_path / "report"), "#pair=0,1")
    opened.page.wait_for_selector(".pane .mark")
    shown = opened.page.eval_on_selector(
        '.pane[data-side="0"] .text', "text => [...text.textContent].map(letter => letter.codePointAt(0))"
    )
    # A lone surrogate has no place in a file; the text of the part is written with escapes and keeps it.
    assert shown == [ord(letter) for letter in texts[0] if letter not in "\n\u2028\u2029"]


def test_a_folder_taken_apart_says_which_part_is_missing(browser, many_result: Result, tmp_path: Path) -> None:
    page = folder_of(many_result, tmp_path / "report")
    (page.parent / "parts" / "text-2.js").unlink()
    opened = browser.new_page()
    opened.goto(page.as_uri() + "#pair=0,2")
    opened.wait_for_selector("#read-left-out:not([hidden])")
    assert "parts/text-2.js" in opened.inner_text("#read-left-out")
    opened.close()


def test_the_small_parts_stay_small(pair_result: Result, tmp_path: Path) -> None:
    page = folder_of(sample((OPENING, CLOSING), PAIR_SHARED), tmp_path / "report")
    assert page.stat().st_size < 100_000
    assert (page.parent / "parts" / "text-0.js").stat().st_size < 2_000
