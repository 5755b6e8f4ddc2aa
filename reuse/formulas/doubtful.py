"""Wordings that come near a family and are no part of any: shown as “maybe”, for somebody to decide.

Enters: the families told, in draft, and scored pairs of wordings. Leaves: `Maybe`s of each family. Serves `families`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reuse.formulas.drafts import Draft
from reuse.formulas.resemblance import JOIN
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings
from reuse.model import Maybe

__all__ = ["doubtful_members"]

_MOST = 8  # of one family, the most alike


def doubtful_members(
    told: Sequence[Draft], scored: Iterable[tuple[int, int, float]], wordings: Wordings, speeches: Speeches
) -> list[tuple[Maybe, ...]]:
    """For each family told the wordings that score just below its members, most alike first.

    A wording goes to the one family whose leader it is most like. Linear in the pairs.
    """
    leads = {draft.wordings[0]: number for number, draft in enumerate(told)}
    taken = {wording for draft in told for wording in draft.wordings}
    best: dict[int, tuple[float, int]] = {}
    for one, other, score in scored:
        for leader, wording in ((one, other), (other, one)):
            if score < JOIN and leader in leads and wording not in taken:
                best[wording] = max(best.get(wording, (0.0, 0)), (score, -leads[leader]))
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for wording, (score, family) in best.items():
        found[-family].append((-score, wording))
    return [
        tuple(_maybe(wording, -score, wordings, speeches) for score, wording in sorted(found[number])[:_MOST])
        for number in range(len(told))
    ]


def _maybe(number: int, score: float, wordings: Wordings, speeches: Speeches) -> Maybe:
    loci = tuple(speeches.segments[document].locus(first, last) for document, first, last in wordings.places[number])
    text = speeches.segments[wordings.places[number][0][0]].document.text
    return Maybe(text[loci[0].start : loci[0].end], loci, score / JOIN)
