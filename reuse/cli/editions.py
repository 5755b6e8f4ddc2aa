"""`speech-reuse editions`: a speech against the last of its series.

Enters: a file, its series, options. Leaves: exit code 0, or 3 where some inputs could not be read.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.background import chosen_background
from reuse.cli.examples import ExampleCommand
from reuse.cli.excerpt import one_line
from reuse.cli.figures import counted, percent
from reuse.cli.options import list_options
from reuse.cli.places import Places
from reuse.cli.requests import SOME_UNREADABLE, caveat, hand_over, read_all, weighed_by
from reuse.cli.screen import Screen, Verbosity
from reuse.cli.usage import Count
from reuse.errors import RequestError

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from reuse.model import EditionItem, Editions, Locus

__all__ = ["editions"]

LISTED = 8
COLUMNS = 104  # folded: of two wordings side by side all that differs should show
KINDS = {
    "kept": "word for word as before",
    "figures": "as before, with other figures",
    "reworded": "reworded",
    "returned": "from older editions, not the last ones",
    "new": "new in this series",
}
LISTS = (("new", "New"), ("reworded", "Reworded"), ("returned", "Returned"), ("dropped", "Dropped"))


class EditionsCommand(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse editions 2026.txt --against reports/",
        "speech-reuse editions draft.docx --against reports/ --last 3 --csv tables/",
    )


@click.command(cls=EditionsCommand, short_help="Lay a speech beside the last of its series: new, dropped, missing.")
@click.argument("path", metavar="FILE")
@click.option("--against", "series", multiple=True, required=True, metavar="PATH", help="Folder or file of the series.")
@click.option("--last", type=Count(), metavar="N", help="How many editions to look at; without, five.")
@click.option("--top", type=Count(), default=LISTED, show_default=True, metavar="N", help="Rows of each list.")
@list_options
def editions(
    *,
    path: str,
    series: tuple[str, ...],
    last: int | None,
    top: int,
    json_place: str | None,
    csv_folder: Path | None,
    background: str | None,
    sets: tuple[str, ...],
    verbosity: Verbosity | None,
) -> int:
    """Lay a speech beside the last editions of its series: what is kept, reworded, new, dropped, and missing.

    FILE is the speech; --against names the series, which may hold the speech too. The whole series says how lasting
    its formulas are, so that a missing one can be called surprising or not.
    """
    from reuse.cli.settings import in_force  # noqa: PLC0415 - imports numpy

    screen = Screen(verbosity or "normal")
    places = Places(json=json_place, csv=csv_folder)
    places.check((path, *series))
    pack = chosen_background(background)
    params = in_force({} if last is None else {"history": {"last_editions": last}}, sets=sets).params
    own, inputs = read_all((path,), screen), read_all(series, screen)
    if not own.documents:
        raise RequestError(f"Nothing to lay beside the series: {path} could not be read.")
    if len(own.documents) > 1:
        raise RequestError(f"{path} is a folder; name one speech, and the series with --against.")
    places.check([document.path for document in (*own.documents, *inputs.documents) if document.path])

    from reuse.pipeline import editions as run  # noqa: PLC0415 - everything heavy stands behind it
    from reuse.tables import editions_tables  # noqa: PLC0415

    with screen.progress() as progress:
        found = run(
            own.documents[0],
            inputs.documents,
            params,
            pack,
            skipped=(*own.skipped, *inputs.skipped),
            warnings=(*own.warnings, *inputs.warnings),
            progress=progress,
        )
    hand_over(found.to_dict(), editions_tables(found), places)
    screen.warn(found.warnings)
    if not places.json_on_stdout:
        screen.show(*_summary(found, top))
        for name, place in places.files().items():
            screen.say(f"{name}: {place}")
    return SOME_UNREADABLE if found.skipped else 0


def _summary(found: Editions, top: int) -> list[RenderableType]:
    from rich.text import Text  # noqa: PLC0415 - drawn only when a summary is shown

    texts = {document.id: document.text for document in (*found.documents, found.document)}
    dates = {document.id: (document.date or document.id) for document in found.documents}
    parts: list[RenderableType] = [Text("\n".join(_counts(found)) + "\n")]
    for kind, title in LISTS:
        rows = sorted((item for item in found.items if item.kind == kind), key=_weight)
        if rows:
            parts.append(_list(title, rows[:top], len(rows), texts, dates))
    if found.missing:
        parts += [_missing(found, top, texts), Text("\n".join(_expected(found, top)) + "\n")]
    return [*parts, Text("\n".join((caveat(found.coverage), weighed_by(found.background))) + "\n")]


def _weight(item: EditionItem) -> tuple[float, int, str]:
    """Wording of somebody's own first; of a dropped one how long it stood counts too."""
    weight = item.bits * (1 - item.stock) * (item.editions if item.kind == "dropped" else 1)
    return (-weight, item.place.start, item.text)


