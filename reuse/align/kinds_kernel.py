# cython: language_level=3, annotation_typing=False, cdivision=True
# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The loop that tells the kinds of alignments, from what lies between their equal runs.

Enters: columns of runs, of places and of the weights of units. Leaves: a column of kinds that the caller owns, filled.
Plain loops over plain numbers: runs as it stands, and compiled from the same source with the types of kinds_kernel.pxd,
to the same results.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "tell_kinds"]

COMPILED = not __file__.endswith(".py")

Ints = Sequence[int]
Floats = Sequence[float]

_VERBATIM, _SLOT, _INSERTION, _REORDER, _LIST, _REWORDED = 0, 1, 2, 3, 4, 5
_MAX_SLOTS = 3  # more places refilled is a new sentence
_MAX_FILLED = 1.5  # times what is kept; beyond, a frame is no frame any more
_MAX_FILLED_IN_THREE = 0.5  # the same for three places, of which readers speak as slots where most of a sentence stays
_MIN_MOVED = 2.0  # units; less is a particle that changed its place
_MAX_REST = 3.0  # times what has moved may differ besides; beyond, the order is not what differs
_MIN_LIST_COMMAS = 2  # an enumeration has three items


def tell_kinds(
    run_ends: Ints,
    run: Ints,
    s_first: Ints,
    s_last: Ints,
    t_first: Ints,
    t_last: Ints,
    moved: Floats,
    s_commas: Ints,
    t_commas: Ints,
    s_weight: Floats,
    t_weight: Floats,
    kinds: MutableSequence[int],
) -> None:
    """Fill in the kind of each alignment, as `_KINDS` of `laying` counts them.

    Runs of alignment c end at `run_ends[c]`, four numbers each: source first/last, target first/last unit. Its places
    are `s_first[c]:s_last[c]` and `t_first[c]:t_last[c]`, with so many enumeration commas in each; `moved[c]` is what
    the pieces weigh that changed their order. Cost: linear in the runs.
    """
    for c in range(len(run_ends)):
        start = run_ends[c - 1] if c > 0 else 0
        commas = min(s_commas[c], t_commas[c])
        kinds[c] = _kind(
            start, run_ends[c], run, s_first[c], s_last[c], t_first[c], t_last[c], moved[c], commas, s_weight, t_weight
        )


def _kind(
    first: int,
    runs: int,
    run: Ints,
    a0: int,
    a1: int,
    b0: int,
    b1: int,
    moved: float,
    commas: int,
    s_weight: Floats,
    t_weight: Floats,
) -> int:
    """Tell the kind from the gaps between runs, and from the weight of what has moved.

    Verbatim: nothing differs. List: enumerations that differ in their items. Reorder: the order is most of what
    differs. Insertion: one side adds, nothing is replaced. Slot: up to three places refilled, the rest kept. Reworded:
    everything else. A gap is heavy where one side of it weighs a whole unit; light ones fill no slot.
    """
    gaps = 0
    heavy = 0
    a_heavy = 0  # heavy gaps that weigh a unit in the source
    b_heavy = 0
    replaced = 0  # gaps with units on both sides
    filled = 0.0
    kept = 0.0
    differing = 0.0
    for r in range(first, runs + 1):
        s0 = run[4 * r] if r < runs else a1
        t0 = run[4 * r + 2] if r < runs else b1
        if s0 > a0 or t0 > b0:
            a = s_weight[s0] - s_weight[a0]
            b = t_weight[t0] - t_weight[b0]
            widest = max(a, b)
            differing += a + b
            gaps += 1
            if widest >= 1:
                heavy += 1
                filled += widest
            if a >= 1:
                a_heavy += 1
            if b >= 1:
                b_heavy += 1
            if s0 > a0 and t0 > b0:
                replaced += 1
        if r < runs:
            kept += s_weight[run[4 * r + 1]] - s_weight[s0]
            a0 = run[4 * r + 1]
            b0 = run[4 * r + 3]
    if gaps == 0:
        return _VERBATIM
    if commas >= _MIN_LIST_COMMAS and (gaps > 1 or moved > 0):
        return _LIST
    if moved >= _MIN_MOVED and differing - 2 * moved <= _MAX_REST * moved:
        return _REORDER
    if replaced == 0 and (a_heavy == 0 or b_heavy == 0):
        return _INSERTION
    most = _MAX_FILLED if heavy < _MAX_SLOTS else _MAX_FILLED_IN_THREE
    if moved == 0 and heavy <= _MAX_SLOTS and filled <= most * kept:
        return _SLOT
    return _REWORDED
