"""Wordings that stand between marks and yet say nothing: names, adverbials, pairs of words.

Enters: a stretch of a speech. Leaves: whether it is one of these. Serves `phrases`, which lists them among the names.
What little they say shows in their words: the Atlantic Development Board Act is written large, “to this end” has one
word of content behind its preposition. Of Chinese only adverbials of time are told, by their last word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.formulas.joints import CONJUNCTIONS, loose_ends
from reuse.model import Segments

__all__ = ["bare"]

_ARTICLES = {"en": frozenset(("the",)), "fr": frozenset(("le", "la", "les", "l"))}  # German writes every noun large
_FEWEST_NAMED = 2  # words written large: one alone (the Union) is any noun of the house style
_PAIR_UNITS = 3  # young and old; where it opens a sentence it may call somebody: Ladies and gentlemen
_SENTENCE_END = 2
_MOST_ADVERBIAL = 2  # words of content, both the same: from time to time, but not from coast to coast to coast
_PREPOSITION_LISTS = {
    "en": """
to in on at for from by with as of under over within without upon through during after before since until into above
against among between beyond
""",
    "de": """
zu zum zur in im an am auf aus bei beim mit nach von vom vor für durch gegen ohne um über unter seit bis zwischen
""",
    "fr": """
à au aux en dans par pour sur avec sans sous de du des d entre vers depuis
""",
}
_PREPOSITIONS = {language: frozenset(words.split()) for language, words in _PREPOSITION_LISTS.items()}
# They point to what was said, as function words do: on the other hand, auf der anderen Seite.
_POINTER_LIST = """
me him them us you myself other same own thy mir mich uns euch ihnen ihm anderen andere selben gleichen diesen moi
toi lui eux autre même mêmes propre
"""
_POINTERS = frozenset(_POINTER_LIST.split())

# 党的十八大以来, 会议期间; what is longer says something besides.
_TIME_ENDS = frozenset(map(tuple, ["以来", "以后", "之后", "之际", "期间", "前夕"]))
_LONGEST_TIME_UNITS = 10


def bare(segments: Segments, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Per span of units whether it is a name, an adverbial or two words, and no more; never so in unknown languages.

    Cost: once linear in the document, then in the spans.
    """
    language = segments.document.language or ""
    if language.startswith("zh"):
        ends = (segments.units[last - 2 : last] for _, last in spans)
        return [
            end in _TIME_ENDS and last - first <= _LONGEST_TIME_UNITS
            for end, (first, last) in zip(ends, spans, strict=True)
        ]
    if language not in _PREPOSITIONS:
        return [False] * len(spans)
    content = np.flatnonzero(~(segments.light | loose_ends(segments)))
    articles, prepositions = _ARTICLES.get(language, frozenset()), _PREPOSITIONS[language]
    found: list[bool] = []
    for first, last in spans:
        inside = content[np.searchsorted(content, first) : np.searchsorted(content, last)].tolist()
        opening = segments.units[first]
        name = bool(articles) and len(inside) >= _FEWEST_NAMED and all(_is_large(segments, unit) for unit in inside)
        if opening in prepositions:
            words = [word for unit in inside if (word := segments.units[unit]) not in _POINTERS]
            found.append(name or (len(set(words)) <= 1 and len(words) <= _MOST_ADVERBIAL))
        else:
            pair = last - first == _PAIR_UNITS and segments.units[first + 1] in CONJUNCTIONS[language]
            found.append((pair and segments.borders[first] < _SENTENCE_END) or (name and opening in articles))
    return found


def _is_large(segments: Segments, unit: int) -> bool:
    written = segments.surface(unit, unit + 1)
    return written[:1].isupper() or not written[:1].isalpha()
