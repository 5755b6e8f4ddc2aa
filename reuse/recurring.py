"""The frozen types of wording that recurs: formulas, families, templates, parallelisms.

Enters nothing, leaves nothing. Stands under `reuse.model`, which hands these types on and says what holds for all.
"""

from __future__ import annotations

from dataclasses import dataclass

from reuse.locus import Locus

__all__ = ["Family", "Filler", "Form", "Formula", "Maybe", "Parallelism", "Period", "Slot", "Variant"]


@dataclass(frozen=True, slots=True)
class Filler:
    """One filling of a slot. `text` may be empty: the slot is optional."""

    text: str
    documents: int
    speakers: tuple[tuple[str, int], ...] = ()  # documents by speaker, most first; documents without one left out
    years: tuple[tuple[str, int], ...] = ()  # documents by year, earliest first; undated documents left out


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a template that varies."""

    kind: str  # "number" | "ordinal" | "place" | "name" | "time" | "modifier" | "verb" | "mask" | "other"
    fillers: tuple[Filler, ...]  # most documents first, then by text


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a formula and where it stands."""

    text: str  # surface of its first occurrence
    occurrences: tuple[Locus, ...]
    first: str | None = None  # date of the earliest dated document that holds it
    last: str | None = None
    years: tuple[tuple[str, int], ...] = ()  # documents by year, earliest first; undated documents left out
    fits: bool = True  # whether filling the slots of the template gives it; the template is what most have in common


@dataclass(frozen=True, slots=True)
class Maybe:
    """A wording that may be a variant of a formula: alike, yet less than its variants are."""

    text: str  # surface of its first occurrence
    occurrences: tuple[Locus, ...]
    likeness: float  # 0..1; 1 would have made it a variant


@dataclass(frozen=True, slots=True)
class Period:
    """How many of a period's documents hold the family."""

    period: str  # a year, "2023"; "undated" for documents without date
    documents: int
    of: int


@dataclass(frozen=True, slots=True)
class Family:
    """All wordings of one formula. In `template`, slot i stands as ``〔i〕``, counted from 1."""

    id: str
    template: str
    slots: tuple[Slot, ...]
    variants: tuple[Variant, ...]  # most documents first
    documents: int  # document frequency
    occurrences: int
    bits: float
    stock: float  # 0..1
    first: str | None  # date of the earliest dated document that holds it
    last: str | None
    history: tuple[Period, ...]
    maybe: tuple[Maybe, ...] = ()  # most alike first


@dataclass(frozen=True, slots=True)
class Form:
    """A longer wording that holds a formula and is not listed for itself."""

    text: str  # surface of its first occurrence
    documents: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Formula:
    """A wording that recurs word for word and is complete in itself."""

    id: str
    text: str  # as mostly written; 〔N〕 stands for figures that differ between its places
    kind: str  # "formula" | "term": a term is the name of a thing
    position: str | None  # "opening" | "closing": nearly always at that end of a document; None: anywhere
    documents: int  # document frequency
    occurrences: int  # without overlap
    bits: float  # surprise of the wording under the background
    stock: float  # 0..1
    clause_start: float  # 0..1 of the occurrences open a clause
    clause_end: float  # 0..1 of the occurrences close one
    places: tuple[Locus, ...]  # by document, then place
    part_of: tuple[str, ...] = ()  # ids of the longer formulas of the list that hold it
    longer: tuple[Form, ...] = ()  # longer forms outside the list, most documents first
    variant_of: str | None = None  # id of a stronger formula of the list that says the same in other words
    family: str | None = None  # id
    first: str | None = None  # date of the earliest dated document that holds it
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Parallelism:
    """One document that says the same words again and again, close together (排比)."""

    id: str
    text: str  # the repeated words as first written
    position: str  # "opening" | "closing" of the clauses that repeat it
    members: tuple[Locus, ...]  # the clauses, three or more, in order
