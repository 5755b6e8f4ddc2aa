"""Collections as Excel workbooks: a speech a row, with a column “text”.

Enters: bytes. Leaves: a `Part` for each row of the first sheet that has any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reuse.read.bundles.records import text_parts
from reuse.read.extracted import Part
from reuse.read.sheets import sheet_rows

__all__ = ["parts"]


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:
    """The speeches of a workbook, in order of its rows; the first row names the columns."""
    rows = sheet_rows(data, max_bytes=max_bytes)
    header = next(rows, ())
    return text_parts(_named(header, rows))


def _named(
    header: tuple[object, ...], rows: Iterable[tuple[object, ...]]
) -> Iterator[tuple[str, Iterable[tuple[object, object]]]]:
    for number, row in enumerate(rows, 2):
        yield f"row {number}", zip(header, row, strict=False)
