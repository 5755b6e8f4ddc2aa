"""`speech-reuse compare`: from files to the summary, the report and whatever else was asked for.

Enters: paths and options. Leaves: exit code 0, or 3 where some inputs could not be read and the others were compared.
A thin shell: reading, comparing and rendering are the same functions that Python code calls.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reuse.cli.background import chosen_background
from reuse.cli.delivery import deliver
from reuse.cli.examples import ExampleCommand
from reuse.cli.excerpt import one_line
from reuse.cli.figures import Share, percent
from reuse.cli.options import (
    PATH,
    background_option,
    csv_option,
    json_option,
    preset_option,
    set_option,
    verbosity_options,
)
from reuse.cli.places import Places, report_place
from reuse.cli.screen import Screen, Verbosity
from reuse.cli.usage import Count
from reuse.errors import RequestError

if TYPE_CHECKING:
    from reuse.comparison import Comparison
    from reuse.params import Params
    from reuse.read import Inputs

__all__ = ["compare"]

SOME_UNREADABLE = 3
SHARE_REACHED = 1
MANY_PAIRS = 100_000  # a minute or more, whatever their texts
SHARE = Share()


class Compare(ExampleCommand):
    """The command with its examples."""

    examples = (
        "speech-reuse compare 2022.txt 2023.txt --open",
        "speech-reuse compare speeches/ -o report.html --csv tables/",
    )


@click.command(cls=Compare, short_help="Show what speeches share; write a report.")
@click.argument("paths", nargs=-1, required=True, metavar="FILES|FOLDERS...")
@click.option("-o", "--output", type=PATH, metavar="PATH", help="The report: one HTML file.")
@click.option("--report-dir", type=PATH, metavar="FOLDER", help="The report as a folder, for large comparisons.")
@json_option
@csv_option
@click.option("--gexf", type=PATH, metavar="PATH", help="The network of speeches and formulas, for Gephi.")
@click.option("--parquet", type=PATH, metavar="FOLDER", help="The same tables as Parquet files.")
@click.option("--docx", type=PATH, metavar="PATH", help="The aligned rows as a table in a Word file.")
@click.option("--tei", type=PATH, metavar="PATH", help="Texts and alignments as TEI, standoff.")
@click.option("--graphml", type=PATH, metavar="PATH", help="The same network for yEd, igraph, Cytoscape.")
@click.option("--node-link", type=PATH, metavar="PATH", help="The same network as node-link JSON, for networkx, d3.")
@click.option("--backbone", type=SHARE, metavar="SHARE", help="Leave edges that chance makes oftener out of networks.")
@background_option
@click.option("--min-chars", type=Count(), metavar="N", help="Leave out wordings under N characters.")
@click.option("--lang", type=click.Choice(["auto", "en", "zh"]), help="Language of the page; auto: the speeches'.")
@preset_option
@set_option
@click.option("--fail-on", type=SHARE, metavar="SHARE", help="End with 1 where a share reaches this: 0.3 or 30%.")
@click.option("--timings", is_flag=True, help="Tell seconds by stage, in the JSON too.")
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
@verbosity_options
def compare(
    *,
    paths: tuple[str, ...],
    output: Path | None,
    report_dir: Path | None,
    json_place: str | None,
    csv_folder: Path | None,
    gexf: Path | None,
    parquet: Path | None,
    docx: Path | None,
    tei: Path | None,
    graphml: Path | None,
    node_link: Path | None,
    backbone: float | None,
    background: str | None,
    min_chars: int | None,
    lang: str | None,
    preset: str | None,
    sets: tuple[str, ...],
    fail_on: float | None,
    timings: bool,
    open_report: bool,
    verbosity: Verbosity | None,
) -> int:
    """Compare speeches: show what they share, side by side, and write one HTML report.

    FILES are texts in any usual encoding (- is standard input); of FOLDERS every text is taken. The report goes to
    reports/ in the current folder unless -o says otherwise; with --json - it is written only where -o asks for it.
    A report that would pass 25 MB as one file becomes a folder beside it.
    """
    screen = Screen(verbosity or "normal")
    places = Places(
        report=output,
        report_dir=report_dir,
        json=json_place,
        csv=csv_folder,
        gexf=gexf,
        graphml=graphml,
        node_link=node_link,
        parquet=parquet,
        docx=docx,
        tei=tei,
    )
    places.check(paths)
    params = _params(min_chars, lang, preset=preset, sets=sets)
    pack = chosen_background(background)
    inputs = _read(paths, params, screen)
    if open_report or not places.json_on_stdout:
        places = places.with_report(report_place(inputs.documents, paths))
    places.check(inputs.files)

    from reuse.pipeline import compare as run  # noqa: PLC0415 - everything heavy stands behind it

    with screen.progress() as progress:
        comparison = run(
            inputs.documents,
            params,
            pack,
            skipped=inputs.skipped,
            warnings=inputs.warnings,
            workers=os.cpu_count() or 1,
            progress=progress,
        )
        delivered = deliver(
            comparison,
            places,
            language=params.report.language,
            timings=timings,
            progress=progress,
            backbone=1.0 if backbone is None else backbone,
        )
    _tell(comparison, delivered, screen, timings=timings)
    _show(delivered, places, screen, open_report=open_report)
    if fail_on is not None and _reached(comparison, fail_on, screen):
        return SHARE_REACHED
    return SOME_UNREADABLE if comparison.skipped else 0


def _show(delivered: Places, places: Places, screen: Screen, *, open_report: bool) -> None:
    """Say where the report went, and open it where that is asked for."""
    if delivered.report != places.report:
        screen.complain(
            f"Note: one file would pass 25 MB, so the report is a folder; open {delivered.report} and keep it together."
        )
    page = delivered.files().get("Report") or delivered.files().get("Report folder")
    if open_report and page and click.launch(str(page.resolve())):
        screen.complain(f"Warning: {page} could not be opened from here; open it in a browser.")


def _params(min_chars: int | None, lang: str | None, *, preset: str | None, sets: tuple[str, ...]) -> Params:
    from reuse.cli.settings import in_force  # noqa: PLC0415 - imports numpy

    flags: dict[str, dict[str, object]] = {"report": {"language": lang}} if lang else {}
    if min_chars is not None:
        flags |= {stage: {"min_length_chars": min_chars} for stage in ("align", "formulas")}
    return in_force(flags, preset=preset, sets=sets).params


def _reached(comparison: Comparison, limit: float, screen: Screen) -> bool:
    """Whether a share of a pair, in either direction, reaches the limit; says which does most."""
    shares = [
        (share, one, other)
        for pair in comparison.pairs
        for share, one, other in (
            (pair.source_share, pair.source, pair.target),
            (pair.target_share, pair.target, pair.source),
        )
    ]
    share, one, other = max(shares, key=lambda found: found[0])
    if share < limit:
        return False
    screen.complain(
        one_line(f"{one} in {other} reaches {percent(share)}, at least the {percent(limit)} that --fail-on names.")
    )
    return True


def _read(paths: tuple[str, ...], params: Params, screen: Screen) -> Inputs:
    from reuse.read import read_inputs  # noqa: PLC0415 - not needed for help

    with screen.progress() as progress:
        inputs = read_inputs(paths, params=params.read, stdin=sys.stdin.buffer, progress=progress)
    for skipped in inputs.skipped:
        screen.complain(one_line(f"Skipped: {skipped.path or '“”'}: {skipped.reason}"))
    if len(inputs.documents) < 2:
        screen.warn(inputs.warnings)  # which a comparison would have carried on
        raise RequestError(_too_few(paths, inputs))
    pairs = len(inputs) * (len(inputs) - 1) // 2
    if pairs >= MANY_PAIRS:
        screen.tell(
            f"Note: {len(inputs):,} speeches make {pairs:,} pairs, each searched by itself; “speech-reuse formulas” "
            "finds what they have in common without pairs, in a fraction of the time."
        )
    return inputs


def _too_few(paths: tuple[str, ...], inputs: Inputs) -> str:
    remedy = "give two speeches or more, or a folder with them."
    if not inputs.documents:
        return f"Nothing to compare: no text could be read; {remedy}"
    only = inputs.documents[0].path or inputs.documents[0].id
    if inputs.skipped:
        why = "one text alone could be read"
    else:
        why = "one speech alone was given" if len(paths) == 1 else "all that was given is one and the same file"
    return f"Nothing to compare: {why} ({only}); {remedy}"


def _tell(comparison: Comparison, places: Places, screen: Screen, *, timings: bool) -> None:
    """Say what was found and where it all is: on stdout, or on stderr where stdout belongs to the JSON."""
    screen.warn(comparison.warnings)
    if timings or screen.verbosity == "verbose":
        screen.tell("Seconds: " + ", ".join(f"{stage} {spent:.2f}" for stage, spent in comparison.timings.items()))
    if not places.json_on_stdout:
        from reuse.cli.summary import summary  # noqa: PLC0415 - not needed for help

        screen.show(*summary(comparison))
    say = screen.tell if places.json_on_stdout else screen.say
    for name, place in places.files().items():
        say(f"{name}: {place}")
