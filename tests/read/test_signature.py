"""signature: what a file is, whatever its name says; what none reads is named, with the way to mend it."""

from __future__ import annotations

import io
import zipfile

import pytest

from reuse.read.signature import foreign_format, kind_of


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 10_000)
    return buffer.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint file"),
        (COMPOUND + "Workbook".encode("utf-16-le"), "old Excel file"),
        (COMPOUND, "old Office file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"Rar!\x1a\x07\x00", "archive (.rar)"),
    ],
)
def test_formats_that_none_reads_are_named(data: bytes, what: str) -> None:
    said = foreign_format(data)
    assert said is not None
    assert said.startswith("looks like a")
    assert what in said
    assert "; " in said  # what to do
    assert kind_of(data) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (b"PK\x03\x04" + bytes(30) + b"word/document.xml", "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("a.txt", "b.txt", "sub/word.docx"), "zip"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "doc"),
        (b"%PDF-1.7\n%\xe2\xe3", "pdf"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"\x1f\x8b\x08\0", "tar"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html><p>", "html"),
        ("<HTML><body>".encode("utf-16-le"), "html"),
        (b'<?xml version="1.0"?><TEI/>', "tei"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b'<?xml version="1.0"?><tmx version="1.4">', "tmx"),
    ],
)
def test_formats_that_are_read_are_told_by_their_beginning(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind
    assert foreign_format(data) is None


@pytest.mark.parametrize("text", ["", "各位代表：", "PK 2023", "BM 25", "GIF ist ein Format", "a < b", "# {\\rtf"])
def test_texts_are_not(text: str) -> None:
    assert foreign_format(text.encode()) is None
    assert kind_of(text.encode()) is None
