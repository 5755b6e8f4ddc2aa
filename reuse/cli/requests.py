"""What the commands about history share: reading, places of the outputs, the caveat.

Enters: paths and options. Leaves: documents, checked places, sentences.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reuse.cli.excerpt import one_line
from reuse.cli.figures import counted
from reuse.cli.places import Places
from reuse.cli.screen import Screen

if TYPE_CHECKING:
    from reuse.model import Coverage
    from reuse.read import Inputs
    from reuse.tables import Table

__all__ = ["SOME_UNREADABLE", "caveat", "hand_over", "read_all", "weighed_by"]

SOME_UNREADABLE = 3  # exit code
GAPS_SHOWN = 6


def read_all(paths: tuple[str, ...], screen: Screen) -> Inputs:
    """Read every input, telling at once which could not be read and why."""
    from reuse.read import read_inputs  # noqa: PLC0415 - not needed for help

    with screen.progress() as progress:
        inputs = read_inputs(paths, stdin=sys.stdin.buffer, progress=progress)
    for skipped in inputs.skipped:
        screen.complain(one_line(f"Skipped: {skipped.path or '“”'}: {skipped.reason}"))
    return inputs


def hand_over(content: Mapping[str, Any], tables: Mapping[str, Table], places: Places) -> None:
    """Write JSON and tables where they were asked for; OutputError at the first that cannot be written."""
    from reuse.contract import json_text  # noqa: PLC0415 - not needed for help
    from reuse.output import write_csv_folder, write_text  # noqa: PLC0415

    if places.csv:
        write_csv_folder(places.csv, tables)
    if places.json_on_stdout:
        sys.stdout.buffer.write(json_text(dict(content)).encode("utf-8"))
    elif places.json:
        write_text(Path(places.json), json_text(dict(content)))


def caveat(coverage: Coverage) -> str:
    """What the speeches cover, in one or two sentences, since nothing is known of others."""
    said = counted(coverage.documents, "speech")
    if coverage.first and coverage.last:
        said += f", {coverage.first}" + (f" to {coverage.last}" if coverage.last != coverage.first else "")
    if len(coverage.gaps) > GAPS_SHOWN:
        said += f"; none in {_years_without(coverage):,} of the {_years(coverage.first, coverage.last):,} years"
    elif coverage.gaps:
        said += f"; none from {', '.join(coverage.gaps)}"
    if coverage.undated:
        said += f"; {coverage.undated:,} without a date and so without a part in what has to do with time"
    return f"Covered: {said}. First, last, new and missing mean: in these speeches."


def _years_without(coverage: Coverage) -> int:
    return sum(_years(*(gap.split("–") * 2)[:2]) for gap in coverage.gaps)


def _years(first: str | None, last: str | None) -> int:
    """Years from one date to another, both of them counted."""
    return int((last or "0")[:4]) - int((first or "0")[:4]) + 1


def weighed_by(background: Mapping[str, object]) -> str:
    """Which background said what is surprising and what is stock."""
    return f"Weighed by the background {background['name']} ({background['fingerprint']})."
