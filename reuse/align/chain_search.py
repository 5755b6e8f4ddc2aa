"""One pair's pieces chained, and the chains traced back from their last pieces.

Enters: the pieces that two prepared documents share. Leaves: chains by falling score. `chaining_kernel` has the loops.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from reuse.align.accepted import Chain, Piece
from reuse.align.bits import PairBits
from reuse.align.buffers import buffers
from reuse.align.chaining_kernel import COMPILED, DOUBTFUL, chain_pieces, trace_chains
from reuse.align.pieces import Pieces
from reuse.align.prepared import FloatArray, PreparedDocument
from reuse.model import BoolArray, IndexArray, SmallArray
from reuse.params import AlignParams

__all__ = ["SUBSTITUTE_WEIGHT", "ChainSearch"]

SUBSTITUTE_WEIGHT = 0.5  # of an equal unit; from none to a whole one the hand marks score nearly the same
_OUT_OF_REACH = 1 << 30  # further than any text is long
_MAX_TRIM_UNITS = 64  # a piece that overlaps its predecessor by more is left to a chain of its own

Vouched = Callable[[Piece], bool]
"""Asked about the extent of a chain."""


def _nobody(extent: Piece) -> bool:
    del extent
    return False


class ChainSearch:
    """One pair's seeds with their scores; each pass chains those that are still free."""

    def __init__(
        self,
        source: PreparedDocument,
        target: PreparedDocument,
        pieces: Pieces,
        bits: PairBits,
        params: AlignParams,
    ) -> None:
        self.source, self.target, self.pieces, self.params = source, target, pieces, params
        self.bits = bits
        self.slots = _slots(pieces.source_end, len(source))
        places = pieces.source, pieces.source_end, pieces.target, pieces.target_end
        worth = pieces.exact, pieces.own, pieces.bits, bits.alone, bits.total, source.wording
        self.columns = (*places, *worth)
        self.score: FloatArray = pieces.own
        self.previous = self.trim = pieces.source

    def pass_over(self, live: BoolArray) -> None:
        """Chain the live seeds; fills `score`, `previous` and `trim`."""
        n = len(self.pieces)
        score, previous, trim = np.zeros(n), np.full(n, -1, np.int32), np.zeros(n, np.int32)
        low, high = np.full(n, _OUT_OF_REACH, np.int32), np.full(n, -_OUT_OF_REACH, np.int32)
        ceiling, floor = np.full(n, -1, np.int32), np.full(n, -1, np.int32)
        params = self.params
        settings = np.array([params.unmatched_unit_bits, params.swap_bits, params.hole_bits, params.gap_bits])
        sums = [column for side in (self.source, self.target) for column in (side.weight, side.border_cost, side.wild)]
        pieces = self.pieces
        columns = pieces.source, pieces.source_end, pieces.target, pieces.target_end
        inputs = buffers(
            [*columns, pieces.own, pieces.bits, pieces.exact, self.bits.total, *sums, settings], compiled=COMPILED
        )
        rows = buffers([np.flatnonzero(live).astype(np.int32), *self.slots], compiled=COMPILED)
        outputs = buffers([score, previous, low, high, trim, ceiling, floor], compiled=COMPILED)
        fill: Callable[..., None] = chain_pieces  # its 29 columns come in groups
        fill(*inputs, params.max_gap_units, params.wild_gap_units, _MAX_TRIM_UNITS, *rows, *outputs)
        self.score = np.asarray(outputs[0])
        self.previous, self.trim = (np.asarray(outputs[i], dtype=np.int32) for i in (1, 4))

    def chains(
        self,
        least: float,
        threshold: float,
        *,
        used: SmallArray,
        cut: bool,
        every: bool = False,
        vouched: Vouched = _nobody,
    ) -> Iterator[tuple[Chain, float]]:
        """Chains whose last piece scores `least` or more, by falling score, and the bits that each needs.

        Those that have them use their pieces up (marked in `used`); the others are given with `every`. A chain that
        runs into used pieces is left out, or with `cut` ends there; what is left may be worth less. `vouched` is asked
        about a chain that lacks no more than `neighbour_bits`, when all before it have been taken.
        Cost: linear in their pieces.
        """
        high = np.flatnonzero(self.score >= least).astype(np.int32)
        order = high[np.argsort(-self.score[high], kind="stable")]  # of equals the first
        return self._traced(order, threshold, used=used, cut=cut, every=every, vouched=vouched)

    def best_chain(self, live: BoolArray) -> Chain | None:
        """The strongest chain of this pass, whatever the threshold; None where there is no piece."""
        if not live.any():
            return None
        last = np.argmax(np.where(live, self.score, -np.inf)).astype(np.int32)
        unused = np.zeros(len(live), dtype=np.int8)
        return next(self._traced(last.reshape(1), -math.inf, used=unused, cut=False, every=True, vouched=_nobody))[0]

    def _traced(
        self, order: IndexArray, threshold: float, *, used: SmallArray, cut: bool, every: bool, vouched: Vouched
    ) -> Iterator[tuple[Chain, float]]:
        if not len(order):
            return
        n, params, fewer = len(self.pieces), self.params, self.params.neighbour_bits
        needs = threshold, params.unit_bits, params.full_units, params.ample_units, SUBSTITUTE_WEIGHT, fewer
        traced: list[npt.NDArray[Any]] = [self.score, self.previous, self.trim, np.array(needs, dtype=np.float64)]
        inputs = buffers([order, *self.columns, *traced], compiled=COMPILED)
        integers = [np.zeros(size, np.int32) for size in (n, 5 * n, len(order), len(order), 1)]
        floats = [np.zeros(size) for size in (2 * n, len(order))]
        marks, *outputs = buffers([used, *integers, *floats], compiled=COMPILED)
        path, pieces, ends, states, counts, worth, needed = outputs
        trace: Callable[..., int] = trace_chains  # its columns come in two groups
        done = 0
        while done < len(order):
            done = trace(done, *inputs, int(cut), int(every), marks, *outputs)
            count = int(counts[0])
            written = int(ends[count - 1]) if count else 0
            batch = _Batch(*map(_listed, (pieces[: 5 * written], worth[: 2 * written], ends[:count])))
            for c, (state, bits) in enumerate(zip(_listed(states[:count]), _listed(needed[:count]), strict=True)):
                chain = batch.chain(c)
                if state == DOUBTFUL:
                    if vouched(chain.extent):
                        bits -= fewer  # noqa: PLW2901 - what it needs beside a neighbour
                        for k in path[: len(chain.pieces)]:
                            marks[k] = 1
                    elif not every:
                        continue
                yield chain, bits
        used[:] = marks


