"""An audit with axe-core: no serious or critical violation, light and dark, with everything opened that opens."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from report_samples import page_of, sample, with_recurring
from test_report_browser_versions import EARLIER, LATER, SHARED

from reuse.model import Result

Open = Callable[..., "Opened"]  # noqa: F821 - see conftest
AXE = Path(sys.prefix) / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed (make test installs it where npm is)")
    return AXE.read_text(encoding="utf-8")


def violations(opened, axe: str) -> list[tuple[str, str, list[str]]]:
    opened.page.evaluate(axe)
    found = opened.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        (one["impact"], one["id"], [str(node["target"]) for node in one["nodes"]][:5])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def everything(opened) -> None:
    """Charts drawn, a formula opened, a match selected."""
    for chart in opened.page.locator("[data-figure]").all():
        if chart.is_visible():
            chart.scroll_into_view_if_needed()
            name = chart.get_attribute("data-figure")
            opened.page.wait_for_selector(f'[data-figure="{name}"][data-ready]')
    opened.page.locator(".families:not([hidden]) .opener").last.click()
    if opened.count("#change-list"):
        opened.page.locator("#change-list .opener").first.click()
    opened.page.keyboard.press("n")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["pair", "rows", "many", "wordings", "parallel", "versions", "figures", "nothing"])
def test_no_serious_or_critical_violation(
    open_page: Open,
    axe: str,
    pair_page: str,
    many_page: str,
    many_result: Result,
    nothing_result: Result,
    name: str,
    scheme: str,
) -> None:
    versions = page_of(sample((EARLIER, LATER), SHARED, titles=("旧章", "新章")), "en")
    recurring = page_of(with_recurring(many_result), "zh")
    page, address = {
        "pair": (pair_page, ""),
        "rows": (pair_page, "#m=1&view=rows"),
        "many": (many_page, "#pair=0,1"),
        "wordings": (recurring, "#w=W01"),
        "parallel": (recurring, ""),
        "versions": (versions, ""),
        "figures": (versions, "#read?view=figures"),
        "nothing": (page_of(nothing_result, "zh"), ""),
    }[name]
    opened = open_page(page, address, color_scheme=scheme)
    if name != "nothing":
        everything(opened)
    if name == "parallel":
        opened.page.click('#family-list [data-value="parallel"]')
        opened.page.click("#parallels summary")
    assert violations(opened, axe) == []


def test_the_audit_would_find_something(open_page: Open, axe: str, pair_page: str) -> None:
    opened = open_page(pair_page)
    opened.page.evaluate("document.querySelector('#theme').removeAttribute('aria-label')")
    opened.page.evaluate("document.querySelector('#theme').removeAttribute('title')")
    opened.page.evaluate("document.querySelector('#theme').replaceChildren()")
    assert [rule for _, rule, _ in violations(opened, axe)] == ["button-name"]
