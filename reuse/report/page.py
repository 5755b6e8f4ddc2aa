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
from reuse.report.folder import PARTS, part, plotly_part, slimmed, text_and_pair_parts
from reuse.report.plotly_source import PlotlySource, plotly_source
from reuse.report.said import LANGUAGES, strings
from reuse.report.view import MAX_EXPORT_BYTES, PageView, view
from reuse.report.view_documents import LedgerPart
from reuse.report.view_families import FillerView, PlaceView, UseView
from reuse.report.view_matches import MatchView
from reuse.report.view_versions import EDIT_KINDS, EditView, FigureRowView, FigureView

if TYPE_CHECKING:
    import jinja2
    import networkx

__all__ = ["joined", "render", "render_folder"]

STYLES = ("tokens", "base", "opening", "reading", "rows", "edits", "formulas", "charts", "tables", "narrow", "print")
# In the order of their definitions; a page carries only the modules that its kind needs.
SCRIPTS = (
    ("data", "pair many none"),
    ("words", "pair many none"),
    ("state", "pair many none"),
    ("parts", "pair many none"),
    ("theme", "pair many none"),
    ("names", "pair many none"),
    ("opening", "pair many none"),
    ("ribbons", "pair"),
    ("by-word", "pair many"),
    ("quote", "pair many"),
    ("fold", "pair many"),
    ("panes", "pair many"),
    ("texts", "pair many"),
    ("reading-dress", "pair many"),
    ("jump", "pair many"),
    ("rulers", "pair many"),
    ("rows", "pair many"),
    ("edits", "pair many"),
    ("edit-strip", "pair many"),
    ("edit-chips", "pair many"),
    ("edit-rows", "pair many"),
    ("figures", "pair many"),
    ("third", "pair many"),
    ("inspector", "pair many"),
    ("toolbar", "pair many"),
    ("formulas", "pair many"),
    ("formula-open", "pair many"),
    ("variant-years", "pair many"),
    ("phrases", "pair many"),
    ("changes", "many"),
    ("quadrant", "pair many"),
    ("charts", "pair many"),
    ("map", "pair"),
    ("chart-keys", "pair many"),
    ("network", "pair many"),
    ("speeches", "many"),
    ("shares", "many"),
    ("grid", "many"),
    ("nothing", "none"),
    ("method", "pair many none"),
    ("export", "pair many none"),
    ("gexf", "pair many none"),
    ("route", "pair many none"),
    ("keys", "pair many none"),
    ("start", "pair many none"),
)


MAX_FOLDER_EXPORT_BYTES = 100_000_000  # the same beside the page, where nobody waits for it before asking


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
    export = _export(result, MAX_EXPORT_BYTES)
    return _html(
        page,
        script=script,
        data=script_json({**_data(page, plotly), "exports": bool(export)}),
        export=export,
        plotly=plotly,
        policy=_policy(f"'{csp_hash(script)}'", *([f"'{plotly.hash}'"] if plotly else [])),
    )


def render_folder(
    result: Result,
    *,
    graph: networkx.Graph,
    layout: Mapping[str, tuple[float, float]],
    params: ReportParams,
) -> dict[str, str | bytes]:
    """The report on `result` as files by their names in a folder; index.html is the page.

    Texts and pairs are read when somebody opens them, so that the size of the whole does not matter to the page.
    """
    page = view(result, graph=graph, layout=layout, params=params, folder=True)
    plotly = plotly_source() if page.figures else None
    parts: dict[str, str | bytes] = {f"{PARTS}/{name}.js": text for name, text in text_and_pair_parts(page)}
    slim = slimmed(page)
    export = _export(result, MAX_FOLDER_EXPORT_BYTES)
    data = {**_data(slim, plotly), "folder": True, "exports": bool(export)}
    parts[f"{PARTS}/data.js"] = f"var speechReuseData = {script_json(data)};\n"
    parts[f"{PARTS}/page.js"] = _script(slim) + "\n"
    parts[f"{PARTS}/export.js"] = part("export", export)
    if plotly:
        parts[f"{PARTS}/plotly.js"] = plotly_part()
    return {"index.html": _html(slim, policy=_policy("'self'")), **parts}


def _data(page: PageView, plotly: PlotlySource | None) -> dict[str, object]:
    words = {language: strings(language) for language in LANGUAGES}
    return {"page": page, "words": words, "fields": _fields(), "plotly": plotly.version if plotly else ""}


def _html(
    page: PageView,
    *,
    policy: str,
    script: str | None = None,
    data: str | None = None,
    export: str | None = None,
    plotly: PlotlySource | None = None,
) -> str:
    """The skeleton of the page; without `script` and `data` it looks for them in the folder of the parts."""
    template = _environment().get_template("page.html")
    style = "\n".join(_static("css", f"{name}.css") for name in STYLES)
    return (
        template.render(
            page=page,
            words=strings(page.language),
            style=style,
            script=script,
            data=data,
            export=export,
            plotly=plotly,
            parts=PARTS,
            policy=policy,
        )
        + "\n"
    )


def _policy(*scripts: str) -> str:
    """Nothing may be fetched, and no script runs but those named: by hash inside one file, 'self' beside it.

    Styles stay open because Plotly writes style attributes; data: images are what a heatmap is drawn with.
    """
    return (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _fields() -> dict[str, tuple[str, ...]]:
    """Names of the fields of what stands in the data as plain arrays."""
    return {
        "match": MatchView._fields,
        "place": PlaceView._fields,
        "use": UseView._fields,
        "filler": FillerView._fields,
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


def _export(result: Result, most: int) -> str:
    """The contract's JSON, compressed, from which the page makes its downloads; empty where it is too large."""
    from reuse.contract import to_json_text  # noqa: PLC0415 - only where a page is written

    packed = gzipped(to_json_text(result).encode())
    return base64_text(packed) if len(packed) <= most else ""


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
