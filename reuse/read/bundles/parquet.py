"""Collections as Parquet tables.

Enters: bytes. Leaves: a `Part` for each row. Needs pyarrow, which is imported when the first such file is read.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from reuse.read.bundles.records import text_parts
from reuse.read.columns import COLUMNS, TEXT, column
from reuse.read.extracted import Part, Unreadable
from reuse.read.formats.extras import needed

__all__ = ["parts"]

_ROWS_AT_ONCE = 1000


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:
    """The speeches of a Parquet table, in order of its rows. Only columns that say something are unpacked."""
    library = needed("pyarrow.parquet", kind="Parquet files", extra="tables")
    return text_parts(_rows(library.ParquetFile(io.BytesIO(data)), max_bytes))


def _rows(table: Any, max_bytes: int) -> Iterator[tuple[str, Iterable[tuple[object, object]]]]:
    wanted = [name for name in table.schema_arrow.names if column(name) in (*COLUMNS, TEXT)]
    number = taken = 0
    for batch in table.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
        taken += batch.nbytes
        if taken > max_bytes:
            raise Unreadable(f"unpacks to more than {max_bytes:,} bytes; split it, or raise max_unpacked_bytes")
        for row in batch.to_pylist():
            number += 1
            yield f"row {number}", row.items()
