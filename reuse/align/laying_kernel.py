# cython: language_level=3, annotation_typing=False, cdivision=True
# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The loops that lay a chain's source against its target: opcodes, moves, characters in common.

Enters: columns of pieces, of both texts and of their units. Leaves: columns that the caller owns, filled. Plain loops
over plain numbers: runs as it stands, and compiled from the same source with the types of laying_kernel.pxd, to the
same results. What the columns mean is told in `laying`.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "lay"]

COMPILED = not __file__.endswith(".py")

Ints = Sequence[int]
Buffer = MutableSequence[int]


_EQUAL, _REPLACE, _DELETE, _INSERT = 0, 1, 2, 3


def lay(
    first: int,
    piece_ends: Ints,
    a0: Ints,
    a1: Ints,
    b0: Ints,
    b1: Ints,
    s_first: Ints,
    s_last: Ints,
    t_first: Ints,
    t_last: Ints,
    s_text: Ints,
    t_text: Ints,
    s_exact: Ints,
    t_exact: Ints,
    s_starts: Ints,
    s_ends: Ints,
    t_starts: Ints,
    t_ends: Ints,
    kept: Buffer,
    work: Buffer,
    before: Buffer,
    equal: Buffer,
    opcodes: Buffer,
    moves: Buffer,
    opcode_ends: Buffer,
    move_ends: Buffer,
    same: Buffer,
    run: Buffer,
    run_ends: Buffer,
) -> int:
    """Lay chains from number `first` on, until all are done or `opcodes` may be too small; returns where it stopped.

    Pieces of chain c end at `piece_ends[c]`, those of the first begin at 0; units `s_first[c]:s_last[c]` of the source
    lie against `t_first[c]:t_last[c]` of the target. `opcodes` and `moves` are filled from their beginning, five and
    four numbers each, with ends by chain; `run`, four numbers for each run of equal units, from where the chains before
    ended; `kept` tells the pieces that have not moved. Cost: linear in the characters; quadratic in the pieces of a
    chain of which some have.
    """
    codes = 0
    moved = 0
    room = len(opcodes) // 5
    c = first
    while c < len(piece_ends):
        start = piece_ends[c - 1] if c > 0 else 0
        stop = piece_ends[c]
        units = min(s_last[c] - s_first[c], t_last[c] - t_first[c])  # of which all may agree
        if codes + 3 * (units + 1) > room:
            break
        s_base = s_starts[s_first[c]]
        s_end = s_ends[s_last[c] - 1]
        t_base = t_starts[t_first[c]]
        t_end = t_ends[t_last[c] - 1]
        _keep_rising(start, stop, a0, a1, b0, b1, kept, work, before)
        moved = _write_moves(
            moved, start, stop, kept, a0, a1, b0, b1, s_starts, s_ends, t_starts, t_ends, s_base, t_base, moves
        )
        own = run_ends[c - 1] if c > 0 else 0
        runs = _equal_runs(
            own, start, stop, a0, a1, b0, s_first[c], s_last[c], t_first[c], t_last[c], s_exact, t_exact, kept, run
        )
        n = _equal_text(own, runs, run, s_text, t_text, s_starts, s_ends, t_starts, t_ends, equal)
        first_code = codes
        codes = _cover(codes, n, equal, s_text, t_text, s_base, s_end, t_base, t_end, opcodes)
        same[c] = _same_chars(own, runs, run, 0, s_starts, s_ends, s_base, first_code, codes, opcodes)
        same[c] += _same_chars(own, runs, run, 2, t_starts, t_ends, t_base, first_code, codes, opcodes)
        run_ends[c] = runs
        opcode_ends[c] = codes
        move_ends[c] = moved
        c += 1
    return c


def _keep_rising(
    start: int, stop: int, a0: Ints, a1: Ints, b0: Ints, b1: Ints, kept: Buffer, work: Buffer, before: Buffer
) -> None:
    """Mark the heaviest subset of pieces that rises on both sides; of equals the one that ends first."""
    rising = 1
    for k in range(start, stop):
        kept[k] = 1
        if k > start and (a1[k - 1] > a0[k] or b1[k - 1] > b0[k]):
            rising = 0
    if rising == 1:
        return
    best = start
    for k in range(start, stop):
        kept[k] = 0
        own = a1[k] - a0[k]
        work[k - start] = own
        before[k - start] = -1
        for p in range(start, k):
            if a1[p] <= a0[k] and b1[p] <= b0[k] and work[p - start] + own > work[k - start]:
                work[k - start] = work[p - start] + own
                before[k - start] = p
        if work[k - start] > work[best - start]:
            best = k
    while best >= 0:
        kept[best] = 1
        best = before[best - start]


