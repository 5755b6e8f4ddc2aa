"""The compiled kernel against the source it is made from: the same chains of anything."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from made_pairs import SOURCE, TARGET, aligned, pairs_of_texts
from made_texts import brisk

from reuse.align import chain_kernel, chains

KERNEL = Path(chains.__file__).with_name("chain_kernel.py")

needs_compiled = pytest.mark.skipif(not chain_kernel.COMPILED, reason="the kernel is not compiled here")


@pytest.fixture(scope="module")
def source_kernel() -> ModuleType:
    """The kernel as plain Python, whichever one the program uses."""
    loader = importlib.machinery.SourceFileLoader("chain_kernel_as_source", str(KERNEL))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    assert not module.COMPILED
    return module


class Both:
    """Stands in for the kernel: runs it and the source on copies of the same columns, and holds them together."""

    def __init__(self, source_kernel: ModuleType) -> None:
        self.source_kernel = source_kernel
        self.calls = self.pieces = 0

    def __call__(self, *columns: Any) -> None:
        plain = [list(column) if hasattr(column, "__len__") else column for column in columns]
        chain_kernel.chain_pieces(*columns)
        self.source_kernel.chain_pieces(*plain)
        for compiled, interpreted in zip(columns, plain, strict=True):
            assert (list(compiled) if hasattr(compiled, "__len__") else compiled) == interpreted
        self.calls += 1
        self.pieces += len(columns[0])


@needs_compiled
def test_compiled_and_plain_kernel_fill_the_same_columns(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Both(source_kernel)
    monkeypatch.setattr(chains, "chain_pieces", both)

    @brisk
    @given(pairs_of_texts())
    def hold_together(pair: tuple[str, str]) -> None:
        aligned(*pair)

    hold_together()
    assert both.calls >= 50
    assert both.pieces > both.calls


@needs_compiled
def test_speeches_are_chained_alike(source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    both = Both(source_kernel)
    monkeypatch.setattr(chains, "chain_pieces", both)
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    aligned(*texts)
    assert both.pieces > 5000


@needs_compiled
def test_everything_is_the_same_without_acceleration(
    source_kernel: ModuleType, monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    folder = root / "corpus" / "specimens"
    texts = [SOURCE, TARGET, *(path.read_text(encoding="utf-8") for path in sorted(folder.glob("20*.txt"))[:4])]
    fast = aligned(*texts)
    monkeypatch.setattr(chains, "chain_pieces", source_kernel.chain_pieces)
    monkeypatch.setattr(chains, "COMPILED", False)
    assert aligned(*texts) == fast
    assert len(fast.alignments) > 50
