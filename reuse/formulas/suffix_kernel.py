# cython: annotation_typing=False, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The loops over a suffix array: common prefixes, and the closed repeats among its intervals.

Enters and leaves: buffers of numbers that `suffixes` owns. The file runs as it stands, and compiles with Cython, which
takes its types from suffix_kernel.pxd.
"""

from __future__ import annotations

from typing import Any

__all__ = ["COMPILED", "closed_intervals", "common_prefixes"]

COMPILED = not __file__.endswith(".py")

Ints = Any  # a buffer of 32-bit numbers that is read
Buffer = Any  # one that is written to


def common_prefixes(symbols: Ints, before: Buffer, room: Ints, most: int) -> None:
    """Turn `before`, by position the suffix that sorts before (or -1), into symbols shared with it, at most `most`.

    `room` holds the symbols up to the next separator. Kärkkäinen, Manzini and Puglisi 2009, "Permuted
    longest-common-prefix array"; stopping at separators and at `most` keeps its invariant. Linear.
    """
    shared = 0
    for p in range(len(symbols)):
        q = before[p]
        if q < 0:
            shared = 0
            before[p] = 0
            continue
        limit = min(room[p], room[q], most)
        shared = min(shared, limit)
        while shared < limit and symbols[p + shared] == symbols[q + shared]:
            shared += 1
        before[p] = shared
        if shared:
            shared -= 1


def closed_intervals(
    shared: Buffer,
    documents: Ints,
    left: Ints,
    room: Ints,
    shortest: int,
    longest: int,
    fewest: int,
    numerator: int,
    denominator: int,
    stack: Buffer,
    last_seen: Buffer,
    counts: Buffer,
    stamps: Buffer,
    firsts: Buffer,
    sizes: Buffer,
) -> int:
    """Write first place, size and (into `shared`) length of every closed repeat; return how many there are.

    All columns stand in the order of the suffix array: symbols shared with the suffix before, capped above `longest`;
    document; symbol to the left, 0 where none is; symbols up to the next separator. `stack` has four cells for each
    possible depth; `last_seen` (-1) one for each document, `counts` (0) one for each symbol, `stamps` (-1) one for
    each document. Documents of an interval: Hui 1992, "Color set size problem". Linear, and for repeats that no
    longer string explains to the right, linear in their places.
    """
    n = len(shared)
    found = 0
    top = 0
    stack[0] = 0  # depth, first, duplicates of documents, most documents of a longer string to the right
    stack[1] = 0
    stack[2] = 0
    stack[3] = 0
    for i in range(n + 1):
        depth = shared[i] if 0 < i < n else 0
        first = i - 1
        duplicates = 0
        widest = 0
        while top and stack[4 * top] > depth:
            length = stack[4 * top]
            first = stack[4 * top + 1]
            duplicates = stack[4 * top + 2]
            extended = stack[4 * top + 3]
            top -= 1
            size = i - first
            df = size - duplicates
            widest = df
            if shortest <= length <= longest and df >= fewest and extended * denominator < df * numerator:
                closed = True
                if not extended and denominator >= df * numerator:  # one document more long explains it
                    for j in range(first, i):
                        if room[j] > length:
                            closed = False
                            break
                if closed and not _explained(left, documents, first, i, df, numerator, denominator, counts, stamps):
                    firsts[found] = first
                    sizes[found] = size
                    shared[found] = length  # i is beyond it: each interval read at least one cell
                    found += 1
            if stack[4 * top] >= depth:
                stack[4 * top + 2] += duplicates
                stack[4 * top + 3] = max(stack[4 * top + 3], df)
                duplicates = 0
                widest = 0
        if depth > stack[4 * top]:
            top += 1
            stack[4 * top] = depth
            stack[4 * top + 1] = first
            stack[4 * top + 2] = duplicates
            stack[4 * top + 3] = widest
        if i < n:
            before = last_seen[documents[i]]
            last_seen[documents[i]] = i
            if before >= 0:
                level = top
                while level and stack[4 * level + 1] > before:
                    level -= 1
                stack[4 * level + 2] += 1
    return found


def _explained(
    left: Ints,
    documents: Ints,
    first: int,
    last: int,
    df: int,
    numerator: int,
    denominator: int,
    counts: Buffer,
    stamps: Buffer,
) -> bool:
    """Whether one symbol more on the left leaves so many of the `df` documents that the longer string explains it."""
    explained = False
    for i in range(first, last):
        counts[left[i]] += 1
    for i in range(first, last):
        symbol = left[i]
        if symbol and not explained and counts[symbol] * denominator >= df * numerator:
            together = 0
            for j in range(first, last):
                if left[j] == symbol and stamps[documents[j]] != first:
                    stamps[documents[j]] = first
                    together += 1
            for j in range(first, last):
                if left[j] == symbol:
                    stamps[documents[j]] = -1
            explained = together * denominator >= df * numerator
        counts[symbol] = 0
    return explained
