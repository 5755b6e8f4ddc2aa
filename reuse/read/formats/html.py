"""Web pages (.html, .htm).

Enters: bytes. Leaves: `Extracted`: the page's own text, one line for each block, without navigation, advertisement
and comments, which trafilatura tells apart. Without that library, or where it finds next to nothing, the whole page
is read and a warning says so.
"""

from __future__ import annotations

import codecs
import logging
import re
from typing import Any

from reuse.extras import install_line
from reuse.read.decode import decode
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats.extras import needed
from reuse.read.formats.pages import page_text
from reuse.read.formats.tree import Lines

__all__ = ["extract"]

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 4096
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252", "shift_jis": "cp932"}
_SKIPPED = frozenset(("graphic", "del"))
_LINES = frozenset(["p", "head", "item", "row", "quote", "div", "list", "table", "code", "lb", "ab"])
LEAST_SHARE = 0.05  # of the page's letters; a main text shorter than this was not the main text


def extract(data: bytes, *, max_bytes: int) -> Extracted:  # noqa: ARG001 - one signature for all formats
    """The main text of a web page."""
    page = _decoded(data)
    whole = page_text(page.text)
    try:
        library = needed("trafilatura", kind="web pages", extra="web")
    except Unreadable:
        hint = f"read with everything around the text; to leave out navigation: {install_line('web')}"
        return Extracted(whole, page.encoding, (*page.warnings, hint))
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say of a page is said here
    found = library.bare_extraction(
        page.text, favor_recall=True, include_comments=False, include_tables=True, with_metadata=True
    )
    text = "" if found is None or found.body is None else _text(found.body)
    if len(text) < LEAST_SHARE * len(whole):
        return Extracted(whole, page.encoding, (*page.warnings, "no main text was recognised; the whole page is read"))
    title = " ".join((found.title or "").split())
    shown = "".join(title.split()) in "".join(whole.split())  # else it names the site, not the page
    return Extracted(text, page.encoding, page.warnings, about={"title": title} if title and shown else {})


def _decoded(data: bytes) -> Extracted:
    """UTF-8 where it is that; else what the page says of itself, where that is true; else by evidence."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        named = _CHARSET.search(data[:_HEAD_BYTES])
        try:
            codec = codecs.lookup(named[1].decode("ascii") if named else "").name
            codec = _WIDER.get(codec, codec)
            return Extracted(data.decode(codec), codec)
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _text(body: Any) -> str:
    lines = Lines()
    _walk(body, lines)
    return lines.text()


def _walk(element: Any, lines: Lines) -> None:
    name = element.tag
    if not isinstance(name, str) or name in _SKIPPED:
        return
    if name in _LINES:
        lines.end()
    elif name == "cell":
        lines.add("\t")
    lines.flow(element.text)
    for child in element:
        _walk(child, lines)
        lines.flow(child.tail)
    if name in _LINES:
        lines.end()
