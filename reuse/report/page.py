"""The page itself: one HTML file that opens from disk and asks the network for nothing.

Enters: `Result`, the graph and its layout. Leaves: the text of the file. Styles and scripts come from static/, the
skeleton from templates/; words of documents go in as data and reach the page through textContent alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reuse.model import Result
from reuse.params import ReportParams
from reuse.report.embed import base64_text, csp_hash, gzipped, script_json
from reuse.report.figures import FIGURE_KINDS
from reuse.report.plotly_source import plotly_source
from reuse.report.said import LANGUAGES, strings
from reuse.report.view import PageView, view
from reuse.report.view_documents import LedgerPart
from reuse.report.view_families import PlaceView, UseView
from reuse.report.view_matches import MatchView
from reuse.report.view_versions import EDIT_KINDS, EditView, FigureRowView, FigureView

if TYPE_CHECKING:
    import jinja2
    import networkx

__all__ = ["render"]

STYLES = ("tokens", "base", "opening", "reading", "rows", "edits", "formulas", "charts", "tables", "narrow", "print")
# In the order of their definitions; a page carries only the modules that its kind needs.
SCRIPTS = (
    ("data", "pair many none"),
    ("words", "pair many none"),
    ("state", "pair many none"),
    ("theme", "pair many none"),
    ("names", "pair many none"),
    ("opening", "pair many none"),
    ("ribbons", "pair"),
    ("quote", "pair many"),
    ("fold", "pair many"),
    ("panes", "pair many"),
    ("jump", "pair many"),
    ("rulers", "pair many"),
    ("rows", "pair many"),
    ("edits", "pair many"),
    ("edit-strip", "pair many"),
    ("edit-chips", "pair many"),
    ("edit-rows", "pair many"),
    ("figures", "pair many"),
    ("inspector", "pair many"),
    ("toolbar", "pair many"),
    ("formulas", "pair many"),
    ("formula-open", "pair many"),
    ("charts", "pair many"),
    ("map", "pair"),
    ("network", "pair many"),
    ("speeches", "many"),
    ("shares", "many"),
    ("grid", "many"),
    ("nothing", "none"),
    ("method", "pair many none"),
    ("export", "pair many none"),
    ("route", "pair many none"),
    ("keys", "pair many none"),
    ("start", "pair many none"),
)
MAX_EXPORT_BYTES = 6_000_000  # compressed; a larger result is written by the command line only


def render(
    result: Result,
    *,
    graph: networkx.Graph,
    layout: Mapping[str, tuple[float, float]],
    params: ReportParams,
) -> str:
    """The report on `result` as one HTML page.

    `graph` has speeches and families as nodes, `layout` their x and y. The same input gives the same page on every
    machine whose zlib compresses alike. Cost: see `view`, and about 50 ms for templates and plotly.js.
    """
    page = view(result, graph=graph, layout=layout, params=params)
    plotly = plotly_source() if page.figures else None
    script = _script(page)
    words = {language: strings(language) for language in LANGUAGES}
    return (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            words=words[page.language],
            style="\n".join(_static("css", f"{name}.css") for name in STYLES),
            script=script,
            data=script_json(
                {"page": page, "words": words, "fields": _fields(), "plotly": plotly.version if plotly else ""}
            ),
            export=_export(result),
            plotly=plotly,
            policy=_policy(csp_hash(script), *([plotly.hash] if plotly else [])),
        )
        + "\n"
    )


def _policy(*scripts: str) -> str:
    """Nothing may be fetched, and no script runs but the page's own and plotly.js.

    Styles stay open because Plotly writes style attributes; data: images are what a heatmap is drawn with.
    """
    hashes = " ".join(f"'{script}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _fields() -> dict[str, tuple[str, ...]]:
    """Names of the fields of what stands in the data as plain arrays."""
    return {
        "match": MatchView._fields,
        "place": PlaceView._fields,
        "use": UseView._fields,
        "ledger": LedgerPart._fields,
        "edit": EditView._fields,
        "editKinds": EDIT_KINDS,
        "figureRow": FigureRowView._fields,
        "figure": FigureView._fields,
        "figureKinds": FIGURE_KINDS,
    }


def _script(page: PageView) -> str:
    return joined(name for name, kinds in SCRIPTS if page.kind in kinds.split())


def joined(names: Iterable[str]) -> str:
    """Modules of the page as one script: one scope, in the order given."""
    modules = [_static("js", f"{name}.js") for name in names]
    return "(() => {\n'use strict';\n" + "\n".join(modules) + "\n})();"


def _export(result: Result) -> str:
    """The contract's JSON, compressed, from which the page makes its downloads; empty where it is too large."""
    from reuse.contract import to_json_text  # noqa: PLC0415 - only where a page is written

    packed = gzipped(to_json_text(result).encode())
    return base64_text(packed) if len(packed) <= MAX_EXPORT_BYTES else ""


def _environment() -> jinja2.Environment:
    import jinja2  # noqa: PLC0415 - costs 40 ms

    return jinja2.Environment(
        loader=jinja2.FunctionLoader(_template()),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _template() -> Callable[[str], str]:
    folder = files("reuse.report") / "templates"
    return lambda name: (folder / name).read_text(encoding="utf-8")


@cache
def _static(folder: str, name: str) -> str:
    return (files("reuse.report") / "static" / folder / name).read_text(encoding="utf-8")
