"""How common families are elsewhere.

Enters: the readings of families and a background. Leaves: one number per family. Serves `families`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from reuse.formulas.speeches import BackgroundModel, Speeches
from reuse.formulas.variants import Reading

__all__ = ["stock_of"]

_HEAVIEST = 8  # readings that speak for all


def stock_of(families: Sequence[Sequence[Reading]], speeches: Speeches, background: BackgroundModel) -> list[float]:
    """The mean stock, 0 to 1, of each family's heaviest readings, weighted by documents.

    Asks the background once per document. Cost: that of `BackgroundModel.stock_many` over the first places.
    """
    asked: dict[int, list[tuple[int, Reading]]] = defaultdict(list)
    for number, readings in enumerate(families):
        for reading in readings[:_HEAVIEST]:
            asked[reading.places[0][0]].append((number, reading))
    sums, weights = [0.0] * len(families), [0] * len(families)
    for document, items in sorted(asked.items()):
        spans = [(reading.places[0][1], reading.places[0][2]) for _, reading in items]
        answers = background.stock_many(speeches.segments[document], spans)
        for (number, reading), answer in zip(items, answers.tolist(), strict=True):
            sums[number] += reading.documents * answer
            weights[number] += reading.documents
    return [total / weight for total, weight in zip(sums, weights, strict=True)]
