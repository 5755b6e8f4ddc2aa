"""Options that `history`, `editions` and `formulas` share: where results go, what weighs them, how much to say.

Enters: a command. Leaves: the command with the options.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reuse.cli.background import background_option

__all__ = ["PATH", "list_options"]

PATH = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--json", "json_place", metavar="PATH|-", help="All results as JSON; - is standard output."),
    click.option("--csv", "csv_folder", type=PATH, metavar="FOLDER", help="Tables for spreadsheets."),
    background_option,
    click.option("--set", "sets", multiple=True, metavar="STAGE.NAME=VALUE", help="Change a setting for this call."),
    click.option("-q", "--quiet", "verbosity", flag_value="quiet", help="Say nothing but errors."),
    click.option(
        "-v", "--verbose", "verbosity", flag_value="verbose", help="Say everything, with the trace of a fault."
    ),
)


def list_options(command: Command) -> Command:
    """Add `--json`, `--csv`, `--background`, `--set`, `--quiet` and `--verbose`, in this order."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
