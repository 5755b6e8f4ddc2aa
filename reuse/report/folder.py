"""The report as a folder: a small page, the script beside it, and texts and pairs that are read when they are opened.

Enters: the records of a page. Leaves: names and contents of the files. A page opened from disk may not fetch, so every
part is a script that hands its data over; it holds nothing but one call with JSON, escaped as in the single file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from reuse.report.embed import script_json
from reuse.report.view import PageView
from reuse.report.view_versions import VersionView

__all__ = ["PARTS", "part", "plotly_part", "slimmed", "text_and_pair_parts"]

PARTS = "parts"  # folder beside the page


def slimmed(page: PageView) -> PageView:
    """The page without what its parts hold: texts, matches, edits."""
    return replace(
        page,
        documents=tuple(replace(document, text=None, paragraphs=()) for document in page.documents),
        pairs=tuple(replace(pair, matches=()) for pair in page.pairs),
        versions=(),
    )


def text_and_pair_parts(page: PageView) -> Iterator[tuple[str, str]]:
    """Names and contents: a part for every text, and one for every pair that shares something."""
    for document in page.documents:
        name = f"text-{document.index}"
        yield name, part(name, {"text": document.text, "paragraphs": document.paragraphs})
    versions: dict[int, VersionView] = {version.pair: version for version in page.versions}
    for index, pair in enumerate(page.pairs):
        if pair.matches:
            name = f"pair-{index}"
            yield name, part(name, {"matches": pair.matches, "version": versions.get(index)})


def part(name: str, value: object) -> str:
    """A script that hands `value` to the page under `name`."""
    return f"speechReuse({script_json(name)},{script_json(value)});\n"


def plotly_part() -> bytes:
    """plotly.js as the installed package has it."""
    return (files("plotly") / "package_data" / "plotly.min.js").read_bytes()