def _write_moves(
    moved: int,
    start: int,
    stop: int,
    kept: Ints,
    a0: Ints,
    a1: Ints,
    b0: Ints,
    b1: Ints,
    s_starts: Ints,
    s_ends: Ints,
    t_starts: Ints,
    t_ends: Ints,
    s_base: int,
    t_base: int,
    moves: Buffer,
) -> int:
    """Write the code-point spans of pieces that are not kept, from number `moved` on; returns their end."""
    for k in range(start, stop):
        if kept[k] == 0:
            moves[4 * moved] = s_starts[a0[k]] - s_base
            moves[4 * moved + 1] = s_ends[a1[k] - 1] - s_base
            moves[4 * moved + 2] = t_starts[b0[k]] - t_base
            moves[4 * moved + 3] = t_ends[b1[k] - 1] - t_base
            moved += 1
    return moved


def _equal_runs(
    runs: int,
    start: int,
    stop: int,
    a0: Ints,
    a1: Ints,
    b0: Ints,
    s_first: int,
    s_last: int,
    t_first: int,
    t_last: int,
    s_exact: Ints,
    t_exact: Ints,
    kept: Ints,
    run: Buffer,
) -> int:
    """Kept pieces cut where figures or variant characters differ, so that each run reads the same on both sides.

    What agrees directly beside one, or at an edge of the place, makes runs of its own. Writes source first/last, target
    first/last unit of each, from number `runs` on; returns their end.
    """
    for k in range(start, stop):
        if kept[k] == 0:
            continue
        u = a0[k]
        v = b0[k]
        length = a1[k] - u
        runs = _beside(runs, run, s_first, u, t_first, v, s_exact, t_exact)
        s_first = u + length
        t_first = v + length
        open_at = -1
        for x in range(length + 1):
            if x < length and s_exact[u + x] == t_exact[v + x]:
                if open_at < 0:
                    open_at = x
            elif open_at >= 0:
                runs = _write_run(runs, run, u + open_at, u + x, v + open_at)
                open_at = -1
    return _beside(runs, run, s_first, s_last, t_first, t_last, s_exact, t_exact)


def _beside(runs: int, run: Buffer, s0: int, s1: int, t0: int, t1: int, s_exact: Ints, t_exact: Ints) -> int:
    """Write what agrees at the two ends of a gap between pieces; returns how many runs there are then."""
    x = s0
    while x < s1 and t0 + x - s0 < t1 and s_exact[x] == t_exact[t0 + x - s0]:
        x += 1
    if x > s0:
        runs = _write_run(runs, run, s0, x, t0)
        t0 += x - s0
        s0 = x
    x = s1
    while x > s0 and t1 + x - s1 > t0 and s_exact[x - 1] == t_exact[t1 + x - s1 - 1]:
        x -= 1
    if x < s1:
        runs = _write_run(runs, run, x, s1, t1 + x - s1)
    return runs


def _write_run(runs: int, run: Buffer, s0: int, s1: int, t0: int) -> int:
    run[4 * runs] = s0
    run[4 * runs + 1] = s1
    run[4 * runs + 2] = t0
    run[4 * runs + 3] = t0 + s1 - s0
    return runs + 1


def _equal_text(
    first: int,
    runs: int,
    run: Ints,
    s_text: Ints,
    t_text: Ints,
    s_starts: Ints,
    s_ends: Ints,
    t_starts: Ints,
    t_ends: Ints,
    equal: Buffer,
) -> int:
    """Code-point spans of what is written alike: whole runs, else unit by unit. How many."""
    n = 0
    for r in range(first, runs):
        u = run[4 * r]
        v = run[4 * r + 2]
        s0 = s_starts[u]
        s1 = s_ends[run[4 * r + 1] - 1]
        t0 = t_starts[v]
        t1 = t_ends[run[4 * r + 3] - 1]
        if _alike(s_text, t_text, s0, s1, t0, t1):
            equal[4 * n] = s0
            equal[4 * n + 1] = s1
            equal[4 * n + 2] = t0
            equal[4 * n + 3] = t1
            n += 1
            continue
        for x in range(run[4 * r + 1] - u):  # blanks, punctuation, width, case or script differ
            s0 = s_starts[u + x]
            s1 = s_ends[u + x]
            t0 = t_starts[v + x]
            t1 = t_ends[v + x]
            if _alike(s_text, t_text, s0, s1, t0, t1):
                equal[4 * n] = s0
                equal[4 * n + 1] = s1
                equal[4 * n + 2] = t0
                equal[4 * n + 3] = t1
                n += 1
    return n


