"""Where a text turns to garbage, and of what kind.

Enters: decoded text. Leaves: one sentence that names the first damaged place, or None. Called by `decode`.

Garbage is text that went through the wrong encoding once and was saved that way, or whose characters were lost.
A stretch without any frequent character is only suspect (names, Russian, Thai …); it is called garbled when undoing
one of the usual mistakes turns it into running text. Undoing them on sound text gives next to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from reuse.read.evidence import share
from reuse.read.frequent import CHINESE, JAPANESE, KOREAN, TRADITIONAL

__all__ = ["damage"]

# Fewer characters give too little evidence: 12 garbled ones stand for 8 real ones, of which 5 are frequent.
SUSPECT_CHARS = 12
MAX_SUSPECTS = 400  # looked at; a text in a script without frequent characters is all suspects
SUSPECT_WINDOW_CHARS = 400
NEAR_CHARS = 60  # what is lost so shortly before a garbled stretch belongs to it
LEAST_UNDONE_SHARE = 0.4  # of frequent characters; running text has 0.5 and more
_FREQUENT = CHINESE | JAPANESE | KOREAN
_SUSPECT = re.compile(f"[^\x00-\x7f\u0080-\u04ff{''.join(sorted(_FREQUENT))}]{{{SUSPECT_CHARS},}}")
# What was written, what it was read as: undone by encoding as the second and decoding as the first.
_MISTAKES = (
    ("utf-8", "gb18030", CHINESE),
    ("big5hkscs", "gb18030", TRADITIONAL),
    ("gb18030", "big5hkscs", CHINESE),
    ("utf-8", "big5hkscs", TRADITIONAL),
    ("gb18030", "cp949", CHINESE),
    ("cp932", "gb18030", JAPANESE),
)
_NAMES = {"gb18030": "GBK", "big5hkscs": "Big5", "cp949": "EUC-KR", "cp932": "Shift_JIS", "utf-8": "UTF-8"}

# UTF-8 read as Windows-1252: a lead byte and its followers, for Latin letters, typographic marks and Han.
_FOLLOWERS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_FOLLOWER = f"[{re.escape(_FOLLOWERS)}]"
_TWICE = re.compile(f"Ã{_FOLLOWER}|Â(?![«»]){_FOLLOWER}|â€{_FOLLOWER}|[ã-é]{_FOLLOWER}{{2}}")
LEAST_TWICE = 3  # “Â»” or “é«·” may stand in a sound text once
_WESTERN_RUN = re.compile(r"[\xa1-\xff]{8,}")  # GBK read as Latin-1; no language writes eight such letters in a row
_REPLACEMENT = "\ufffd"
_CLASSIC = ("锟斤拷", "烫烫烫", "屯屯屯")  # what broken programs write for lost bytes and empty memory
_PRIVATE = re.compile(r"[\ue000-\ue5e4\ue5e6-\uefff\uf100-\uf8ff]")  # without the blank U+E5E5 and symbol fonts
LEAST_PRIVATE = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """Where damage starts (code points) and a sentence about it with a gap for the place."""

    start: int
    sentence: str


def damage(text: str) -> str | None:
    """One sentence on the first damaged place of `text`; None for sound text.

    Linear: about 50 ns a character for Chinese, nothing for ASCII.
    """
    if text.isascii():
        return None
    garbled = _garbled(text)
    # Inside garbled text lost and private-use characters are part of the same damage.
    finders = (_lost, _twice, _run) if garbled else (_lost, _twice, _run, _private)
    places = [place for find in finders if (place := find(text)) is not None]
    if garbled:
        near = [place.start for place in places if place.start >= garbled.start - NEAR_CHARS]
        start = min([garbled.start, *near])
        places = [place for place in places if place.start < start] + [_Place(start, garbled.sentence)]
    if not places:
        return None
    first = min(places, key=lambda place: place.start)
    return first.sentence.format(place=_where(text, first.start))


def _where(text: str, start: int) -> str:
    """Line and character, counted from 1, and what is written there."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    excerpt = "".join(c if c.isprintable() else " " for c in text[start : start + 12]).strip()
    return f"line {line}, character {column} (“{excerpt}”)"


def _garbled(text: str) -> _Place | None:
    """East Asian text that was read in the wrong encoding."""
    for suspect in islice(_SUSPECT.finditer(text), MAX_SUSPECTS):
        window = suspect.group()[:SUSPECT_WINDOW_CHARS]
        for written, read_as, frequent in _MISTAKES:
            if _undone(window, written, read_as, frequent):
                return _Place(suspect.start(), _garbled_sentence(_NAMES[written], _NAMES[read_as]))
    return None


def _garbled_sentence(written: str, read_as: str) -> str:
    return f"the text is garbled from {{place}} on: {written} was read as {read_as}; look for a sound copy"


def _undone(window: str, written: str, read_as: str, frequent: frozenset[str]) -> bool:
    """Whether undoing one mistake makes running text of a stretch."""
    again = window.replace("\ufffd", "").encode(read_as, "ignore").decode(written, "ignore")
    return len(again) >= len(window) / 3 and share(again, frequent) >= LEAST_UNDONE_SHARE


def _lost(text: str) -> _Place | None:
    """Characters that a conversion put a replacement for."""
    found = [start for sign in (_REPLACEMENT, *_CLASSIC) if (start := text.find(sign)) >= 0]
    if not found:
        return None
    start, count = min(found), text.count(_REPLACEMENT)
    if start >= len(text.rstrip()) - 3 and text[start] == _REPLACEMENT:
        return _Place(start, "the text breaks off in the middle of a character, {place}; look for a complete copy")
    if count == 0:
        return _Place(start, "characters are lost from {place} on; look for a sound copy")
    lost = "1 character is lost," if count == 1 else f"{count} characters are lost, first"
    return _Place(start, f"{lost} at {{place}}; look for a sound copy, or save the text as UTF-8 anew")


def _private(text: str) -> _Place | None:
    """Private-use characters, which mean something on one machine only."""
    found = _PRIVATE.findall(text)
    if len(found) < LEAST_PRIVATE:
        return None
    sentence = f"{len(found)} private-use characters that other machines cannot show, first at {{place}}"
    return _Place(text.index(found[0]), sentence)


def _twice(text: str) -> _Place | None:
    """UTF-8 that was read as Windows-1252, such as “Ã©” for “é”."""
    found = [match for match in _TWICE.finditer(text) if b"".join(map(_byte, match.group())).decode("utf-8", "ignore")]
    if len(found) < LEAST_TWICE:
        return None
    return _Place(found[0].start(), _garbled_sentence("UTF-8", "Windows-1252"))


def _byte(character: str) -> bytes:
    """The Windows-1252 byte of a character; Latin-1 where that code page has none."""
    return character.encode("cp1252", "ignore") or character.encode("latin-1", "ignore")


def _run(text: str) -> _Place | None:
    """GBK that was read as Latin-1, such as “ÖÐ»ªÈËÃñ”."""
    for run in islice(_WESTERN_RUN.finditer(text), MAX_SUSPECTS):
        window = run.group()[:SUSPECT_WINDOW_CHARS]
        if share(window.encode("latin-1").decode("gb18030", "ignore"), CHINESE) >= LEAST_UNDONE_SHARE:
            return _Place(run.start(), _garbled_sentence("GBK", "Latin-1"))
    return None
