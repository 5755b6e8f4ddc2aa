"""The tables of a result as Parquet files, for pandas, polars, DuckDB, R and others.

Enters: a `Result`. Leaves: a file for each table, the same tables as the CSV and with the same columns, but typed.
Needs pyarrow.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from reuse.extras import library
from reuse.model import Result
from reuse.output import whole_file
from reuse.tables import Cell, Table, tables, writable

__all__ = ["write_parquet_folder"]

PURPOSE = "a Parquet table"


def write_parquet_folder(folder: str | os.PathLike[str], result: Result) -> tuple[Path, ...]:
    """Write each table as ``<name>.parquet`` into a folder and give the paths. No name changes before all are written.

    Whole numbers are int64, measured ones double, the rest text; a column without any value is text, or a whole number
    where its name says that it is a place. Raises RequestError where pyarrow is missing, OutputError from the disk.
    """
    arrow = library("pyarrow", purpose=PURPOSE, extra="tables")
    parquet = library("pyarrow.parquet", purpose=PURPOSE, extra="tables")
    made = tables(result)
    paths = tuple(Path(folder) / f"{name}.parquet" for name in made)
    with ExitStack() as stack:
        drafts = [stack.enter_context(whole_file(path)) for path in paths]
        for draft, table in zip(drafts, made.values(), strict=True):
            parquet.write_table(_arrow(table, arrow), str(draft))
    return paths


def _arrow(table: Table, arrow: Any) -> Any:
    columns = {
        name: arrow.array([writable(cell) for cell in cells], type=_type(name, cells, arrow))
        for name, cells in table.by_column().items()
    }
    return arrow.table(columns)


def _type(name: str, cells: tuple[Cell, ...], arrow: Any) -> Any:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {bool}:
        return arrow.bool_()
    if kinds == {int} or (not kinds and name.endswith(("start", "end"))):
        return arrow.int64()
    return arrow.float64() if kinds and kinds <= {int, float} else arrow.string()
