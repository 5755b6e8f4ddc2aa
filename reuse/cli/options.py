"""Options that several commands share: where results go, what weighs them, how much to say.

Enters: a command. Leaves: the command with the options.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

__all__ = [
    "PATH",
    "background_option",
    "csv_option",
    "json_option",
    "list_options",
    "preset_option",
    "set_option",
    "verbosity_options",
]

PATH = click.Path(path_type=Path)

Command = TypeVar("Command", bound=Callable[..., Any])

json_option = click.option("--json", "json_place", metavar="PATH|-", help="All results as JSON; - is standard output.")
csv_option = click.option("--csv", "csv_folder", type=PATH, metavar="FOLDER", help="Tables for spreadsheets.")
background_option = click.option(
    "--background", metavar="PACK|none", help="Language model to weigh wording by, instead of the one that ships."
)
set_option = click.option(
    "--set", "sets", multiple=True, metavar="STAGE.NAME=VALUE", help="Change a setting for this call."
)
preset_option = click.option(
    "--preset", metavar="NAME", help="Settings for a purpose: speeches, passages or summaries."
)
_quiet = click.option("-q", "--quiet", "verbosity", flag_value="quiet", help="Say nothing but errors.")
_verbose = click.option(
    "-v", "--verbose", "verbosity", flag_value="verbose", help="Say everything, with the trace of a fault."
)


def verbosity_options(command: Command) -> Command:
    """Add `--quiet` and `--verbose`."""
    return _quiet(_verbose(command))


def list_options(command: Command) -> Command:
    """Add `--json`, `--csv`, `--background`, `--set`, `--quiet` and `--verbose`, in this order."""
    for option in (verbosity_options, set_option, background_option, csv_option, json_option):
        command = option(command)
    return command
