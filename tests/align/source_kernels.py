"""Kernels as plain Python, whichever one the program uses, and random pairs of texts to try both on."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import given
from made_pairs import pairs_of_texts
from made_texts import brisk

from reuse import align

FOLDER = Path(align.__file__).parent


def from_source(name: str) -> ModuleType:
    """The kernel of that name, read from its source."""
    loader = importlib.machinery.SourceFileLoader(f"{name}_as_source", str(FOLDER / f"{name}.py"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    assert not module.COMPILED
    return module


class Both:
    """Stands in for a compiled loop: runs it and its source on copies of the same columns, and holds them together."""

    def __init__(self, compiled: Any, source: Any) -> None:
        self.compiled, self.source = compiled, source
        self.calls = self.rows = 0

    def __call__(self, *columns: Any) -> Any:
        plain = [list(column) if hasattr(column, "__len__") else column for column in columns]
        result = self.compiled(*columns)
        assert self.source(*plain) == result
        for fast, slow in zip(columns, plain, strict=True):
            assert (list(fast) if hasattr(fast, "__len__") else fast) == slow
        self.calls += 1
        self.rows += len(next(column for column in columns if hasattr(column, "__len__")))
        return result


def try_random_pairs(work: Callable[[str, str], object]) -> None:
    """Give both texts of many random pairs to `work`, into which a `Both` has been patched."""

    @brisk
    @given(pairs_of_texts())
    def hold_together(pair: tuple[str, str]) -> None:
        work(*pair)

    hold_together()
