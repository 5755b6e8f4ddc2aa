"""The frozen types of wording that moves: dated wordings, changes, editions of a series, what is missing.

Enters nothing, leaves nothing. Stands under `reuse.model`, which hands these types on and says what holds for all.
All of it speaks of the documents at hand: first here is not first ever.
"""

from __future__ import annotations

from dataclasses import dataclass

from reuse.locus import Locus
from reuse.recurring import Period

__all__ = ["Coverage", "DatedWording", "EditionItem", "MissingFormula", "WordingChange"]


@dataclass(frozen=True, slots=True)
class DatedWording:
    """One of the wordings that stand in for each other, with its time."""

    text: str  # as all its occurrences have it; of a figure that differs 〔N〕
    documents: int
    first: str  # date of the earliest document that holds it
    last: str
    history: tuple[Period, ...]  # periods in which it stands, in order
    occurrences: tuple[Locus, ...]  # by document, then place


@dataclass(frozen=True, slots=True)
class WordingChange:
    """One formula whose wording depends on the time."""

    id: str
    frame: str  # what stays, with 〔〕 for what changes; of a family its template
    wordings: tuple[DatedWording, ...]  # in the order of their times
    documents: int  # dated documents that hold one of the wordings
    information: float  # bits: mutual information of wording and period, documents weighing alike
    by_chance: float  # bits: its mean where the documents are dealt to the periods at random
    settled: float  # 0..1: of the uncertainty about the wording, what the period takes away beyond chance
    deviations: float  # standard deviations of chance that `information` lies above `by_chance`
    p: float  # 0..1: share of random deals that reach `information`, this one counted
    strength: float  # the rank is by it: deviations, settled, documents and length together
    family: str | None = None  # id, where the wordings are variants of a family


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the documents at hand cover, since all that is said of first, last and missing holds for them alone."""

    documents: int
    undated: int  # they take no part in anything that has to do with time
    first: str | None  # earliest date
    last: str | None
    gaps: tuple[str, ...]  # years between without a document: "1961–1963", "1991"


@dataclass(frozen=True, slots=True)
class EditionItem:
    """One phrase of a speech, or one that is gone from it, against the last editions of its series."""

    kind: str  # "kept" | "figures" | "reworded" | "returned" | "new" | "dropped"
    text: str  # as written; of a dropped one that several editions hold, 〔N〕 for a figure that is one edition's own
    place: Locus  # in the speech; of a dropped one in the latest edition that holds it
    earlier: Locus | None  # what it is laid beside, in the latest edition that has it; None for new and dropped ones
    similarity: float  # 0..1 of the two wordings, figures left aside; 1 for kept, 0 for new and dropped ones
    editions: int  # how many of the last editions hold the formula in any wording
    of: int  # how many were looked at
    since: str | None  # date of the edition from which on it stands in every one; None for new ones
    bits: float  # surprise of the wording
    stock: float  # 0..1


@dataclass(frozen=True, slots=True)
class MissingFormula:
    """A formula that the series led one to expect and that the speech does not hold."""

    text: str  # as the latest edition that holds it words it, 〔N〕 for a figure that is one edition's own
    place: Locus  # there
    editions: int  # how many of the last editions hold it
    of: int
    run: int  # how many in a row up to the latest one, over the whole series
    since: str | None  # date of the first of that row
    expected: float  # 0..1: how often a formula of such standing came again in the next edition
    cases: int  # of how many, in earlier editions of the series
    surprise: float  # bits: -log2(1 - expected)
    nearest: Locus | None  # the wording of the speech that comes nearest, where one shares as much as half with it
    similarity: float  # 0..1 of that wording, by the rarity of what both share; 0 where there is none
    bits: float
    stock: float
