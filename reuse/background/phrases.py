"""Where a background's phrases stand in a document, and what they save.

Enters: a document's units as hashes and bits, and spans of it. Leaves: `Phrases`, from which `stock` writes each span
as cheaply as can be. A phrase costs its rarity, -log2 of the share of documents that use it, as far as its df vouches
for that: with weight df / (df + 2) its rarity, for the rest the bits of its units. So a phrase of three documents is
cheaper than its units by a part only (a saying that some know is not stock), one of fifty costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reuse.background.hashing import RollingHash
from reuse.background.language import BitArray
from reuse.background.tables import RowArray, Table

__all__ = ["LONGEST", "SHORTEST", "Phrases", "SpanArray", "find_phrases"]

SpanArray = npt.NDArray[np.integer]

SHORTEST, LONGEST = 2, 32  # units of a phrase; longer wording is made of several
# Documents that vouch for a phrase by half. The smaller, the better shared clauses are told from others (area under
# the curve on held-out blocks of years: .880 with 8, .889 with 4, .894 with 2, .897 with 1), and the nearer sayings of
# three to ten documents (国之交在于民相亲) come to them; with 2 the scale of `stock` still parts the two.
_DOUBT = 2.0
_BLOCK_STARTS = 4096  # places looked up at a time: 130,000 hashes, 1 MB


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """h places where a background phrase stands, by end, then start."""

    starts: RowArray  # (h,) unit
    ends: RowArray  # (h,)
    weights: BitArray  # (h,) how far the df vouches for it, 0 … 1
    saved: BitArray  # (h,) weight x bits it is cheaper than its units behind the unit before; below 0 where dearer


def find_phrases(table: Table, rolling: RollingHash, bits: BitArray, spans: SpanArray) -> Phrases:
    """The phrases within any of the (m, 2) spans; `bits` are those of each unit behind the one before it.

    Cost: about 0.3 µs for each unit under a span.
    """
    sums = np.concatenate([[0.0], np.cumsum(bits)])
    none = np.zeros(0, dtype=np.int64)
    starts, ends, weights, saved = [none], [none], [np.zeros(0)], [np.zeros(0)]
    for firsts, lasts in _stretches(len(rolling), spans):
        places, rows = table.find(rolling.stretches(firsts, lasts))
        firsts, lasts = firsts[places], lasts[places]  # noqa: PLW2901 - those that are phrases
        rarity, df = table.columns[0][rows] / 8, np.exp2(table.columns[1][rows] / 8)
        starts.append(firsts)
        ends.append(lasts)
        weights.append(df / (df + _DOUBT))
        saved.append(weights[-1] * (sums[lasts] - sums[firsts] - rarity))
    found = Phrases(np.concatenate(starts), np.concatenate(ends), np.concatenate(weights), np.concatenate(saved))
    order = np.lexsort((found.starts, found.ends))
    return Phrases(found.starts[order], found.ends[order], found.weights[order], found.saved[order])


def _stretches(n: int, spans: SpanArray) -> Iterator[tuple[RowArray, RowArray]]:
    """First and last units of everything under the spans that is as long as a phrase can be, in blocks."""
    reach = np.zeros(n + 1, dtype=np.int64)  # how far the spans go that start at a unit or before it
    np.maximum.at(reach, spans[:, 0], spans[:, 1])
    reach = np.maximum.accumulate(reach)[:n]
    covered = np.flatnonzero(reach >= np.arange(n) + SHORTEST)
    lengths = np.arange(SHORTEST, LONGEST + 1)
    for block in range(0, len(covered), _BLOCK_STARTS):
        starts = covered[block : block + _BLOCK_STARTS]
        ends = starts[:, None] + lengths
        inside = ends <= reach[starts, None]
        yield np.broadcast_to(starts[:, None], ends.shape)[inside], ends[inside]
