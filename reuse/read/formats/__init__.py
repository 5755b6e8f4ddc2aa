"""The file formats: one module each, found by suffix.

Enters: bytes and a suffix. Leaves: `Extracted` or `Unreadable`. `file` calls it.

To add a format, write a module with `extract(data: bytes) -> Extracted` and name it here under its suffixes. A format
is imported when a file of that suffix is read, so that parsers cost nothing to those who do not need them.
"""

from __future__ import annotations

from importlib import import_module

from reuse.read.extracted import Extracted

__all__ = ["DOCUMENT_SUFFIXES", "TEXT_SUFFIXES", "extract"]

_MODULES = {
    ".txt": "plain",
    ".md": "plain",
}
TEXT_SUFFIXES = frozenset(_MODULES)

# Not read yet, but somebody who gives a folder with such files expects them to be: so they are named as skipped.
DOCUMENT_SUFFIXES = frozenset((".caj", ".doc", ".docx", ".epub", ".htm", ".html", ".odt", ".pdf", ".rtf", ".wps"))


def extract(data: bytes, suffix: str) -> Extracted:
    """The text in a file's bytes. A suffix that is not known is taken for plain text. Raises Unreadable."""
    module = import_module(f"{__name__}.{_MODULES.get(suffix.lower(), 'plain')}")
    extracted: Extracted = module.extract(data)
    return extracted
