"""Word files (.docx): all that a reader of the text sees.

Enters: bytes. Leaves: `Extracted`. Paragraphs, tables (cells set apart by tabs), text boxes, links, fields, tracked
insertions and moved text; foot- and endnotes stand behind the text, where they tear no sentence. Left out: tracked
deletions, hidden text, comments, headers and footers, and the numbers that Word itself puts before paragraphs.

Walked by own code over the standard library's XML: libraries that show paragraphs lose text boxes, notes or insertions.
Element names are those of ISO/IEC 29500-1.
"""

from __future__ import annotations

import codecs

from reuse.read.extracted import Extracted
from reuse.read.formats.packed import Packed
from reuse.read.formats.tree import Element, Lines, inside, local, parse

__all__ = ["extract"]

WHAT = "Word file"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LEFT_OUT = frozenset(("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "rt", "tblPr"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def extract(data: bytes, *, max_bytes: int) -> Extracted:
    """The text of a Word file. Linear in its size. Raises Unreadable for what is no sound one."""
    packed = Packed(data, max_bytes=max_bytes, what=WHAT)
    main = next((name for name in packed.names() if name.lower() == "word/document.xml"), "word/document.xml")
    walk = _Walk()
    walk.blocks(parse(packed.read(main), WHAT))
    text = walk.lines.take()
    for kind in ("footnote", "endnote"):
        part = f"word/{kind}s.xml"
        if walk.notes[kind] and part in packed:
            text += _notes(parse(packed.read(part), WHAT), walk.notes[kind])
    return Extracted("\n".join(text), None)


def _notes(root: Element, wanted: list[str]) -> list[str]:
    """The notes that the text refers to, in the order of the references."""
    notes = {_value(note, "id"): note for note in root}
    lines: list[str] = []
    for number in wanted:
        if number in notes:
            walk = _Walk()
            walk.blocks(notes[number])
            lines += walk.lines.take()
    return lines


class _Walk:
    """One pass over a part of the file."""

    def __init__(self) -> None:
        self.lines = Lines()
        self.notes: dict[str, list[str]] = {"footnote": [], "endnote": []}
        self._boxes: list[Element] = []

    def blocks(self, parent: Element) -> None:
        """Paragraphs and tables, whatever they are wrapped in."""
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._table(child)
            elif name not in _LEFT_OUT:
                self.blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        self._runs(paragraph)
        self.lines.end()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: Element) -> None:
        for row in inside_table(table, "tr"):
            cells = []
            for cell in inside_table(row, "tc"):
                walk = _Walk()
                walk.blocks(cell)
                for kind, numbers in walk.notes.items():
                    self.notes[kind] += numbers
                cells.append(walk.lines.text())
            self.lines.add("\t".join(cell for cell in cells if cell))
            self.lines.end()

    def _runs(self, parent: Element) -> None:
        for child in parent:
            name = local(child)
            if name in _LEFT_OUT or (name == "r" and _hidden(child)):
                continue
            if name == "t":
                self.lines.add(child.text)
            elif name in _SIGNS:
                self.lines.add(_SIGNS[name])
            elif name == "sym":
                self.lines.add(_symbol(child))
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes[name.removesuffix("Reference")].append(_value(child, "id"))
            elif name == "txbxContent":
                self._boxes.append(child)
            elif name == "AlternateContent":  # the same drawing in a new and an old form
                self._runs(child[0] if len(child) else child)
            else:
                self._runs(child)


def inside_table(parent: Element, name: str) -> list[Element]:
    """Rows of a table or cells of a row, also where content controls or tracked insertions wrap them."""
    found: list[Element] = []
    for child in parent:
        if local(child) == name:
            if not any(_is_deleted(properties) for properties in child if local(properties) == "trPr"):
                found.append(child)
        elif local(child) not in (*_LEFT_OUT, "tbl", "p"):
            found += inside_table(child, name)
    return found


def _is_deleted(row_properties: Element) -> bool:
    return any(local(child) == "del" for child in row_properties)


def _hidden(run: Element) -> bool:
    properties = next((child for child in run if local(child) == "rPr"), None)
    if properties is None:
        return False
    return any(_value(sign, "val") not in ("0", "false", "off") for sign in inside(properties, "vanish"))


def _symbol(element: Element) -> str:
    """A character of a symbol font; the private-use area, where such fonts live, says nothing elsewhere."""
    try:
        code = int(_value(element, "char"), 16)
    except ValueError:
        return ""
    return "" if 0xE000 <= code <= 0xF8FF or not codecs.encode(chr(code), "utf-8", "ignore") else chr(code)


def _value(element: Element, name: str) -> str:
    return element.get(_W + name) or element.get(_STRICT + name) or ""
