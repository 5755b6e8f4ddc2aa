"""View records of what recurs word for word: formulas, names of things, and clauses that repeat each other.

Enters: `Result` and `Places`. Leaves: `PhraseView` and `ParallelView`, in the order of the result (strongest first).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.model import Formula, Parallelism
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.view_families import PlaceView, language_of, place_views
from reuse.report.view_matches import STOCK_FROM

__all__ = ["ParallelView", "PhraseView", "parallel_views", "phrase_views"]

LONGER_SHOWN = 12  # longer forms of one formula; the rest differs in a character or two
INITIALS = {"formula": "W", "term": "T"}


@dataclass(frozen=True, slots=True)
class PhraseView:
    """One wording that recurs word for word."""

    name: str  # "W012"; "T012" for a term
    text: str  # 〔N〕 stands for figures that differ
    kind: str  # "formula" | "term"
    position: str | None  # "opening" | "closing" of documents
    documents: int
    occurrences: int
    bits: float
    bits_text: str
    stock: float
    stock_text: str
    is_stock: bool
    lang: str
    places: tuple[PlaceView, ...]
    part_of: tuple[int, ...]  # indices of longer ones of the page that hold it
    longer: tuple[tuple[str, str], ...]  # longer forms outside the list: text, number of documents
    variant_of: int | None  # index of a stronger one that says the same in other words
    family: int | None  # index into PageView.families
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class ParallelView:
    """One speech that says the same words again and again (排比)."""

    text: str
    position: str  # "opening" | "closing" of the clauses
    document: int
    lang: str
    count: str
    places: tuple[PlaceView, ...]


def phrase_views(
    shown: Sequence[Formula],
    index: Mapping[str, int],
    places: Mapping[str, Places],
    *,
    families: Mapping[str, int],
    languages: Mapping[str, str],
) -> tuple[PhraseView, ...]:
    """One view for each of `shown`. Linear in the places.

    `index` numbers the documents, `families` the families that are shown.
    """
    numbers = {formula.id: i for i, formula in enumerate(shown)}
    width = max(2, len(str(len(shown))))
    names = {"formula": 0, "term": 0}
    views = []
    for formula in shown:
        names[formula.kind] += 1
        views.append(
            PhraseView(
                name=f"{INITIALS[formula.kind]}{names[formula.kind]:0{width}d}",
                text=formula.text,
                kind=formula.kind,
                position=formula.position,
                documents=formula.documents,
                occurrences=formula.occurrences,
                bits=round(formula.bits, 1),
                bits_text=f"{formula.bits:.0f}",
                stock=round(formula.stock, 3),
                stock_text=f"{formula.stock:.2f}",
                is_stock=formula.stock >= STOCK_FROM,
                lang=language_of(formula.places, languages),
                places=place_views(formula.places, index, places),
                part_of=tuple(numbers[id_] for id_ in formula.part_of if id_ in numbers),
                longer=tuple((form.text, count(form.documents)) for form in formula.longer[:LONGER_SHOWN]),
                variant_of=numbers.get(formula.variant_of or ""),
                family=families.get(formula.family or ""),
                first=formula.first,
                last=formula.last,
            )
        )
    return tuple(views)


def parallel_views(
    shown: Sequence[Parallelism],
    index: Mapping[str, int],
    places: Mapping[str, Places],
    *,
    languages: Mapping[str, str],
) -> tuple[ParallelView, ...]:
    """One view for each of `shown`; `index` numbers the documents. Linear in their clauses."""
    return tuple(
        ParallelView(
            text=one.text,
            position=one.position,
            document=index[one.members[0].document],
            lang=languages[one.members[0].document],
            count=count(len(one.members)),
            places=place_views(one.members, index, places),
        )
        for one in shown
    )
