"""What printing changes: charts as wide as paper and in light colours, nothing cut off at its edge, no controls."""

from collections.abc import Callable

import pytest
from waiting import wait_until

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest
PAPER = 688  # pixels of A4 between the margins of the style sheet
# Of what is seen: not the handles of charts, nor words for screen readers.
WIDEST = """() => Math.max(...[...document.querySelectorAll('main *')]
  .filter((one) => !one.closest('.draglayer, .unseen')).map((one) => one.getBoundingClientRect().right))"""


def on_paper(opened, *charts: str) -> None:
    for name in charts:
        opened.page.locator(f'[data-figure="{name}"]').scroll_into_view_if_needed()
        opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    opened.page.set_viewport_size({"width": PAPER, "height": 900})


@pytest.mark.parametrize("kind", ["pair", "many"])
def test_nothing_reaches_beyond_the_paper(open_page: Open, pair_page: str, many_page: str, kind: str) -> None:
    opened = open_page({"pair": pair_page, "many": many_page}[kind], color_scheme="dark")
    on_paper(opened, *(("map", "net") if kind == "pair" else ("shares", "time", "net")))
    wait_until(opened.page, f"({WIDEST})() <= {PAPER + 1}")  # charts are drawn anew
    assert opened.seen("button:not(.opener):not(.more):not(.first button):not(.what button):not(.num)") == 0


def test_charts_are_printed_in_light_colours_and_come_back(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page, color_scheme="dark")
    ink = "document.querySelector('[data-figure=\"time\"] .ytick text').style.fill"
    opened.page.locator('[data-figure="time"]').scroll_into_view_if_needed()
    opened.page.wait_for_selector('[data-figure="time"][data-ready]')
    dark = opened.page.evaluate(ink)
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wait_until(opened.page, f"{ink} !== '{dark}'")
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    wait_until(opened.page, f"{ink} === '{dark}'")
    assert opened.page.get_attribute("html", "data-theme") == "auto"


def test_charts_that_were_not_drawn_leave_no_empty_frame(open_page: Open, many_page: str) -> None:
    opened = open_page(many_page)
    on_paper(opened)
    assert opened.seen(".plot:not([data-ready])") == 0
    assert opened.seen("#pair-list tbody tr") == 3
