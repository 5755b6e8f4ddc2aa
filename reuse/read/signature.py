"""What a file looks like that is no plain text, and what to do with it.

Enters: the bytes of a file. Leaves: the module of `formats` or `collections` that reads it, whatever its suffix says;
or one sentence for what none reads; or None for what may be text.

Signatures are taken from the formats' own specifications; those that a text could begin with (BM, MZ, ID3) are left
out, since such files hold NULs and are caught by `decode`.
"""

from __future__ import annotations

import io
import zipfile
import zlib

__all__ = ["foreign_format", "kind_of"]

_SAVE = "save it as plain text (.txt)"
_UNPACK = "unpack it and give the texts in it"
_SPEECH = "give the text of the speech"

# Inside zip: the first name found in the directory decides; where that is broken, names stand at both ends too.
_ZIPPED = (
    (b"word/document", "docx", ""),
    (b"xl/workbook", "xlsx", ""),
    (b"ppt/", None, f"a PowerPoint file (.pptx); {_SAVE}"),
    (b"mimetypeapplication/epub+zip", "epub", ""),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt", ""),
    (b"mimetypeapplication/vnd.oasis.opendocument", None, f"an OpenDocument file that is no text; {_SAVE}"),
    (b"OFD.xml", None, f"an OFD file; {_SAVE}"),
)
_COMPOUND = (
    ("WordDocument".encode("utf-16-le"), "doc", ""),
    ("Workbook".encode("utf-16-le"), None, f"an old Excel file (.xls); {_SAVE}"),
    ("PowerPoint".encode("utf-16-le"), None, f"an old PowerPoint file (.ppt); {_SAVE}"),
)
_READ = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"\x1f\x8b\x08", "tar"),
    (b"\xfd7zXZ\0", "tar"),
)
_STARTS = (
    (b"CAJ\0", f"a CAJ file; {_SAVE}"),
    (b"HN\0\0", f"a CAJ file; {_SAVE}"),
    (b"\x89PNG\r\n\x1a\n", f"a picture (PNG); {_SPEECH}"),
    (b"\xff\xd8\xff", f"a picture (JPEG); {_SPEECH}"),
    (b"GIF87a", f"a picture (GIF); {_SPEECH}"),
    (b"GIF89a", f"a picture (GIF); {_SPEECH}"),
    (b"II*\0", f"a picture (TIFF); {_SPEECH}"),
    (b"MM\0*", f"a picture (TIFF); {_SPEECH}"),
    (b"OggS\0", f"a sound; {_SPEECH}"),
    (b"7z\xbc\xaf\x27\x1c", f"an archive (.7z); {_UNPACK}"),
    (b"Rar!\x1a\x07", f"an archive (.rar); {_UNPACK}"),
    (b"SQLite format 3\0", "a database; export the texts from it"),
)
_ODT_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_HEAD_BYTES = 4096
_MIMETYPE_BYTES = 80
_TAIL_BYTES = 65_536  # a zip directory of a document is smaller


def kind_of(data: bytes) -> str | None:
    """The module that reads such bytes; None for what may be plain text and for what none reads."""
    found, _ = _zip(data) or _compound(data) or (None, "")
    return found or next((kind for start, kind in _READ if data.startswith(start)), None) or _tar(data) or _markup(data)


def foreign_format(data: bytes) -> str | None:
    """“looks like a picture (PNG); give the text of the speech”, or None. Reads the first and last bytes."""
    _, what = _zip(data) or _compound(data) or (None, "")
    what = what or next((what for start, what in _STARTS if data.startswith(start)), "")
    return f"looks like {what}" if what else None


def _zip(data: bytes) -> tuple[str | None, str] | None:
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            sample = "\n".join(names).encode("utf-8", "replace")
            if "mimetype" in names:
                with archive.open("mimetype") as stream:
                    sample += b"\nmimetype" + stream.read(_MIMETYPE_BYTES)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError):
        sample = data[:_HEAD_BYTES] + data[-_TAIL_BYTES:]
    found = ((kind, what) for name, kind, what in _ZIPPED if name in sample)
    return next(found, ("zip", ""))


def _compound(data: bytes) -> tuple[str | None, str] | None:
    if not data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return None
    found = ((kind, what) for name, kind, what in _COMPOUND if name in data)
    return next(found, (None, f"an old Office file; {_SAVE}"))


def _tar(data: bytes) -> str | None:
    return "tar" if data[257:262] == b"ustar" or (data.startswith(b"BZh") and data[4:10] == b"1AY&SY") else None


def _markup(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    if not head.startswith(b"<?xml"):
        return None
    if _ODT_FLAT in head:
        return "odt"
    return "html" if b"<html" in head else "tmx" if b"<tmx" in head else "tei"
