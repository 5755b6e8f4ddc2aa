"""Rows of an Excel workbook.

Enters: bytes. Leaves: the rows of its first sheet that has any, as they are shown. `manifest` and the collection
format `xlsx` read with it. Needs openpyxl, which is imported when the first workbook is read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from reuse.read.extracted import Unreadable
from reuse.read.formats.extras import needed
from reuse.read.formats.packed import Packed

__all__ = ["sheet_rows"]


def sheet_rows(data: bytes, *, max_bytes: int) -> Iterator[tuple[object, ...]]:
    """Rows of values; formulas as their last outcome. Raises Unreadable for what is no sound workbook."""
    library = needed("openpyxl", kind="Excel files", extra="tables")
    packed = Packed(data, max_bytes=max_bytes, what="Excel file")
    if sum(map(packed.size, packed.names())) > max_bytes:
        raise Unreadable(f"unpacks to more than {max_bytes:,} bytes; split it")
    try:
        book = library.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = [row for row in sheet.iter_rows(values_only=True) if any(value is not None for value in row)]
            if rows:
                yield from rows
                return
    except (KeyError, ValueError, TypeError, OSError) as error:
        raise Unreadable(f"is no sound Excel file ({error}); save it anew, or as .csv") from error
