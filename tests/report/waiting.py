"""Waiting for a page of the report to become something, and clicking on its charts once they are ready for it.

Playwright's own `wait_for_function` asks again from inside the page, by `eval`, which the page's content security
policy forbids: it works only where the first look already finds what is waited for. Here each look comes from outside.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECONDS = 30
BETWEEN_MS = 20


def wait_until(page: Page, expression: str, arg: object = None) -> None:
    """Returns when the JavaScript `expression`, or function of `arg`, is true in the page; fails after `SECONDS`."""
    ends = time.monotonic() + SECONDS
    while not page.evaluate(expression, arg):
        assert time.monotonic() < ends, f"after {SECONDS} s still not: {expression}"
        page.wait_for_timeout(BETWEEN_MS)


# The place on the screen of a point that `find`, a function of the chart, gives in the units of its axes.
POINT = """(chart, find) => {
  const [x, y] = find(chart);
  const {xaxis, yaxis} = chart._fullLayout;
  const box = chart.querySelector('.nsewdrag').getBoundingClientRect();
  return [box.left + xaxis.d2p(x), box.top + yaxis.d2p(y)];
}"""


def click_in_chart(page: Page, name: str, find: str) -> None:
    """Clicks on a point of the chart `name`: where the JavaScript function `find` of the chart says, in data units."""
    selector = f'[data-figure="{name}"]'
    page.locator(selector).scroll_into_view_if_needed()
    page.wait_for_selector(f"{selector}[data-ready]")
    chart = f"document.querySelector('{selector}')"
    where = page.evaluate(f"() => ({POINT})({chart}, {find})")
    page.mouse.move(*where)
    wait_until(page, f"() => Boolean({chart}._hoverdata?.length)")  # Plotly looks for the nearest point only so often
    page.mouse.click(*where)