def _alike(s_text: Ints, t_text: Ints, s0: int, s1: int, t0: int, t1: int) -> int:
    if s1 - s0 != t1 - t0:
        return 0
    for x in range(s1 - s0):
        if s_text[s0 + x] != t_text[t0 + x]:
            return 0
    return 1


def _cover(
    codes: int,
    n: int,
    equal: Buffer,
    s_text: Ints,
    t_text: Ints,
    s_base: int,
    s_end: int,
    t_base: int,
    t_end: int,
    opcodes: Buffer,
) -> int:
    """Opcodes between equal pieces; what directly adjoins one, or an edge, and agrees is equal too. Returns their end.

    `equal` has room for one more piece: the empty one at the end.
    """
    first = codes
    equal[4 * n] = s_end
    equal[4 * n + 1] = s_end
    equal[4 * n + 2] = t_end
    equal[4 * n + 3] = t_end
    s = s_base
    t = t_base
    for e in range(n + 1):
        s0 = equal[4 * e]
        s1 = equal[4 * e + 1]
        t0 = equal[4 * e + 2]
        t1 = equal[4 * e + 3]
        while s < s0 and t < t0 and s_text[s] == t_text[t]:  # grow the piece before, or the edge, to the right
            s += 1
            t += 1
        codes = _extend(codes, first, opcodes, _EQUAL, s - s_base, t - t_base)
        left_s = s0
        left_t = t0
        while left_s > s and left_t > t and s_text[left_s - 1] == t_text[left_t - 1]:  # and this one to the left
            left_s -= 1
            left_t -= 1
        if left_s > s and left_t > t:
            codes = _extend(codes, first, opcodes, _REPLACE, left_s - s_base, left_t - t_base)
        elif left_s > s:
            codes = _extend(codes, first, opcodes, _DELETE, left_s - s_base, left_t - t_base)
        elif left_t > t:
            codes = _extend(codes, first, opcodes, _INSERT, left_s - s_base, left_t - t_base)
        codes = _extend(codes, first, opcodes, _EQUAL, s1 - s_base, t1 - t_base)
        s = s1
        t = t1
    return codes


def _extend(codes: int, first: int, opcodes: Buffer, tag: int, s: int, t: int) -> int:
    """Add a piece that ends at (s, t); one of the same tag before it grows instead."""
    at = 5 * codes
    s0 = opcodes[at - 3] if codes > first else 0
    t0 = opcodes[at - 1] if codes > first else 0
    if s0 == s and t0 == t:
        return codes
    if codes > first and opcodes[at - 5] == tag:
        opcodes[at - 3] = s
        opcodes[at - 1] = t
        return codes
    opcodes[at] = tag
    opcodes[at + 1] = s0
    opcodes[at + 2] = s
    opcodes[at + 3] = t0
    opcodes[at + 4] = t
    return codes + 1


def _same_chars(
    i: int, runs: int, run: Ints, side: int, starts: Ints, ends: Ints, base: int, j: int, codes: int, opcodes: Ints
) -> int:
    """Characters of one side that agree after normalising: in runs of units, or as they are written, punctuation too.

    Runs from number `i` and equal opcodes from number `j` on rise; both are read side by side, and no character counts
    twice.
    """
    known = 0
    total = 0
    while i < runs or j < codes:
        if j < codes and opcodes[5 * j] != _EQUAL:
            j += 1
            continue
        run_start = starts[run[4 * i + side]] - base if i < runs else -1
        if i < runs and (j == codes or run_start <= opcodes[5 * j + 1 + side]):
            start = run_start
            end = ends[run[4 * i + side + 1] - 1] - base
            i += 1
        else:
            start = opcodes[5 * j + 1 + side]
            end = opcodes[5 * j + 2 + side]
            j += 1
        start = max(start, known)
        if end > start:
            total += end - start
            known = end
    return total
