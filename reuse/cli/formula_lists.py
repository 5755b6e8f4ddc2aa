"""An inventory in a few lists: formulas, names of things, families with their fillers, parallelisms.

Enters: an `Inventory`. Leaves: renderables for `Screen.show`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reuse.cli.excerpt import one_line
from reuse.cli.figures import counted
from reuse.cli.language import spoken
from reuse.cli.summary import STOCK_FROM, new_table, note_rest, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

    from reuse.model import Family, Formula, Inventory, Slot

__all__ = ["lists"]

WORDING_COLUMNS = 100
NAME_COLUMNS = 28
FILLERS = 5  # of a slot that are shown; tables and JSON have them all
SPEAKERS = 2
ELSEWHERE = "in the JSON and the tables"


def lists(inventory: Inventory, *, top: int) -> list[RenderableType]:
    """Give the lists from top to bottom, each with its `top` strongest rows. Linear in the size of the inventory."""
    parts: list[RenderableType] = [plain(_headline(inventory))]
    formulas = [f for f in inventory.formulas if f.kind == "formula"]
    terms = [f for f in inventory.formulas if f.kind == "term"]
    if formulas:
        parts.append(_formulas("Formulas", formulas, inventory, top))
    if inventory.families:
        parts.append(_families(inventory, top))
    if terms:
        parts.append(_formulas("Names and set phrases inside sentences", terms, inventory, top))
    if inventory.parallelisms:
        parts.append(_parallelisms(inventory, top))
    return parts


def _headline(inventory: Inventory) -> str:
    characters = sum(len("".join(document.text.split())) for document in inventory.documents)
    read = f"{counted(len(inventory.documents), 'speech')}, {counted(characters, 'character')}"
    if not (inventory.formulas or inventory.families):
        reason = "one speech alone has none" if len(inventory.documents) == 1 else "no wording stands in two of them"
        return f"{read}: no formulas, since {reason}.\n"
    kinds = Counter(formula.kind for formula in inventory.formulas if formula.variant_of is None)
    found = (
        counted(kinds["formula"], "formula"),
        counted(kinds["term"], "name"),
        f"{len(inventory.families):,} families",
    )
    return f"{read}: {', '.join(found)}.\n"


def _formulas(title: str, formulas: Sequence[Formula], inventory: Inventory, top: int) -> RenderableType:
    """One row per formula; other wordings of one above it are counted there."""
    told = [formula for formula in formulas if formula.variant_of is None]
    others = Counter(formula.variant_of for formula in formulas if formula.variant_of)
    numbers = ("", "Speeches", "Times", "Bits", "More")
    who = {document.id: document.speaker for document in inventory.documents}
    known = ("Speakers",) if any(who.values()) else ()
    table = new_table(title, "", "Wording", *numbers[1:], "Years", *known, "Remarks", right=numbers)
    for number, formula in enumerate(told[:top], start=1):
        speakers = Counter(name for id_ in {place.document for place in formula.places} if (name := who[id_]))
        table.add_row(
            str(number),
            plain(one_line(formula.text, WORDING_COLUMNS)),
            f"{formula.documents:,}",
            f"{formula.occurrences:,}",
            f"{formula.bits:.0f}",
            f"+{others[formula.id]:,}" if others[formula.id] else "",
            _years(formula.first, formula.last),
            *((plain(_speakers(speakers)),) if known else ()),
            _remarks(formula),
        )
    note_rest(table, len(told) - top, where=ELSEWHERE)
    return table


def _remarks(formula: Formula) -> str:
    said = ("stock" if formula.stock >= STOCK_FROM else None, formula.position)
    return ", ".join(spoken(word) for word in said if word)


def _years(first: str | None, last: str | None) -> str:
    if not first or not last:
        return ""
    return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"


def _speakers(speakers: Counter[str]) -> str:
    ordered = sorted(speakers.items(), key=lambda item: (-item[1], item[0]))
    named = ", ".join(f"{one_line(name, NAME_COLUMNS)} {n}" for name, n in ordered[:SPEAKERS])
    return f"{named} …" if len(ordered) > SPEAKERS else named


def _families(inventory: Inventory, top: int) -> RenderableType:
    """One row per family that has more than one wording: its template and what fills the slots."""
    varied = [family for family in inventory.families if family.slots]
    numbers = ("", "Speeches", "Wordings")
    table = new_table("Families of wordings", "", "Template", "Fillers", *numbers[1:], "Years", right=numbers)
    for number, family in enumerate(varied[:top], start=1):
        table.add_row(
            str(number),
            plain(one_line(family.template, WORDING_COLUMNS)),
            plain(_fillers(family)),
            f"{family.documents:,}",
            f"{len(family.variants):,}",
            _years(family.first, family.last),
        )
    note_rest(table, len(varied) - top, where=ELSEWHERE)
    return table


def _fillers(family: Family) -> str:
    return "; ".join(f"{number}: {_slot(slot)}" for number, slot in enumerate(family.slots, start=1))


def _slot(slot: Slot) -> str:
    shown = " | ".join(f"{one_line(f.text, NAME_COLUMNS) or '–'} {f.documents}" for f in slot.fillers[:FILLERS])
    return f"{shown} …" if len(slot.fillers) > FILLERS else shown


def _parallelisms(inventory: Inventory, top: int) -> RenderableType:
    """The longest rows of clauses that repeat their opening or closing words."""
    texts = {document.id: document for document in inventory.documents}
    numbers = ("Clauses",)
    table = new_table(
        "Words that one speech repeats close together", "Words", *numbers, "Speech", "First clauses", right=numbers
    )
    strongest = sorted(inventory.parallelisms, key=lambda row: (-(len(row.members) - 1) * len(row.text), row.id))
    for row in strongest[:top]:
        document = texts[row.members[0].document]
        words = f"{row.text}…" if row.position == "opening" else f"…{row.text}"
        clauses = " / ".join(document.text[member.start : member.end] for member in row.members[:3])
        name = one_line(document.title or document.id, NAME_COLUMNS)
        table.add_row(
            plain(one_line(words, NAME_COLUMNS)),
            str(len(row.members)),
            plain(name),
            plain(one_line(clauses, WORDING_COLUMNS)),
        )
    note_rest(table, len(strongest) - top, where=ELSEWHERE)
    return table
