"""What `reuse.compare` gives back: a result with the ways out of it.

Enters: everything the stages found. Leaves: dictionaries, JSON, HTML, a graph, data frames. The data is `Result`; the
methods here are doors to stages, which are imported when a door is opened.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reuse.model import Result
from reuse.params import GraphParams, ReportParams

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx

__all__ = ["Comparison"]


@dataclass(frozen=True, slots=True)
class Comparison(Result):
    """A comparison. Fields as in `Result` and in the JSON contract; ids join them."""

    def __repr__(self) -> str:
        """One line, since the whole would fill a terminal and swell a notebook."""
        return (
            f"<Comparison: {len(self.documents)} documents, {len(self.alignments)} alignments, "
            f"{len(self.passages)} passages, {len(self.families)} families>"
        )

    def to_dict(self, *, timings: bool = False) -> dict[str, Any]:
        """The JSON contract as plain dictionaries and lists."""
        from reuse.contract import to_dict  # noqa: PLC0415

        return to_dict(self, timings=timings)

    def to_json(self, path: str | os.PathLike[str], *, timings: bool = False) -> None:
        """Write the JSON contract; OutputError, and nothing half-written, where that fails."""
        from reuse.contract import to_json_text  # noqa: PLC0415
        from reuse.output import write_text  # noqa: PLC0415

        write_text(path, to_json_text(self, timings=timings))

    def to_report(self, path: str | os.PathLike[str]) -> Path:
        """Write the report and give the place of its page: `path`, or a folder where one file would pass 25 MB.

        That folder stands beside `path`, with “-report” behind its name. Raises OutputError.
        """
        from reuse.output import write_text  # noqa: PLC0415
        from reuse.report import MAX_PAGE_BYTES, fits_one_file  # noqa: PLC0415

        if fits_one_file(self, self._report_params()):
            page = self.to_html()
            if len(page.encode("utf-8", "replace")) <= MAX_PAGE_BYTES:
                write_text(path, page)
                return Path(path)
        return self.to_html_folder(Path(path).with_name(f"{Path(path).stem}-report"))

    def to_html_folder(self, folder: str | os.PathLike[str], *, params: ReportParams | None = None) -> Path:
        """Write the report as a folder, texts and pairs as files that the page reads when needed; give its page.

        For comparisons that make one file too large to open or to mail. Raises OutputError.
        """
        from reuse.graph import layout  # noqa: PLC0415
        from reuse.output import write_files  # noqa: PLC0415
        from reuse.report import render_folder  # noqa: PLC0415

        graph = self._drawn()
        files = render_folder(
            self, graph=graph, layout=layout(graph, params=self._graph_params()), params=params or self._report_params()
        )
        write_files(folder, files, stale="parts/*-*.js")
        return Path(folder) / "index.html"

    def to_html(self, path: str | os.PathLike[str] | None = None, *, params: ReportParams | None = None) -> str:
        """The report as one HTML page; also written to `path` where one is given (OutputError)."""
        from reuse.graph import layout  # noqa: PLC0415
        from reuse.output import write_text  # noqa: PLC0415
        from reuse.report import render  # noqa: PLC0415

        graph = self._drawn()
        page = render(
            self, graph=graph, layout=layout(graph, params=self._graph_params()), params=params or self._report_params()
        )
        if path is not None:
            write_text(path, page)
        return page

    def to_parquet(self, folder: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write the tables as Parquet files into a folder; RequestError where pyarrow is missing, OutputError."""
        from reuse.exports import write_parquet_folder  # noqa: PLC0415

        return write_parquet_folder(folder, self)

    def to_docx(self, path: str | os.PathLike[str], *, language: str = "auto") -> None:
        """Write the aligned rows as a Word table; RequestError where python-docx is missing, OutputError.

        `language` of headings and kinds: "en", "zh" or "auto", that of most speeches.
        """
        from reuse.exports import write_word  # noqa: PLC0415

        write_word(path, self, language=language)

    def to_tei(self, path: str | os.PathLike[str]) -> None:
        """Write texts and standoff links as one TEI file; OutputError, and nothing half-written, where that fails."""
        from reuse.exports import write_tei  # noqa: PLC0415

        write_tei(path, self)

    def graph(self, *, backbone: float = 1.0) -> nx.Graph:
        """Speeches, families, formulas and speakers as a graph, with measures and communities.

        With `backbone`, 0..1, only the edges that chance makes so heavy no more often than this.
        """
        from reuse import graph  # noqa: PLC0415

        whole = graph.build_graph(self, params=self._graph_params(), whole=True)
        return whole if backbone == 1 else graph.backbone(whole, backbone)

    def _drawn(self) -> nx.Graph:
        """The graph that the report draws: speeches and families."""
        from reuse.graph import build_graph  # noqa: PLC0415

        return build_graph(self, params=self._graph_params())

    def to_frames(self, library: str = "pandas") -> dict[str, Any]:
        """Tables by name as data frames of `library`, "pandas" or "polars".

        Raises RequestError for another library, ImportError, with what to install, where it is missing.

        >>> import reuse
        >>> speeches = reuse.read_all("corpus/union_congress_a.txt", "corpus/union_congress_harbin.txt")
        >>> comparison = reuse.compare(speeches)
        >>> comparison.to_frames("polars")["documents"].select("id", "characters").rows()
        [('union_congress_a', 3927), ('union_congress_harbin', 3080)]
        """
        from reuse.frames import data_frames  # noqa: PLC0415
        from reuse.tables import tables  # noqa: PLC0415

        return data_frames(tables(self), library)

    def _graph_params(self) -> GraphParams:
        return GraphParams(**self.params["graph"])  # type: ignore[arg-type]

    def _report_params(self) -> ReportParams:
        return ReportParams(**self.params["report"])  # type: ignore[arg-type]

    def _repr_html_(self) -> str:
        """What a notebook shows: the closest pairs, the most surprising rows; below 100 kB, no script, sandboxed."""
        from reuse.report.notebook import notebook_view  # noqa: PLC0415

        return notebook_view(self)
