"""What only a page of more than two speeches shows: the order of the heatmap, the rows of grid and timeline, cuts.

Enters: `Result`, views of documents and families. Leaves: `ManyView` and the indices that its figures need.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reuse.model import Pair, Result
from reuse.report.charts.share_map import share_steps, step_names
from reuse.report.clusters import Joint, clusters
from reuse.report.numerals import count, percent
from reuse.report.said import Said
from reuse.report.view_documents import DocumentView
from reuse.report.view_families import FamilyView

__all__ = ["ManyView", "many_view"]

MAX_HEAT_DOCUMENTS = 120  # rows of 15 pixels; beyond that nobody tells one row from the next
MAX_GRID_DOCUMENTS = 60
MAX_GRID_FAMILIES = 40
MAX_TIME_FAMILIES = 24


@dataclass(frozen=True, slots=True)
class ManyView:
    """Indices of documents and families in the order in which parts of the page show them."""

    heat: tuple[int, ...]  # documents, like beside like
    joints: tuple[Joint, ...]  # the tree of these, closest first
    joint_shares: tuple[str, ...]  # what the two groups of a joint share on average
    grid_documents: tuple[int, ...]  # by date
    grid_families: tuple[int, ...]  # those that tell most about who uses what and when, by first use
    time_families: tuple[int, ...]  # fewer of them, in the same order
    steps: tuple[str, ...]  # names of the heatmap's colours
    closest: tuple[tuple[int, int] | None, ...]  # by document: its closest other, and the index of their pair
    left_out: tuple[Said, ...]


def many_view(
    result: Result, documents: Sequence[DocumentView], families: Sequence[FamilyView], pairs: Sequence[Pair]
) -> ManyView:
    """Choose and order what the figures show; `pairs` are those that the page lists.

    Cubic in the rows of the heatmap, linear in the rest.
    """
    index = {document.id: document.index for document in documents}
    likeness = {
        (index[pair.source], index[pair.target]): max(pair.source_share, pair.target_share) for pair in result.pairs
    }
    heat = _most_shared(likeness, len(documents))
    matrix = [[likeness.get((a, b), likeness.get((b, a), 0.0)) for b in heat] for a in heat]
    tree = clusters(matrix)
    telling = sorted(range(len(families)), key=lambda i: (-_tells(families[i], len(documents)), i))
    left_out = []
    if len(heat) < len(documents):
        left_out.append(Said("left.heat", {"n": count(len(documents)), "shown": count(len(heat))}))
    if len(families) > MAX_GRID_FAMILIES:
        left_out.append(Said("left.grid", {"n": count(len(families)), "shown": count(MAX_GRID_FAMILIES)}))
    if len(documents) > MAX_GRID_DOCUMENTS:
        left_out.append(Said("left.grid_speeches", {"n": count(len(documents)), "shown": count(MAX_GRID_DOCUMENTS)}))
    return ManyView(
        heat=tuple(heat[i] for i in tree.order),
        joints=tree.joints,
        joint_shares=tuple(percent(joint.similarity) for joint in tree.joints),
        grid_documents=tuple(range(len(documents)))[-MAX_GRID_DOCUMENTS:],
        grid_families=_by_first_use(telling[:MAX_GRID_FAMILIES], families),
        time_families=_by_first_use(telling[:MAX_TIME_FAMILIES], families),
        steps=step_names(share_steps(result.pairs)),
        closest=_closest(pairs, index, len(documents)),
        left_out=tuple(left_out),
    )


def _by_first_use(indices: Sequence[int], families: Sequence[FamilyView]) -> tuple[int, ...]:
    """In the order in which they were taken up, those without a date last."""
    return tuple(sorted(indices, key=lambda i: (families[i].first is None, families[i].first or "", i)))


def _tells(family: FamilyView, documents: int) -> float:
    """How much a row of the grid shows: most where half of the speeches have the formula, and it carries much.

    What stands in all of them tells nobody apart and has no date at which it was taken up.
    """
    share = family.documents / (documents + 1)
    return share * (1 - share) * family.bits * (0.5 if family.is_stock else 1.0)


def _most_shared(likeness: dict[tuple[int, int], float], documents: int) -> list[int]:
    """All documents, or as many as the heatmap can show: those that share most with any other."""
    best = [0.0] * documents
    for (a, b), share in likeness.items():
        best[a], best[b] = max(best[a], share), max(best[b], share)
    ranked = sorted(range(documents), key=lambda i: (-best[i], i))
    return sorted(ranked[:MAX_HEAT_DOCUMENTS])


def _closest(pairs: Sequence[Pair], index: dict[str, int], documents: int) -> tuple[tuple[int, int] | None, ...]:
    """For every document the other that holds most of it, and the index of their pair."""
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)] * documents
    for number, pair in enumerate(pairs):
        source, target = index[pair.source], index[pair.target]
        for document, other, share in ((source, target, pair.source_share), (target, source, pair.target_share)):
            if share > best[document][0]:
                best[document] = (share, other, number)
    return tuple((other, number) if share > 0 else None for share, other, number in best)
