# cython: language_level=3, annotation_typing=False, cdivision=True
# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The hot loops of the fine level: chain shared pieces in two dimensions, and trace the chains back.

Enters: columns of pieces and running sums of both documents. Leaves: for each piece the score of the best chain that
ends in it, and the pieces of the chains that are worth their bits, filled into the columns it is given. Plain loops
over plain numbers: runs as it stands, and compiled from the same source with the types of chaining_kernel.pxd, to the
same results.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "DOUBTFUL", "chain_pieces", "trace_chains"]

COMPILED = not __file__.endswith(".py")
"""Whether this module is the compiled one; arrays are then cheaper than lists, and the other way round."""

WEAK, STRONG, DOUBTFUL = 0, 1, 2  # what a traced chain is


def chain_pieces(
    a0: Sequence[int],
    a1: Sequence[int],
    b0: Sequence[int],
    b1: Sequence[int],
    own: Sequence[float],
    bits: Sequence[float],
    trimmable: Sequence[int],
    tail_bits: Sequence[float],
    a_weight: Sequence[float],
    a_border: Sequence[float],
    a_wild: Sequence[int],
    b_weight: Sequence[float],
    b_border: Sequence[float],
    b_wild: Sequence[int],
    settings: Sequence[float],
    max_gap: int,
    wild_units: int,
    max_trim: int,
    live: Sequence[int],
    slots: Sequence[int],
    slot_pieces: Sequence[int],
    slot_starts: Sequence[int],
    score: MutableSequence[float],
    previous: MutableSequence[int],
    low: MutableSequence[int],
    high: MutableSequence[int],
    trim: MutableSequence[int],
    ceiling: MutableSequence[int],
    floor: MutableSequence[int],
) -> None:
    """Find the best chain that ends in each live piece.

    Pieces lie in order of `a0`. A state is a chain with its last piece; it knows the extent `low:high` of the chain in
    the target. The next piece may follow in order, stand before the whole chain (swapped), or fill the hole between the
    last piece and the end (`floor`) of what it follows; behind such a moved piece others may follow, up to the
    `ceiling` below which it stands. `settings`: cost per unmatched unit, cost of a swap, of filling a hole, of any gap.

    Every piece has a slot, in order of its end in the source and of equals the last piece first, so that all states
    within reach lie in a row; `low` and `high` stand by slot, and are out of reach of everything until the piece has
    been chained. `slot_starts` has the first slot of each source position, and one entry more than the running sums.
    Cost: pieces x pieces that end within reach before them, two comparisons for almost all of these.

    Method: Smith & Waterman (1981) over pieces, with sparse chaining (Eppstein et al. 1992) and transpositions.
    """
    unit_cost = settings[0]
    swap_cost = settings[1]
    hole_cost = settings[2]
    open_cost = settings[3]
    reach = max_gap + wild_units
    for k in live:
        ka = a0[k]
        kb = b0[k]
        ka1 = a1[k]
        kb1 = b1[k]
        best = own[k]
        best_previous = -1
        best_low = kb
        best_high = kb1
        best_trim = 0
        best_ceiling = -1
        best_floor = -1
        furthest = kb - reach
        nearest = kb1 + max_gap
        for slot in range(slot_starts[max(ka - reach, 0)], slot_starts[min(ka1, ka + max_trim + 1)]):
            if high[slot] < furthest or low[slot] > nearest:
                continue  # too far off in the target
            p = slot_pieces[slot]
            if a0[p] >= ka:
                continue
            end = a1[p]
            cut = max(end - ka, 0)
            cost = -1.0
            new_low = low[slot]
            new_high = high[slot]
            new_ceiling = -1
            new_floor = -1
            top = high[slot]
            if kb1 <= ceiling[p]:
                top = b1[p]
                new_ceiling = ceiling[p]
            if kb > b0[p] and kb1 > top:
                if top - kb > cut:
                    cut = top - kb
                if cut < ka1 - ka and kb + cut < kb1 and (cut == 0 or trimmable[k]):
                    na = ka + cut
                    nb = kb + cut
                    gap_a = na - end
                    gap_b = nb - top
                    cost_a = a_weight[na] - a_weight[end]
                    cost_b = b_weight[nb] - b_weight[top]
                    if b_wild[nb + 1] > b_wild[top]:
                        gap_a = max(gap_a - wild_units, 0)
                        cost_a = max(cost_a - wild_units, 0.0)
                    if a_wild[na + 1] > a_wild[end]:
                        gap_b = max(gap_b - wild_units, 0)
                        cost_b = max(cost_b - wild_units, 0.0)
                    if gap_a <= max_gap and gap_b <= max_gap:
                        cost = (
                            open_cost
                            + unit_cost * (cost_a + cost_b)
                            + max(a_border[na + 1] - a_border[end], b_border[nb + 1] - b_border[top])
                        )
                        new_high = max(kb1, high[slot])
                        new_floor = top
            elif cut == 0 and kb1 <= low[slot]:
                if ka - end <= max_gap and low[slot] - kb1 <= max_gap:
                    cost = (
                        swap_cost
                        + unit_cost * (a_weight[ka] - a_weight[end] + b_weight[low[slot]] - b_weight[kb1])
                        + max(a_border[ka + 1] - a_border[end], b_border[low[slot] + 1] - b_border[kb1])
                    )
                    new_low = kb
                    new_ceiling = low[slot]
            elif cut == 0 and floor[p] >= 0 and kb >= floor[p] and kb1 <= b0[p] + trim[p] and ka - end <= max_gap:
                cost = hole_cost + unit_cost * (a_weight[ka] - a_weight[end]) + a_border[ka + 1] - a_border[end]
                new_ceiling = b0[p] + trim[p]
            if cost >= 0.0:
                gain = own[k]
                if cut > 0:
                    gain = own[k] - bits[k] + tail_bits[ka1] - tail_bits[ka + cut]
                if score[p] + gain - cost > best:
                    best = score[p] + gain - cost
                    best_previous = p
                    best_low = new_low
                    best_high = new_high
                    best_trim = cut
                    best_ceiling = new_ceiling
                    best_floor = new_floor
        score[k] = best
        previous[k] = best_previous
        low[slots[k]] = best_low
        high[slots[k]] = best_high
        trim[k] = best_trim
        ceiling[k] = best_ceiling
        floor[k] = best_floor


