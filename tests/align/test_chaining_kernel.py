"""The compiled kernel against the source it is made from: the same chains of anything."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from made_pairs import SOURCE, TARGET, aligned, segments_of
from source_kernels import Both, from_source, try_random_pairs

from reuse.align import chain_search, chaining_kernel, explain_pair
from reuse.params import AlignParams

needs_compiled = pytest.mark.skipif(not chaining_kernel.COMPILED, reason="the kernel is not compiled here")


@pytest.fixture(scope="module")
def source_kernel() -> ModuleType:
    """The kernel as plain Python, whichever one the program uses."""
    return from_source("chaining_kernel")


@needs_compiled
def test_compiled_and_plain_kernel_fill_the_same_columns(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Both(chaining_kernel.chain_pieces, source_kernel.chain_pieces)
    monkeypatch.setattr(chain_search, "chain_pieces", both)

    try_random_pairs(aligned)
    assert both.calls >= 50
    assert both.rows > both.calls


@needs_compiled
def test_compiled_and_plain_kernel_trace_the_same_chains(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Both(chaining_kernel.trace_chains, source_kernel.trace_chains)
    monkeypatch.setattr(chain_search, "trace_chains", both)

    def align_and_explain(source: str, target: str) -> None:
        aligned(source, target)
        found = explain_pair(segments_of(source, "a"), segments_of(target, "b"), params=AlignParams())
        assert found.threshold > 0

    try_random_pairs(align_and_explain)
    assert both.calls > 50


@needs_compiled
def test_speeches_are_chained_alike(source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    both = Both(chaining_kernel.chain_pieces, source_kernel.chain_pieces)
    monkeypatch.setattr(chain_search, "chain_pieces", both)
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    aligned(*texts)
    assert both.rows > 5000


@needs_compiled
def test_everything_is_the_same_without_acceleration(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    folder = root / "corpus" / "specimens"
    texts = [SOURCE, TARGET, *(path.read_text(encoding="utf-8") for path in sorted(folder.glob("20*.txt"))[:4])]
    fast = aligned(*texts)
    monkeypatch.setattr(chain_search, "chain_pieces", source_kernel.chain_pieces)
    monkeypatch.setattr(chain_search, "trace_chains", source_kernel.trace_chains)
    monkeypatch.setattr(chain_search, "COMPILED", False)
    assert aligned(*texts) == fast
    assert len(fast.alignments) > 50
