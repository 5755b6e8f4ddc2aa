"""Exact runs that two documents share: the seeds of alignments.

Enters: dense ids and borders of two documents. Leaves: columns of maximal equal runs of two units or more that cross no
strong border on either side.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from reuse.align import seeding_kernel
from reuse.align.buffers import buffers
from reuse.align.prepared import PreparedDocument
from reuse.model import IndexArray

__all__ = ["Seeds", "find_seeds"]


_MOST_MEETINGS = 40_000  # 200 places in each document: no pair of speeches under 60,000 characters comes near
_TURNS = 32  # places met before and behind the same turn
_ROOM_RUNS = 1 << 14  # taken over at a time


@dataclass(frozen=True, slots=True)
class Seeds:
    """n runs, ordered by source start, then target start."""

    source: IndexArray  # (n,) first unit in the source
    target: IndexArray  # (n,) first unit in the target
    length: IndexArray  # (n,) units

    def __len__(self) -> int:
        return len(self.source)


def find_seeds(source: PreparedDocument, target: PreparedDocument, *, min_length: int) -> Seeds:
    """All maximal equal runs of at least `min_length` units, the length that the documents were prepared for.

    Looks every gram of the source up in the target; `seeding_kernel` has the loop over what meets. A gram that would
    meet more than `_MOST_MEETINGS` times (a text that repeats itself) meets only around the same turn: its r-th place
    in the source with those around the r-th in the target. Cost: O(n log m + meetings).
    """
    one, other = source.grams, target.grams
    begins, counts = other.find(one.ids)
    crowded = (counts.astype(np.int64) * one.own_counts > _MOST_MEETINGS).astype(np.int8)
    widest = int(np.where(crowded, np.minimum(counts, 2 * _TURNS + 1), counts).max(initial=0))
    columns: list[npt.NDArray[Any]] = [one.ids, begins, counts, one.turns, crowded, other.ids, other.order, other.turns]
    inputs = buffers(columns, compiled=seeding_kernel.COMPILED)
    room = max(_ROOM_RUNS, widest)
    outputs = buffers([np.zeros(n, np.int32) for n in (room, room, room, 1)], compiled=seeding_kernel.COMPILED)
    find: Callable[..., int] = seeding_kernel.find_runs  # its columns come in two groups
    found: list[list[IndexArray]] = [[], [], []]
    done = 0
    while done < len(one.ids):
        done = find(done, *inputs, _TURNS, *outputs)
        for column, fresh in zip(found, outputs, strict=False):
            column.append(np.array(fresh[: outputs[3][0]], dtype=np.int32))
    a, b, grams = (np.concatenate(column) if column else np.empty(0, np.int32) for column in found)
    return Seeds(a, b, grams + np.int32(min_length - 1))
