"""Second pass over the groups of wordings: what differs only in the words that lead into it is one formula.

Enters: wordings and their groups. Leaves: groups, some of them joined. Stands between `leaders` and `drafts`. In a
short clause leading words outweigh the rest of the score: 必须坚持…, 我们要牢牢把握…, 继续贯彻… of one and the same
thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

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
    chiefs: dict[tuple[str, ...], int] = {}
    joined: dict[int, list[int]] = {}
    for chief, members in sorted(groups.items()):
        core = _core(chief, wordings, speeches)
        long = len(core) >= _SHORTEST_UNITS or sum(map(len, core)) >= _SHORTEST_LETTERS
        home = chiefs.setdefault(core, chief) if long else chief
        joined.setdefault(home, []).extend(members)
    return joined


def _core(number: int, wordings: Wordings, speeches: Speeches) -> tuple[str, ...]:
    """The units behind the leading words, without function words."""
    document, first, last = wordings.places[number][0]
    segments = speeches.segments[document]
    words, light = segments.words[first : last + 1].tobytes(), segments.light[first:last].tobytes()
    units = segments.units[first:last]
    start = 0
    while start < len(units):
        end = words.find(1, start + 1, len(units))
        end = len(units) if end < 0 else end
        if not _leads(units[start:end]) and not all(light[start:end]):
            break
        start = end
    return tuple(unit for unit, function in zip(units[start:], light[start:], strict=True) if not function)


@lru_cache(maxsize=1 << 16)
def _leads(word: tuple[str, ...]) -> bool:
    """Whether a word leads into something, or both halves of one that the dictionary has joined (牢牢把握)."""
    halves = ("".join(word[:2]), "".join(word[2:]))
    return "".join(word) in LEADING_WORDS or all(half in LEADING_WORDS for half in halves)
