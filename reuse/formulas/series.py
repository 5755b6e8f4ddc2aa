"""A series of speeches laid out: the phrases of each edition, and which formula each phrase is.

Enters: Segments of the editions. Leaves: `Series`. Serves `editions`, which judges a speech by it. Data flow: phrases
-> wordings -> resemblance -> leaders (the families of `families`, every one, whether told there or not).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reuse.formulas.amounts import bare, is_range
from reuse.formulas.elements import NUMBERS, signature
from reuse.formulas.furniture import furniture_starts
from reuse.formulas.leaders import gather
from reuse.formulas.pieces import Side
from reuse.formulas.resemblance import resemblances
from reuse.formulas.showing import shown_place
from reuse.formulas.speeches import BackgroundModel, Speeches, lay_out
from reuse.formulas.wordings import collect
from reuse.model import BoolArray, Locus, Segments
from reuse.params import HistoryParams

__all__ = ["Series", "laid", "presence", "table"]


@dataclass(frozen=True, slots=True)
class Series:
    """The laid-out documents, the speech last, and the formula of every phrase."""

    speeches: Speeches
    phrases: tuple[tuple[Side, ...], ...]  # of each document, in order, as long as the settings ask
    group: Mapping[str, int]  # phrase -> formula
    recent: range  # documents that are the last editions

    @property
    def target(self) -> int:
        """The document that is the speech."""
        return len(self.speeches.segments) - 1

    def key(self, side: Side) -> str:
        """The units of a phrase, one character each; every figure is the same one."""
        return self.speeches.strings[side[0]][side[1] : side[2]]

    def bare(self, side: Side) -> tuple[str, ...] | None:
        """The units of a phrase that states a figure, without how the figure is hedged; None of any other."""
        return bare(self.speeches.segments[side[0]].units[side[1] : side[2]])

    def wording(self, side: Side) -> tuple[str, ...]:
        """What two phrases share that are word for word the same, figures included, punctuation and width not."""
        return signature(self.speeches.segments[side[0]], side[1], side[2])

    def locus(self, side: Side) -> Locus:
        """The place of the phrase, with the quotation marks that it would tear."""
        return shown_place(side, self.speeches.segments[side[0]])

    def date(self, document: int) -> str | None:
        """When the document was spoken."""
        return self.speeches.segments[document].document.date

    def formula(self, side: Side) -> int | str:
        """What formula a phrase is; phrases too long to be a family's stand for themselves."""
        key = self.key(side)
        return self.group.get(key, key)

    def holders(self) -> dict[int | str, list[int]]:
        """Documents of each formula, in order of time."""
        found: defaultdict[int | str, list[int]] = defaultdict(list)
        for document, phrases in enumerate(self.phrases):
            for formula in dict.fromkeys(map(self.formula, phrases)):
                found[formula].append(document)
        return dict(found)


def laid(editions: Sequence[Segments], recent: range, background: BackgroundModel, params: HistoryParams) -> Series:
    """Lay out editions, which stand in order of time. Cost: that of grouping all phrases, 8 s for 56 reports."""
    speeches = lay_out(editions, background)
    return Series(
        speeches=speeches,
        phrases=_phrases(speeches, params.min_length_chars),
        group=_groups(speeches, params.min_length_chars),
        recent=recent,
    )


def presence(editions: Sequence[Segments], *, background: BackgroundModel, params: HistoryParams) -> BoolArray:
    """(g, e) which of the g formulas of a series stands in which of its e editions. Cost as of `laid`."""
    return table(laid(editions, range(len(editions)), background, params).holders(), len(editions))


def table(holders: Mapping[int | str, list[int]], editions: int) -> BoolArray:
    """(g, e) of the first e documents."""
    rows = np.zeros((len(holders), editions), dtype=np.bool_)
    for row, documents in enumerate(holders.values()):
        rows[row, [document for document in documents if document < editions]] = True
    return rows


def _phrases(speeches: Speeches, min_length_chars: int) -> tuple[tuple[Side, ...], ...]:
    """The phrases of every document from end to end, without the publisher's notes below; 4.5%—5% is cut nowhere."""
    rows: list[tuple[Side, ...]] = []
    for document, (segments, stops, last) in enumerate(
        zip(speeches.segments, speeches.stops, furniture_starts(speeches.strings), strict=True)
    ):
        inner = [at for at in (np.flatnonzero(stops[1:-1]) + 1).tolist() if not is_range(segments, at)]
        cuts = [0, *inner, len(segments)] if len(segments) else []
        rows.append(
            tuple(
                (document, a, b)
                for a, b in pairwise(cuts)
                if b <= last
                and int(segments.ends[b - 1]) - int(segments.starts[a]) >= min_length_chars
                and _is_phrase(segments.units[a:b])
            )
        )
    return tuple(rows)


def _is_phrase(units: Sequence[str]) -> bool:
    """Whether it is more than one word (Internationally), or than figures (2020-03-05)."""
    return len(units) > 1 and not NUMBERS.issuperset(units)


def _groups(speeches: Speeches, min_length_chars: int) -> dict[str, int]:
    wordings = collect(speeches, (), min_length_chars=min_length_chars)
    scored = resemblances(wordings, speeches)
    gathered = gather(wordings.keys, zip(*(column.tolist() for column in scored), strict=True), ())
    return {wordings.keys[member]: leader for leader, members in gathered.items() for member in members}
