"""The loops that lay chains out: compiled and plain alike, and in step with slow readings of the same words."""

from __future__ import annotations

import itertools
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pairs import SOURCE, TARGET, aligned
from source_kernels import Both, from_source, try_random_pairs

from reuse.align import kinds_kernel, laying, laying_kernel
from reuse.model import Alignment

needs_compiled = pytest.mark.skipif(not laying_kernel.COMPILED, reason="the kernel is not compiled here")


@pytest.fixture(scope="module")
def source_kernel() -> ModuleType:
    """The kernel as plain Python, whichever one the program uses."""
    return from_source("laying_kernel")


@needs_compiled
def test_compiled_and_plain_kernel_lay_alike(source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    both = Both(laying_kernel.lay, source_kernel.lay)
    monkeypatch.setattr(laying_kernel, "lay", both)
    kinds = Both(kinds_kernel.tell_kinds, from_source("kinds_kernel").tell_kinds)
    monkeypatch.setattr(kinds_kernel, "tell_kinds", kinds)
    try_random_pairs(aligned)
    aligned(SOURCE, TARGET)
    assert both.calls > 10
    assert both.rows > both.calls
    assert kinds.rows == both.rows


@needs_compiled
def test_speeches_are_laid_alike(source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    both = Both(laying_kernel.lay, source_kernel.lay)
    monkeypatch.setattr(laying_kernel, "lay", both)
    found = aligned(*(path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))))
    assert both.rows == len(found.alignments) > 50


@needs_compiled
def test_the_program_finds_the_same_without_acceleration(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = aligned(SOURCE, TARGET)
    monkeypatch.setattr(laying_kernel, "lay", source_kernel.lay)
    monkeypatch.setattr(laying_kernel, "COMPILED", False)
    monkeypatch.setattr(kinds_kernel, "tell_kinds", from_source("kinds_kernel").tell_kinds)
    monkeypatch.setattr(kinds_kernel, "COMPILED", False)
    assert aligned(SOURCE, TARGET) == fast


def test_laying_a_few_at_a_time_gives_the_same(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    whole = aligned(*texts)
    calls = 0
    lay = laying_kernel.lay

    def counted(*columns: object) -> int:
        nonlocal calls
        calls += 1
        return int(lay(*columns))  # type: ignore[arg-type]

    monkeypatch.setattr(laying_kernel, "lay", counted)
    monkeypatch.setattr(laying, "_ROOM_OPCODES", 1)
    assert aligned(*texts) == whole
    assert calls > 2


Pieces = list[tuple[int, int, int, int]]


@st.composite
def pieces_in_any_order(draw: st.DrawFn) -> Pieces:
    """Pieces that rise in the source; in the target they stand anywhere."""
    gaps = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(0, 12)), max_size=6))
    pieces, end = [], 0
    for gap, length, there in gaps:
        pieces.append((end + gap, end + gap + length, there, there + length))
        end += gap + length
    return pieces


@given(pieces_in_any_order())
def test_no_other_choice_of_rising_pieces_is_heavier(source_kernel: ModuleType, pieces: Pieces) -> None:
    columns = [list(column) for column in zip(*pieces, strict=True)] or [[], [], [], []]
    n = len(pieces)
    kept, work, before = [9] * n, [0] * n, [0] * n
    source_kernel._keep_rising(0, n, *columns, kept, work, before)
    assert set(kept) <= {0, 1}
    chosen = [piece for piece, keep in zip(pieces, kept, strict=True) if keep]
    assert rises(chosen)
    choices = [some for size in range(n + 1) for some in itertools.combinations(pieces, size) if rises(list(some))]
    assert weight(chosen) == max(weight(list(some)) for some in choices)


def rises(pieces: Pieces) -> bool:
    return all(one[1] <= other[0] and one[3] <= other[2] for one, other in itertools.pairwise(pieces))


def weight(pieces: Pieces) -> int:
    return sum(piece[1] - piece[0] for piece in pieces)


def test_identity_counts_what_agrees_once(root: Path) -> None:
    """Equal opcodes are a lower bound, whole places an upper one; copies reach both."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    found = aligned(*texts).alignments
    assert len(found) > 50
    for alignment in found:
        assert written_alike(alignment) - 0.0001 <= alignment.identity <= 1
    copy = aligned(texts[0], texts[0]).alignments
    assert {(a.identity, written_alike(a)) for a in copy} == {(1.0, 1.0)}


def written_alike(alignment: Alignment) -> float:
    same = sum(s1 - s0 for tag, s0, s1, _, _ in alignment.opcodes if tag == "equal")
    s, t = alignment.source, alignment.target
    return 2 * same / (s.end - s.start + t.end - t.start)
