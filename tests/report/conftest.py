"""Sample results and pages for the tests of the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from report_samples import CLOSING, MANY_SHARED, OPENING, PAIR_SHARED, THIRD, nothing_found, page_of, sample
from waiting import wait_until

from reuse.model import Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def pair_result() -> Result:
    return sample((OPENING, CLOSING), PAIR_SHARED)


@pytest.fixture(scope="session")
def many_result() -> Result:
    return sample((OPENING, CLOSING, THIRD), MANY_SHARED)


@pytest.fixture(scope="session")
def nothing_result() -> Result:
    return nothing_found((OPENING, CLOSING))


# Low enough to leave the charts out of sight: most tests need none, and plotly.js takes its time to start.
LOW = {"width": 1280, "height": 480}


@dataclass
class Opened:
    """A page in the browser, with everything that it said and asked for."""

    page: Page
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def count(self, selector: str) -> int:
        return self.page.locator(selector).count()

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()

    def becomes(self, selector: str, text: str) -> None:
        """Waits until an element says `text`: what follows a change of the address comes a moment later."""
        wait_until(
            self.page, "([selector, text]) => document.querySelector(selector).textContent === text", [selector, text]
        )

    def seen(self, selector: str) -> int:
        """How many elements a reader can see."""
        return sum(one.is_visible() for one in self.page.locator(selector).all())


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Opens a page, by its text or its place, from disk and fails afterwards where it said or asked for anything."""
    opened: list[Opened] = []
    contexts = []

    def open_(text: str | Path, address: str = "", **options: object) -> Opened:
        path = text if isinstance(text, Path) else tmp_path / f"page{len(opened)}.html"
        if isinstance(text, str):
            path.write_text(text, encoding="utf-8")
        context = browser.new_context(**{"viewport": LOW, "reduced_motion": "reduce", **options})
        contexts.append(context)
        one = Opened(context.new_page())
        one.page.on("console", lambda message: one.said.append(message.text))
        one.page.on("pageerror", lambda error: one.said.append(str(error)))
        one.page.on("dialog", lambda dialog: one.said.append(dialog.message) or dialog.dismiss())
        one.page.on("request", lambda request: one.asked.append(request.url))
        one.page.goto(path.as_uri() + address)
        one.page.wait_for_selector("html[data-ready]", state="attached")
        opened.append(one)
        return one

    yield open_
    for one in opened:
        outside = [url for url in one.asked if not url.startswith(("file:", "data:", "blob:"))]
        assert (one.said, outside) == ([], [])
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def pair_page(pair_result: Result) -> str:
    return page_of(pair_result, "en")


@pytest.fixture(scope="session")
def many_page(many_result: Result) -> str:
    return page_of(many_result, "en")
