"""Long texts: their beginning is painted first, and nothing of the rest is missing when somebody wants it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import Shared, page_of, sample
from waiting import wait_until

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest

FILLER = [f"第{i}段只有这里才有，{side}处的河水流过石桥，灯火照着渡口。" for side in "东西" for i in range(500)]
TEXTS = (
    "\n".join(["大会今天开幕了。", *FILLER[:500], "山高水长" * 30, "让我们团结起来，共同奋斗。"]),
    "\n".join(["大会昨天开幕了。", *FILLER[500:], "柳绿花红" * 30, "我们要团结起来，共同奋斗。"]),
)
SHARED = (
    Shared(0, "大会今天开幕了", 1, "大会昨天开幕了", "slot"),
    Shared(0, "团结起来，共同奋斗", 1, "团结起来，共同奋斗"),
)
# Notes how many paragraphs there were in the first frame that had any.
FIRST_FRAME = """(() => {
  const look = () => {
    const many = document.querySelectorAll('.pane .text p').length;
    if (many) globalThis.paragraphsAtFirst = many;
    else requestAnimationFrame(look);
  };
  look();
})()"""


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(sample(TEXTS, SHARED), "en")


def test_the_beginning_comes_first_and_all_of_it_follows(browser: object, page: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page, encoding="utf-8")
    opened = browser.new_page()  # type: ignore[attr-defined]
    opened.add_init_script(FIRST_FRAME)
    opened.goto(path.as_uri())
    wait_until(opened, "() => document.querySelectorAll('.pane .text p').length === 1006")
    assert 0 < opened.evaluate("paragraphsAtFirst") < 1006
    for side, text in enumerate(TEXTS):
        shown = opened.eval_on_selector(f'.pane[data-side="{side}"] .text', "text => text.textContent")
        assert shown == text.replace("\n", "")
    assert opened.locator(".ruler path:not(.here)").count() == 4
    opened.close()


def test_an_address_at_the_end_is_there_at_once(open_page: Open, page: str) -> None:
    opened = open_page(page, "#m=2")
    opened.page.wait_for_selector(".num.chosen")
    assert opened.count('.num[data-number="2"].chosen') == 2
    middle = opened.page.evaluate("""() => [...document.querySelectorAll('.pane')].map((pane) => {
        const box = pane.querySelector('.text').getBoundingClientRect();
        return (pane.querySelector('.num.chosen').getBoundingClientRect().top - box.top) / box.height;
    })""")
    assert all(0 <= share <= 0.9 for share in middle)


def test_a_filter_and_folding_reach_the_end(open_page: Open, page: str) -> None:
    opened = open_page(page)
    opened.page.click("#fold")
    assert opened.count(".fold[hidden]") == 2  # both far behind what is painted first
    opened.page.click('#chips [data-kind="slot"]')
    assert opened.page.locator(".mark").all_text_contents() == ["团结起来，共同奋斗"] * 2
