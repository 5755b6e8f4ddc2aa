"""What a file looks like that is no plain text, and what to do with it.

Enters: the bytes of a file. Leaves: one sentence, or None for what may be text. The plain format asks it first.

Signatures are taken from the formats' own specifications; those that a text could begin with (BM, MZ, ID3) are left
out, since such files hold NULs and are caught by `decode`.
"""

from __future__ import annotations

__all__ = ["foreign_format"]

_SAVE = "save it as plain text (.txt)"
_UNPACK = "unpack it and give the texts in it"
_SPEECH = "give the text of the speech"

# Inside zip: the first name found decides. The names stand in the local headers and in the directory at the end.
_ZIPPED = (
    (b"word/", f"a Word file (.docx); {_SAVE}"),
    (b"xl/", f"an Excel file (.xlsx); {_SAVE}"),
    (b"ppt/", f"a PowerPoint file (.pptx); {_SAVE}"),
    (b"mimetypeapplication/epub+zip", f"an e-book (.epub); {_SAVE}"),
    (b"mimetypeapplication/vnd.oasis.opendocument", f"an OpenDocument file (.odt); {_SAVE}"),
)
_COMPOUND = (
    ("WordDocument".encode("utf-16-le"), f"an old Word file (.doc); {_SAVE}"),
    ("Workbook".encode("utf-16-le"), f"an old Excel file (.xls); {_SAVE}"),
    ("PowerPoint".encode("utf-16-le"), f"an old PowerPoint file (.ppt); {_SAVE}"),
)
_STARTS = (
    (b"%PDF-", f"a PDF file; {_SAVE}"),
    (b"{\\rtf", f"a rich text file (.rtf); {_SAVE}"),
    (b"CAJ\0", f"a CAJ file; {_SAVE}"),
    (b"HN\0\0", f"a CAJ file; {_SAVE}"),
    (b"\x89PNG\r\n\x1a\n", f"a picture (PNG); {_SPEECH}"),
    (b"\xff\xd8\xff", f"a picture (JPEG); {_SPEECH}"),
    (b"GIF87a", f"a picture (GIF); {_SPEECH}"),
    (b"GIF89a", f"a picture (GIF); {_SPEECH}"),
    (b"II*\0", f"a picture (TIFF); {_SPEECH}"),
    (b"MM\0*", f"a picture (TIFF); {_SPEECH}"),
    (b"OggS\0", f"a sound; {_SPEECH}"),
    (b"\x1f\x8b\x08", f"a compressed file (.gz); {_UNPACK}"),
    (b"\xfd7zXZ\0", f"a compressed file (.xz); {_UNPACK}"),
    (b"7z\xbc\xaf\x27\x1c", f"an archive (.7z); {_UNPACK}"),
    (b"Rar!\x1a\x07", f"an archive (.rar); {_UNPACK}"),
    (b"SQLite format 3\0", "a database; export the texts from it"),
)
_MARKUP = (
    (b"<!doctype html", f"a web page (HTML); {_SAVE}"),
    (b"<html", f"a web page (HTML); {_SAVE}"),
    (b"<?xml", f"an XML file; {_SAVE}"),
)
_HEAD_BYTES = 4096
_TAIL_BYTES = 65_536  # a zip directory of a document is smaller


def foreign_format(data: bytes) -> str | None:
    """“looks like a Word file (.docx); save it as plain text (.txt)”, or None. Reads the first and last bytes."""
    what = _zip(data) or _compound(data) or _starting(data) or _markup(data)
    return None if what is None else f"looks like {what}"


def _zip(data: bytes) -> str | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    sample = data[:_HEAD_BYTES] + data[-_TAIL_BYTES:]
    return next((what for name, what in _ZIPPED if name in sample), f"an archive (.zip); {_UNPACK}")


def _compound(data: bytes) -> str | None:
    if not data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return None
    return next((what for name, what in _COMPOUND if name in data), f"an old Office file; {_SAVE}")


def _starting(data: bytes) -> str | None:
    return next((what for start, what in _STARTS if data.startswith(start)), None)


def _markup(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    return next((what for start, what in _MARKUP if head.startswith(start)), None)
