"""Which kind of agreement an alignment is.

Enters: what a chain matched inside two unit spans. Leaves: one of verbatim, slot, insertion, reorder, list, reworded.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.align.accepted import Piece
from reuse.align.prepared import PreparedDocument
from reuse.model import Kind

__all__ = ["gaps_between", "kind_of"]

_MAX_SLOTS = 2  # more places refilled is a new sentence
_MAX_FILLED = 1.5  # times what is kept; beyond, a frame is no frame any more
_MIN_LIST_COMMAS = 2  # an enumeration has three items
_ENUMERATION = "、"


def gaps_between(runs: Sequence[Piece], extent: Piece) -> list[Piece]:
    """What lies between, before and behind equal runs, in units; one side of a gap may be empty, never both."""
    a0, a1, b0, b1 = extent
    gaps = []
    for s0, s1, t0, t1 in [*runs, (a1, a1, b1, b1)]:
        if s0 > a0 or t0 > b0:
            gaps.append((a0, s0, b0, t0))
        a0, b0 = s1, t1
    return gaps


def kind_of(
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    extent: Piece,
    runs: Sequence[Piece],
    moved: bool,
) -> Kind:
    """Tell the kind from the gaps between equal runs (units, in order) and whether pieces changed order.

    Verbatim: nothing differs. List: enumerations that share items. Reorder: pieces moved. Insertion: one side adds, the
    other drops nothing. Slot: one or two places refilled, the rest kept. Reworded: everything else.
    """
    gaps = gaps_between(runs, extent)
    if not gaps:
        return "verbatim"
    commas = [
        document.segments.surface(first, last).count(_ENUMERATION)
        for document, first, last in ((source, extent[0], extent[1]), (target, extent[2], extent[3]))
    ]
    if min(commas) >= _MIN_LIST_COMMAS and len(gaps) + moved > 1:
        return "list"
    if moved:
        return "reorder"
    weights = [
        (source.weight[a1] - source.weight[a0], target.weight[b1] - target.weight[b0]) for a0, a1, b0, b1 in gaps
    ]
    heavy = [(a, b) for a, b in weights if max(a, b) >= 1] or weights
    if all(a < 1 for a, _ in heavy) or all(b < 1 for _, b in heavy):
        return "insertion"
    kept = sum(source.weight[a1] - source.weight[a0] for a0, a1, _, _ in runs)
    if len(heavy) <= _MAX_SLOTS and sum(max(a, b) for a, b in heavy) <= _MAX_FILLED * kept:
        return "slot"
    return "reworded"