class _Batch:
    """Chains as the kernel wrote them."""

    def __init__(self, pieces: list[int], worth: list[float], ends: list[int]) -> None:
        self.places = list(zip(*(pieces[k::5] for k in range(4)), strict=True))
        self.exact = list(map(bool, pieces[4::5]))
        self.own, self.gains = worth[0::2], worth[1::2]
        self.ends = [0, *ends]

    def chain(self, c: int) -> Chain:
        rows = slice(self.ends[c], self.ends[c + 1])
        return Chain(tuple(self.places[rows]), tuple(self.exact[rows]), tuple(self.own[rows]), tuple(self.gains[rows]))


def _listed(column: Any) -> list[Any]:
    """The kernel's numbers as Python's own."""
    out: list[Any] = column if isinstance(column, list) else column.tolist()
    return out


def _slots(ends: IndexArray, units: int) -> tuple[IndexArray, IndexArray, IndexArray]:
    """The slot of each piece, the piece of each slot, and the first slot of each place where pieces end."""
    order = (len(ends) - 1 - np.argsort(ends[::-1], kind="stable")).astype(np.int32)
    slots = np.empty_like(order)
    slots[order] = np.arange(len(order), dtype=np.int32)
    return slots, order, np.searchsorted(ends[order], np.arange(units + 2, dtype=np.int32)).astype(np.int32)
