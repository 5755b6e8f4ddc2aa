"""How soon the report is there and how soon a pair opens: python -m benchmarks.report_speed [--many].

Needs Chromium and playwright. First text: from the start of loading to the frame in which the answer and both texts
are painted, beside the same for a page of one word; medians of several loads, the two kinds by turns; by the clock,
and what the page's main thread was busy with, which a loaded machine changes less. `--many` takes
all national reports (needs the corpora beside the checkout; the comparison takes a minute): elements at the start,
the longest frame while one scrolls through the page, and every 30th pair opened by its address until its texts are
painted.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import reuse

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT.parent / "shared" / "corpora" / "gwr_national"
SPEECHES = ("corpus/union_congress_a.txt", "corpus/union_congress_harbin.txt")
LOADS = 11
EVERY = 30  # of 1,596 pairs 54 are opened
WORD = '<!doctype html><meta charset="utf-8"><p class="said">言'

# Runs ahead of the page. A frame that begins with the text in the document paints it; the task behind it comes after.
NOTE = """globalThis.textPainted = new Promise((resolve) => {
  const wanted = SELECTORS;
  const look = () => {
    if (!wanted.every((one) => document.querySelector(one)?.textContent)) return requestAnimationFrame(look);
    return setTimeout(() => resolve(performance.now()));
  };
  look();
})"""
OPEN = """(address) => new Promise((resolve) => {
  const start = performance.now();
  const before = document.querySelector('.pane .text p');
  location.hash = address;
  const look = () => {
    const now = document.querySelector('.pane[data-side="1"] .text p');
    const there = now && now !== before && document.querySelector('.pane .text p') !== before;
    if (!there) return requestAnimationFrame(look);
    return setTimeout(() => resolve(performance.now() - start));
  };
  look();
})"""
SCROLL = """() => new Promise((resolve) => {
  let [longest, last] = [0, performance.now()];
  const step = () => {
    const now = performance.now();
    [longest, last] = [Math.max(longest, now - last), now];
    const before = scrollY;
    scrollBy({top: 400, behavior: 'instant'});
    if (scrollY === before) resolve(longest);
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Opened:
    """A page in a fresh context, with the clock of its main thread."""

    def __init__(self, browser: Browser, path: Path, *selectors: str) -> None:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        self.page = context.new_page()
        self._session = context.new_cdp_session(self.page)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.page.add_init_script(NOTE.replace("SELECTORS", str(list(selectors))))
        self.page.goto(path.as_uri(), wait_until="commit")
        self.painted: float = self.page.evaluate("textPainted")  # milliseconds until text stood in all selectors
        self.worked = self.work()  # of the main thread until then

    def work(self) -> float:
        """Milliseconds for which the main thread was busy so far."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return next(1000 * metric["value"] for metric in metrics if metric["name"] == "TaskDuration")

    def pair(self, source: int, target: int) -> tuple[float, float]:
        """Milliseconds until the texts of a pair are painted: by the clock, and of the main thread.

        Asked when the page is at rest, as a reader asks: what was open before has been finished.
        """
        self.page.evaluate("() => new Promise((resolve) => requestIdleCallback(resolve))")
        before = self.work()
        return self.page.evaluate(OPEN, f"#pair={source},{target}&view=texts"), self.work() - before

    def scrolled(self) -> float:
        """The longest frame from top to bottom."""
        self.page.evaluate("scrollTo(0, 0)")
        return float(self.page.evaluate(SCROLL))


def first_text(browser: Browser, folder: Path) -> None:
    report, empty = folder / "two.html", folder / "empty.html"
    reuse.compare([reuse.read(ROOT / name) for name in SPEECHES]).to_html(report)
    empty.write_text(WORD, encoding="utf-8")
    times: dict[Path, list[tuple[float, float]]] = {report: [], empty: []}
    wanted = {report: ("#answer", '.pane[data-side="1"] .text'), empty: (".said",)}
    for _ in range(LOADS):
        for path, spent in times.items():
            opened = Opened(browser, path, *wanted[path])
            spent.append((opened.painted, opened.worked))
            opened.page.context.close()
    print(f"two speeches, a page of {report.stat().st_size / 1e6:.2f} MB: texts painted after", _middle(times[report]))
    print("a page of one word:", _middle(times[empty]))


def many(browser: Browser, folder: Path) -> None:
    report = folder / "many.html"
    comparison = reuse.compare([reuse.read(path) for path in sorted(REPORTS.glob("*.txt"))])
    comparison.to_html(report)
    opened = Opened(browser, report, "#answer")
    elements = opened.page.evaluate("document.getElementsByTagName('*').length")
    print(f"57 national reports, a page of {report.stat().st_size / 1e6:.1f} MB: {elements:,} elements; answer after")
    print(f"  {opened.painted:.0f} ms ({opened.worked:.0f} ms of its main thread)")
    print(f"scrolling through: longest frame {opened.scrolled():.0f} ms while charts are drawn, ", end="")
    print(f"{opened.scrolled():.0f} ms the second time")
    index = {document.id: i for i, document in enumerate(comparison.documents)}
    pairs = [pair for pair in comparison.pairs if pair.alignments][::EVERY]
    times = [opened.pair(index[pair.source], index[pair.target]) for pair in pairs]
    clock, work = max(time for time, _ in times), max(time for _, time in times)
    print(f"{len(times)} pairs opened after", _middle(times), f"in the middle, {clock:.0f} ms ({work:.0f} ms) at most")


def _middle(times: list[tuple[float, float]]) -> str:
    clock, work = median(time for time, _ in times), median(time for _, time in times)
    return f"{clock:.0f} ms ({work:.0f} ms of the main thread)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", action="store_true", help="also open the report of all national reports")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        first_text(browser, Path(name))
        if asked.many and REPORTS.is_dir():
            many(browser, Path(name))
        elif asked.many:
            print("no folder ../shared beside the checkout: the national reports are left out")


if __name__ == "__main__":
    main()
