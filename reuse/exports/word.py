"""The aligned rows of a result as a Word table, since offices hand on Word files.

Enters: a `Result`. Leaves: one .docx: for each pair its shares and a table, earlier wording left, later right; what
differs is underlined, what stands on one side only also bold. Needs python-docx.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from reuse.exports.characters import in_xml
from reuse.extras import library
from reuse.model import Alignment, Document, Kind, Locus, Pair, Result
from reuse.output import whole_file
from reuse.quotes import halves

__all__ = ["write_word"]

STOCK_FROM = 0.5  # see Alignment.stock
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest day of a zip file; a real one would differ from run to run
MAX_SHARE = 1.0
_KINDS: dict[str, dict[Kind, str]] = {
    "en": {
        "verbatim": "verbatim",
        "slot": "slot",
        "insertion": "insertion",
        "reorder": "reorder",
        "list": "list",
        "reworded": "reworded",
    },
    "zh": {
        "verbatim": "逐字",
        "slot": "换词",
        "insertion": "增删",
        "reorder": "调序",
        "list": "列举",
        "reworded": "改写",
    },
}
_WORDS = {
    "en": {
        "title": "What these speeches share",
        "note": "Agreement is not plagiarism, and order is not borrowing. Underlined: differs; bold: on one side only.",
        "background": "Weighed by the background {name} ({fingerprint}).",
        "shares": "{source:.1%} of the first stands in the second, {target:.1%} of the second in the first.",
        "kind": "Kind",
        "stock": "stock",
        "nothing": "No shared wording was found.",
    },
    "zh": {
        "title": "这些讲话的相同表述",
        "note": "相同不等于抄袭，先后不等于借用。下划线：两边不同；加粗：仅见于一边。",
        "background": "所用背景库：{name}（{fingerprint}）。",
        "shares": "前者有 {source:.1%} 见于后者，后者有 {target:.1%} 见于前者。",
        "kind": "类型",
        "stock": "套话",
        "nothing": "没有找到相同的表述。",
    },
}
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDTHS = (600, 5150, 5150, 1340)  # twentieths of a point: number, wording, wording, kind


def write_word(path: str | os.PathLike[str], result: Result, *, language: str = "auto") -> None:
    """Write the Word file. `language` of its own words: "en", "zh", or "auto" for that of most speeches.

    Linear in the number of alignments, about 2,000 a second. The same result gives the same bytes with one version
    of python-docx. Raises RequestError where python-docx is missing, OutputError where the disk refuses.
    """
    docx = library("docx", purpose="a Word table", extra="docs")
    own = _language(result) if language == "auto" else language
    words, texts = _WORDS[own], {document.id: document.text for document in result.documents}
    titles = {document.id: _title(document) for document in result.documents}
    file = docx.Document()
    _dress(file, docx)
    file.add_heading(words["title"], level=0)
    file.add_paragraph(words["note"])
    background = {part: str(result.background.get(part, "")) for part in ("name", "fingerprint")}
    file.add_paragraph(in_xml(words["background"].format(**background)))
    rows: dict[tuple[str, str], list[Alignment]] = {}
    for row in result.alignments:
        rows.setdefault((row.source.document, row.target.document), []).append(row)
    for pair in result.pairs:
        file.add_heading(f"{titles[pair.source]} — {titles[pair.target]}", level=1)
        file.add_paragraph(_shares(pair, words["shares"]))
        found = rows.get((pair.source, pair.target), [])
        if not found:
            file.add_paragraph(words["nothing"])
            continue
        head = _row(
            [_plain(""), _plain(titles[pair.source]), _plain(titles[pair.target]), _plain(words["kind"])], head=True
        )
        lines = [head, *(_aligned(number, row, texts, own) for number, row in enumerate(found, 1))]
        file.element.body.insert(len(file.element.body) - 1, docx.oxml.parse_xml(_table(lines)))
    with whole_file(path) as draft:
        draft.write_bytes(_packed(file))


def _language(result: Result) -> str:
    chinese = sum((document.language or "").startswith("zh") for document in result.documents)
    return "zh" if chinese * 2 > len(result.documents) else "en"


def _title(document: Document) -> str:
    title = in_xml(document.title or document.id).replace("&#13;", " ").replace("&amp;", "&")
    title = title.replace("&lt;", "<").replace("&gt;", ">")  # python-docx escapes; only what XML forbids is gone
    return f"{title} ({document.date})" if document.date and document.date[:4] not in title else title


def _shares(pair: Pair, sentence: str) -> str:
    return sentence.format(source=min(pair.source_share, MAX_SHARE), target=min(pair.target_share, MAX_SHARE))


def _dress(file: Any, docx: Any) -> None:
    """Landscape, and a typeface for Chinese, which the template lacks."""
    section = file.sections[0]
    section.orientation = docx.enum.section.WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for name in ("Normal", "Title", "Heading 1"):
        fonts = file.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(f"{{{_W}}}eastAsia", "宋体")


def _aligned(number: int, row: Alignment, texts: dict[str, str], language: str) -> str:
    source = texts[row.source.document][row.source.start : row.source.end]
    target = texts[row.target.document][row.target.start : row.target.end]
    kind = _KINDS[language][row.kind]
    stock = f" · {_WORDS[language]['stock']}" if row.stock >= STOCK_FROM else ""
    left = _closed([(source[a:b], tag) for tag, a, b, _, _ in row.opcodes], texts, row.source)
    right = _closed([(target[a:b], tag) for tag, _, _, a, b in row.opcodes], texts, row.target)
    return _row([_plain(str(number)), list(_runs(left)), list(_runs(right)), _plain(kind + stock)])


def _closed(pieces: Sequence[tuple[str, str]], texts: dict[str, str], locus: Locus) -> list[tuple[str, str]]:
    """The pieces between the other halves of the quotation marks that the wording tears."""
    before, behind = halves(texts[locus.document], locus.start, locus.end)
    return [(before, "equal"), *pieces, (behind, "equal")]


def _runs(pieces: Sequence[tuple[str, str]]) -> Iterator[str]:
    for text, tag in pieces:
        if text:
            marks = "" if tag == "equal" else '<w:u w:val="single"/>'
            yield _run(text, ("" if tag in ("equal", "replace") else "<w:b/>") + marks)


def _plain(text: str) -> list[str]:
    return [_run(text)]


def _run(text: str, properties: str = "") -> str:
    """One run; line breaks of the text are line breaks of the cell."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{in_xml(line)}</w:t>' for line in text.splitlines() or [""])
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>"


def _row(cells: list[list[str]], *, head: bool = False) -> str:
    properties = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{"".join(runs)}</w:p></w:tc>'
        for width, runs in zip(_WIDTHS, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def _table(rows: list[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    return (
        f'<w:tbl xmlns:w="{_W}"><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _packed(file: Any) -> bytes:
    """The file's bytes without the clock that zip files carry."""
    made, out = io.BytesIO(), io.BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in source.namelist():
            packed.writestr(zipfile.ZipInfo(name, LONG_AGO), source.read(name), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()
