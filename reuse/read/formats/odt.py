"""OpenDocument texts (.odt, .fodt).

Enters: bytes. Leaves: `Extracted`. Headings, paragraphs, lists, tables (cells set apart by tabs), tracked
insertions; text boxes, foot- and endnotes stand behind the text. Left out: tracked deletions, comments, headers and
footers. Element names are those of OpenDocument 1.3.
"""

from __future__ import annotations

from reuse.read.extracted import Extracted
from reuse.read.formats.packed import Packed
from reuse.read.formats.tree import Element, Lines, inside, local, parse

__all__ = ["extract"]

WHAT = "OpenDocument text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LEFT_OUT = frozenset(("tracked-changes", "annotation", "note-citation", "ruby-text", "forms", "sequence-decls"))
_LINES = frozenset(("p", "h"))
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_ABOUT_PICTURES = frozenset((f"{_SVG}title", f"{_SVG}desc"))


def extract(data: bytes, *, max_bytes: int) -> Extracted:
    """The text of an OpenDocument file, packed or flat. Raises Unreadable for what is no sound one."""
    if data.startswith(b"PK"):
        data = Packed(data, max_bytes=max_bytes, what=WHAT).read("content.xml")
    body = next(inside(parse(data, WHAT), "body"), None)
    lines, notes = Lines(), Lines()
    if body is not None:
        _walk(body, lines, notes)
    return Extracted("\n".join(lines.take() + notes.take()), None)


def _walk(element: Element, lines: Lines, notes: Lines) -> None:
    name = local(element)
    if name in _LEFT_OUT:
        return
    if name == "note":
        for body in inside(element, "note-body"):
            _children(body, notes, notes)
        return
    if name == "table-row":
        cells = []
        for cell in element:
            inner = Lines()
            _walk(cell, inner, notes)
            cells.append(inner.text())
        lines.add("\t".join(cell for cell in cells if cell))
        lines.end()
    elif name == "text-box":  # anchored in the middle of a paragraph, which it must not tear
        box = Lines()
        _children(element, box, notes)
        notes.add(box.text())
        notes.end()
    elif name == "s":
        lines.add(" " * min(int(element.get(f"{_TEXT}c", "1")), 100))
    elif name == "tab":
        lines.add("\t")
    elif name == "line-break":
        lines.add("\n")
    else:
        _children(element, lines, notes)
        if name in _LINES:
            lines.end()


def _children(element: Element, lines: Lines, notes: Lines) -> None:
    lines.flow(element.text)
    for child in element:
        if child.tag not in _ABOUT_PICTURES:
            _walk(child, lines, notes)
        lines.flow(child.tail)
