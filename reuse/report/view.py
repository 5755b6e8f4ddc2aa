"""From the result of a comparison to everything that its page shows.

Enters: `Result`, the graph and its layout. Leaves: `PageView`, frozen records with numbers already written, offsets
in UTF-16 units and figures as plain dictionaries; the page is their direct image and computes nothing of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from reuse.model import Document, Family, Pair, Result
from reuse.params import ReportParams
from reuse.report.charts.network import network, network_size
from reuse.report.charts.plot import Figure
from reuse.report.charts.position_map import position_map
from reuse.report.charts.quadrant import quadrant
from reuse.report.charts.share_map import share_map
from reuse.report.charts.timeline import timeline
from reuse.report.numerals import count, percent
from reuse.report.offsets import Places
from reuse.report.said import Said
from reuse.report.view_documents import DocumentView, document_views
from reuse.report.view_families import FamilyView, family_views
from reuse.report.view_many import ManyView, many_view
from reuse.report.view_matches import KINDS, PASSAGE, PairView, pair_views
from reuse.report.view_method import MethodView, method_view
from reuse.report.view_nothing import NothingView, nothing_view
from reuse.report.view_opening import OpeningView, opening_of_pair
from reuse.report.view_opening_many import opening_of_many
from reuse.report.view_passages import bare_passages, opening_of_passages
from reuse.report.view_recurring import MAX_PLACES_OF_A_KIND, RecurringView, recurring_view
from reuse.report.view_versions import VersionView, version_views

if TYPE_CHECKING:
    import networkx

__all__ = ["MAX_EXPORT_BYTES", "MAX_PAGE_BYTES", "PageView", "fits_one_file", "interface_language", "view"]

MAX_PAGE_BYTES = 25_000_000  # beyond that mail programs refuse the file and browsers take seconds to open it
BYTES_WITHOUT_TEXTS = 2_500_000  # plotly.js, scripts, styles
# Measured in the page's data: offsets, places and differences of one match; one place of a formula; and what the
# contract's JSON weighs packed, a match with both its texts.
BYTES_PER_MATCH = 260
BYTES_PER_PLACE = 40
BYTES_PER_EXPORTED_MATCH = 180
FOLDER_ALIGNMENTS = 10  # times as many matches in a folder, where each pair is read by itself
MAX_EXPORT_BYTES = 6_000_000  # compressed; a larger result is written by the command line only
MAX_PAIRS = 5_000  # more rows nobody reads to the end; of a thousand speeches there are half a million
MAX_FAMILIES = 3_000
MAX_BARE_PASSAGES = 1_000  # passages without any match; each of them is a row with both its texts
# Each line that such a word is broken into makes Chromium shape the rest of it anew: 100,000 letters took a minute.
ENDLESS_WORD = re.compile(r"[^\s\u2e80-\U0003ffff]{2000}")

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
    recurring: RecurringView
    versions: tuple[VersionView, ...]  # of the pairs that hold the same text twice
    method: MethodView
    opening: OpeningView | None = None
    many: ManyView | None = None
    nothing: NothingView | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    kinds: tuple[str, ...] = KINDS
    endless: bool = False  # a word is so long that no browser can both kern and wrap it


def view(
    result: Result,
    *,
    graph: networkx.Graph,
    layout: Mapping[str, tuple[float, float]],
    params: ReportParams,
    folder: bool = False,
) -> PageView:
    """Everything that the page of `result` shows; with `folder`, where texts and pairs are files of their own.

    `graph` joins speeches and families, `layout` places its nodes. Linear in texts, matches and occurrences, apart
    from the heatmap (see `clusters`).
    """
    places = {document.id: Places(document.text) for document in result.documents}
    with_texts = folder or fits_one_file(result, params)
    shown = replace(result, pairs=_most_shared(result.pairs), families=_strongest(result.families))
    documents = document_views(result, places, with_texts=with_texts)
    languages = {document.id: document.lang for document in documents}
    families = family_views(shown, places, languages=languages)
    indices = {family.id: i for i, family in enumerate(families)}
    kind = _kind(result)
    recurring = (
        RecurringView() if kind == "none" else recurring_view(result, places, families=indices, languages=languages)
    )
    keep = params.max_alignments * (FOLDER_ALIGNMENTS if folder else 1)
    bare = bare_passages(result, keep=MAX_BARE_PASSAGES * (FOLDER_ALIGNMENTS if folder else 1))
    pairs = pair_views(shown, places, families=indices, keep=keep, bare=bare)
    versions, versions_left_out = version_views(shown, places, pairs) if with_texts else ((), 0)
    many = many_view(result, documents, families, shown.pairs) if kind == "many" else None
    figures = (
        {}
        if kind == "none"
        else _figures(
            result, graph=graph, layout=layout, documents=documents, pairs=pairs, families=families, many=many
        )
    )
    left_out = (
        *_left_out(result, pairs, with_texts=with_texts),
        *_aggregates(result, shown),
        *recurring.left_out,
        *(many.left_out if many else ()),
        *((Said("left.versions", {"n": count(versions_left_out)}),) if versions_left_out else ()),
        *(() if kind == "none" else _left_out_of_network(figures.get("net"), len(families))),
    )
    return PageView(
        kind=kind,
        language=interface_language(result.documents, params.language),
        sections=_sections(kind, families, recurring, figures, versions),
        documents=documents,
        pairs=pairs,
        families=() if kind == "none" else families,
        recurring=recurring,
        versions=versions,
        method=method_view(result, left_out=left_out),
        opening=_opening(result, kind, pairs, families, versions),
        many=many,
        nothing=nothing_view(result, families) if kind == "none" else None,
        figures=figures,
        kinds=(*KINDS, "passage") if bare else KINDS,
        endless=any(ENDLESS_WORD.search(document.text) for document in result.documents),
    )


def interface_language(documents: Sequence[Document], wanted: str) -> str:
    """Give "zh" or "en": what was asked for, otherwise Chinese where more than half of the documents are Chinese."""
    if wanted in ("zh", "en"):
        return wanted
    chinese = sum(1 for document in documents if (document.language or "").startswith("zh"))
    return "zh" if chinese * 2 > len(documents) else "en"


def _kind(result: Result) -> PageKind:
    """A page without anything shared would be empty charts around its formulas: it says why there is none instead."""
    if not result.alignments and not result.passages:
        return "none"
    return "pair" if len(result.documents) == 2 else "many"


def fits_one_file(result: Result, params: ReportParams) -> bool:
    """Whether a page with all texts and matches stays a file that can be mailed and opened."""
    texts = sum(len(document.text.encode("utf-8", "surrogatepass")) for document in result.documents)
    matches = min(len(result.alignments), params.max_alignments) * BYTES_PER_MATCH
    recurring = sum(formula.occurrences for formula in result.formulas)
    places = sum(family.occurrences for family in result.families) + min(recurring, 2 * MAX_PLACES_OF_A_KIND)
    export = min(len(result.alignments) * BYTES_PER_EXPORTED_MATCH, MAX_EXPORT_BYTES * 4 // 3)
    return BYTES_WITHOUT_TEXTS + texts + matches + places * BYTES_PER_PLACE + export <= MAX_PAGE_BYTES


def _most_shared(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """All pairs, or those that share most, and with them the closest other of every document."""
    if len(pairs) <= MAX_PAIRS:
        return tuple(pairs)
    ranked = sorted(range(len(pairs)), key=lambda i: (-max(pairs[i].source_share, pairs[i].target_share), i))
    kept = set(ranked[:MAX_PAIRS])
    seen: set[str] = set()
    for i in ranked:
        if not {pairs[i].source, pairs[i].target} <= seen:
            kept.add(i)
            seen |= {pairs[i].source, pairs[i].target}
    return tuple(pairs[i] for i in sorted(kept))


def _strongest(families: Sequence[Family]) -> tuple[Family, ...]:
    """All families, or the strongest, which come first, with the most widely used of the others."""
    if len(families) <= MAX_FAMILIES:
        return tuple(families)
    strong = MAX_FAMILIES * 5 // 6
    wide = sorted(range(strong, len(families)), key=lambda i: (-families[i].documents, i))[: MAX_FAMILIES - strong]
    return tuple(families[i] for i in (*range(strong), *sorted(wide)))


def _aggregates(result: Result, shown: Result) -> tuple[Said, ...]:
    """Pairs and families that the page does not list, and what they amount to."""
    said = []
    if len(shown.pairs) < len(result.pairs):
        listed = {(pair.source, pair.target) for pair in shown.pairs}
        rest = [pair for pair in result.pairs if (pair.source, pair.target) not in listed]
        most = max(max(pair.source_share, pair.target_share) for pair in rest)
        slots = {"n": count(len(result.pairs)), "shown": count(len(shown.pairs)), "most": percent(most)}
        said.append(Said("left.pairs", {**slots, "matches": count(sum(pair.alignments for pair in rest))}))
    if len(shown.families) < len(result.families):
        uses = sum(f.occurrences for f in result.families) - sum(f.occurrences for f in shown.families)
        numbers = {"n": count(len(result.families)), "shown": count(len(shown.families)), "uses": count(uses)}
        said.append(Said("left.families", numbers))
    return tuple(said)


def _opening(
    result: Result,
    kind: PageKind,
    pairs: Sequence[PairView],
    families: Sequence[FamilyView],
    versions: Sequence[VersionView],
) -> OpeningView | None:
    if kind == "none":
        return None
    if not result.alignments:
        return opening_of_passages(result, pairs, families)
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
        if result.alignments:
            figures["shares"] = share_map(result.pairs, documents, many.heat, many.joints)
        if families and any(document.date for document in documents):
            figures["time"] = timeline(families, documents, many.time_families)
    if families:
        figures["quadrant"] = quadrant(families)
    net = network(graph, layout, documents, families)
    if net is not None:
        figures["net"] = net
    return figures


def _sections(
    kind: PageKind,
    families: Sequence[FamilyView],
    recurring: RecurringView,
    figures: Mapping[str, Figure],
    versions: Sequence[VersionView],
) -> tuple[str, ...]:
    """The parts of the page, in order; who compares two versions wants the edits before any map."""
    wanted = {
        "pair": ("top", "map", "read", "formulas", "net", "method"),
        "many": ("top", "speeches", "shares", "formulas", "changes", "grid", "time", "net", "method"),
        "none": ("top", "method"),
    }[kind]
    if kind == "pair" and versions and versions[0].opens:
        wanted = ("top", "read", "map", *wanted[3:])
    empty = {name for name in ("time", "net") if name not in figures}
    if not families:
        empty |= {"grid"}
    if not (families or recurring.phrases or recurring.parallels):
        empty |= {"formulas"}
    if not recurring.changes:
        empty |= {"changes"}
    return tuple(section for section in wanted if section not in empty)


def _left_out_of_network(figure: Figure | None, families: int) -> tuple[Said, ...]:
    drawn = network_size(figure) if figure else families
    return (Said("left.net", {"n": count(families), "shown": count(drawn)}),) if drawn < families else ()


def _left_out(result: Result, pairs: Sequence[PairView], *, with_texts: bool) -> tuple[Said, ...]:
    said = []
    found, shown = sum(pair.alignments for pair in result.pairs), sum(_matches(pair) for pair in pairs)
    if shown < found:
        said.append(Said("left.matches", {"n": count(found), "shown": count(shown)}))
    bare, rows = _bare(result), sum(len(pair.matches) - _matches(pair) for pair in pairs)
    if rows < bare:
        said.append(Said("left.passages", {"n": count(bare), "shown": count(rows)}))
    if not with_texts:
        said.append(Said("left.texts", {"limit": count(MAX_PAGE_BYTES // 1_000_000)}))
    return tuple(said)


def _matches(pair: PairView) -> int:
    return sum(1 for match in pair.matches if match.kind != PASSAGE)


def _bare(result: Result) -> int:
    return sum(1 for passage in result.passages if not passage.alignments)
