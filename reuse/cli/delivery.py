"""Writing what was asked for: report, JSON, tables, network, each whole or not at all.

Enters: a comparison and the places. Leaves: files, and the JSON text on stdout where that was asked for.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reuse.cli.places import Places
    from reuse.comparison import Comparison
    from reuse.model import Progress

__all__ = ["deliver"]


def deliver(
    comparison: Comparison,
    places: Places,
    *,
    language: str,
    timings: bool,
    progress: Progress,
    backbone: float = 1.0,
) -> Places:
    """Write every output of `places` and tell where they are; OutputError at the first that cannot be written.

    Networks are written down to `backbone`, see `reuse.graph.backbone`. A report that would be too large for one file
    is a folder.
    """
    if places.report or places.report_dir:
        progress("writing the report", 0, 1)
        if places.report:
            places = replace(places, report=comparison.to_report(places.report))
        if places.report_dir:
            comparison.to_html_folder(places.report_dir)
        progress("writing the report", 1, 1)
    if places.csv:
        from reuse.output import write_csv_folder  # noqa: PLC0415 - not needed for help
        from reuse.tables import tables  # noqa: PLC0415

        write_csv_folder(places.csv, tables(comparison))
    if places.networks():
        _write_networks(comparison, places, backbone)
    if places.parquet:
        comparison.to_parquet(places.parquet)
    if places.docx:
        comparison.to_docx(places.docx, language=language)
    if places.tei:
        comparison.to_tei(places.tei)
    if places.json_on_stdout:
        from reuse.contract import to_json_text  # noqa: PLC0415 - not needed for help

        sys.stdout.buffer.write(to_json_text(comparison, timings=timings).encode("utf-8"))
    elif places.json:
        comparison.to_json(places.json, timings=timings)
    return places


def _write_networks(comparison: Comparison, places: Places, backbone: float) -> None:
    """One graph, in every format that was asked for."""
    from reuse.graph import write_gexf, write_graphml, write_node_link  # noqa: PLC0415 - imports networkx

    graph = comparison.graph(backbone=backbone)
    if places.gexf:
        write_gexf(graph, places.gexf)
    if places.graphml:
        write_graphml(graph, places.graphml)
    if places.node_link:
        write_node_link(graph, places.node_link)
