"""View records of the formulas: template with slots, wordings with their places, who used which.

Enters: `Result` and `Places`. Leaves: one `FamilyView` per family, in the order of the result (strongest first).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from reuse.model import Family, Locus, Result, Slot
from reuse.report.labels import one_line
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.view_matches import STOCK_FROM

__all__ = [
    "FamilyView",
    "FillerView",
    "MaybeView",
    "PlaceView",
    "SlotView",
    "UseView",
    "VariantView",
    "family_views",
    "language_of",
    "place_views",
    "year_ranges",
]

SLOT = re.compile(r"〔(\d+)〕")
NUMBER_KINDS = frozenset({"number", "ordinal"})
OPEN_FROM_FILLERS = 6  # a slot with so many fillings is open, no choice between a few
MAX_NAME_CHARACTERS = 18
MAX_NAME_LETTERS = 34  # the same of an alphabet, whose letters are half as wide
LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PlaceView(NamedTuple):
    """Where a wording stands; UTF-16 units of the document's text."""

    document: int  # index
    start: int
    end: int
    before: int  # where the context starts
    after: int  # where the context ends
    paragraph: str  # "¶3"


class UseView(NamedTuple):
    """How one document uses a family."""

    document: int  # index
    times: int
    letters: str  # which wordings, "a" the first of the family


class FillerView(NamedTuple):
    """One filling of a slot, with who puts it there and when."""

    text: str
    documents: str
    speakers: tuple[tuple[str, str], ...]  # name, number of documents; most first
    years: str  # "2013–2016, 2019"


