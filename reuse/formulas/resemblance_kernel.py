# cython: annotation_typing=False, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The loops over pairs of wordings: which come nearest, what they share by weight, how alike their neighbours are.

Enters and leaves: buffers of numbers that `resemblance` and `neighbours` own. No pair is kept that does not count: of
near-copies there are hundreds for each wording. The file runs as it stands, and compiles with Cython, which takes its
types from resemblance_kernel.pxd.
"""

from __future__ import annotations

from typing import Any

__all__ = ["COMPILED", "common_units", "document_shares", "nearest", "neighbours", "overlaps"]

COMPILED = not __file__.endswith(".py")

Ints = Any  # a buffer of 32-bit numbers that is read
Floats = Any  # one of 64-bit fractions
Buffer = Any  # one that is written to

_STRIP = 64  # units that one machine word stands for


def nearest(
    units: Ints,
    begins: Ints,
    starts: Ints,
    features: Ints,
    postings: Ints,
    owners: Ints,
    documents: Ints,
    firsts: Ints,
    lasts: Ints,
    shortest_share: float,
    floor: float,
    most: int,
    pattern: Buffer,
    carry: Buffer,
    stamps: Buffer,
    best: Buffer,
    ratios: Buffer,
    found: Buffer,
) -> None:
    """Write the `most` earlier wordings with the highest edit similarity of each wording into its row of `found`.

    Wording i is `units[begins[i]:begins[i+1]]` and has the features `features[starts[i]:starts[i+1]]`, feature f the
    wordings `owners[postings[f]:postings[f+1]]`, ascending. Compared are two with a feature in common whose shorter one
    has `shortest_share` of the longer one's units, unless both stand at one place only (`documents`, else negative and
    different) and these overlap. Indel similarity, `floor` or more; of equals the earlier. `pattern` (0) has a cell
    for each unit there is, `carry` (0) one for each of the longest wording, `stamps` (-1) one for each wording,
    `best` and `ratios` have `most`; `found` is (w * most,) and -1 where there are fewer.
    Bounds come first: a wording that could not enter the row by its length is not laid against the other.
    """
    for b in range(len(begins) - 1):
        b_first = begins[b]
        b_last = begins[b + 1]
        b_length = b_last - b_first
        kept = 0
        ready = False
        for f in range(starts[b], starts[b + 1]):
            for k in range(postings[features[f]], postings[features[f] + 1]):
                a = owners[k]
                if a >= b:
                    break
                if stamps[a] == b:
                    continue
                stamps[a] = b
                length = begins[a + 1] - begins[a]
                shorter = min(length, b_length)
                longer = max(length, b_length)
                if shorter < shortest_share * longer:
                    continue
                total = length + b_length
                bound = 1.0 - float(longer - shorter) / total
                if bound < floor or (kept == most and bound < ratios[kept - 1]):
                    continue
                if documents[a] == documents[b] and firsts[a] < lasts[b] and firsts[b] < lasts[a]:
                    continue
                if b_length > _STRIP:
                    shared = common_units(units, begins[a], begins[a + 1], b_first, b_last, pattern, carry)
                else:
                    if not ready:
                        _set(units, b_first, b_last, pattern)
                        ready = True
                    shared = _against(units, begins[a], begins[a + 1], pattern)
                ratio = 1.0 - float(total - 2 * shared) / total
                if ratio < floor:
                    continue
                at = kept
                while at and (ratios[at - 1] < ratio or (ratios[at - 1] == ratio and best[at - 1] > a)):
                    at -= 1
                if at == most:
                    continue
                if kept < most:
                    kept += 1
                for i in range(kept - 1, at, -1):
                    ratios[i] = ratios[i - 1]
                    best[i] = best[i - 1]
                ratios[at] = ratio
                best[at] = a
        if ready:
            _clear(units, b_first, b_last, pattern)
        for i in range(kept):
            found[most * b + i] = best[i]


def common_units(units: Ints, first: int, last: int, start: int, end: int, pattern: Buffer, carry: Buffer) -> int:
    """Length of the longest common subsequence of `units[first:last]` and `units[start:end]`.

    Hyyrö 2004, "Bit-parallel LCS-length computation revisited": 64 units of the second one are the bits of a number, a
    strip; what runs over from one strip to the next is kept for each unit of the first. `pattern` and `carry` are all 0
    before and behind. Cost: about 1 ns per unit of the first and strip of the second.
    """
    full = 0xFFFFFFFFFFFFFFFF
    shared = 0
    if end - start <= _STRIP:
        _set(units, start, end, pattern)
        shared = _against(units, first, last, pattern)
        _clear(units, start, end, pattern)
        return shared
    while start < end:
        border = min(start + _STRIP, end)
        _set(units, start, border, pattern)
        row = full
        for i in range(first, last):
            met = row & pattern[units[i]]
            half = (row + met) & full
            total = (half + carry[i - first]) & full
            carry[i - first] = half < row or total < half
            row = total | (row - met)
        shared += _zeros(row)
        _clear(units, start, border, pattern)
        start = border
    for i in range(last - first):
        carry[i] = 0
    return shared


def _against(units: Ints, first: int, last: int, pattern: Ints) -> int:
    """The same for one strip that `pattern` holds already."""
    full = 0xFFFFFFFFFFFFFFFF
    row = full
    for i in range(first, last):
        met = row & pattern[units[i]]
        row = ((row + met) & full) | (row - met)
    return _zeros(row)


def _zeros(row: int) -> int:
    full = 0xFFFFFFFFFFFFFFFF
    rest = row ^ full
    count = 0
    while rest:
        rest &= rest - 1
        count += 1
    return count


def _set(units: Ints, start: int, end: int, pattern: Buffer) -> None:
    bit = 1
    for j in range(start, end):
        pattern[units[j]] |= bit
        if j + 1 < end:
            bit <<= 1


def _clear(units: Ints, start: int, end: int, pattern: Buffer) -> None:
    for j in range(start, end):
        pattern[units[j]] = 0


def overlaps(
    units: Ints, begins: Ints, first: Ints, second: Ints, weights: Floats, row: Buffer, result: Buffer
) -> None:
    """Write per pair twice the heaviest common subsequence by the weight of both; `weights` are those of each unit.

    `row` has a cell more than the longest wording. Cost: about 1 ns per cell, cells = length by length.
    """
    for k in range(len(first)):
        a_first = begins[first[k]]
        a_last = begins[first[k] + 1]
        b_first = begins[second[k]]
        length = begins[second[k] + 1] - b_first
        total = 0.0
        for j in range(length + 1):
            row[j] = 0.0
        for j in range(length):
            total += weights[units[b_first + j]]
        for i in range(a_first, a_last):
            weight = weights[units[i]]
            total += weight
            left = 0.0  # the row before, one cell to the left
            running = 0.0
            for j in range(length):
                if units[b_first + j] == units[i]:
                    left += weight
                running = max(running, row[j + 1], left)
                left = row[j + 1]
                row[j + 1] = running
        result[k] = 2.0 * row[length] / total if total > 0.0 else 0.0


def neighbours(
    units: Ints,
    starts: Ints,
    documents: Ints,
    spans: Ints,
    first: Ints,
    second: Ints,
    floor: float,
    pattern: Buffer,
    carry: Buffer,
    result: Buffer,
) -> None:
    """Write per pair of rows the Indel similarity of the most similar neighbours, `floor` or more, else 0.

    Row i has the places `starts[i]:starts[i+1]`, of which `spans` holds four numbers each: `units` of the clause before
    and of the clause behind, half-open; an empty one is none. Only places of different documents meet.
    """
    for k in range(len(first)):
        best = 0.0
        for p in range(starts[first[k]], starts[first[k] + 1]):
            for q in range(starts[second[k]], starts[second[k] + 1]):
                if documents[p] == documents[q]:
                    continue
                for side in range(0, 4, 2):
                    length = spans[4 * p + side + 1] - spans[4 * p + side]
                    other = spans[4 * q + side + 1] - spans[4 * q + side]
                    if length <= 0 or other <= 0:
                        continue
                    total = length + other
                    bound = 1.0 - float(abs(length - other)) / total
                    if bound < floor or bound <= best:
                        continue
                    shared = common_units(
                        units,
                        spans[4 * p + side],
                        spans[4 * p + side + 1],
                        spans[4 * q + side],
                        spans[4 * q + side + 1],
                        pattern,
                        carry,
                    )
                    ratio = 1.0 - float(total - 2 * shared) / total
                    if ratio >= floor and ratio > best:
                        best = ratio
        result[k] = best


def document_shares(starts: Ints, documents: Ints, first: Ints, second: Ints, result: Buffer) -> None:
    """Write per pair of rows how many documents hold both, by those of the row with fewer.

    Row i has `documents[starts[i]:starts[i+1]]`, ascending, each once. Cost: the smaller number by the logarithm of the
    larger.
    """
    for k in range(len(first)):
        few = first[k]
        many = second[k]
        if starts[few + 1] - starts[few] > starts[many + 1] - starts[many]:
            few, many = many, few
        low = starts[many]
        both = 0
        for i in range(starts[few], starts[few + 1]):
            high = starts[many + 1]
            while low < high:
                middle = (low + high) // 2
                if documents[middle] < documents[i]:
                    low = middle + 1
                else:
                    high = middle
            if low < starts[many + 1] and documents[low] == documents[i]:
                both += 1
        result[k] = float(both) / (starts[few + 1] - starts[few])
