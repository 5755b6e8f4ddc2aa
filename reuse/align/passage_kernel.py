# cython: annotation_typing=False, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The loops of passage search that run over tokens: plain Python over one-dimensional buffers of numbers.

Enters and leaves: buffers (lists or arrays) that the callers own. The file runs as it stands, and compiles with
Cython, which takes its types from passage_kernel.pxd. All sums are of whole numbers, so that both give the same
results to the bit on every machine: bits are counted in 64ths, and bits per token come out of a table.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

__all__ = ["COMPILED", "best_segment", "refine", "seed_sentences"]

COMPILED = not __file__.endswith(".py")

Ints = Sequence[int]
Buffer = MutableSequence[int]
Floats = MutableSequence[float]


_EXACT_TOKENS = 4096
_MAX_STARTS = 512


def seed_sentences(
    rows: Ints,
    ids: Ints,
    counts: Ints,
    partner: Ints,
    columns: Ints,
    postings: Ints,
    posting_counts: Ints,
    weights: Sequence[float],
    norms: Sequence[float],
    other_norms: Sequence[float],
    other_rows: Ints,
    min_cosine: float,
    min_dice: float,
    products: Floats,
    common: Buffer,
    touched: Buffer,
    found: Buffer,
) -> int:
    """Pairs of sentences that share enough: writes (sentence, other sentence) into `found`, returns how many.

    `weights` are squared rarities of this text's tokens; `partner` is the token's index in the other vocabulary or -1.
    Stops when `found` is full. Cost: O(sum over tokens of the products of their sentence counts).
    """
    n = 0
    room = len(found) // 2
    for i in range(len(rows) - 1):
        k = 0
        for e in range(rows[i], rows[i + 1]):
            v = partner[ids[e]]
            if v < 0:
                continue
            w = weights[ids[e]] * counts[e]
            for f in range(columns[v], columns[v + 1]):
                j = postings[f]
                if common[j] == 0:
                    touched[k] = j
                    k += 1
                    products[j] = 0.0
                common[j] += 1
                products[j] += w * posting_counts[f]
        size = rows[i + 1] - rows[i]
        for t in range(k):
            j = touched[t]
            dice = 2.0 * common[j] / (size + other_rows[j + 1] - other_rows[j])
            if dice > min_dice and products[j] > min_cosine * norms[i] * other_norms[j] and n < room:
                found[2 * n] = i
                found[2 * n + 1] = j
                n += 1
            common[j] = 0
    return n


def refine(
    a: Ints,
    b: Ints,
    box: Buffer,
    margin: int,
    rounds: int,
    levels: Ints,
    logs: Ints,
    table: Ints,
    a_edges: Ints,
    b_edges: Ints,
    miss: int,
    stop: int,
    bag: Buffer,
    used: Buffer,
    bounds: Buffer,
    best: Buffer,
) -> int:
    """Move the ends of a box of tokens until each side is the best segment against the bag of the other.

    `box` is start and end on a, start and end on b, and is replaced; `best` receives start, end, and the bits (in
    64ths) of both sides go to best[3] for a and best[4] for b. Returns 0 where nothing is left. Cost: O(rounds × w²)
    for windows of w tokens, far less where windows are mixed.
    """
    a_low = max(0, box[0] - margin)
    a_high = min(len(a), box[1] + margin)
    b_low = max(0, box[2] - margin)
    b_high = min(len(b), box[3] + margin)
    for _ in range(rounds):
        a0, a1, b0, b1 = box[0], box[1], box[2], box[3]
        score = best_segment(
            a, a_low, a_high, b, b0, b1, levels, logs, table, a_edges, miss, stop, 0, bag, used, bounds, best
        )
        if score <= 0:
            return 0
        box[0], box[1] = best[0], best[1]
        best[3] = score
        score = best_segment(
            b, b_low, b_high, a, box[0], box[1], levels, logs, table, b_edges, miss, stop, 0, bag, used, bounds, best
        )
        if score <= 0:
            return 0
        box[2], box[3] = best[0], best[1]
        best[4] = score
        if box[0] == a0 and box[1] == a1 and box[2] == b0 and box[3] == b1:
            break
    return 1


def best_segment(
    tokens: Ints,
    low: int,
    high: int,
    others: Ints,
    first: int,
    last: int,
    levels: Ints,
    logs: Ints,
    table: Ints,
    edges: Ints,
    miss: int,
    stop: int,
    least: int,
    bag: Buffer,
    used: Buffer,
    bounds: Buffer,
    best: Buffer,
) -> int:
    """The segment of tokens[low:high] that agrees best with the bag of others[first:last].

    A token earns its bits while the bag holds a copy of it that is not used, and costs `miss` otherwise; `edges` are
    the prices of beginning or ending at a place. Growing ends below `stop`. A segment begins with a token that earns
    or at an edge that does: all such places are tried, beyond 4,096 tokens the most promising of each 512th of the
    window. What is left over from the right, as if copies had no limit, bounds what a start can reach and cuts most of
    them short without changing the result. `bag` and `used` are zero at entry and exit. `best` receives start and end,
    equal where no sum exceeds `least`; returns the sum. Cost: O(w²) at worst for w tokens, and near O(w) where the
    best segment is short.
    """
    for j in range(first, last):
        v = others[j]
        if v >= 0:
            bag[v] += 1
    shift = logs[last - first]
    bounds[high] = edges[high]
    for j in range(high - 1, low - 1, -1):
        v = tokens[j]
        gain = table[levels[v] + shift] if v >= 0 and bag[v] > 0 else -miss
        bounds[j] = max(edges[j], gain + bounds[j + 1])
    top = least
    best[0] = low
    best[1] = low
    block = 1 if high - low <= _EXACT_TOKENS else (high - low) // _MAX_STARTS + 1
    for k in range(low, high, block):
        i = k
        for j in range(k + 1, min(k + block, high)):
            if edges[j] + bounds[j] > edges[i] + bounds[i]:
                i = j
        v = tokens[i]
        if edges[i] + bounds[i] <= top or (edges[i] <= 0 and (v < 0 or bag[v] == 0)):
            continue
        total = edges[i]
        end = high
        for j in range(i, high):
            v = tokens[j]
            if v >= 0 and used[v] < bag[v]:
                used[v] += 1
                total += table[levels[v] + shift]
            else:
                total -= miss
                if total < stop:
                    end = j
                    break
            if total + edges[j + 1] > top:
                top = total + edges[j + 1]
                best[0] = i
                best[1] = j + 1
            if total + bounds[j + 1] <= top:
                end = j + 1
                break
        for j in range(i, end):
            v = tokens[j]
            if v >= 0:
                used[v] = 0
    for j in range(first, last):
        v = others[j]
        if v >= 0:
            bag[v] = 0
    return top
