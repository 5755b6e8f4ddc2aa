"""The examples in the docstrings of what is public, run as they stand, from where the corpus is."""

from __future__ import annotations

import doctest
from importlib import import_module
from inspect import isfunction
from pathlib import Path

import pytest

import reuse

MODULES = ("reuse.model", "reuse.pipeline", "reuse.read.file", "reuse.read.inputs", "reuse.comparison", "reuse.params")


@pytest.mark.parametrize("name", MODULES)
def test_examples_work(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0, "there is no example any more"
    assert outcome.failed == 0


def test_every_public_function_has_an_example() -> None:
    functions = [getattr(reuse, name) for name in reuse.__all__ if isfunction(getattr(reuse, name))]
    assert len(functions) >= 6
    assert [function.__name__ for function in functions if ">>>" not in (function.__doc__ or "")] == []