@dataclass(frozen=True, slots=True)
class SlotView:
    """A pill: what may stand in a slot."""

    kind: str
    look: str  # "number" | "optional" | "open" | "choice"
    fillers: tuple[FillerView, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """One wording."""

    letter: str
    text: str
    count: str
    years: str  # "2013–2016, 2019"
    places: tuple[PlaceView, ...]
    fits: bool  # filling the slots of the template gives it


@dataclass(frozen=True, slots=True)
class MaybeView:
    """A wording that may belong to the family."""

    text: str
    count: str
    likeness: str  # "0.96"; 1 would have made it a wording of the family
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """One formula with all its wordings."""

    name: str  # "F01"
    id: str
    label: str  # template in one short line, slots as …
    parts: tuple[str | int, ...]  # pieces of the template; a number is a slot, from 0
    slots: tuple[SlotView, ...]
    variants: tuple[VariantView, ...]
    maybe: tuple[MaybeView, ...]
    uses: tuple[UseView, ...]  # by document
    documents: int
    occurrences: int
    bits: float
    bits_text: str
    stock: float
    stock_text: str
    is_stock: bool
    lang: str
    first: str | None
    last: str | None
    history: tuple[tuple[str, int, int], ...]  # period, documents that hold it, documents of the period


def family_views(
    result: Result, places: Mapping[str, Places], *, languages: Mapping[str, str]
) -> tuple[FamilyView, ...]:
    """One view per family. `languages` gives the `lang` of each document. Linear in the occurrences."""
    index = {document.id: i for i, document in enumerate(result.documents)}
    width = max(2, len(str(len(result.families))))
    return tuple(
        _family(family, f"F{number:0{width}d}", index, places, languages)
        for number, family in enumerate(result.families, start=1)
    )


def _family(
    family: Family, name: str, index: Mapping[str, int], places: Mapping[str, Places], languages: Mapping[str, str]
) -> FamilyView:
    parts = _parts(family)
    return FamilyView(
        name=name,
        id=family.id,
        label=_label(parts),
        parts=parts,
        slots=tuple(_slot(slot) for slot in family.slots),
        variants=tuple(
            VariantView(
                letter=_letter(number),
                text=variant.text,
                count=count(len(variant.occurrences)),
                years=year_ranges(variant.years),
                places=place_views(variant.occurrences, index, places),
                fits=variant.fits,
            )
            for number, variant in enumerate(family.variants)
        ),
        maybe=tuple(
            MaybeView(
                text=maybe.text,
                count=count(len(maybe.occurrences)),
                likeness=f"{min(maybe.likeness, 0.99):.2f}",  # never 1.00, which it is not
                places=place_views(maybe.occurrences, index, places),
            )
            for maybe in family.maybe
        ),
        uses=_uses(family, index),
        documents=family.documents,
        occurrences=family.occurrences,
        bits=round(family.bits, 1),
        bits_text=f"{family.bits:.0f}",
        stock=round(family.stock, 3),
        stock_text=f"{family.stock:.2f}",
        is_stock=family.stock >= STOCK_FROM,
        lang=language_of((locus for variant in family.variants for locus in variant.occurrences), languages),
        first=family.first,
        last=family.last,
        history=tuple((period.period, period.documents, period.of) for period in family.history),
    )


def _parts(family: Family) -> tuple[str | int, ...]:
    """The template cut at its slots; brackets that name no slot of the family are words of the text."""
    parts: list[str | int] = []
    position = 0
    for match in SLOT.finditer(family.template):
        slot = int(match[1]) - 1
        if not 0 <= slot < len(family.slots):
            continue
        if match.start() > position:
            parts.append(family.template[position : match.start()])
        parts.append(slot)
        position = match.end()
    if position < len(family.template):
        parts.append(family.template[position:])
    return tuple(parts)


def _label(parts: Iterable[str | int]) -> str:
    """The template in one short line."""
    line = "".join(part if isinstance(part, str) else "…" for part in parts)
    wide = sum(1 for character in line if character >= "\u2e80")
    return one_line(line, MAX_NAME_CHARACTERS if 3 * wide > len(line) else MAX_NAME_LETTERS)


def _slot(slot: Slot) -> SlotView:
    fillers = tuple(
        FillerView(
            filler.text,
            count(filler.documents),
            tuple((speaker, count(documents)) for speaker, documents in filler.speakers),
            year_ranges(filler.years),
        )
        for filler in slot.fillers
    )
    if slot.kind in NUMBER_KINDS:
        look = "number"
    elif any(not filler.text for filler in fillers):
        look = "optional"
    elif len(fillers) >= OPEN_FROM_FILLERS:
        look = "open"
    else:
        look = "choice"
    return SlotView(slot.kind, look, fillers)


def _letter(number: int) -> str:
    """Give a … z, then a2 … z2 and so on."""
    round_, letter = divmod(number, len(LETTERS))
    return LETTERS[letter] + (str(round_ + 1) if round_ else "")


def place_views(loci: Iterable[Locus], index: Mapping[str, int], places: Mapping[str, Places]) -> tuple[PlaceView, ...]:
    """Places with their contexts; `index` numbers the documents."""
    return tuple(_place(locus, index, places[locus.document]) for locus in loci)


def language_of(loci: Iterable[Locus], languages: Mapping[str, str]) -> str:
    """The `lang` of the documents that places lie in; empty where they have several."""
    spoken = {languages[locus.document] for locus in loci}
    return spoken.pop() if len(spoken) == 1 else ""


def year_ranges(years: Iterable[tuple[str, int]]) -> str:
    """Years that follow each other as one range: "2013–2016, 2019"; how many documents each has is told elsewhere."""
    runs: list[list[str]] = []
    for year, _ in years:
        if runs and year.isdecimal() and runs[-1][-1].isdecimal() and int(year) == int(runs[-1][-1]) + 1:
            runs[-1] = [runs[-1][0], year]
        else:
            runs.append([year])
    return ", ".join("–".join(run) for run in runs)


def _place(locus: Locus, index: Mapping[str, int], place: Places) -> PlaceView:
    before, after = place.context(locus.start, locus.end)
    return PlaceView(
        document=index[locus.document],
        start=place.units(locus.start),
        end=place.units(locus.end),
        before=place.units(before),
        after=place.units(after),
        paragraph=f"¶{place.paragraph(locus.start)}",
    )


def _uses(family: Family, index: Mapping[str, int]) -> tuple[UseView, ...]:
    counts: Counter[int] = Counter()
    letters: dict[int, list[str]] = defaultdict(list)
    for number, variant in enumerate(family.variants):
        for locus in variant.occurrences:
            document = index[locus.document]
            counts[document] += 1
            if _letter(number) not in letters[document]:
                letters[document].append(_letter(number))
    return tuple(UseView(document, counts[document], "".join(letters[document])) for document in sorted(counts))
