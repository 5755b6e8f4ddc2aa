"""Which East Asian encoding bytes are in, decided by counting frequent characters.

Enters: bytes that are no UTF-8. Leaves: a codec, or None where no reading looks like running text.
Stands before `letters` (single-byte encodings) in `decode`.

GB18030, Big5, Shift_JIS, EUC-JP, EUC-KR and UTF-16 without a mark accept much of each other's bytes, so that a
codec that raises no error proves little. Each reading is scored by the share of frequent characters among its
non-ASCII ones; the best wins when it reaches `LEAST_SHARE`. Own method; after it the general detector has
little left to mistake (it takes short GBK texts for Big5 or Korean).
"""

from __future__ import annotations

import codecs
import re

from reuse.read.frequent import CHINESE, JAPANESE, KOREAN, TRADITIONAL

__all__ = ["LEAST_SHARE", "east_asian", "escaped", "share", "wide"]

SAMPLE_BYTES = 65_536
# Right readings of 335 declarations and of slices of 8 characters of real speeches lie above 0.4, readings of
# European texts as East Asian ones below 0.15.
LEAST_SHARE = 0.25

# Where two readings are equally good the first wins: GB18030 holds GBK, GB2312 and cp936, cp932 holds Shift_JIS,
# cp949 holds EUC-KR, big5hkscs holds Big5.
_MULTIBYTE = (
    ("gb18030", CHINESE),
    ("big5hkscs", TRADITIONAL),
    ("cp932", JAPANESE),
    ("euc_jp", JAPANESE),
    ("cp949", KOREAN),
)
_ALL = CHINESE | JAPANESE | KOREAN
_UTF16 = ("utf-16-le", "utf-16-be")
_ESCAPED = (("iso2022_jp", b"\x1b$", JAPANESE), ("hz", b"~{", CHINESE))
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_LONE = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]{1,2}(?![^\x00-\x7f])|(?<![^\x00-\x7f])[^\x00-\x7f]{1,2}(?=[A-Za-z])")
_HIGH = re.compile(rb"[\x80-\xff]")
_BROKEN = re.compile(r"[\ufffd\x80-\x9f\ue000-\ue5e4\ue5e6-\uf8ff]")  # U+E5E5 is a common blank of GBK web pages
_PLAIN = re.compile(r"[\t\n\r -~\xa0-\xff\u0370-\u0eff\u2013-\u2026]")  # of alphabetic scripts, in UTF-16


def share(text: str, frequent: frozenset[str]) -> float:
    """Share of `frequent` among the non-ASCII characters of `text`, less the share of broken ones; at most 1.

    One or two foreign characters that touch a Latin word do not count as frequent: so “glücklich” looks when its
    ü and c are taken for one Han character.
    """
    foreign = _FOREIGN.findall(text)
    if not foreign:
        return 0.0
    found = sum(map(frequent.__contains__, foreign)) - sum(map(frequent.__contains__, "".join(_LONE.findall(text))))
    return (found - len(_BROKEN.findall(text))) / len(foreign)


def east_asian(data: bytes) -> str | None:
    """The East Asian codec that makes running text of `data`, judged by its first 64 kB of non-ASCII."""
    first = _HIGH.search(data)
    if first is None:
        return None
    sample = data[max(first.start() - 1, 0) : first.start() + SAMPLE_BYTES]
    scores = [(share(_reading(sample, codec), frequent), codec) for codec, frequent in _MULTIBYTE]
    scores += [(_sure_share(_reading(data[:SAMPLE_BYTES], codec)), codec) for codec in _UTF16]
    best, codec = max(scores, key=lambda score: score[0])
    return codec if best >= LEAST_SHARE else None


def escaped(data: bytes) -> str | None:
    """The seven-bit encoding of ASCII bytes that switch to Chinese or Japanese by escapes, or None."""
    for codec, mark, frequent in _ESCAPED:
        if mark in data:
            start = data.index(mark)
            if share(_reading(data[start : start + SAMPLE_BYTES], codec), frequent) >= LEAST_SHARE:
                return codec
    return None


def wide(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 codec of bytes with NULs and without a byte order mark; None for a binary file."""
    sample = data[:SAMPLE_BYTES]
    scores = [(_plain_share(_reading(sample, codec)), codec) for codec in ("utf-32-le", "utf-32-be", *_UTF16)]
    best, codec = max(scores, key=lambda score: score[0])
    return codec if best >= 0.5 else None


def _sure_share(text: str) -> float:
    """`share` where three frequent characters or more were found: two Latin letters often make one Han in UTF-16."""
    return share(text, _ALL) if sum(map(_ALL.__contains__, text)) >= 3 else 0.0


def _plain_share(text: str) -> float:
    """Share of characters that make up ordinary text of any language, 0..1."""
    if not text:
        return 0.0
    return (len(_PLAIN.findall(text)) + sum(map(_ALL.__contains__, text))) / len(text)


def _reading(data: bytes, codec: str) -> str:
    """`data` read as `codec`; a character cut off at the end is left out."""
    return codecs.getincrementaldecoder(codec)(errors="replace").decode(data)
