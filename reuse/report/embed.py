"""Putting data, scripts and compressed files into a page so that nothing in them can become markup.

Enters: plain data, script text, bytes. Leaves: text for the inside of a script element, and hashes for the page's
Content-Security-Policy. This is the one border at which words of documents are escaped.
"""

from __future__ import annotations

import base64
import dataclasses
import gzip
import hashlib
import json
import re

__all__ = ["base64_text", "csp_hash", "gzipped", "script_json"]

# `<` could close the script element or open a comment in it, `&` and `>` are escaped for readers that treat the page
# as XML; lone surrogates cannot be encoded, the others are dropped, replaced or taken for line ends by some reader.
UNSAFE = re.compile("[<>&\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def script_json(value: object) -> str:
    """`value` as JSON that may stand in a script element of any page; dataclasses become objects, tuples arrays.

    Every string comes back from JSON.parse as it was, lone surrogates included.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_fields)
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _fields(value: object) -> dict[str, object]:
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} has no place in the data of a page")


def csp_hash(script: str | bytes) -> str:
    """How the Content-Security-Policy names an inline script."""
    data = script.encode() if isinstance(script, str) else script
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode("ascii")


def gzipped(data: bytes) -> bytes:
    """`data` compressed, without a clock or a name in the header. Level 6: 9 takes three times as long for 1 % less."""
    return gzip.compress(data, compresslevel=6, mtime=0)


def base64_text(data: bytes) -> str:
    """`data` in letters that are safe anywhere in a page."""
    return base64.b64encode(data).decode("ascii")
