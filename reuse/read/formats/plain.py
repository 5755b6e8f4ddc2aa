"""Plain text and Markdown: the text is the decoded file.

Enters: bytes. Leaves: `Extracted`, or `Unreadable` for other formats that carry a text's suffix or none.
"""

from __future__ import annotations

from reuse.read.decode import decode
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.signature import foreign_format

__all__ = ["extract"]


def extract(data: bytes, *, max_bytes: int) -> Extracted:  # noqa: ARG001 - one signature for all formats
    """Decode a plain text. Raises Unreadable for what looks like another format, for binary data, unknown bytes."""
    foreign = foreign_format(data)
    if foreign is not None:
        raise Unreadable(foreign)
    return decode(data)
