"""Links of README and docs: to pages, to files, to headings."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from pages import PAGES, ROOT

LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """What headings are called in links: lower case, blanks as hyphens, marks left out."""
    headings = HEADING.findall(re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S))
    kept = ("".join(sign for sign in heading.lower() if _kept(sign)) for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


def _kept(sign: str) -> bool:
    return sign in " -_" or unicodedata.category(sign)[0] in "LNM"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        place = page.parent / target if target else page
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), f"{target}#{anchor}"


def test_every_page_is_led_to_from_the_first() -> None:
    start = ROOT / "docs" / "index.md"
    seen, pending = set(), [start]
    while pending:
        page = pending.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = LINK.findall(page.read_text(encoding="utf-8"))
        pending += [(page.parent / target).resolve() for target, _ in links if target]
    assert {page for page in PAGES if page.parent != ROOT} - seen == set()
