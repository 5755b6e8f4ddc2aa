# cython: language_level=3, annotation_typing=False, cdivision=True
# cython: boundscheck=False, wraparound=False, initializedcheck=False
"""The hot loop of the fine level: chain shared pieces in two dimensions.

Enters: columns of pieces and running sums of both documents. Leaves: for each piece the score of the best chain that
ends in it, filled into the columns it is given. Plain loops over plain numbers: runs as it stands, and compiled from
the same source with the types of chain_kernel.pxd, to the same results.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "chain_pieces"]

COMPILED = not __file__.endswith(".py")
"""Whether this module is the compiled one; arrays are then cheaper than lists, and the other way round."""


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
    heads: MutableSequence[int],
    links: MutableSequence[int],
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
    `ceiling` below which it stands. `heads` has one entry per source position, all -1; so are `links`, `ceiling` and
    `floor`. `settings`: cost per unmatched unit, cost of a swap, of filling a hole, of any gap.
    Cost: pieces x (gap + length) x pieces per source position.

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
        end = ka - reach
        end = max(end, 0)
        stop = min(ka1, ka + max_trim + 1)
        while end < stop:
            p = heads[end]
            while p >= 0:
                if kb <= high[p] + reach and kb1 >= low[p] - max_gap and a0[p] < ka:  # else too far off in the target
                    cut = max(end - ka, 0)
                    cost = -1.0
                    new_low = low[p]
                    new_high = high[p]
                    new_ceiling = -1
                    new_floor = -1
                    top = high[p]
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
                                new_high = max(kb1, high[p])
                                new_floor = top
                    elif cut == 0 and kb1 <= low[p]:
                        if ka - end <= max_gap and low[p] - kb1 <= max_gap:
                            cost = (
                                swap_cost
                                + unit_cost * (a_weight[ka] - a_weight[end] + b_weight[low[p]] - b_weight[kb1])
                                + max(a_border[ka + 1] - a_border[end], b_border[low[p] + 1] - b_border[kb1])
                            )
                            new_low = kb
                            new_ceiling = low[p]
                    elif (
                        cut == 0 and floor[p] >= 0 and kb >= floor[p] and kb1 <= b0[p] + trim[p] and ka - end <= max_gap
                    ):
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
                p = links[p]
            end += 1
        score[k] = best
        previous[k] = best_previous
        low[k] = best_low
        high[k] = best_high
        trim[k] = best_trim
        ceiling[k] = best_ceiling
        floor[k] = best_floor
        links[k] = heads[ka1]
        heads[ka1] = k
