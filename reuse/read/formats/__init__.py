"""The file formats: one module each, found by suffix.

Enters: bytes and a suffix. Leaves: `Extracted` or `Unreadable`. `file` calls it.

To add a format, write a module with `extract(data: bytes, *, max_bytes: int) -> Extracted` and name it in `FORMATS`
(docs/adding-a-format.md). A format is imported when a file of it is read, so that parsers cost nothing to those who do
not need them. What a file begins with counts more than its suffix: a web page saved as .txt is read as a web page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module

from reuse.read.damage import damage
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.signature import kind_of

__all__ = ["DOCUMENT_SUFFIXES", "FORMATS", "TEXT_SUFFIXES", "Format", "extract"]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    name: str  # for messages and docs/formats.md
    suffixes: tuple[str, ...]
    module: str
    extra: str | None = None  # of the package, that has to be installed
    decodes: bool = False  # the module looks for damage itself, since it decodes


FORMATS = (
    Format("plain text", (".txt", ".text"), "plain", decodes=True),
    Format("Markdown", (".md", ".markdown"), "plain", decodes=True),
    Format("Word", (".docx", ".docm", ".dotx"), "docx"),
    Format("old Word, WPS", (".doc", ".wps", ".dot"), "doc"),
    Format("OpenDocument", (".odt", ".fodt", ".ott"), "odt"),
    Format("rich text", (".rtf",), "rtf"),
    Format("PDF", (".pdf",), "pdf", extra="docs"),
    Format("web page", (".html", ".htm", ".xhtml"), "html", extra="web"),
    Format("e-book", (".epub",), "epub"),
    Format("TEI edition", (".xml", ".tei"), "tei"),
)
_BY_SUFFIX = {suffix: kind for kind in FORMATS for suffix in kind.suffixes}
_BY_MODULE = {kind.module: kind for kind in reversed(FORMATS)}
TEXT_SUFFIXES = frozenset(_BY_SUFFIX)

# Not read, but somebody who gives a folder with such files expects them to be: so they are named as skipped.
DOCUMENT_SUFFIXES = frozenset((".caj", ".ofd", ".pages"))


def extract(data: bytes, suffix: str, *, max_bytes: int) -> Extracted:
    """The text in a file's bytes. A suffix that is not known is taken for plain text.

    `max_bytes` bounds what is unpacked. Raises Unreadable, also for whatever a parser stumbles over.
    """
    found = kind_of(data)
    kind = _BY_MODULE[found] if found in _BY_MODULE else _BY_SUFFIX.get(suffix.lower(), FORMATS[0])
    module = import_module(f"{__name__}.{kind.module}")
    if kind.decodes:
        extracted: Extracted = module.extract(data, max_bytes=max_bytes)
        return extracted
    try:
        extracted = module.extract(data, max_bytes=max_bytes)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        cause = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
        raise Unreadable(f"is broken or no {kind.name} file after all ({cause}); save it anew") from error
    found_damage = damage(extracted.text)
    return replace(extracted, warnings=(*extracted.warnings, found_damage)) if found_damage else extracted
