"""A text as a column of numbers.

Enters: text. Leaves: its code points, and which of them are blanks.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reuse.model import BoolArray

__all__ = ["PointArray", "blanks", "code_points"]

PointArray = npt.NDArray[np.uint32]

_BLANK = np.array([*(chr(point).isspace() for point in range(0x3001)), False])  # the last one stands for all beyond


def code_points(text: str) -> PointArray:
    """(characters,) the number of each character. Cost: one copy."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32, copy=False)


def blanks(text: str) -> BoolArray:
    """(characters,) whether each character of a text is a blank. Cost: linear."""
    return _BLANK[np.minimum(code_points(text), len(_BLANK) - 1)]
