"""Speakers and single formulas beside speeches and families.

Enters: a graph of speeches and families, and the result it came from. Leaves: the same graph with more nodes and edges.
Serves `building`. A formula that belongs to a family hangs on it and not on the speeches, which the family ties
together already.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reuse.graph.roles import roles
from reuse.model import Formula, Result

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["widen"]

Key = Callable[[str], str]  # a name that no node has yet
AddEdge = Callable[..., None]


def widen(graph: nx.Graph, result: Result, speeches: Mapping[str, str], *, key: Key, plain: Key, edge: AddEdge) -> None:
    """Add speakers and formulas; `speeches` and `key` give the nodes of documents and free names for others.

    Speakers (`kind` "speaker") have `speeches`, `first_uses` and `adoptions`, summed over theirs, and an edge "gives"
    of no weight to each. Formulas (`kind` "formula" or "term") have `documents`, `occurrences`, `bits`, `stock`, and
    edges: "words" to the family that they word, or else "uses" from speeches, as families have; "part-of" to the
    longer formulas that hold them, whose attribute `part` names the shorter one. Linear in nodes and edges.
    """
    by_speaker: defaultdict[str, list[str]] = defaultdict(list)
    for document in result.documents:
        if document.speaker:
            by_speaker[document.speaker].append(speeches[document.id])
    for speaker, given in by_speaker.items():
        node = key(f"speaker: {speaker}")
        counts = {name: sum(graph.nodes[speech][name] for speech in given) for name in ("first_uses", "adoptions")}
        graph.add_node(node, kind="speaker", label=plain(speaker), speeches=len(given), **counts)
        for speech in given:
            edge(graph, node, speech, kind="gives", weight=0.0)
    dates = {document.id: document.date for document in result.documents}
    nodes = {formula.id: key(formula.id) for formula in result.formulas}
    families = {family.id for family in result.families}
    for formula in result.formulas:
        graph.add_node(nodes[formula.id], **_facts(formula, plain))
    for formula in result.formulas:
        weight = round(max(0.0, formula.bits) * (1 - formula.stock), 6)
        if formula.family in families:
            edge(graph, nodes[formula.id], plain(formula.family or ""), kind="words", weight=weight)
        else:
            uses = Counter(place.document for place in formula.places)
            part = roles({user: dates[user] for user in uses})
            for user, times in uses.items():
                role, order = part[user]
                facts = {"occurrences": times, "role": role, "order": order}
                edge(graph, speeches[user], nodes[formula.id], kind="uses", weight=weight, **facts)
        for longer in formula.part_of:
            if longer in nodes and longer != formula.id:
                ends = nodes[formula.id], nodes[longer]
                edge(graph, *ends, kind="part-of", weight=weight, part=nodes[formula.id])


def _facts(formula: Formula, plain: Key) -> dict[str, Any]:
    return {
        "kind": formula.kind,
        "label": plain(formula.text),
        "documents": formula.documents,
        "occurrences": formula.occurrences,
        "bits": round(formula.bits, 6),
        "stock": round(formula.stock, 6),
    }