def _counts(found: Editions) -> list[str]:
    phrases = Counter(item.kind for item in found.items)
    own = phrases.total() - phrases["dropped"]
    title = one_line(found.document.title or found.document.id, 60)
    of = found.items[0].of if found.items else 0
    lines = [f"{title} against the last {counted(of, 'edition')} of its series; of its {counted(own, 'phrase')}:"]
    for kind, said in KINDS.items():
        share = f" ({percent(phrases[kind] / own)})" if own else ""
        lines.append(f"  {phrases[kind]:>5,} {said}{share}")
    where = "that edition" if of == 1 else f"the latest of these {of} editions, or of half of them,"
    return [*lines, f"Dropped: {counted(phrases['dropped'], 'phrase')} of {where} that it lacks."]


def _table(title: str, *columns: str) -> Table:
    from rich import box  # noqa: PLC0415 - drawn only when a summary is shown
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _list(
    title: str, rows: list[EditionItem], in_all: int, texts: dict[str, str], dates: dict[str, str]
) -> RenderableType:
    from rich.text import Text  # noqa: PLC0415 - drawn only when a summary is shown

    before = any(item.earlier for item in rows)
    dropped = any(item.kind == "dropped" for item in rows)
    columns = (["Date", "Before"] if before else []) + (["Stood in", "Last in"] if dropped else [])
    table = _table(f"{title} ({in_all:,})", "Wording", *columns)
    for item in rows:
        cells = [Text(one_line(item.text, COLUMNS))]
        if before:
            cells += _quoted(item.earlier, texts, dates) if item.earlier else ()
        if dropped:
            cells += [Text(f"{item.editions}/{item.of}"), Text(dates[item.place.document])]
        table.add_row(*cells)
    if in_all > len(rows):
        table.caption = f"… and {in_all - len(rows):,} more\n"
        table.caption_justify = "left"
    return table


def _quoted(locus: Locus, texts: dict[str, str], dates: dict[str, str]) -> list[Text]:
    from rich.text import Text  # noqa: PLC0415 - drawn only when a summary is shown

    quoted = one_line(texts[locus.document][locus.start : locus.end], COLUMNS)
    return [Text(dates[locus.document]), Text(quoted)]


def _expected(found: Editions, top: int) -> list[str]:
    """What the column of expectations means."""
    lines = ["Expected: how often a formula with such a record came again, and in brackets in how many cases."]
    if any(not row.cases for row in found.missing[:top]):
        lines.append("(0): no such case yet; told by how many editions in a row hold the formula.")
    return lines


def _missing(found: Editions, top: int, texts: dict[str, str]) -> RenderableType:
    from rich.text import Text  # noqa: PLC0415 - drawn only when a summary is shown

    title = f"Missing though expected ({len(found.missing):,}, most surprising first)"
    table = _table(title, "Formula", "Stood in", "In a row", "Expected (cases)", "Bits", "Nearest wording now")
    for row in found.missing[:top]:
        near = (
            f"{one_line(texts[row.nearest.document][row.nearest.start : row.nearest.end], 36)}" if row.nearest else ""
        )
        run = f"{row.run} ({row.since}–)" if row.since else str(row.run)
        table.add_row(
            Text(one_line(row.text, COLUMNS)),
            f"{row.editions}/{row.of}",
            run,
            f"{row.expected:.0%} ({row.cases:,})",
            f"{row.surprise:.1f}",
            Text(near),
        )
    if len(found.missing) > top:
        table.caption = f"… and {len(found.missing) - top:,} more\n"
        table.caption_justify = "left"
    return table
