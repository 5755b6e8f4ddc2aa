"""Characters that XML cannot hold.

Enters: text of a document. Leaves: text of as many code points that any XML may hold. `tei` and `word` ask for it.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["in_attribute", "in_xml"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def in_xml(text: str) -> str:
    """Escaped text; what XML forbids becomes U+FFFD one for one, carriage returns stay through any parser."""
    return escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"})


def in_attribute(text: str) -> str:
    """A quoted attribute value."""
    return quoteattr(_FORBIDDEN.sub("\ufffd", text))
