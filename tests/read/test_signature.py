"""signature: files of other formats are named, with the way to mend it."""

from __future__ import annotations

import io
import zipfile

import pytest

from reuse.read.signature import foreign_format


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 10_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "Word file"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel file"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint file"),
        (zipped("a.txt", "b.txt"), "archive (.zip)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"), "old Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Office file"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF file"),
        (b"{\\rtf1\\ansi", "rich text file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"\x1f\x8b\x08\0", "compressed file (.gz)"),
        (b"\xef\xbb\xbf\r\n <!DOCTYPE html><p>", "web page"),
        ("<HTML><body>".encode("utf-16-le"), "web page"),
        (b'<?xml version="1.0"?>', "XML file"),
    ],
)
def test_formats_are_named(data: bytes, what: str) -> None:
    said = foreign_format(data)
    assert said is not None
    assert said.startswith("looks like a")
    assert what in said
    assert "; " in said  # what to do


@pytest.mark.parametrize("text", ["", "各位代表：", "PK 2023", "BM 25", "GIF ist ein Format", "a < b", "# {\\rtf"])
def test_texts_are_not(text: str) -> None:
    assert foreign_format(text.encode()) is None
