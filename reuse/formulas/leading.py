"""Second pass over the groups of wordings: what differs only in the words that lead into it is one formula.

Enters: wordings and their groups. Leaves: groups, some of them joined. Stands between `leaders` and `drafts`. In a
short clause leading words outweigh the rest of the score: 必须坚持…, 我们要牢牢把握…, 继续贯彻… of one and the same
thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress

from reuse.formulas.pieces import Side
from reuse.formulas.slots import LEADING_WORDS
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings

__all__ = ["joined_by_core"]

# Of what is left: shorter cores are names of things, of which different things are said.
_SHORTEST_UNITS, _SHORTEST_LETTERS = 6, 16


def joined_by_core(groups: Mapping[int, list[int]], wordings: Wordings, speeches: Speeches) -> dict[int, list[int]]:
    """Join groups whose leaders are equal without their leading words and function words.

    The group of the earlier leader takes the other in. Cost: linear in the units of the leaders.
    """
    chiefs: dict[str, int] = {}
    joined: dict[int, list[int]] = {}
    known: dict[str, bool] = {}
    order = sorted(groups)
    for chief, place in zip(order, wordings.places.heads(order), strict=True):
        core = _core(place, speeches, known)
        joined.setdefault(chief if core is None else chiefs.setdefault(core, chief), []).extend(groups[chief])
    return joined


def _core(place: Side, speeches: Speeches, known: dict[str, bool]) -> str | None:
    """The units behind the leading words, without function words, one letter each; None where too little is left.

    `known` says of words that were met already whether they lead.
    """
    document, first, last = place
    segments = speeches.segments[document]
    letters, units = speeches.strings[document][first:last], segments.units[first:last]
    words, heavy = segments.words[first:last].tobytes(), (~segments.light[first:last]).tobytes()
    start = 0
    while start < len(letters):
        end = words.find(1, start + 1)
        end = len(letters) if end < 0 else end
        if heavy.find(1, start, end) >= 0:
            word = letters[start:end]
            if word not in known:
                known[word] = _leads(units[start:end])
            if not known[word]:
                break
        start = end
    core = "".join(compress(letters[start:], heavy[start:]))
    long = len(core) >= _SHORTEST_UNITS or sum(map(len, compress(units[start:], heavy[start:]))) >= _SHORTEST_LETTERS
    return core if long else None


def _leads(word: tuple[str, ...]) -> bool:
    """Whether a word leads into something, or both halves of one that the dictionary has joined (牢牢把握)."""
    halves = ("".join(word[:2]), "".join(word[2:]))
    return "".join(word) in LEADING_WORDS or all(half in LEADING_WORDS for half in halves)
