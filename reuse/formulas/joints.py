"""Words of scripts of letters that join: no phrase begins with some of them, and none ends on others.

Enters: Segments. Leaves: flags per unit. Serves `enumerations`, `evidence` and `frames`. Chinese joins
with characters that the dictionary's words mostly hold, and needs none of this.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reuse.model import BoolArray, Segments

__all__ = ["CONJUNCTIONS", "conjunctions", "joints", "loose_ends"]

# Words that join the last item of a list to the others,
CONJUNCTIONS = {
    "en": frozenset(("and", "or", "nor")),
    "de": frozenset(("und", "oder", "sowie")),
    "fr": frozenset(("et", "ou", "ni")),
}
# and those that join clauses, or a phrase to the noun before it: what follows is the phrase.
_OTHER_JOINTS = {
    "en": frozenset(("but", "of")),
    "de": frozenset(("aber", "doch", "denn", "sondern")),
    "fr": frozenset(("mais", "car")),
}
_JOINTS = {language: words | _OTHER_JOINTS[language] for language, words in CONJUNCTIONS.items()}
# Articles, prepositions, possessives and helping verbs point to the word behind them.
_LOOSE_WORDS = {
    "en": """
the a an this these those my our your his her its their every each of to in for on with by from at as into
upon between among toward towards through during against without within under over about than and or nor but
is are was were be been being am has have had will would shall should can could may might must do does did
not also only very so who which whose that when where while if because although it's we i you he she they
such some any all no more most both
""",
    "de": """
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen mein meine unser
unsere unserer unserem unseren unseres ihr ihre ihrer ihrem ihren sein seine seiner seinem seinen jeder jede
jedes jedem jeden von zu mit in im am an auf für aus bei nach vor über unter durch gegen ohne um zwischen als
wie und oder sowie aber doch denn sondern dass weil wenn ob zum zur vom beim nicht auch nur sehr so kein
keine keinen keiner wir ich sie er es
""",
    "fr": """
le la les l un une des du de d ce cet cette ces mon ma mes notre nos votre vos son sa ses leur leurs à au aux
en dans par pour sur avec sans sous entre vers chez et ou ni mais car que qu qui dont où si comme est sont
a ont sera seront ne pas plus très je j nous vous il elle ils elles on se s
""",
}
_LOOSE_ENDS = {language: frozenset(words.split()) for language, words in _LOOSE_WORDS.items()}


def conjunctions(segments: Segments) -> BoolArray:
    """(n,) the units that join the last item of a list to the others. Linear."""
    return _among(segments, CONJUNCTIONS)


def joints(segments: Segments) -> BoolArray:
    """(n,) the units that join what follows to something before it. Linear."""
    return _among(segments, _JOINTS)


def loose_ends(segments: Segments) -> BoolArray:
    """(n,) the units that a phrase ends on only where punctuation says so. Linear."""
    return _among(segments, _LOOSE_ENDS)


def _among(segments: Segments, words: Mapping[str, frozenset[str]]) -> BoolArray:
    own = words.get(segments.document.language or "")
    if own is None:
        return np.zeros(len(segments), dtype=np.bool_)
    return np.fromiter(map(own.__contains__, segments.units), dtype=np.bool_, count=len(segments))
