"""Numbers as people read them: percentages, counts with their noun; and shares as people type them.

Enters: shares 0..1 and counts. Leaves: short strings for the summary.
"""

from __future__ import annotations

import unicodedata

import click

from reuse import shares

__all__ = ["Share", "counted", "percent"]


class Share(click.ParamType[float]):
    """A share on the command line: 0.3, 30%, 30 %, ３０％."""

    name = "share"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Give it as 0..1; 30 alone is refused, since it may mean either."""
        text = unicodedata.normalize("NFKC", str(value)).strip()  # as Chinese keyboards write it, too
        try:
            share = float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
        except ValueError:
            share = -1.0
        if not 0 <= share <= 1:
            self.fail(f"“{value}” is no share; write 0.3 or 30%", param, ctx)
        return share


def percent(share: float) -> str:
    """Give a share 0..1 with one decimal and with blanks, as the terminal shows it."""
    return shares.percent(share, blank=" ")


def counted(number: int, noun: str) -> str:
    """Give a count with its noun in the right number: 1 speech, 2 speeches, 1,204 alignments."""
    if number == 1:
        return f"1 {noun}"
    ending = "es" if noun.endswith("ch") else "s"
    return f"{number:,} {noun}{ending}"
