"""Tables as wide as the terminal: what is short is never broken, and what has no room is named instead.

Enters: a table and a width in columns. Leaves: the same table; where its wordings would be squeezed below
`LEAST_COLUMNS`, headings longer than their figures take two lines, then short columns are taken out, from the right or
in the order of a `Narrowing`, and the line under the table says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reuse.cli.excerpt import width as columns_of
from reuse.cli.language import spoken

if TYPE_CHECKING:
    from rich.table import Column, Table

__all__ = ["Narrowing", "fit"]

LEAST_COLUMNS = 16  # eight Chinese characters, a word or two: narrower lines are hard to read
SHORT_COLUMNS = 20  # a column of figures, years, kinds or names


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A table of which some columns may go where the terminal is narrow, and every other one stays."""

    table: Table
    gives_way: tuple[str, ...]  # headings, the first to go first

    def __rich__(self) -> Table:
        """The table itself, for who draws it without fitting it."""
        return self.table

    def places(self) -> list[int]:
        """Give the places of the columns that may go, in the order in which they go."""
        headings = [column.header for column in self.table.columns]
        return [headings.index(name) for name in self.gives_way]


def fit(table: Table, width: int, *, gives_way: list[int] | None = None) -> None:
    """Make a table fit, in place; `gives_way` has places of columns, the first to go first. Cost: two looks at cells.

    Without `gives_way` the last short column goes first, and one of them stays.
    """
    natural = {at: _natural(column) for at, column in enumerate(table.columns)}
    short = {at for at, columns in natural.items() if columns <= SHORT_COLUMNS}
    for at, column in enumerate(table.columns):
        column.no_wrap = column.no_wrap or at in short
    if _needed(natural) > width:
        for at in short - {0}:
            _stack(table.columns[at])
            natural[at] = _natural(table.columns[at])
    order = sorted(short - {0}, reverse=True)[:-1] if gives_way is None else gives_way
    for at in order:
        if _needed(natural) <= width or len(natural) <= 2:
            break
        del natural[at]
    left_out = [str(column.header).replace("\n", " ") for at, column in enumerate(table.columns) if at not in natural]
    table.columns = [table.columns[at] for at in natural]
    for at, column in enumerate(table.columns):
        column._index = at
    if left_out:
        said = spoken(f"No room for: {', '.join(left_out)}.")
        table.caption = f"{table.caption or ''}{said}\n"
        table.caption_justify = "left"


def _needed(natural: dict[int, int]) -> int:
    """Columns of the whole table: its edges, and two blanks between cells."""
    cells = sum(columns if columns <= SHORT_COLUMNS else LEAST_COLUMNS for columns in natural.values())
    return cells + 2 * len(natural) + 1


def _stack(column: Column) -> None:
    """Break a heading that is wider than its cells at a blank, one of Chinese in its middle."""
    heading = str(column.header)
    cells = max((columns_of(str(cell)) for cell in column.cells), default=0)
    if columns_of(heading) <= max(cells, 2):
        return
    if heading.isascii():
        breaks = [at for at, character in enumerate(heading) if character == " "]
    else:
        breaks = [len(heading) // 2] if len(heading) >= 4 else []
    halves = [(heading[:at], heading[at:].strip()) for at in breaks]
    if halves:
        column.header = "\n".join(min(halves, key=lambda both: max(map(columns_of, both))))


def _natural(column: Column) -> int:
    """The columns that the longest line of a column takes."""
    return max(
        (columns_of(line) for cell in (column.header, *column.cells) for line in str(cell).split("\n")), default=0
    )
