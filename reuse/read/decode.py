"""Bytes -> text: byte order mark, UTF-8, then evidence.

Enters: the bytes of a text file. Leaves: `Extracted` with text, codec and warnings, or `Unreadable`.
The plain format calls it, and the manifest does. It calls `evidence`, `letters`, `damage`, `fonts`.

Nothing is changed after decoding: line ends, blanks and control characters stay; only a byte order mark at the very
start is no part of the text. `data.decode(encoding, "replace") == text` holds for every result.
"""

from __future__ import annotations

import codecs
import re

from reuse.read.damage import damage
from reuse.read.evidence import east_asian, escaped, wide
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.fonts import font_of_its_own
from reuse.read.letters import single_byte

__all__ = ["decode"]

# UTF-32 before UTF-16: the little-endian mark of the first starts with that of the second. These codecs take the
# mark away themselves.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT_OFF = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B})
SAMPLE_BYTES = 65_536
_TELLING_BYTES = 18  # six Chinese characters of UTF-8; shorter lines tell too little


def decode(data: bytes) -> Extracted:
    """Decode a text file; linear in its size, detection looks at 64 kB.

    Raises Unreadable for binary data and for bytes that make no text in any encoding tried.
    """
    guess = _marked(data) or _unmarked(data)
    if guess is not None:
        text = data.decode(guess, "replace")
        return Extracted(text, guess, _warnings(text))
    guess = _general(data)
    text = data.decode(guess, "replace")
    doubt = f"the encoding was guessed to be {guess}; where the text looks wrong, save the file as UTF-8"
    return Extracted(text, guess, (doubt, *_warnings(text)))


def _marked(data: bytes) -> str | None:
    """The codec that a byte order mark names."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str | None:
    """The codec of data without a mark, from its bytes alone."""
    if b"\0" in data:
        codec = wide(data)
        if codec is None:
            raise Unreadable("looks like a binary file and not like a text; give the text itself, saved as plain text")
        return codec
    if data.isascii():
        return escaped(data) or "utf-8"
    if _is_utf8(data):
        return "utf-8"
    codec = east_asian(data)
    if codec is None and _is_binary(data):
        raise Unreadable("looks like a binary file and not like a text; give the text itself, saved as plain text")
    return codec or single_byte(data)


def _is_utf8(data: bytes) -> bool:
    """Whether data is UTF-8, or was before a few of its characters were cut or broken.

    Two-byte sequences occur by chance in other encodings, many of them do not: three sound characters to each
    broken byte are asked for, in the first 64 kB of non-ASCII. A character cut off at the end does not count.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        first = next(_HIGH.finditer(data)).start()
        sample = _CUT_OFF.sub(b"", data[first : first + SAMPLE_BYTES])
        sound = _UTF8.findall(sample)
        broken = len(_HIGH.findall(sample)) - sum(map(len, sound))
        return len(sound) > 3 * broken
    return True


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty is a control character that no text has."""
    sample = data[:SAMPLE_BYTES]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) / 50


def _general(data: bytes) -> str:
    """What the general detector makes of data that none of the own evidence explains."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, slow to import

    best = from_bytes(data[:SAMPLE_BYTES]).best()
    parts = _parts(data[:SAMPLE_BYTES])
    if parts is not None:
        utf8, other = parts
        raise Unreadable(
            f"mixes encodings: line {utf8} is UTF-8 and line {other} is not; save its parts apart, each as UTF-8"
        )
    if best is None:
        raise Unreadable("its encoding was not recognised; open it in an editor and save it as UTF-8")
    return best.encoding


def _parts(data: bytes) -> tuple[int, int] | None:
    """The first line that is UTF-8 and the first that cannot be, from 1, where a text is pasted together of both."""
    first: dict[bool, int] = {}
    for number, line in enumerate(data.splitlines()[:-1] or [data], 1):  # the last line may be cut off
        sound = sum(map(len, _UTF8.findall(line)))
        high = len(_HIGH.findall(line))
        if high >= _TELLING_BYTES and (sound == high or sound < high / 2):
            first.setdefault(sound == high, number)
    return (first[True], first[False]) if len(first) == 2 else None


def _warnings(text: str) -> tuple[str, ...]:
    return tuple(found for found in (damage(text), font_of_its_own(text)) if found is not None)
