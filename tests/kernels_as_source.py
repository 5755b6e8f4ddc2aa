"""Compiled kernels and the sources they are made from, side by side."""

from __future__ import annotations

import importlib.machinery
import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any


def read_as_source(path: Path) -> ModuleType:
    """The kernel at `path`, as plain Python."""
    loader = importlib.machinery.SourceFileLoader(f"{path.stem}_as_source", str(path))
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
