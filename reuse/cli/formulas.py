"""`speech-reuse formulas`: the stock of phrases of a body of speeches, none of which is compared with another.

Enters: paths and options. Leaves: exit code 0, or 3 where some inputs could not be read. A thin shell, as `compare`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.background import chosen_background
from reuse.cli.examples import ExampleCommand
from reuse.cli.options import list_options
from reuse.cli.places import Places
from reuse.cli.requests import SOME_UNREADABLE, hand_over, read_all
from reuse.cli.screen import Screen, Verbosity
from reuse.cli.usage import Count
from reuse.errors import RequestError

if TYPE_CHECKING:
    from reuse.formula_inventory import FormulaInventory

__all__ = ["formulas"]

TOP = 30


class Formulas(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse formulas speeches/",
        "speech-reuse formulas speeches/ --top 100 --csv tables/ --json formulas.json",
    )


@click.command(cls=Formulas, short_help="List the formulas of a body of speeches.")
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS...")
@click.option("--top", type=Count(), default=TOP, metavar="N", help=f"Show so many of each ({TOP}).")
@click.option("--min-documents", type=Count(2), metavar="N", help="Only what N speeches hold (2).")
@click.option("--min-chars", type=Count(), metavar="N", help="Leave out wordings under N characters.")
@click.option("--timings", is_flag=True, help="Tell seconds by stage, in the JSON too.")
@list_options
def formulas(
    *,
    paths: tuple[str, ...],
    top: int,
    json_place: str | None,
    csv_folder: Path | None,
    min_documents: int | None,
    min_chars: int | None,
    background: str | None,
    sets: tuple[str, ...],
    timings: bool,
    verbosity: Verbosity | None,
) -> int:
    """List what a body of speeches says again and again: formulas, their wordings and templates, who uses them when.

    FILES are texts in any usual encoding (- is standard input); of FOLDERS every text is taken. Speakers and dates come
    from a manifest.csv beside the files, from file names or from the texts.
    """
    from reuse.cli.settings import in_force  # noqa: PLC0415 - imports numpy

    screen = Screen(verbosity or "normal")
    places = Places(json=json_place, csv=csv_folder)
    places.check(paths)
    pack = chosen_background(background)
    params = in_force(_flags(min_documents, min_chars), sets=sets).params
    inputs = read_all(paths, screen)
    if not inputs.documents:
        screen.warn(inputs.warnings)
        raise RequestError("Nothing to look at: no text could be read; give speeches, or a folder with them.")
    places.check([document.path for document in inputs.documents if document.path])

    from reuse.pipeline import inventory as run  # noqa: PLC0415 - everything heavy stands behind it
    from reuse.tables import inventory_tables  # noqa: PLC0415

    with screen.progress() as progress:
        found = run(
            inputs.documents,
            params,
            pack,
            skipped=inputs.skipped,
            warnings=inputs.warnings,
            workers=os.cpu_count() or 1,
            progress=progress,
        )
    hand_over(found.to_dict(timings=timings), inventory_tables(found), places)
    _tell(found, places, screen, top=top, timings=timings)
    return SOME_UNREADABLE if found.skipped else 0


def _flags(min_documents: int | None, min_chars: int | None) -> dict[str, dict[str, object]]:
    given = {"min_documents": min_documents, "min_length_chars": min_chars}
    return {"formulas": {name: value for name, value in given.items() if value is not None}}


def _tell(found: FormulaInventory, places: Places, screen: Screen, *, top: int, timings: bool) -> None:
    screen.warn(found.warnings)
    if timings or screen.verbosity == "verbose":
        screen.tell("Seconds: " + ", ".join(f"{stage} {spent:.2f}" for stage, spent in found.timings.items()))
    if not places.json_on_stdout:
        from reuse.cli.formula_lists import lists  # noqa: PLC0415 - not needed for help

        screen.show(*lists(found, top=top))
    say = screen.tell if places.json_on_stdout else screen.say
    for name, place in places.files().items():
        say(f"{name}: {place}")
