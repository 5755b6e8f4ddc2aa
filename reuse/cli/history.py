"""`speech-reuse history`: how the wording of formulas moved with time.

Enters: paths and options. Leaves: exit code 0, 2 of fewer than six dated speeches, or 3 where some inputs could not be
read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.background import chosen_background
from reuse.cli.examples import ExampleCommand
from reuse.cli.excerpt import one_line
from reuse.cli.language import spoken
from reuse.cli.options import list_options
from reuse.cli.places import Places
from reuse.cli.requests import SOME_UNREADABLE, caveat, hand_over, read_all, weighed_by
from reuse.cli.screen import Screen, Verbosity
from reuse.cli.usage import Count
from reuse.errors import RequestError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reuse.model import DatedWording, History, WordingChange

__all__ = ["history"]

WORDING_COLUMNS = 200  # folded: what differs between two long wordings must not be what is cut off
WORDINGS_SHOWN = 6
LEAST = 6  # dated speeches, see `reuse.formulas.find_changes`
NOTHING = "No change of wording was found"


class HistoryCommand(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse history reports/",
        "speech-reuse history reports/ --top 60 --csv tables/ --json history.json",
        "speech-reuse history reports/ --find policy",
    )


@click.command(cls=HistoryCommand, short_help="Show which formulas changed their wording, and when.")
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS...")
@click.option("--top", type=Count(), default=15, show_default=True, metavar="N", help="Changes shown.")
@click.option("--find", "sought", metavar="TEXT", help="Show only changes with this text in one of their wordings.")
@list_options
def history(
    *,
    paths: tuple[str, ...],
    top: int,
    sought: str | None,
    json_place: str | None,
    csv_folder: Path | None,
    background: str | None,
    sets: tuple[str, ...],
    verbosity: Verbosity | None,
) -> int:
    """Show which formulas changed their wording over time, most significant first, each wording with its years.

    FILES are texts in any usual encoding; of FOLDERS every text is taken. Six dated speeches are the least, of fewer
    it ends with 2; dates come from a manifest.csv, the text or the file's name.
    """
    from reuse.cli.settings import in_force  # noqa: PLC0415 - imports numpy

    screen = Screen(verbosity or "normal")
    places = Places(json=json_place, csv=csv_folder)
    places.check(paths)
    pack = chosen_background(background)
    params = in_force(sets=sets).params
    inputs = read_all(paths, screen)
    dated = sum(1 for document in inputs.documents if document.date)
    if dated < LEAST:
        screen.warn(inputs.warnings)
        raise RequestError(
            f"A history needs six dated speeches or more; dated here: {dated:,} of {len(inputs.documents):,}; "
            "give more, or dates in a manifest.csv."
        )
    places.check([document.path for document in inputs.documents if document.path])

    from reuse.pipeline import history as run  # noqa: PLC0415 - everything heavy stands behind it
    from reuse.tables import history_tables  # noqa: PLC0415

    with screen.progress() as progress:
        found = run(
            inputs.documents,
            params,
            pack,
            skipped=inputs.skipped,
            warnings=inputs.warnings,
            progress=progress,
        )
    hand_over(found.to_dict(), history_tables(found), places)
    screen.warn(found.warnings)
    if not places.json_on_stdout:
        screen.show(*_summary(found, top, sought or ""))
        for name, place in places.files().items():
            screen.say(f"{name}: {place}")
    return SOME_UNREADABLE if found.skipped else 0


def _summary(found: History, top: int, sought: str) -> list[RenderableType]:
    from rich.text import Text  # noqa: PLC0415 - drawn only when a summary is shown

    note = Text("\n".join((caveat(found.coverage), weighed_by(found.background))) + "\n")
    rows = [
        (rank, change)
        for rank, change in enumerate(found.changes, start=1)
        if any(sought.casefold() in word.text.casefold() for word in change.wordings)
    ]
    if rows:
        return [_changes(rows, top), note]
    if found.changes:
        return [Text(f"No change of wording has “{one_line(sought)}” in one of its wordings.\n"), note]
    why = "no formula's wording depends on the time more than chance would have it"
    which = f"No change of wording was found, with “{one_line(sought)}” or without" if sought else NOTHING
    return [Text(f"{which}: {why}.\n"), note]


def _changes(rows: list[tuple[int, WordingChange]], top: int) -> RenderableType:
    from rich import box  # noqa: PLC0415 - drawn only when a summary is shown
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(
        title=f"Changes of wording ({len(rows):,}, most significant first)",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Wordings, in the order of their times", overflow="fold")
    table.add_column("Years (speeches)", overflow="fold")
    table.add_column("Settled", justify="right", no_wrap=True)
    table.add_column("p", justify="right", no_wrap=True)
    for rank, change in rows[:top]:
        words = sorted(change.wordings, key=lambda word: -word.documents)[:WORDINGS_SHOWN]
        shown = [word for word in change.wordings if word in words]
        facts = (str(rank), f"{change.settled:.0%}", f"{change.p:.3f}")
        for place, word in enumerate(shown):  # a row each: long wordings are folded, and the years stay beside them
            first, settled, p = facts if not place else ("", "", "")
            table.add_row(first, Text(one_line(word.text, WORDING_COLUMNS)), Text(_years(word)), settled, p)
        if len(shown) < len(change.wordings):
            table.add_row("", Text(spoken(f"… and {len(change.wordings) - len(shown)} more")))
        table.add_row()
    if len(rows) > top:
        table.caption = f"… and {len(rows) - top:,} more; --top {len(rows)} shows them\n"
        table.caption_justify = "left"
    return table


def _years(word: DatedWording) -> str:
    first, last = word.first[:4], word.last[:4]
    return f"{first} ({word.documents})" if first == last else f"{first}–{last} ({word.documents})"
