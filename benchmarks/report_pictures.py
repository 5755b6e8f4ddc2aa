"""The pictures of docs/images, taken anew from the report of the two speeches: python -m benchmarks.report_pictures.

Wants Chromium and playwright, as the tests do. Run it when the page has changed, and look at what it took.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import reuse

ROOT = Path(__file__).resolve().parents[1]
SPEECHES = ("corpus/union_congress_a.txt", "corpus/union_congress_harbin.txt")
WIDTH, HEIGHT = 1280, 820
SHOWN = "#m=12"  # the match that the reading view opens at
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")


def take(browser: Browser, page_file: Path, place: str, picture: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(f"{page_file.as_uri()}{place}")
    page.wait_for_timeout(2_000)  # until charts and fonts have settled
    page.screenshot(path=str(picture))
    page.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "images", help="the folder of the pictures")
    asked = parser.parse_args()
    comparison = reuse.compare(reuse.read_all(*(ROOT / name for name in SPEECHES)))
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        for language, ending in (("en", ""), ("zh", "-zh")):
            report = Path(folder) / f"{language}.html"
            comparison.to_html(report, params=reuse.Params().updated({"report": {"language": language}}).report)
            take(browser, report, "", asked.into / f"report{ending}.png")
            take(browser, report, SHOWN, asked.into / f"reading{ending}.png")
        browser.close()


if __name__ == "__main__":
    main()
