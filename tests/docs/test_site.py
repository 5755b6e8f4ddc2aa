"""The site: it builds strictly, without a network, holds every page, and asks nothing of anybody when it is read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from pages import PAGES, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# mkdocs in a process that cannot reach anything.
BUILD = """
import socket, sys
def refuse(*_): raise OSError("no network for the site")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from mkdocs.__main__ import cli
cli(["build", "--strict", "--quiet", "--config-file", sys.argv[1], "--site-dir", sys.argv[2]])
"""
LOADED = re.compile(
    r"""<(?:script|img|iframe|source)\b[^>]*\bsrc="?([^"\s>]+)|<link\b[^>]*\bhref="?([^"\s>]+)[^>]*\brel="?(\w+)"""
)
STYLE_LOADS = re.compile(r"""(?:@import\s+|url\()["']?((?:https?:)?//[^)"']+)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-c", BUILD, str(ROOT / "mkdocs.yml"), str(folder)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_built_and_led_to(site: Path) -> None:
    pages = {page.relative_to(ROOT / "docs").with_suffix(".html") for page in PAGES if page.parent != ROOT}
    start = (site / "index.html").read_text(encoding="utf-8")
    for page in pages:
        assert (site / page).is_file(), page
        assert f'href="{page.as_posix()}"' in start, f"{page} is missing in the navigation of mkdocs.yml"


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = 0
    for page in site.rglob("*.html"):
        for source, linked, _ in LOADED.findall(page.read_text(encoding="utf-8")):
            loaded += 1
            assert not re.match(r"(https?:)?//", source or linked), (page, source or linked)
    assert loaded > 20
    for style in site.rglob("*.css"):
        assert STYLE_LOADS.findall(style.read_text(encoding="utf-8")) == [], style


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site on a server of this machine, since a browser lets no page search files on the disk."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(("asked", "found"), [("套话", "words.html"), ("GB18030", "formats.html")])
def test_a_reader_finds_words_of_both_languages(address: str, browser: Browser, asked: str, found: str) -> None:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}zh/quick-start.html")
    page.locator("input.md-search__input").click()
    page.locator(".md-search-result__meta", has_text="start searching").wait_for(state="attached")  # the index is read
    page.keyboard.type(f"{asked} ")  # the blank is a key press, which the page waits for
    page.locator(f'.md-search-result a[href*="{found}"]').first.wait_for(state="attached", timeout=20_000)
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []
    page.close()
