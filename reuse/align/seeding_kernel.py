# cython: language_level=3, annotation_typing=False, cdivision=True
# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The loops that find what chains begin with: exact runs of two documents, and pairs of substitutes beside them.

Enters: indexed runs of a few units, places of words. Leaves: columns that the caller owns, filled. Plain loops over
plain numbers: runs as it stands, and compiled from the same source with the types of seeding_kernel.pxd, to the same
results.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "find_runs", "pair_words"]

COMPILED = not __file__.endswith(".py")

Ints = Sequence[int]
Buffer = MutableSequence[int]


def find_runs(
    first: int,
    grams: Ints,
    begins: Ints,
    counts: Ints,
    turns: Ints,
    crowded: Ints,
    other_grams: Ints,
    other_order: Ints,
    other_turns: Ints,
    most_turns: int,
    starts: Buffer,
    other_starts: Buffer,
    lengths: Buffer,
    written: Buffer,
) -> int:
    """Maximal runs of grams that meet on one diagonal, from place `first` of the source on; returns where it stopped.

    The gram at place i of the source stands in the target at `other_order[begins[i] : begins[i] + counts[i]]`; one that
    counts for nothing is below 0 and stands nowhere. A `crowded` gram meets only those whose turn, the number of equal
    grams before it, is within `most_turns` of its own. Runs are written by source place, then target place, lengths in
    grams; the loop stops where the columns may be too small for the next place. `written[0]` becomes how many there
    are. Cost: linear in the meetings.
    """
    n = 0
    i = first
    while i < len(grams):
        low = begins[i]
        high = low + counts[i]
        if crowded[i]:
            high = min(high, low + max(turns[i] + most_turns + 1, 0))
            low = min(low + max(turns[i] - most_turns, 0), high)
        if n + high - low > len(starts):
            break
        for e in range(low, high):
            j = other_order[e]
            if i > 0 and j > 0 and grams[i - 1] >= 0 and grams[i - 1] == other_grams[j - 1]:
                apart = turns[i - 1] - other_turns[j - 1]
                if not crowded[i - 1] or (apart <= most_turns and -apart <= most_turns):
                    continue  # goes on from the place before
            x = 1
            while (
                i + x < len(grams)
                and j + x < len(other_grams)
                and grams[i + x] >= 0
                and grams[i + x] == other_grams[j + x]
            ):
                apart = turns[i + x] - other_turns[j + x]
                if crowded[i + x] and (apart > most_turns or -apart > most_turns):
                    break
                x += 1
            starts[n] = i
            other_starts[n] = j
            lengths[n] = x
            n += 1
        i += 1
    written[0] = n
    return i


def pair_words(
    first: int,
    starts: Ints,
    ends: Ints,
    other_starts: Ints,
    other_ends: Ints,
    words: Ints,
    begun: Ints,
    by_end: Ints,
    ended: Ints,
    other_words: Ints,
    other_begun: Ints,
    other_by_end: Ints,
    other_ended: Ints,
    related: Ints,
    row: int,
    reach: int,
    places: Buffer,
    other_places: Buffer,
    written: Buffer,
) -> int:
    """Related words right behind or before each run, at most `reach` units away on both sides; from run `first` on.

    `related` has a bit for each two words, in rows of `row` bytes. A pair beside several runs is written several times.
    Returns the run where it stopped because the columns may be too small for its pairs; `written[0]` becomes how many
    pairs there are. Cost: linear in the words beside runs, of the source times of the target.
    """
    n = 0
    r = first
    while r < len(starts):
        a0 = begun[ends[r]]
        a1 = begun[min(ends[r] + reach + 1, len(begun) - 1)]
        b0 = other_begun[other_ends[r]]
        b1 = other_begun[min(other_ends[r] + reach + 1, len(other_begun) - 1)]
        c0 = ended[max(starts[r] - reach, 0)]
        c1 = ended[min(starts[r] + 1, len(ended) - 1)]
        d0 = other_ended[max(other_starts[r] - reach, 0)]
        d1 = other_ended[min(other_starts[r] + 1, len(other_ended) - 1)]
        if n + (a1 - a0) * (b1 - b0) + (c1 - c0) * (d1 - d0) > len(places):
            break
        for p in range(a0, a1):
            for q in range(b0, b1):
                word = other_words[q]
                if related[words[p] * row + (word >> 3)] >> (word & 7) & 1:
                    places[n] = p
                    other_places[n] = q
                    n += 1
        for e in range(c0, c1):
            p = by_end[e]
            for f in range(d0, d1):
                q = other_by_end[f]
                word = other_words[q]
                if related[words[p] * row + (word >> 3)] >> (word & 7) & 1:
                    places[n] = p
                    other_places[n] = q
                    n += 1
        r += 1
    written[0] = n
    return r
