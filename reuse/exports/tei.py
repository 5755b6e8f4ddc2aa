"""A result as TEI: the texts once, and everything found in them as standoff links.

Enters: a `Result`. Leaves: one TEI P5 file. Places are ``string-range()`` pointers, whose offsets count code points of
the text as the JSON does. `type` and `subtype` of a link say its kind, and whether it is stock; `n` its figures.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from reuse.exports.characters import in_attribute, in_xml
from reuse.model import Alignment, Document, Family, Locus, Passage, Result, SentenceMatch
from reuse.output import write_text

__all__ = ["to_tei_text", "write_tei"]

STOCK_FROM = 0.5  # see Alignment.stock
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def write_tei(path: str | os.PathLike[str], result: Result) -> None:
    """Write the TEI file. Linear in the size of the result. Raises OutputError where the disk refuses."""
    write_text(path, to_tei_text(result))


def to_tei_text(result: Result) -> str:
    """The TEI file as text; the same result gives the same text."""
    return "\n".join(_lines(result)) + "\n"


def _lines(result: Result) -> Iterator[str]:
    names = {document.id: f"d{number}" for number, document in enumerate(result.documents, 1)}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<TEI xmlns="http://www.tei-c.org/ns/1.0">'
    yield from _header(result)
    yield "<standOff>"
    yield from _group("alignment", (_alignment(row, names) for row in result.alignments))
    yield from _group("sentence", (_sentence(row, names) for row in result.sentences))
    yield from _group("passage", (_passage(row, names) for row in result.passages))
    yield from _group("formula", (_family(row, names) for row in result.families))
    yield "</standOff>"
    yield "<text><group>"
    for document in result.documents:
        yield from _text(document, names[document.id])
    yield "</group></text>"
    yield "</TEI>"


def _header(result: Result) -> Iterator[str]:
    yield "<teiHeader><fileDesc><titleStmt><title>What these speeches share</title></titleStmt>"
    yield "<publicationStmt><p>Made by a program; not published.</p></publicationStmt><sourceDesc><listBibl>"
    for document in result.documents:
        author = f"<author>{in_xml(document.speaker)}</author>" if document.speaker else ""
        date = f"<date when={in_attribute(document.date)}/>" if document.date else ""
        yield f"<bibl n={in_attribute(document.id)}><title>{in_xml(document.title)}</title>{author}{date}</bibl>"
    yield "</listBibl></sourceDesc></fileDesc><encodingDesc><appInfo>"
    version = in_attribute(result.version)
    yield f'<application ident="speech-reuse" version={version}><label>speech-reuse</label>'
    yield f"<desc>weighed by the background {in_xml(result.weighed_by)}</desc></application>"
    yield "</appInfo></encodingDesc></teiHeader>"


def _text(document: Document, name: str) -> Iterator[str]:
    language = f" xml:lang={in_attribute(document.language)}" if document.language else ""
    body = f'<ab xml:id="{name}" xml:space="preserve">{in_xml(document.text)}</ab>'
    yield f"<text n={in_attribute(document.id)}{language}><body>{body}</body></text>"


def _group(kind: str, links: Iterable[str]) -> Iterator[str]:
    rows = list(links)
    if rows:
        yield f'<linkGrp type="{kind}">'
        yield from rows
        yield "</linkGrp>"


def _pointer(locus: Locus, names: dict[str, str]) -> str:
    return f"#string-range({names[locus.document]},{locus.start},{locus.end - locus.start})"


def _link(id: str | None, loci: Iterable[Locus], names: dict[str, str], **facts: str | None) -> str:  # noqa: A002
    """A link; TEI wants it to have two ends or more."""
    name = f' xml:id="{id}"' if id and _NAME.fullmatch(id) else ""
    said = "".join(f" {key}={in_attribute(value)}" for key, value in facts.items() if value)
    return f'<link{name}{said} target="{" ".join(_pointer(locus, names) for locus in loci)}"/>'


def _alignment(row: Alignment, names: dict[str, str]) -> str:
    return _link(
        row.id,
        (row.source, row.target),
        names,
        type=row.kind,
        subtype="stock" if row.stock >= STOCK_FROM else "distinctive",
        corresp=" ".join(f"#{id_}" for id_ in (row.passage, row.family) if id_ and _NAME.fullmatch(id_)) or None,
        n=f"identity {row.identity:.6f} bits {row.bits:.6f} stock {row.stock:.6f}",
    )


def _sentence(row: SentenceMatch, names: dict[str, str]) -> str:
    return _link(None, (*row.source, *row.target), names, n=f"similarity {row.similarity:.6f}")


def _passage(row: Passage, names: dict[str, str]) -> str:
    return _link(row.id, (row.source, row.target), names, type="moved" if row.moved else None)


def _family(row: Family, names: dict[str, str]) -> str:
    places = [place for variant in row.variants for place in variant.occurrences]
    return _link(row.id, places, names, subtype="stock" if row.stock >= STOCK_FROM else "distinctive", n=row.template)
