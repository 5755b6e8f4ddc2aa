"""TEI editions (.xml, .tei).

Enters: bytes. Leaves: `Extracted`, with title, speaker and date from the header. Paragraphs, verses, heads, lists and
tables one a line; of a choice the corrected, regularised or expanded reading; notes behind the text. Left out: deleted
text, page headings (fw), stage directions stay. Element names are those of TEI P5.
"""

from __future__ import annotations

from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats.tree import Element, Lines, inside, local, parse

__all__ = ["extract"]

WHAT = "TEI file"
_LINE_LIST = """
p l ab head item opener closer salute signed dateline byline trailer row stage u speaker lg
"""
_LINES = frozenset(_LINE_LIST.split())
_LEFT_OUT = frozenset(["teiHeader", "fw", "del", "figDesc", "standOff", "facsimile", "sourceDoc"])
_SECOND = frozenset(["sic", "orig", "abbr"])  # of a choice, where the other reading is there
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def extract(data: bytes, *, max_bytes: int) -> Extracted:  # noqa: ARG001 - one signature for all formats
    """The text of a TEI edition. Raises Unreadable for other XML."""
    root = parse(data, WHAT)
    if local(root) not in ("TEI", "TEI.2", "teiCorpus"):
        raise Unreadable(f"is an XML file with <{local(root)}> at its root and no TEI edition; save it as plain text")
    lines, notes = Lines(), Lines()
    for text in root if local(root) != "teiCorpus" else inside(root, "text"):
        if local(text) == "text":
            _walk(text, lines, notes)
    return Extracted("\n".join(lines.take() + notes.take()), None, about=_about(root))


def _walk(element: Element, lines: Lines, notes: Lines) -> None:
    name = local(element)
    if name in _LEFT_OUT or not name:
        return
    if name == "note":
        _children(element, notes, notes)
        notes.end()
        return
    if name in _LINES:
        lines.end()
    if name == "choice":
        first = [child for child in element if local(child) not in _SECOND]
        for child in first or list(element):
            _walk(child, lines, notes)
        return
    if name == "lb" and element.get("break") != "no":
        lines.flow("\n")
    elif name == "cell":
        lines.add("\t")
    _children(element, lines, notes)
    if name in _LINES or name == "div":
        lines.end()


def _children(element: Element, lines: Lines, notes: Lines) -> None:
    lines.flow(element.text)
    for child in element:
        _walk(child, lines, notes)
        lines.flow(child.tail)


def _about(root: Element) -> dict[str, str]:
    """What the header says, in the words of a manifest."""
    said: dict[str, str] = {}
    header = next(inside(root, "teiHeader"), None)
    statement = None if header is None else next(inside(header, "titleStmt"), None)
    if header is None or statement is None:
        return said
    for name, column in (("title", "title"), ("author", "speaker")):
        found = next(inside(statement, name), None)
        value = "" if found is None else " ".join("".join(found.itertext()).split())
        if value:
            said[column] = value
    creation = next(inside(header, "creation"), None)
    dates = [] if creation is None else list(inside(creation, "date"))
    if dates:
        date = dates[0].get("when") or " ".join("".join(dates[0].itertext()).split())
        said |= {"date": date} if date else {}
    if root.get(_XML_ID):
        said["id"] = root.get(_XML_ID, "")
    return said
