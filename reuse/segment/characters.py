"""Which characters are units, borders or masks: the alphabet of the segmenter.

Enters: text. Leaves: regular expressions and small tables that `scanning` reads. Nothing here looks at a document.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

__all__ = ["CHARACTER_UNITS", "CLOSERS", "MARKS", "PIECES", "STAGE_DIRECTION", "fold", "is_cluster"]

# Scripts written without blanks between words, and Hangul, whose particles cling to the word: one character, one unit.
_DENSE = (
    "\u3005\u3006\u3007"  # 々〆〇
    "\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9d"  # kana
    "\u2e80-\u2fd5\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
    "\uac00-\ud7a3"  # Hangul
)
# The same, but most characters are written with marks of their own: what is seen as one character is one unit.
_CLUSTERED = (
    "\u1100-\u11ff"  # letters of Hangul
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0eae\u0eb0-\u0ebd\u0ec0-\u0ec6\u0edc-\u0edf"  # Thai, Lao
    "\u1000-\u103f\u1050-\u108f\uaa60-\uaa7f\u1780-\u17d3\u17d7\u17dc"  # Burmese, Khmer
)
CHARACTER_UNITS = _DENSE + _CLUSTERED
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_SELECTORS = (
    "\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180d\u180f"  # marks that choose among the shapes of one character
)


def _category_of_marks() -> str:
    """All combining marks as ranges of a character class; blocks without any are passed over, which saves 10 ms."""
    blocks = (range(0x300, 0x3400), range(0xA000, 0xAC00), range(0xFB00, 0xFF00), range(0x10000, 0x12000))
    beyond = (range(0x16A00, 0x17000), range(0x1BC00, 0x1EA00), range(0xE0100, 0xE01F0))
    points = itertools.chain(*blocks, *beyond)
    marks = [point for point in points if unicodedata.category(chr(point))[0] == "M"]
    edges = [point for point, before in zip(marks, [0, *marks], strict=False) if point != before + 1]
    ends = [point for point, behind in zip(marks, [*marks[1:], 0], strict=True) if point + 1 != behind]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(edges, ends, strict=True))


# Marks go on with the character before them: accents, vowel signs, points, the selectors of emoji and of Han.
MARKS = _category_of_marks()
VOICING = "\uff9e\uff9f"  # of half-width kana, no marks by category
# What Thai ำ and its like add, which count as letters; what a stacked consonant of Burmese or Khmer stands under.
_STACKED = "[\u0e33\u0eb3]|(?<=\u0e4d)\u0e32|(?<=\u0ecd)\u0eb2|(?<=\u1039)[\u1000-\u102a]|(?<=\u17d2)[\u1780-\u17b3]"

CLOSERS = "”’」』）)】》〉\"'»›]}｣"
NUMERALS = "〇零一二三四五六七八九"
STAGE_WORDS = "掌声|掌聲|鼓掌|笑声|笑聲|欢呼|歡呼|全场起立|全場起立|applause|laughter|cheers|Beifall|Heiterkeit"

# （热烈掌声）: said about the speech, not in it. Thirty characters are enough for the longest seen.
STAGE_DIRECTION = re.compile(rf"[（(\[【][^）)\]】\n]{{0,30}}?(?i:{STAGE_WORDS})[^）)\]】\n]{{0,30}}[）)\]】]")

# Letters that begin and continue plain words and whose marks, if any, are part of them; no sign between them.
_PLAIN_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏЀ-ҁҊ-ԯ"
_PLAIN_WORD = rf"[{_PLAIN_LETTERS}]++(?:['’][{_PLAIN_LETTERS}]++)*+"
# A word that goes on below: develop-⏎ment. The rest of a hyphenated word is in small letters; Markets-⏎The is none.
HYPHENATION = r"(?:[-‐]\r?\n[ \t]*|\u00ad(?:\r?\n[ \t]*)?)(?=[a-zß-öø-ÿ])"
_HYPHENATED = re.compile(HYPHENATION)
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"
_MASKED_AFTER = "市省县縣区區州镇鎮乡鄉村厅廳局院校厂廠"


def _without(ranges: str, excluded: str) -> str:
    """The ranges of a character class with single characters taken out."""
    inside = [span[0] + "-" + span[-1] for span in re.findall(r".-.|.", ranges)]
    for character in excluded:
        for k, span in enumerate(inside):
            if span[0] <= character <= span[-1]:
                below, above = chr(ord(character) - 1), chr(ord(character) + 1)
                kept = [(span[0], below), (above, span[-1])]
                inside[k : k + 1] = [f"{first}-{last}" for first, last in kept if first <= last]
                break
    return "".join(inside)


_PLAIN_CHARACTERS = _without(_DENSE, f"第某{NUMERALS}")
_CLUSTER = (
    rf"[{_DENSE}][{MARKS}{VOICING}]+|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?[{MARKS}]*"
    rf"|[{_CLUSTERED}](?:[{MARKS}]|{_STACKED})+"
)

# Order matters: the first alternative that fits takes the text. A run of words only saves steps: its words would be
# taken one by one otherwise, with nothing but single blanks, hyphens and commas between; it ends where nothing can go
# on with its last word. A run of characters stops where an ordinal, a mask or a year may begin.
PIECES = re.compile(
    rf"""
      (?P<words>(?<![^\x00-\x7f]){_PLAIN_WORD}(?:(?:,[ ]|[ -]){_PLAIN_WORD})+(?=[ ,;\n\r!?)"-]|\.(?<!www\.))
        (?!{HYPHENATION}))
    | (?P<direction>{STAGE_DIRECTION.pattern})
    | (?P<url>(?:https?://|www\.)[^\s{CHARACTER_UNITS}，。；、）)】》」』”’"<>]+)
    | (?P<ordinal>第[{NUMERALS}十百千万两兩\d]+)
    | (?P<number>\d+(?:[.,．:/]\d+)*(?:\s?[%％‰])?|[{NUMERALS}]{{4}}(?=年))
    | (?P<mask>[*＊✱✲]+|[×✕]+(?!\s?\d)|○{{2,}}|(?<![{NUMERALS}])〇{{2,}}(?![{NUMERALS}])|某某+|某(?=[{_MASKED_AFTER}])
        |(?<![{_LATIN}])[XxＸｘ]{{2,}}(?=[{HAN}])|(?<=[{HAN}])[XxＸｘ]{{2,}}(?![{_LATIN}\d])
        |(?<![{_LATIN}])[XＸ](?=[{_MASKED_AFTER}]))
    | (?P<cluster>{_CLUSTER})
    | (?P<characters>[{_PLAIN_CHARACTERS}]+(?![{MARKS}{VOICING}])|[{CHARACTER_UNITS}])
    | (?P<word>(?:[^\W\d_{CHARACTER_UNITS}])(?:[^\W\d_{CHARACTER_UNITS}]|[{MARKS}\u200c\u200d]
        |['’](?=[^\W\d_{CHARACTER_UNITS}])|{HYPHENATION})*)
    | (?P<ellipsis>…+|\.{{3,}}|。{{2,}})
    | (?P<stop>[。！？!?｡．؟।॥។።᙮⁇⁈⁉]+)
    | (?P<dot>\.)
    | (?P<semicolon>[；;;])
    | (?P<newline>\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])
    | (?P<blank>[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+)
    | (?P<joiner>[-‐‑·・•/_&@+\u00ad\u200b-\u200f\u2060-\u2064\ufeff\U000e0020-\U000e007f'’{MARKS}])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


_KEY_OF_CLUSTER = re.compile(rf"[{_CLUSTERED}{MARKS}]+|[{_DENSE}][{MARKS}]+")
_SELECTOR = re.compile(f"[{_SELECTORS}]")


def is_cluster(key: str) -> bool:
    """Whether a key is a character with its marks, or one of a script whose characters mostly have some."""
    return _KEY_OF_CLUSTER.fullmatch(key) is not None


@lru_cache(maxsize=65_536)
def fold(piece: str) -> str:
    """The key of one unit before script folding: compatibility form, lower case, straight apostrophes, any shape.

    Cached, because a speech has few thousand different units.
    """
    piece = _SELECTOR.sub("", _HYPHENATED.sub("", piece))
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", piece).casefold()).replace("’", "'")
