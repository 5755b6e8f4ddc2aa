"""Files of every format, made by hand, each with one wording for everything that a format can hold."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from collections.abc import Callable

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook

PARAGRAPH = "工会是党联系职工群众的桥梁和纽带。"
SECOND = "The bridge stands firm."
CELL, OTHER_CELL = "帮扶资金", "三百万元"
BOX = "文本框里的一句话。"
NOTE = "脚注里的一句话。"
INSERTED = "修订时加上的话"
DELETED = "修订时删去的话"
HEADER = "页眉文字"
COMMENT = "批注文字"
HIDDEN = "隐藏文字"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip file with these members, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(body: str | None = None) -> bytes:
    box = f"<w:txbxContent><w:p>{run(BOX)}</w:p></w:txbxContent>"
    body = body or (
        f"<w:p>{run(PARAGRAPH[:5])}{run(PARAGRAPH[5:])}"
        f'<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
        f"<w:p>{run(SECOND)}"
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run(CELL)}</w:p></w:tc><w:tc><w:p>{run(OTHER_CELL)}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p><w:ins>{run(INSERTED)}</w:ins><w:del><w:r><w:delText>{DELETED}</w:delText></w:r></w:del></w:p>"
        f"<w:p>{run(HIDDEN, '<w:vanish/>')}</w:p>"
    )
    notes = f'<w:footnote w:id="0"><w:p>{run("separator")}</w:p></w:footnote>'
    notes += f'<w:footnote w:id="2"><w:p>{run(NOTE)}</w:p></w:footnote>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W} {DRAWING}><w:body>{body}</w:body></w:document>",
            "word/footnotes.xml": f"<w:footnotes {W}>{notes}</w:footnotes>",
            "word/header1.xml": f"<w:hdr {W}><w:p>{run(HEADER)}</w:p></w:hdr>",
            "word/comments.xml": f"<w:comments {W}><w:comment><w:p>{run(COMMENT)}</w:p></w:comment></w:comments>",
        }
    )


ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def flat_odt() -> bytes:
    spaces = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table"))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} xmlns:draw="{ODF}drawing:1.0"><office:body>'
        "<office:text><text:tracked-changes><text:changed-region><text:deletion>"
        f"<text:p>{DELETED}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        f"<text:p>{PARAGRAPH[:5]}<text:span>{PARAGRAPH[5:]}</text:span><text:note><text:note-citation>1"
        f"</text:note-citation><text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note></text:p>"
        f"<text:p>{SECOND.replace(' ', '<text:s/>', 1)}<draw:frame><draw:text-box><text:p>{BOX}</text:p>"
        f"</draw:text-box></draw:frame><office:annotation><text:p>{COMMENT}</text:p></office:annotation></text:p>"
        f"<table:table><table:table-row><table:table-cell><text:p>{CELL}</text:p></table:table-cell>"
        f"<table:table-cell><text:p>{OTHER_CELL}</text:p></table:table-cell></table:table-row></table:table>"
        f"<text:p><text:change-start/>{INSERTED}<text:change-end/></text:p>"
        "</office:text></office:body></office:document>"
    ).encode()


def odt() -> bytes:
    header = f'<style xmlns:text="{ODF}text:1.0"><text:p>{HEADER}</text:p></style>'
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": flat_odt(), "styles.xml": header}
    return zipped(files)


def in_rtf(text: str) -> str:
    return "".join(c if c.isascii() else "".join(f"\\'{byte:02x}" for byte in c.encode("gbk")) for c in text)


def rtf() -> bytes:
    return (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}}{\header\f1 "
        + in_rtf(HEADER)
        + r"}\f1 "
        + in_rtf(PARAGRAPH)
        + r"{\footnote \f1 "
        + in_rtf(NOTE)
        + r"}\par\f0 "
        + SECOND
        + r"{\*\shpinst{\sp{\sn wrap}{\sv 2}}{\shptxt\f1 "
        + in_rtf(BOX)
        + r"\par}}\par\f1 "
        + in_rtf(CELL)
        + r"\cell "
        + in_rtf(OTHER_CELL)
        + r"\cell\row "
        + "".join(f"\\u{ord(c)}?" for c in INSERTED)
        + r"{\deleted "
        + in_rtf(DELETED)
        + r"}{\v "
        + in_rtf(HIDDEN)
        + r"}{\*\annotation "
        + in_rtf(COMMENT)
        + r"}\par}"
    ).encode("ascii")


def html() -> bytes:
    filler = "各位代表，同志们，大会今天隆重开幕，我代表市委向大会的召开表示热烈的祝贺，向全市职工致以诚挚的问候。"
    return (
        "<!DOCTYPE html><html><head><meta charset=gb2312><title>大会致辞</title><style>p {}</style></head><body>"
        f"<nav><a href=/>{HEADER}</a></nav><article><h1>大会致辞</h1><p>{PARAGRAPH}</p><p>{filler}</p><p>{SECOND}</p>"
        f"<table><tr><td>{CELL}</td><td>{OTHER_CELL}</td></tr></table><p>{filler}</p><p>{filler}</p></article>"
        "<script>alert(1)</script></body></html>"
    ).encode("gb18030")


def epub() -> bytes:
    page = f"<html><head><title>x</title></head><body><h1>致辞</h1><p>{PARAGRAPH}</p><p>{SECOND}</p>"
    page += f"<table><tr><td>{CELL}</td><td>{OTHER_CELL}</td></tr></table><aside>{NOTE}</aside></body></html>"
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>致辞集</dc:title>'
        "<dc:creator>张三</dc:creator><dc:date>2023-02-05</dc:date></metadata><manifest>"
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="c" href="text/chapter%201.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="n"/><itemref idref="c"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": f"<html><body>{HEADER}</body></html>",
            "OEBPS/text/chapter 1.xhtml": page,
        }
    )


def tei() -> bytes:
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="speech-7"><teiHeader>'
        "<fileDesc><titleStmt>"
        "<title>大会致辞</title><author>张三</author></titleStmt></fileDesc><profileDesc><creation>"
        '<date when="2023-02-05"/></creation></profileDesc></teiHeader><text><body>'
        f"<fw>{HEADER}</fw><p>{PARAGRAPH[:5]}<lb/>\n   {PARAGRAPH[5:]}<note>{NOTE}</note></p>"
        f"<p>The <choice><sic>brigde</sic><corr>bridge</corr></choice> stands<lb/>firm.</p>"
        f"<table><row><cell>{CELL}</cell><cell>{OTHER_CELL}</cell></row></table>"
        f"<p><add>{INSERTED}</add><del>{DELETED}</del></p></body></text></TEI>"
    ).encode()


def pdf(*pages: list[str]) -> bytes:
    """A PDF with lines of Western text, 14 points apart; a page without lines holds a grey box and no text."""
    pages = pages or ([PARAGRAPH_IN_ENGLISH, SECOND],)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        content = (f"BT /F1 11 Tf 72 760 Td {shown} ET" if lines else "0.5 g 72 72 400 600 re f").encode("cp1252")
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
        objects.append((page + "/Resources << /Font << /F1 3 0 R >> >> >>").encode())
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    tail += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + tail


PARAGRAPH_IN_ENGLISH = "We keep a lamp burning for those who come home late from the mill."
ROWS = (
    {
        "id": "k1",
        "text": PARAGRAPH,
        "title": "致辞",
        "date": "二〇二三年二月五日",
        "speaker": "张三",
        "series": "工会大会",
    },
    {"id": "k2", "text": SECOND, "title": "Address", "date": "2024", "language": "en-GB"},
)


def jsonl() -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()


def parquet() -> bytes:
    out = io.BytesIO()
    columns = sorted({name for row in ROWS for name in row})
    pq.write_table(pa.table({name: [row.get(name) for row in ROWS] for name in columns}), out)
    return out.getvalue()


def xlsx(rows: list[list[object]] | None = None) -> bytes:
    book, out = Workbook(), io.BytesIO()
    columns = ["id", "正文", "标题", "日期", "讲话人", "系列"]
    names = ("id", "text", "title", "date", "speaker", "series")
    for row in rows or [columns, *([each.get(name) for name in names] for each in ROWS)]:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def tmx() -> bytes:
    unit = f'<tu><tuv xml:lang="zh-CN"><seg>{PARAGRAPH}</seg></tuv><tuv xml:lang="en-US"><seg>{SECOND}</seg></tuv></tu>'
    return f'<?xml version="1.0"?><tmx version="1.4"><header/><body>{unit}</body></tmx>'.encode()


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


MEMBERS: dict[str, bytes] = {
    "a.txt": PARAGRAPH.encode("gb18030"),
    "sub/b.docx": docx(),
    "manifest.csv": "file,title,date\na.txt,打包的标题,2023-02-05\n".encode(),
    "._a.txt": b"x",
    "__MACOSX/._b": b"x",
    "empty.txt": b"",
    "picture.png": b"\x89PNG",
}
MAKERS: dict[str, Callable[[], bytes]] = {
    ".txt": lambda: f"{PARAGRAPH}\n{SECOND}\n".encode("gb18030"),
    ".md": f"# 致辞\n\n{PARAGRAPH}\n\n{SECOND}\n".encode,
    ".docx": docx,
    ".odt": odt,
    ".fodt": flat_odt,
    ".rtf": rtf,
    ".pdf": pdf,
    ".html": html,
    ".epub": epub,
    ".xml": tei,
    ".jsonl": jsonl,
    ".parquet": parquet,
    ".xlsx": xlsx,
    ".tmx": tmx,
    ".zip": lambda: zipped(dict(MEMBERS)),
    ".tar.gz": lambda: tarred(MEMBERS),
}
