"""Chains laid out for display: opcodes, moved pieces, characters in common and kind, a whole pair at once.

Enters: chains with the unit spans that hold them. Leaves: columns, one entry for each chain. Only wording that the
chain matched counts as equal, with what directly adjoins it; single letters that happen to agree inside a replaced
stretch stay replaced, so that a reader sees words and no confetti.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from reuse.align import kinds_kernel, laying_kernel
from reuse.align.accepted import Chain, Piece
from reuse.align.buffers import buffers
from reuse.align.prepared import PreparedDocument
from reuse.model import IndexArray, Kind, Opcode, OpcodeTag

__all__ = ["Laid", "lay_chains"]

Move = tuple[int, int, int, int]
_Row = TypeVar("_Row")

_TAGS: tuple[OpcodeTag, ...] = ("equal", "replace", "delete", "insert")  # as the kernels number them
_TURNED_TAGS: tuple[OpcodeTag, ...] = ("equal", "replace", "insert", "delete")
_KINDS: tuple[Kind, ...] = ("verbatim", "slot", "insertion", "reorder", "list", "reworded")
_ENUMERATION = ord("、")
_ROOM_OPCODES = 1 << 16  # laid before they are taken over; a single chain may need more


@dataclass(frozen=True, slots=True)
class Laid:
    """Columns of n chains. Opcodes cover both places and give the target's text when applied to the source's."""

    opcodes: list[tuple[Opcode, ...]]
    moves: list[tuple[Move, ...]]
    same: list[int]  # characters of both sides that agree
    kinds: list[Kind]


def lay_chains(
    chains: Sequence[Chain],
    places: Sequence[Piece],
    source: PreparedDocument,
    target: PreparedDocument,
    *,
    turned: bool,
) -> Laid:
    """Lay every chain inside its place (units); with `turned`, opcodes and moves go from target to source.

    Cost: linear in the characters of all places; the loops are in `laying_kernel` and `kinds_kernel`.
    """
    n = len(chains)
    pieces = [piece for chain in chains for piece in chain.equal]
    counts = np.array([len(chain.equal) for chain in chains], dtype=np.int32)
    ends = np.cumsum(counts, dtype=np.int32)
    columns, place_columns = _columns(pieces), _columns(places)
    units = np.minimum(place_columns[1] - place_columns[0], place_columns[3] - place_columns[2])  # that may agree
    most_units, most_pieces = units.max(initial=0), counts.max(initial=0)
    texts: list[npt.NDArray[Any]] = [source.points, target.points, source.exact, target.exact]
    edges = [column for side in (source, target) for column in (side.segments.starts, side.segments.ends)]
    room = 5 * max(3 * (most_units + 1), min(_ROOM_OPCODES, 3 * (units.sum() + n)))
    sizes = [len(pieces), most_pieces, most_pieces, 4 * most_units + 4, room, 4 * len(pieces)]
    sizes += [n, n, n, 4 * units.sum(), n]
    inputs = buffers([ends, *columns, *place_columns, *texts, *edges], compiled=laying_kernel.COMPILED)
    outputs = buffers([np.zeros(size, np.int32) for size in sizes], compiled=laying_kernel.COMPILED)
    laid_opcodes: list[tuple[Opcode, ...]] = []
    laid_moves: list[tuple[Move, ...]] = []
    fill: Callable[..., int] = laying_kernel.lay  # its columns come in two groups
    done = 0
    while done < n:
        until = fill(done, *inputs, *outputs)
        opcodes, moves, opcode_ends, move_ends = (np.asarray(column, dtype=np.int32) for column in outputs[4:8])
        laid_opcodes.extend(_shared_out(_opcodes(opcodes, opcode_ends[until - 1], turned), opcode_ends[done:until]))
        laid_moves.extend(_shared_out(_moves(moves, move_ends[until - 1], turned), move_ends[done:until]))
        done = until
    kept, same, runs, run_ends = (np.asarray(outputs[k], dtype=np.int32) for k in (0, 8, 9, 10))
    lost = np.where(kept > 0, 0.0, source.weight[columns[1]] - source.weight[columns[0]])
    moved = np.bincount(np.repeat(np.arange(n), counts), weights=lost, minlength=n).astype(
        float
    )  # of nothing: integers
    return Laid(
        opcodes=laid_opcodes,
        moves=[tuple(sorted(moves)) for moves in laid_moves] if turned else laid_moves,
        same=same.tolist(),
        kinds=_kinds([run_ends, runs, *place_columns, moved], source, target),
    )


def _kinds(rows: list[npt.NDArray[Any]], source: PreparedDocument, target: PreparedDocument) -> list[Kind]:
    """The kinds; `rows`: the ends of runs by alignment, the runs, four columns of places, what has moved weighs."""
    ends, _, *places, _ = rows
    commas = _commas(source, *places[:2]), _commas(target, *places[2:])
    columns = [*rows, *commas, source.weight, target.weight, np.zeros_like(ends)]
    *inputs, kinds = buffers(columns, compiled=kinds_kernel.COMPILED)
    tell: Callable[..., None] = kinds_kernel.tell_kinds  # its columns come in one group
    tell(*inputs, kinds)
    return [_KINDS[kind] for kind in kinds]


def _commas(document: PreparedDocument, first: IndexArray, last: IndexArray) -> IndexArray:
    """Enumeration commas between the first and the last unit of each place."""
    commas = np.flatnonzero(document.points == _ENUMERATION)
    starts, ends = document.segments.starts[first], document.segments.ends[last - 1]
    return (np.searchsorted(commas, ends) - np.searchsorted(commas, starts)).astype(np.int32)


def _columns(rows: Sequence[Piece]) -> npt.NDArray[np.int32]:
    """(4, n) the rows as columns."""
    return np.ascontiguousarray(np.array(rows, dtype=np.int32).reshape(-1, 4).T)


def _opcodes(flat: IndexArray, count: int, turned: bool) -> list[Opcode]:
    tags, s0, s1, t0, t1 = flat[: 5 * count].reshape(-1, 5).T.tolist()
    names = map((_TURNED_TAGS if turned else _TAGS).__getitem__, tags)
    ends = (t0, t1, s0, s1) if turned else (s0, s1, t0, t1)
    return list(zip(names, *ends, strict=True))


def _moves(flat: IndexArray, count: int, turned: bool) -> list[Move]:
    s0, s1, t0, t1 = flat[: 4 * count].reshape(-1, 4).T.tolist()
    return list(zip(t0, t1, s0, s1, strict=True)) if turned else list(zip(s0, s1, t0, t1, strict=True))


def _shared_out(rows: Sequence[_Row], ends: IndexArray) -> list[tuple[_Row, ...]]:
    """The rows of each chain."""
    return [tuple(rows[start:end]) for start, end in itertools.pairwise([0, *ends.tolist()])]
