"""The examples in the docstrings of what is public, run as they stand, from where the corpus is."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

MODULES = ("reuse.model", "reuse.pipeline", "reuse.read.file", "reuse.read.inputs", "reuse.comparison", "reuse.params")


@pytest.mark.parametrize("name", MODULES)
def test_examples_work(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    outcome = doctest.testmod(import_module(name))
    assert outcome.attempted > 0, "there is no example any more"
    assert outcome.failed == 0
