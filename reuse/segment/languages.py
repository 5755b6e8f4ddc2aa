"""Which language and script a text is in, and its function words.

Enters: text. Leaves: a language tag as in `Document.language`, and the light units of that language.
The decision rests on character counts and, for Latin letters, on the share of each language's function words; no model.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from reuse.segment.remembered import Remembered

__all__ = ["LIGHT_CHARACTERS", "detect_language", "light_keys"]

# Characters that carry little by themselves; a gap of these costs an alignment little.
LIGHT_CHARACTERS = frozenset(
    "的了和在是与與及对對为為以等之也就都而其这這那把被从從到着著地得并並将將向于於又更还還要我们們你他她它个個"
)

_FUNCTION_WORDS = {
    "en": (
        "the of and to in a that is for we our it with as be this by on are have not which from will or an at but "
        "they i you he was has their us all must who if its been were can no do so"
    ),
    "de": (
        "der die das und in den von zu mit ist des auf für im dem nicht eine ein als auch es an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem über wir so zum war haben nur oder aber vor zur "
        "bis mehr durch man sich ich"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans par sur au pas plus ce il ne sont avec se nous "
        "cette son aux ou mais leur été être comme elle vous je ses d l"
    ),
    "es": (
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
        "sobre este ya entre cuando todo esta ser son dos también era"
    ),
    "pt": (
        "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu "
        "sua ou ser quando muito há nos já está também"
    ),
    "it": (
        "di che e la il un a per è in una non sono mi si lo ha le con ma da del gli della come più anche al o se "
        "dei ci nel"
    ),
    "nl": (
        "de het een en van in te dat op is voor met zijn niet aan er om ook als dan maar bij of uit nog naar door "
        "over ze hij wij deze"
    ),
    "ru": (
        "и в не на что с по как это к из у за от так о же все для он бы но мы их его был она они до вы если уже или ни"
    ),
}
_LIGHT_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_LIGHT_ANYWHERE = frozenset().union(*_LIGHT_WORDS.values())
_LIGHT_ALL = frozenset().union(*(_LIGHT_WORDS[x] for x in ("en", "de", "fr")))

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_KANA, _HANGUL = r"\u3041-\u3096\u30a1-\u30fa", r"\uac00-\ud7a3\u1100-\u11ff"
_EAST_ASIAN = re.compile(f"([{_HAN}])|([{_KANA}])|([{_HANGUL}])")
_WORD = re.compile(rf"[^\W\d_{_HAN}{_KANA}{_HANGUL}]+")
_PLAIN_WORD = re.compile("[a-z]+")  # of lower-case ASCII
_SAMPLE_CHARS = 40_000  # enough for a decision; a book need not be read twice
_MOST_KNOWN = 1 << 17


@cache
def light_keys(language: str) -> frozenset[str]:
    """Function characters, and the function words of a language; of English, German and French where none is known."""
    return LIGHT_CHARACTERS | _LIGHT_WORDS.get(language, _LIGHT_ALL)


def detect_language(text: str) -> str:
    """Tell the language of `text`: "zh-Hans", "zh-Hant", "ja", "ko", "en", "de", …, "mixed" or "und".

    A text is mixed where Han characters and words of a letter script both make up a fifth or more of its units.
    Cost: linear in the first 40,000 characters.
    """
    sample = text[:_SAMPLE_CHARS]
    lowered = sample.lower()
    words = (_PLAIN_WORD if lowered.isascii() else _WORD).findall(lowered)
    if sample.isascii() or not _EAST_ASIAN.search(sample):
        return _letter_language(words) if words else "und"
    counts = Counter(sample)
    han, kana, hangul = _script_counts(counts)
    characters = han + kana + hangul
    letters_share = len(words) / (characters + len(words))
    if 0.2 <= letters_share <= 0.8:
        return "mixed"
    if letters_share > 0.8:
        return _letter_language(words)
    if hangul > characters * 0.3:
        return "ko"
    if kana > characters * 0.08:  # Chinese quotes a Japanese name at most; Japanese prose is a third kana
        return "ja"
    return "zh-Hant" if _is_traditional(counts) else "zh-Hans"


def _script_counts(counts: Counter[str]) -> tuple[int, int, int]:
    """How many characters of a sample are Han, kana and Hangul: three numbers in one, added up at once."""
    total = sum(map(operator.mul, map(_shares.__getitem__, counts), counts.values()))
    return total & _FULL, total >> _BITS & _FULL, total >> 2 * _BITS


def _share(character: str) -> int:
    found = _EAST_ASIAN.match(character)
    return 1 << _BITS * (found.lastindex - 1) if found and found.lastindex else 0


_BITS = 20
_FULL = (1 << _BITS) - 1
assert _SAMPLE_CHARS <= _FULL
_shares = Remembered(_share, most=_MOST_KNOWN)
_leanings: dict[str, int] = {}  # 1 of a character that is written so in traditional texts only, -1 in simplified ones


def _is_traditional(counts: Counter[str]) -> bool:
    if not counts.keys() <= _leanings.keys():
        from reuse.scripts import simplified, traditional  # noqa: PLC0415 - loads the conversion tables

        fresh = dict.fromkeys((character for character in counts if character not in _leanings), 0)
        han = {character for character in fresh if _shares[character] == 1}
        fresh |= dict.fromkeys(traditional(han), -1)
        fresh |= dict.fromkeys(simplified(han), 1)
        _leanings.update(fresh)  # at once: other threads take what stands there for known
    leaning: int = sum(map(operator.mul, map(_leanings.__getitem__, counts), counts.values()))
    return leaning > 0


def _letter_language(words: Sequence[str]) -> str:
    """The language whose function words these are most often."""
    met = Counter(filter(_LIGHT_ANYWHERE.__contains__, words))
    counts = {language: sum(map(met.__getitem__, met.keys() & light)) for language, light in _LIGHT_WORDS.items()}
    best = max(counts, key=lambda language: (counts[language], language))
    # Prose of these languages has 25-45 % of such words; a list of names in no language has next to none.
    return best if counts[best] >= max(0.12 * len(words), 1) else "und"
