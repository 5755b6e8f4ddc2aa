"""Kernels as plain Python, whichever one the program uses, and random pairs of texts to try both on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from hypothesis import given
from kernels_as_source import Both, read_as_source
from made_pairs import pairs_of_texts
from made_texts import brisk

from reuse import align

__all__ = ["Both", "from_source", "try_random_pairs"]

FOLDER = Path(align.__file__).parent


def from_source(name: str) -> ModuleType:
    """The kernel of that name, read from its source."""
    return read_as_source(FOLDER / f"{name}.py")


def try_random_pairs(work: Callable[[str, str], object]) -> None:
    """Give both texts of many random pairs to `work`, into which a `Both` has been patched."""

    @brisk
    @given(pairs_of_texts())
    def hold_together(pair: tuple[str, str]) -> None:
        work(*pair)

    hold_together()
