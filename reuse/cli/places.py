"""Where the outputs go: the report's name when none was given, and no output over an input or over another.

Enters: what the command line named. Leaves: checked paths, or RequestError and OutputError before any work starts.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reuse.errors import RequestError
from reuse.extras import install_line, is_there

if TYPE_CHECKING:
    from reuse.model import Document

__all__ = ["Places", "report_place"]

FOLDERS = frozenset(("Tables", "Parquet"))
REPORTS = Path("reports")
PAGE = "index.html"  # what to open in the folder of a report
STREAM = "-"  # standard input among the inputs, standard output as the place of the JSON
# What some file system refuses in a name, and blanks, which make a path awkward to pass on.
UNWELCOME = re.compile(r'[\x00-\x20\x7f<>:"/\\|?*\s]+')
NAME_CHARACTERS = 32  # twice so many of three bytes each, and the rest of the name, stay under the 255 bytes of a name


@dataclass(frozen=True, slots=True)
class Places:
    """The outputs that were asked for; None for those that were not."""

    report: Path | None = None
    report_dir: Path | None = None
    json: str | None = None
    csv: Path | None = None
    gexf: Path | None = None
    graphml: Path | None = None
    node_link: Path | None = None
    parquet: Path | None = None
    docx: Path | None = None
    tei: Path | None = None
    background: Path | None = None

    @property
    def json_on_stdout(self) -> bool:
        """Whether stdout belongs to the JSON text."""
        return self.json == STREAM

    def networks(self) -> bool:
        """Whether a network was asked for, in whatever format."""
        return bool(self.gexf or self.graphml or self.node_link)

    def with_report(self, place: Path) -> Places:
        """These places with the report at `place`, unless a place for it was asked for."""
        return self if self.report or self.report_dir else replace(self, report=place)

    def files(self) -> dict[str, Path]:
        """Give the places on the disk by what stands there, in the order of the help."""
        json = Path(self.json) if self.json and not self.json_on_stdout else None
        folder = self.report_dir and self.report_dir / PAGE
        places = {"Report": self.report, "Report folder": folder, "JSON": json}
        places |= {"Tables": self.csv, "Network": self.gexf, "GraphML": self.graphml, "Node-link": self.node_link}
        places |= {"Parquet": self.parquet, "Word": self.docx, "TEI": self.tei, "Background": self.background}
        return {name: place for name, place in places.items() if place}

    def check(self, inputs: Iterable[str]) -> None:
        """Raise RequestError or OutputError where an output cannot go where it should. Makes nothing."""
        from reuse.output import check_writable  # noqa: PLC0415 - not needed for help

        for place, needed in ((self.parquet, ("pyarrow", "tables")), (self.docx, ("docx", "docs"))):
            if place and not is_there(needed[0]):
                raise RequestError(f"{place} needs the package {needed[0]}; install it with: {install_line(needed[1])}")
        if self.report and str(self.report) == STREAM:
            raise RequestError("The report cannot go to standard output; name a file, or ask for --json - there.")
        taken = {os.path.realpath(path): f"the input {path}" for path in inputs if path != STREAM}
        for name, place in self.files().items():
            resolved = os.path.realpath(place)
            if name not in FOLDERS and resolved in taken:
                raise RequestError(f"{name} at {place} would overwrite {taken[resolved]}; give it a place of its own.")
            check_writable(place, folder=name in FOLDERS)
            if not place.exists() or place.is_file():  # a device, such as the null device, takes several outputs
                taken[resolved] = f"another output, {place}"


def report_place(documents: Sequence[Document], inputs: Sequence[str]) -> Path:
    """Name the report after what is compared: ``reports/<a>--<b>.html`` under the current folder.

    Of more than two speeches the folder gives the name where one folder was asked for, else the first and the last
    speech; how many they are stands at the end.
    """
    names = [documents[0].id, documents[-1].id]
    if len(documents) > 2:
        folder = Path(os.path.realpath(inputs[0])).name if len(inputs) == 1 else ""
        names = [*([folder] if folder else names), f"{len(documents)}-speeches"]
    return REPORTS / ("--".join(map(_part, names)) + ".html")


def _part(name: str) -> str:
    return UNWELCOME.sub("-", name).strip("-.")[:NAME_CHARACTERS] or "speech"
