"""`speech-reuse formulas`: the stock of phrases of a body of speeches, none of which is compared with another.

Enters: paths and options. Leaves: exit code 0, or 3 where some inputs could not be read. A thin shell, as `compare`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.examples import ExampleCommand
from reuse.cli.excerpt import one_line
from reuse.cli.places import Places
from reuse.cli.screen import Screen, Verbosity
from reuse.errors import RequestError

if TYPE_CHECKING:
    from reuse.formula_inventory import FormulaInventory
    from reuse.params import Params
    from reuse.read import Inputs

__all__ = ["formulas"]

SOME_UNREADABLE = 3
PATH = click.Path(path_type=Path)
TOP = 30


class Formulas(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse formulas speeches/",
        "speech-reuse formulas speeches/ --top 100 --csv tables/ --json formulas.json",
    )


@click.command(cls=Formulas, short_help="List the formulas of a body of speeches.")
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS...")
@click.option("--top", type=click.IntRange(min=1), default=TOP, metavar="N", help=f"Show so many of each ({TOP}).")
@click.option("--json", "json_place", metavar="PATH|-", help="All results as JSON; - is standard output.")
@click.option("--csv", "csv_folder", type=PATH, metavar="FOLDER", help="Tables for spreadsheets.")
@click.option("--min-documents", type=click.IntRange(min=2), metavar="N", help="Only what N speeches hold (2).")
@click.option("--min-chars", type=click.IntRange(min=1), metavar="N", help="Leave out wordings under N characters.")
@click.option("--timings", is_flag=True, help="Tell seconds by stage, in the JSON too.")
@click.option("-q", "--quiet", "verbosity", flag_value="quiet", help="Say nothing but errors.")
@click.option("-v", "--verbose", "verbosity", flag_value="verbose", help="Say everything, with the trace of a fault.")
def formulas(
    *,
    paths: tuple[str, ...],
    top: int,
    json_place: str | None,
    csv_folder: Path | None,
    min_documents: int | None,
    min_chars: int | None,
    timings: bool,
    verbosity: Verbosity | None,
) -> int:
    """List what a body of speeches says again and again: formulas, their wordings and templates, who uses them when.

    FILES are texts in any usual encoding (- is standard input); of FOLDERS every text is taken. Speakers and dates come
    from a manifest.csv beside the files, from file names or from the texts.
    """
    screen = Screen(verbosity or "normal")
    places = Places(json=json_place, csv=csv_folder)
    places.check(paths)
    params = _params(min_documents, min_chars)
    inputs = _read(paths, params, screen)
    places.check([document.path for document in inputs.documents if document.path])

    from reuse.pipeline import inventory as run  # noqa: PLC0415 - everything heavy stands behind it

    with screen.progress() as progress:
        found = run(
            inputs.documents,
            params,
            skipped=inputs.skipped,
            warnings=inputs.warnings,
            progress=progress,
        )
        _deliver(found, places, timings=timings)
    _tell(found, places, screen, top=top, timings=timings)
    return SOME_UNREADABLE if found.skipped else 0


def _params(min_documents: int | None, min_chars: int | None) -> Params:
    from reuse.cli.settings import gathered  # noqa: PLC0415 - imports numpy

    given = {"min_documents": min_documents, "min_length_chars": min_chars}
    return gathered({"formulas": {name: value for name, value in given.items() if value is not None}}).params


def _read(paths: tuple[str, ...], params: Params, screen: Screen) -> Inputs:
    from reuse.read import read_inputs  # noqa: PLC0415 - not needed for help

    with screen.progress() as progress:
        inputs = read_inputs(paths, params=params.read, stdin=sys.stdin.buffer, progress=progress)
    for skipped in inputs.skipped:
        screen.complain(one_line(f"Skipped: {skipped.path}: {skipped.reason}"))
    if not inputs.documents:
        screen.warn(inputs.warnings)
        raise RequestError("Nothing to look at: no text could be read; give speeches, or a folder with them.")
    return inputs


def _deliver(found: FormulaInventory, places: Places, *, timings: bool) -> None:
    if places.csv:
        from reuse.output import write_csv_folder  # noqa: PLC0415 - not needed for help
        from reuse.tables import inventory_tables  # noqa: PLC0415

        write_csv_folder(places.csv, inventory_tables(found))
    if places.json_on_stdout:
        from reuse.contract import json_text  # noqa: PLC0415 - not needed for help

        sys.stdout.buffer.write(json_text(found.to_dict(timings=timings)).encode("utf-8"))
    elif places.json:
        found.to_json(places.json, timings=timings)


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
