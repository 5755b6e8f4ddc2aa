"""From the result of a comparison to everything that its page shows.

Enters: `Result`, the graph and its layout. Leaves: `PageView`, frozen records with numbers already written, offsets
in UTF-16 units and figures as plain dictionaries; the page is their direct image and computes nothing of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reuse.model import Document, Result
from reuse.params import ReportParams
from reuse.report.charts.network import network, network_size
from reuse.report.charts.plot import Figure
from reuse.report.charts.position_map import position_map
from reuse.report.charts.share_map import share_map
from reuse.report.charts.timeline import timeline
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.said import Said
from reuse.report.view_documents import DocumentView, document_views
from reuse.report.view_families import FamilyView, family_views
from reuse.report.view_many import ManyView, many_view
from reuse.report.view_matches import KINDS, PairView, pair_views
from reuse.report.view_method import MethodView, method_view
from reuse.report.view_nothing import NothingView, nothing_view
from reuse.report.view_opening import OpeningView, opening_of_pair
from reuse.report.view_opening_many import opening_of_many
from reuse.report.view_versions import VersionView, version_views

if TYPE_CHECKING:
    import networkx

__all__ = ["MAX_PAGE_BYTES", "PageView", "interface_language", "view"]

MAX_PAGE_BYTES = 20_000_000  # beyond that mail programs refuse the file and browsers take seconds to open it
BYTES_WITHOUT_TEXTS = 2_500_000  # plotly.js, scripts, styles
BYTES_PER_MATCH = 260  # measured: offsets, places and differences of one match in the page's data

PageKind = Literal["pair", "many", "none"]


@dataclass(frozen=True, slots=True)
class PageView:
    """A whole page."""

    kind: PageKind
    language: str  # "zh" | "en": of the interface, when it opens
    sections: tuple[str, ...]  # ids, in order
    documents: tuple[DocumentView, ...]
    pairs: tuple[PairView, ...]
    families: tuple[FamilyView, ...]
    versions: tuple[VersionView, ...]  # of the pairs that hold the same text twice
    method: MethodView
    opening: OpeningView | None = None
    many: ManyView | None = None
    nothing: NothingView | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    kinds: tuple[str, ...] = KINDS


def view(
    result: Result,
    *,
    graph: networkx.Graph,
    layout: Mapping[str, tuple[float, float]],
    params: ReportParams,
) -> PageView:
    """Everything that the page of `result` shows.

    `graph` joins speeches and families, `layout` places its nodes. Linear in texts, matches and occurrences, apart
    from the heatmap (see `clusters`).
    """
    places = {document.id: Places(document.text) for document in result.documents}
    with_texts = _fits(result, params)
    documents = document_views(result, places, with_texts=with_texts)
    languages = {document.id: document.lang for document in documents}
    families = family_views(result, places, languages=languages)
    indices = {family.id: i for i, family in enumerate(families)}
    pairs = pair_views(result, places, families=indices, keep=params.max_alignments)
    kind = _kind(result)
    versions, versions_left_out = version_views(result, places, pairs) if with_texts else ((), 0)
    many = many_view(result, documents, families) if kind == "many" else None
    figures = (
        {}
        if kind == "none"
        else _figures(
            result, graph=graph, layout=layout, documents=documents, pairs=pairs, families=families, many=many
        )
    )
    left_out = (
        *_left_out(result, pairs, with_texts=with_texts),
        *(many.left_out if many else ()),
        *((Said("left.versions", {"n": count(versions_left_out)}),) if versions_left_out else ()),
        *(() if kind == "none" else _left_out_of_network(figures.get("net"), len(families))),
    )
    return PageView(
        kind=kind,
        language=interface_language(result.documents, params.language),
        sections=_sections(kind, families, figures, versions),
        documents=documents,
        pairs=pairs,
        families=() if kind == "none" else families,
        versions=versions,
        method=method_view(result, left_out=left_out),
        opening=_opening(result, kind, pairs, families, versions),
        many=many,
        nothing=nothing_view(result, families) if kind == "none" else None,
        figures=figures,
    )


def interface_language(documents: Sequence[Document], wanted: str) -> str:
    """Give "zh" or "en": what was asked for, otherwise Chinese where more than half of the documents are Chinese."""
    if wanted in ("zh", "en"):
        return wanted
    chinese = sum(1 for document in documents if (document.language or "").startswith("zh"))
    return "zh" if chinese * 2 > len(documents) else "en"


def _kind(result: Result) -> PageKind:
    """A page without matches would be empty charts around its formulas: it says why there are none instead."""
    if not result.alignments:
        return "none"
    return "pair" if len(result.documents) == 2 else "many"


def _fits(result: Result, params: ReportParams) -> bool:
    texts = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in result.documents)
    matches = min(len(result.alignments), params.max_alignments) * BYTES_PER_MATCH
    return texts + matches + BYTES_WITHOUT_TEXTS <= MAX_PAGE_BYTES


def _opening(
    result: Result,
    kind: PageKind,
    pairs: Sequence[PairView],
    families: Sequence[FamilyView],
    versions: Sequence[VersionView],
) -> OpeningView | None:
    if kind == "none":
        return None
    if kind == "many":
        return opening_of_many(result, pairs, families)
    return opening_of_pair(result, pairs[0], families, versions[0] if versions else None)


def _figures(
    result: Result,
    *,
    graph: networkx.Graph,
    layout: Mapping[str, tuple[float, float]],
    documents: Sequence[DocumentView],
    pairs: Sequence[PairView],
    families: Sequence[FamilyView],
    many: ManyView | None,
) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    if many is None:
        figures["map"] = position_map(pairs[0], documents)
    else:
        figures["shares"] = share_map(result.pairs, documents, many.heat)
        if families and any(document.date for document in documents):
            figures["time"] = timeline(families, documents, many.grid_families)
    net = network(graph, layout, documents, families)
    if net is not None:
        figures["net"] = net
    return figures


def _sections(
    kind: PageKind, families: Sequence[FamilyView], figures: Mapping[str, Figure], versions: Sequence[VersionView]
) -> tuple[str, ...]:
    """The parts of the page, in order; who compares two versions wants the edits before any map."""
    wanted = {
        "pair": ("top", "map", "read", "formulas", "net", "method"),
        "many": ("top", "speeches", "shares", "formulas", "grid", "time", "net", "method"),
        "none": ("top", "method"),
    }[kind]
    if kind == "pair" and versions and versions[0].edits:
        wanted = ("top", "read", "map", *wanted[3:])
    empty = {name for name in ("time", "net") if name not in figures}
    if not families:
        empty |= {"formulas", "grid"}
    return tuple(section for section in wanted if section not in empty)


def _left_out_of_network(figure: Figure | None, families: int) -> tuple[Said, ...]:
    drawn = network_size(figure) if figure else families
    return (Said("left.net", {"n": count(families), "shown": count(drawn)}),) if drawn < families else ()


def _left_out(result: Result, pairs: Sequence[PairView], *, with_texts: bool) -> tuple[Said, ...]:
    said = []
    found, shown = sum(pair.alignments for pair in result.pairs), sum(len(pair.matches) for pair in pairs)
    if shown < found:
        said.append(Said("left.matches", {"n": count(found), "shown": count(shown)}))
    if not with_texts:
        said.append(Said("left.texts", {"limit": count(MAX_PAGE_BYTES // 1_000_000)}))
    return tuple(said)
