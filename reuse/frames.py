"""Flat tables as data frames.

Enters: `Table`s by name. Leaves: frames of the library that was asked for. Serves `Comparison` and `FormulaInventory`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reuse.errors import RequestError
from reuse.extras import install_line
from reuse.tables import Table, writable

__all__ = ["data_frames"]


def data_frames(tables: Mapping[str, Table], library: str) -> dict[str, Any]:
    """Give the tables as frames of `library`, "pandas" or "polars".

    Columns stand in the order of the tables, cells with their own types. Raises RequestError for another
    library; ImportError, with what to install, where it is missing.
    """
    if library not in ("pandas", "polars"):
        raise RequestError(f"data frames come from “pandas” or “polars”, not from {library!r}; name one of the two")
    try:
        frames = __import__(library)
    except ImportError as error:
        raise ImportError(f"data frames need {library}: {install_line('frames')}") from error
    return {
        name: frames.DataFrame({column: list(map(writable, cells)) for column, cells in table.by_column().items()})
        for name, table in tables.items()
    }
