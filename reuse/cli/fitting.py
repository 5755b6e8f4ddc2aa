"""Tables as wide as the terminal: what is short is never broken, and what has no room is named instead.

Enters: a table and a width in columns. Leaves: the same table; where its wordings would be squeezed below
`LEAST_COLUMNS`, short columns are taken out from the right, and the line under the table says which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reuse.cli.language import spoken

if TYPE_CHECKING:
    from rich.table import Column, Table

__all__ = ["fit"]

LEAST_COLUMNS = 16  # eight Chinese characters, a word or two: narrower lines are hard to read
SHORT_COLUMNS = 20  # a column of figures, years, kinds or names


def fit(table: Table, width: int) -> None:
    """Make a table fit, in place. Cost: one look at every cell."""
    widths = [_natural(column) for column in table.columns]
    for column, natural in zip(table.columns, widths, strict=True):
        column.no_wrap = column.no_wrap or natural <= SHORT_COLUMNS
    left_out: list[str] = []
    while sum(_needed(natural) for natural in widths) + len(widths) + 1 > width:
        spare = [at for at, natural in enumerate(widths) if at > 0 and natural <= SHORT_COLUMNS]
        if len(spare) <= 1 or len(widths) <= 2:
            break
        left_out.append(str(table.columns.pop(spare[-1]).header))
        del widths[spare[-1]]
    for at, column in enumerate(table.columns):
        column._index = at
    if left_out:
        said = spoken(f"No room for: {', '.join(reversed(left_out))}.")
        table.caption = f"{table.caption or ''}{said}\n"
        table.caption_justify = "left"


def _natural(column: Column) -> int:
    """The columns that the longest line of a column takes."""
    from rich.cells import cell_len  # noqa: PLC0415 - loaded by what is shown

    return max((cell_len(line) for cell in (column.header, *column.cells) for line in str(cell).split("\n")), default=0)


def _needed(natural: int) -> int:
    return natural if natural <= SHORT_COLUMNS else LEAST_COLUMNS