def trace_chains(
    first: int,
    order: Sequence[int],
    a0: Sequence[int],
    a1: Sequence[int],
    b0: Sequence[int],
    b1: Sequence[int],
    exact: Sequence[int],
    own: Sequence[float],
    bits: Sequence[float],
    alone: Sequence[float],
    tail_bits: Sequence[float],
    wording: Sequence[int],
    score: Sequence[float],
    previous: Sequence[int],
    trim: Sequence[int],
    settings: Sequence[float],
    cut: int,
    every: int,
    used: MutableSequence[int],
    path: MutableSequence[int],
    pieces: MutableSequence[int],
    ends: MutableSequence[int],
    states: MutableSequence[int],
    counts: MutableSequence[int],
    worth: MutableSequence[float],
    needed: MutableSequence[float],
) -> int:
    """Trace chains back from their last pieces, from number `first` of `order` on; returns where it stopped.

    A chain that runs into used pieces is left out or, with `cut`, ends there. One that has the bits that it needs uses
    its pieces up and is written: to `pieces` five numbers for each piece (its places as far as they are not cut off,
    and whether it is exact), to `worth` two (its bits, and what it adds), to `ends` where it ends among the pieces, to
    `needed` the bits. With `every`, weaker ones are written, too. One that lacks no more than settings[5] is written
    as doubtful, its pieces in `path`, and the loop stops behind it for the caller to decide; so it does where `pieces`,
    which has room for all pieces once, may be too small. `counts[0]` becomes the number of chains written. `settings`:
    as `_need` has them, and what a unit of substitutes counts. Cost: linear in the pieces traced.
    """
    written = 0
    chains = 0
    state = WEAK
    c = first
    while c < len(order) and state != DOUBTFUL:
        n = _trace_back(order[c], previous, used, path)
        if n == 0 or (cut == 0 and previous[path[n - 1]] >= 0):
            c += 1
            continue
        if written + n > len(path):
            break
        total = 0.0
        units = 0.0
        for i in range(n):
            k = path[n - 1 - i]
            shift = trim[k] if i > 0 else 0
            gain = score[k] - score[previous[k]] if i > 0 else own[k]
            total += gain
            start = a0[k] + shift
            if exact[k]:
                units += wording[a1[k]] - wording[start]
            else:
                units += settings[4] * min(a1[k] - start, b1[k] - b0[k] - shift)
            at = written + i
            _write_piece(pieces, at, start, a1[k], b0[k] + shift, b1[k], exact[k])
            worth[2 * at] = alone[start] + tail_bits[a1[k]] - tail_bits[start + 1] if shift > 0 else bits[k]
            worth[2 * at + 1] = gain
        c += 1
        need = _need(units, settings)
        state = STRONG if total >= need else DOUBTFUL if total >= need - settings[5] else WEAK
        if state == WEAK and not every:
            continue
        for i in range(n if state == STRONG else 0):
            used[path[i]] = 1
        written += n
        ends[chains] = written
        states[chains] = state
        needed[chains] = need
        chains += 1
    counts[0] = chains
    return c


def _trace_back(k: int, previous: Sequence[int], used: Sequence[int], path: MutableSequence[int]) -> int:
    """Write the chain that ends in piece k into `path`, as far as its pieces are free; returns how many they are."""
    n = 0
    while k >= 0 and used[k] == 0:
        path[n] = k
        n += 1
        k = previous[k]
    return n


def _write_piece(pieces: MutableSequence[int], at: int, a0: int, a1: int, b0: int, b1: int, exact: int) -> None:
    pieces[5 * at] = a0
    pieces[5 * at + 1] = a1
    pieces[5 * at + 2] = b0
    pieces[5 * at + 3] = b1
    pieces[5 * at + 4] = exact


def _need(units: float, settings: Sequence[float]) -> float:
    """Bits that a chain needs with so many units of wording.

    `settings`: the bits that it needs anyhow, further bits for each unit that it has less than a number, that number,
    and the number of units that count at most.
    """
    return settings[0] + settings[1] * (settings[2] - min(units, settings[3]))
