"""How common a wording is, from 0 to 1.

Enters: spans of a document, the bits of its units and the background's phrases in it. Leaves: `stock` of each span.
A span is written as background phrases and single units in a row, the cheapest way. With p the bits of its units
alone, c those of the cheapest way and f those of as many units of which nothing is known, phrases save p - c and
knowing the units f - p, which counts a tenth: with s = p - c + (f - p) / 10, stock = s / (s + 3 c * (p / 50)^(3/4)).
So 0 means that the background knows nothing of the wording and 1 that it costs nothing. A clause of ten characters
carries about 50 bits, so it is stock from 1.4 bits a character downwards; shorter wording passes sooner (four
characters at 2.3), longer later (forty at 0.6), because a chain of common phrases is less common than each of them.
As a share of the units' own bits the scale is the same for characters and for words, which carry more bits each.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.background.language import FLAT_BITS, BitArray
from reuse.background.phrases import Phrases, SpanArray

__all__ = ["longest_share", "stock_of"]

_CLAUSE_BITS = 50.0
# What is left weighs so much more than what is saved: the middle of the scale then lies above what sayings of few
# documents save (国之交在于民相亲 at .41) and below what shared clauses do.
_LEFT_WEIGHT = 3.0
# The three below were weighed on clauses of held-out blocks of years (area under the curve, four units and more).
_LENGTH_POWER = 0.75  # .894 with 0.5, .896 with 0.75 and with 1, which makes long chains of phrases next to nothing
# Common words in a row that no phrase has are nearer to stock than rare ones: .896 without, .900 with a twentieth, .902
# with a tenth, .905 with a fifth, which takes too much of ordinary new wording for stock.
_UNITS_WEIGHT = 0.1


def stock_of(phrases: Phrases, alone: BitArray, behind: BitArray, spans: SpanArray) -> BitArray:
    """(m,) stock of each span; (n,) bits of each unit `alone` and `behind` the one before it.

    A span's first unit, and the phrase it opens, are weighed alone, so that stock depends on the span's units only.
    Cost: about 0.5 µs for each phrase inside a span.
    """
    sums = np.concatenate([[0.0], np.cumsum(behind)])
    firsts, lasts = spans[:, 0], spans[:, 1]
    opening = np.where(lasts > firsts, np.append(alone - behind, 0.0)[firsts], 0.0)
    plain = sums[lasts] - sums[firsts] + opening
    rows = list(zip(*(x.tolist() for x in (phrases.starts, phrases.ends, phrases.weights, phrases.saved)), strict=True))
    most = [
        _most_saved(rows[a:b], first, extra)
        for first, extra, (a, b) in zip(firsts.tolist(), opening.tolist(), _ranges(phrases, spans), strict=True)
    ]
    left = plain - np.minimum(most, plain)
    saved = plain - left + _UNITS_WEIGHT * np.maximum(0.0, FLAT_BITS * (lasts - firsts) - plain)
    hindered = _LEFT_WEIGHT * left * (plain / _CLAUSE_BITS) ** _LENGTH_POWER
    stock = np.zeros(len(spans))
    np.divide(saved, saved + hindered, out=stock, where=saved > 0)
    return stock


def longest_share(phrases: Phrases, spans: SpanArray) -> BitArray:
    """(m,) the longest phrase inside each span, as a share of the span's units."""
    longest = np.zeros(len(spans))
    for i, (a, b) in enumerate(_ranges(phrases, spans)):
        inside = phrases.starts[a:b] >= spans[i, 0]
        longest[i] = np.max((phrases.ends[a:b] - phrases.starts[a:b])[inside], initial=0)
    shares: BitArray = longest / np.maximum(spans[:, 1] - spans[:, 0], 1)
    return shares


def _ranges(phrases: Phrases, spans: SpanArray) -> list[list[int]]:
    """First and last row of the phrases that end inside each span; some may start before it."""
    begin, end = (np.searchsorted(phrases.ends, spans[:, i], "right") for i in (0, 1))
    return [[a, b] for a, b in zip(begin.tolist(), end.tolist(), strict=True)]


def _most_saved(rows: Sequence[tuple[int, int, float, float]], first: int, extra: float) -> float:
    """The most bits that phrases without overlap save: weighted interval scheduling, rows in order of their ends.

    Rows that start before `first` are out; one that starts there saves its weight's part of `extra` more.
    """
    ends, sums = [0], [0.0]  # where the best choice so far grows, and what it saves up to there
    for start, end, weight, saved in rows:
        if start < first:
            continue
        i = len(ends) - 1
        while ends[i] > start:
            i -= 1
        total = sums[i] + saved + (weight * extra if start == first else 0.0)
        if total <= sums[-1]:
            continue
        if ends[-1] == end:
            sums[-1] = total
        else:
            ends.append(end)
            sums.append(total)
    return sums[-1]
