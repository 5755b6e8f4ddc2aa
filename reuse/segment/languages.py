"""Which language and script a text is in, and its function words.

Enters: text. Leaves: a language tag as in `Document.language`, and the light units of that language.
The decision rests on character counts and, for Latin letters, on the share of each language's function words; no model.
"""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["LIGHT_CHARACTERS", "detect_language", "light_words"]

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

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_EAST_ASIAN = re.compile("|".join(pattern.pattern for pattern in (_HAN, _KANA, _HANGUL)).replace("]|[", ""))
_WORD, _PLAIN_WORD = re.compile(r"[^\W\d_]+"), re.compile("[a-z]+")  # the latter of lower-case ASCII
_SAMPLE_CHARS = 40_000  # enough for a decision; a book need not be read twice


def light_words(language: str) -> frozenset[str]:
    """Function words of a language; those of English, German and French where the language is not known."""
    return _LIGHT_WORDS.get(language, _LIGHT_ALL)


def detect_language(text: str) -> str:
    """Tell the language of `text`: "zh-Hans", "zh-Hant", "ja", "ko", "en", "de", …, "mixed" or "und".

    A text is mixed where Han characters and words of a letter script both make up a fifth or more of its units.
    Cost: linear in the first 40,000 characters.
    """
    sample = text[:_SAMPLE_CHARS]
    han = kana = hangul = 0
    letters = sample.lower()
    if not sample.isascii() and _EAST_ASIAN.search(sample):
        han, kana, hangul = (len(pattern.findall(sample)) for pattern in (_HAN, _KANA, _HANGUL))
        letters = _HAN.sub(" ", _KANA.sub(" ", _HANGUL.sub(" ", letters)))
    words = (_PLAIN_WORD if letters.isascii() else _WORD).findall(letters)
    characters = han + kana + hangul
    if characters + len(words) == 0:
        return "und"
    letters_share = len(words) / (characters + len(words))
    if characters and 0.2 <= letters_share <= 0.8:
        return "mixed"
    if letters_share < 0.2:
        if hangul > characters * 0.3:
            return "ko"
        if kana > characters * 0.08:  # Chinese quotes a Japanese name at most; Japanese prose is a third kana and more
            return "ja"
        return "zh-Hant" if _is_traditional(sample) else "zh-Hans"
    return _letter_language(Counter(filter(_LIGHT_ANYWHERE.__contains__, words)), of=len(words))


def _is_traditional(sample: str) -> bool:
    from reuse.segment.scripts import simplified, traditional  # noqa: PLC0415 - loads the conversion tables

    characters = frozenset(_HAN.findall("".join(set(sample))))
    to_simplified, to_traditional = simplified(characters), traditional(characters)
    only_traditional = sum(map(sample.count, to_simplified))
    only_simplified = sum(map(sample.count, to_traditional.keys() - to_simplified.keys()))
    return only_traditional > only_simplified


def _letter_language(words: Counter[str], *, of: int) -> str:
    """The language whose function words these are most often, of so many words in all."""
    counts = {language: sum(map(words.__getitem__, words.keys() & light)) for language, light in _LIGHT_WORDS.items()}
    best = max(counts, key=lambda language: (counts[language], language))
    # Prose of these languages has 25-45 % of such words; a list of names in no language has next to none.
    return best if counts[best] >= 0.12 * of and counts[best] >= 1 else "und"
