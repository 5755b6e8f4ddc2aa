"""How the source reads against the target, for display: opcodes and moved pieces.

Enters: a chain's pieces inside two spans. Leaves: opcodes that cover both spans, in code points from the start of each.
Only wording that the chain matched counts as equal, with what directly adjoins it; single letters that happen to agree
inside a replaced stretch stay replaced, so that a reader sees words and no confetti.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.align.accepted import Piece
from reuse.align.prepared import PreparedDocument
from reuse.model import Opcode, OpcodeTag, Span

__all__ = ["equal_runs", "in_order", "opcodes"]


def in_order(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The heaviest subset of pieces that rises on both sides, and the pieces that moved.

    Pieces rise on the source side already. Cost: quadratic in the number of pieces, of which a sentence has few.
    """
    weight = [0] * len(pieces)
    before = [-1] * len(pieces)
    for k, (a0, a1, b0, _) in enumerate(pieces):
        weight[k] = a1 - a0
        for p in range(k):
            if pieces[p][1] <= a0 and pieces[p][3] <= b0 and weight[p] + a1 - a0 > weight[k]:
                weight[k], before[k] = weight[p] + a1 - a0, p
    kept: set[int] = set()
    k = max(range(len(pieces)), key=lambda x: (weight[x], -x), default=-1)
    while k >= 0:
        kept.add(k)
        k = before[k]
    return [p for k, p in enumerate(pieces) if k in kept], [p for k, p in enumerate(pieces) if k not in kept]


def equal_runs(source: PreparedDocument, target: PreparedDocument, pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces cut where figures or variant characters differ, so that each run reads the same on both sides."""
    runs = []
    for a0, a1, b0, b1 in pieces:
        same = source.exact[a0:a1] == target.exact[b0:b1]
        if same.all():
            runs.append((a0, a1, b0, b1))
            continue
        start = None
        for offset, equal in enumerate([*same.tolist(), False]):
            if equal and start is None:
                start = offset
            elif not equal and start is not None:
                runs.append((a0 + start, a0 + offset, b0 + start, b0 + offset))
                start = None
    return runs


def opcodes(
    source: PreparedDocument, target: PreparedDocument, *, source_span: Span, target_span: Span, runs: Sequence[Piece]
) -> tuple[Opcode, ...]:
    """Opcodes of two code-point spans, given equal runs in rising order.

    Applied to the source's text they give the target's; "equal" pieces are the same code points. Cost: linear.
    """
    s_text, t_text = source.segments.document.text, target.segments.document.text
    s_starts, s_ends = source.segments.starts, source.segments.ends
    t_starts, t_ends = target.segments.starts, target.segments.ends
    equal: list[tuple[int, int, int, int]] = []
    for a0, a1, b0, b1 in runs:
        s0, s1, t0, t1 = int(s_starts[a0]), int(s_ends[a1 - 1]), int(t_starts[b0]), int(t_ends[b1 - 1])
        if s_text[s0:s1] == t_text[t0:t1]:
            equal.append((s0, s1, t0, t1))
            continue
        for k in range(a1 - a0):  # blanks, punctuation, width, case or script differ: unit by unit
            u0, u1 = int(s_starts[a0 + k]), int(s_ends[a0 + k])
            v0, v1 = int(t_starts[b0 + k]), int(t_ends[b0 + k])
            if s_text[u0:u1] == t_text[v0:v1]:
                equal.append((u0, u1, v0, v1))
    return _covering(s_text, t_text, source_span, target_span, equal)


def _covering(
    s_text: str, t_text: str, source_span: Span, target_span: Span, equal: Sequence[tuple[int, int, int, int]]
) -> tuple[Opcode, ...]:
    """Opcodes between equal pieces; what directly adjoins one, or an edge, and agrees is equal too."""
    (s_base, s_end), (t_base, t_end) = source_span, target_span
    out: list[Opcode] = []
    s, t = s_base, t_base
    for s0, s1, t0, t1 in [*equal, (s_end, s_end, t_end, t_end)]:
        while s < s0 and t < t0 and s_text[s] == t_text[t]:  # grow the piece before, or the edge, to the right
            s, t = s + 1, t + 1
        _extend(out, "equal", s - s_base, t - t_base)
        left_s, left_t = s0, t0
        while left_s > s and left_t > t and s_text[left_s - 1] == t_text[left_t - 1]:  # and this one to the left
            left_s, left_t = left_s - 1, left_t - 1
        if left_s > s and left_t > t:
            _extend(out, "replace", left_s - s_base, left_t - t_base)
        elif left_s > s:
            _extend(out, "delete", left_s - s_base, left_t - t_base)
        elif left_t > t:
            _extend(out, "insert", left_s - s_base, left_t - t_base)
        _extend(out, "equal", s1 - s_base, t1 - t_base)
        s, t = s1, t1
    return tuple(out)


def _extend(out: list[Opcode], tag: OpcodeTag, s: int, t: int) -> None:
    """Add a piece that ends at (s, t); one of the same tag before it grows instead."""
    s0, t0 = (out[-1][2], out[-1][4]) if out else (0, 0)
    if (s0, t0) == (s, t):
        return
    if out and out[-1][0] == tag:
        out[-1] = (tag, out[-1][1], s, out[-1][3], t)
    else:
        out.append((tag, s0, s, t0, t))
