"""XML as a tree, and what all formats made of XML do alike.

Enters: bytes of an XML file. Leaves: its root element; running text with blanks as a reader sees them.
`docx`, `odt`, `epub`, `tei` and `tmx` stand on it.

The parser of the standard library loads nothing from outside. A file that declares entities of its own is refused, so
that none can be blown up (“billion laughs”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from reuse.read.extracted import Unreadable

__all__ = ["Element", "Lines", "inside", "local", "parse"]

Element = ElementTree.Element
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)
_BLANKS = re.compile(r"[ \r\n]+")
_AROUND_TAB = re.compile(r" *\t *")
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af]"
# A line break in the source between two characters of a script without blanks is no blank.
_WRAPPED = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n]\s*(?={_WIDE})")


def parse(data: bytes, what: str) -> Element:
    """The root of an XML file. Raises Unreadable where it is not well-formed or declares entities."""
    if _ENTITY.search(data.replace(b"\0", b"")):  # also in UTF-16
        raise Unreadable("declares entities of its own, which are not followed for safety; save it without them")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 - loads nothing; entities are refused above
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise Unreadable(f"is no sound {what} ({error}); save it anew") from error


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def inside(root: Element, name: str) -> Iterator[Element]:
    """All elements of a local name below `root`, in order."""
    return (element for element in root.iter() if local(element) == name)


class Lines:
    """Text being gathered line by line: outer blanks go, empty lines are left out."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[str] = []

    def add(self, text: str | None) -> None:
        """Go on with the line as the text is written."""
        if text:
            self._open.append(text)

    def flow(self, text: str | None) -> None:
        """Go on with the line; blanks and line breaks of the source count as one blank."""
        if text:
            self._open.append(f"\x00{text.replace(chr(9), ' ')}")  # marks a line whose blanks are not to be kept

    def end(self) -> None:
        """End the line."""
        line = "".join(self._open)
        self._open.clear()
        if "\x00" in line:
            line = _AROUND_TAB.sub("\t", _BLANKS.sub(" ", _WRAPPED.sub("", line.replace("\x00", ""))))
        if line.strip():
            self._lines.append(line.strip(" \t\r\n"))

    def take(self) -> list[str]:
        """The lines gathered so far; what is gathered next starts anew."""
        self.end()
        lines, self._lines = self._lines, []
        return lines

    def text(self) -> str:
        """All lines."""
        return "\n".join(self.take())
