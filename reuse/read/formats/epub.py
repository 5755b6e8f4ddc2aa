"""E-books (.epub): the chapters in reading order.

Enters: bytes. Leaves: `Extracted`, with the title, author and date that the book's own record gives. Left out: the
table of contents where it is a chapter of its own (EPUB 3 marks it), pictures.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from reuse.read.decode import decode
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats.packed import Packed
from reuse.read.formats.pages import page_text
from reuse.read.formats.tree import Element, inside, parse

__all__ = ["extract"]

WHAT = "e-book"
_PAGES = frozenset(("application/xhtml+xml", "text/html"))


def extract(data: bytes, *, max_bytes: int) -> Extracted:
    """The text of an e-book. Raises Unreadable for what is no sound one, or is locked by its seller."""
    packed = Packed(data, max_bytes=max_bytes, what=WHAT)
    container = parse(packed.read("META-INF/container.xml"), WHAT)
    book = next((root.get("full-path", "") for root in inside(container, "rootfile")), "")
    if "META-INF/rights.xml" in packed:
        raise Unreadable("is locked by its seller (DRM); give a copy without the lock")
    package = parse(packed.read(book), WHAT)
    items = {item.get("id"): item for item in inside(package, "item")}
    chapters = [items[ref.get("idref")] for ref in inside(package, "itemref") if ref.get("idref") in items]
    texts = []
    for item in chapters:
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split():
            name = posixpath.normpath(posixpath.join(posixpath.dirname(book), unquote(item.get("href", ""))))
            texts.append(page_text(decode(packed.read(name)).text))
    return Extracted("\n".join(filter(None, texts)), None, about=_about(package))


def _about(package: Element) -> dict[str, str]:
    """What the book says of itself, in the words of a manifest."""
    said: dict[str, str] = {}
    for name, column in (("title", "title"), ("creator", "speaker"), ("date", "date")):
        value = next((" ".join((element.text or "").split()) for element in inside(package, name)), "")
        if value:
            said[column] = value
    return said
