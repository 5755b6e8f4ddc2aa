"""A result becomes a graph of speeches and families.

Enters: a `Result`. Leaves: a networkx graph. Nodes are speeches and families of formulas, keyed by their ids; edges say
that a speech uses a family, or that two speeches share wording. Every weight is in bits of distinctive agreement, so
that clichés, which everybody uses, do not tie everything together.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Container
from typing import TYPE_CHECKING, Any

from reuse.graph.backbone import weigh_edges
from reuse.graph.measures import measure
from reuse.graph.roles import roles
from reuse.graph.widening import widen
from reuse.model import Document, Family, Pair, Result
from reuse.params import GraphParams

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["build_graph"]

# What a character of ordinary new Chinese text costs under a background: 4 to 5 bits, measured on government reports.
# Turns the distinctive characters that two speeches share into the unit of the other edges.
_BITS_PER_CHARACTER = 4.5
# What XML 1.0 cannot carry, in any escape.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def build_graph(result: Result, *, params: GraphParams, whole: bool = False) -> nx.Graph:
    """Build and measure the graph; of speeches and families, or the `whole` with speakers and single formulas too.

    The graph's `name` says which background weighed it.
    Nodes have `kind` ("speech" or "family") and `label`. Speeches also have `date`, `speaker`, `series`, `language`
    where known, `characters`, and `first_uses`, `adoptions`: families that they were the first, or not the first, to
    use among dated speeches. Families have `documents`, `occurrences`, `variants`, `bits`, `stock` and, where dated,
    `first`, `last` and `first_users` (ids, joined by blanks). Dated nodes have `start` (and families `end`) as full
    ISO dates for timelines. Measures stand in `reuse.graph.measures`.
    Edges have `id`, `kind` and `weight`: "uses" bits x (1 - stock), with `occurrences`, `role` ("first", "adopter" or
    "undated") and `order` (1 for the first; 0 undated); "shares" the distinctive characters that two speeches share,
    in bits, and the bits of passages that hold no alignment, with both shares; what `whole` adds stands in
    `reuse.graph.widening`, `alpha` in `reuse.graph.backbone`.
    Order and values depend on the result alone.
    Cost: linear in nodes and edges, but for the measures.
    """
    import networkx as nx  # noqa: PLC0415 - costs start-up time

    graph = nx.Graph(name=_plain(f"background: {result.weighed_by}"))
    keys: dict[str, str] = {}
    for document in result.documents:
        keys[document.id] = _key(document.id, graph)
        graph.add_node(keys[document.id], **_speech(document, result))
    dates = {document.id: document.date for document in result.documents}
    for family in result.families:
        _add_family(graph, family, keys, dates)
    characters = {document.id: result.measures[document.id].characters for document in result.documents}
    alone = _bits_of_passages(result)
    for pair in result.pairs:
        more = alone[pair.source, pair.target]
        if pair.alignments or more:
            _add_edge(graph, keys[pair.source], keys[pair.target], **_shares(pair, characters, more))
    if whole:
        widen(graph, result, keys, key=lambda name: _key(name, graph), plain=_plain, edge=_add_edge)
    measure(graph, seed=params.seed)
    weigh_edges(graph)
    return graph


def _key(name: str, taken: Container[str]) -> str:
    """The id, without what no XML file can hold; told apart where a family and a speech have the same."""
    key = _plain(name)
    while key in taken:
        key += "'"
    return key


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _speech(document: Document, result: Result) -> dict[str, Any]:
    known = {"date": document.date, "speaker": document.speaker, "series": document.series}
    return {
        "kind": "speech",
        "label": _plain(document.title or document.id),
        **{name: _plain(value) for name, value in known.items() if value},
        **({"start": _full_date(document.date, last=False)} if document.date else {}),
        "language": document.language or "und",
        "characters": result.measures[document.id].characters,
        "first_uses": 0,
        "adoptions": 0,
    }


def _add_family(graph: nx.Graph, family: Family, keys: dict[str, str], dates: dict[str, str | None]) -> None:
    uses = Counter(locus.document for variant in family.variants for locus in variant.occurrences)
    part = roles({document: dates[document] for document in uses})
    first = [keys[document] for document, (role, _) in part.items() if role == "first"]
    key = _key(family.id, graph)
    graph.add_node(
        key,
        kind="family",
        label=_plain(family.template),
        documents=family.documents,
        occurrences=family.occurrences,
        variants=len(family.variants),
        bits=round(family.bits, 6),
        stock=round(family.stock, 6),
        **_dated(family, first),
    )
    weight = round(max(0.0, family.bits) * (1 - family.stock), 6)
    for document, times in uses.items():
        role, order = part[document]
        _add_edge(graph, keys[document], key, kind="uses", weight=weight, occurrences=times, role=role, order=order)
        if role != "undated":
            graph.nodes[keys[document]]["first_uses" if role == "first" else "adoptions"] += 1


def _dated(family: Family, first_users: list[str]) -> dict[str, str]:
    if not family.first or not family.last:
        return {}
    return {
        "first": family.first,
        "last": family.last,
        "first_users": " ".join(first_users),
        "start": _full_date(family.first, last=False),
        "end": _full_date(family.last, last=True),
    }


def _full_date(date: str, *, last: bool) -> str:
    """The first or the last day that a date of any precision may mean, for timelines that know only days."""
    year, month, day = (*date.split("-"), "", "")[:3]
    month = month or ("12" if last else "01")
    if not day:
        february = "29" if year.isdecimal() and calendar.isleap(int(year)) else "28"
        longest = {"02": february, "04": "30", "06": "30", "09": "30", "11": "30"}.get(month, "31")
        day = longest if last else "01"
    return f"{year}-{month}-{day}"


def _bits_of_passages(result: Result) -> Counter[tuple[str, str]]:
    """By pair the bits of passages that hold no alignment, and so stand in no share."""
    bits: Counter[tuple[str, str]] = Counter()
    for passage in result.passages:
        if not passage.alignments:
            bits[passage.source.document, passage.target.document] += passage.bits  # type: ignore[assignment]
    return bits


def _shares(pair: Pair, characters: dict[str, int], bits_of_passages: float) -> dict[str, Any]:
    shared = (
        pair.source_share_distinctive * characters[pair.source]
        + pair.target_share_distinctive * characters[pair.target]
    ) / 2
    return {
        "kind": "shares",
        "weight": round(shared * _BITS_PER_CHARACTER + bits_of_passages, 6),
        "source_share": round(pair.source_share, 6),
        "target_share": round(pair.target_share, 6),
        "alignments": pair.alignments,
        "passages": pair.passages,
    }


def _add_edge(graph: nx.Graph, source: str, target: str, **values: Any) -> None:
    graph.add_edge(source, target, id=f"{source} – {target}", **values)
