"""Markup of web pages without judgement: every block of text, in order.

Enters: decoded HTML. Leaves: text, one line for each block. E-books are read with it, and web pages where the library
that tells text from navigation is not installed. Scripts, styles and what a page hides in its head are left out.
"""

from __future__ import annotations

from html.parser import HTMLParser

from reuse.read.formats.tree import Lines

__all__ = ["page_text"]

_INLINE_LIST = """
a abbr b bdi bdo big cite code data dfn em font i ins kbd label mark q ruby rb s samp small span strong sub
sup time tt u var wbr nobr acronym img svg
"""
_INLINE = frozenset(_INLINE_LIST.split())
_SILENT_LIST = """
script style head template noscript rt rp del svg math select button textarea
"""
_SILENT = frozenset(_SILENT_LIST.split())
_VOID_LIST = """
area base br col embed hr img input link meta param source track wbr
"""
_VOID = frozenset(_VOID_LIST.split())


def page_text(html: str) -> str:
    """The text of a page. Linear; broken markup is read as far as it goes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.lines.text()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = Lines()
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - their signature
        if tag in _VOID:
            if tag in ("br", "hr"):
                self.lines.end()
        elif tag in _SILENT or self._silent:
            self._silent.append(tag)
        elif tag in ("td", "th"):
            self.lines.add("\t")
        elif tag not in _INLINE:
            self.lines.end()

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:  # everything opened inside ends with it
                del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
        elif tag not in _INLINE and tag not in ("td", "th"):
            self.lines.end()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.lines.flow(data)
