"""Columns in the form in which a loop reads them fastest.

Enters: arrays. Leaves: the same as contiguous arrays for compiled loops, as lists for uncompiled ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["buffers"]


def buffers(columns: Sequence[npt.NDArray[Any]], *, compiled: bool) -> list[Any]:
    """One buffer for each column. A list is a copy, an array that is contiguous already is not."""
    return [np.ascontiguousarray(column) if compiled else column.tolist() for column in columns]
