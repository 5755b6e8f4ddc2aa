"""What was found as flat tables, for spreadsheets and data frames.

Enters: a `Result` or an `Inventory`. Leaves: `Table`s with the words of the JSON contract as column names, one row per
row there. Stands beside `reuse.contract`: the same facts, but flat. A list inside a row (ids, variants, spans) becomes
one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reuse.model import (
    Editions,
    Family,
    Formula,
    History,
    Inventory,
    Locus,
    Parallelism,
    Result,
    WordingChange,
)

__all__ = ["Cell", "Table", "editions_tables", "history_tables", "inventory_tables", "tables", "writable"]

Cell = str | int | float | bool | None

PLACE = ("document", "start", "end", "text")
SOURCE = tuple(f"source_{name}" for name in PLACE)
TARGET = tuple(f"target_{name}" for name in PLACE)


@dataclass(frozen=True, slots=True)
class Table:
    """Column names and rows of as many cells; None where nothing is known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def by_column(self) -> dict[str, tuple[Cell, ...]]:
        """Cells by column name."""
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.columns)
        return dict(zip(self.columns, cells, strict=True))


def writable(cell: Cell) -> Cell:
    """A cell without lone surrogates, which UTF-8 cannot hold."""
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell


def tables(result: Result) -> dict[str, Table]:
    """Give the tables by name: documents, pairs, alignments, sentences, passages, families, formulas, parallelisms.

    Rows stand in the order of the result. Linear in its size.
    """
    texts = {document.id: document.text for document in result.documents}
    return {
        "documents": _documents(result),
        "pairs": _pairs(result),
        "alignments": _alignments(result, texts),
        "sentences": _sentences(result, texts),
        "passages": _passages(result, texts),
        "families": _families(result.families),
        "formulas": _formulas(result.formulas),
        "parallelisms": _parallelisms(result.parallelisms, texts),
        "changes": _changes(result.changes),
    }


def history_tables(history: History) -> dict[str, Table]:
    """Give the tables of a history by name: changes, wordings (one row for each of a change), families."""
    return {
        "changes": _changes(history.changes),
        "wordings": _wordings(history.changes),
        "families": _families(history.families),
    }


def editions_tables(editions: Editions) -> dict[str, Table]:
    """Give the tables of a speech against its series by name: items, missing."""
    texts = {document.id: document.text for document in (*editions.documents, editions.document)}
    counted = ("editions", "of", "since", "bits", "stock")
    items = tuple(
        (
            *(item.kind, *_place(item.place, texts)),
            *(_place(item.earlier, texts) if item.earlier else (None,) * len(PLACE)),
            *(item.similarity, *(getattr(item, name) for name in counted)),
        )
        for item in editions.items
    )
    facts = ("editions", "of", "run", "since", "expected", "cases", "surprise", "bits", "stock", "similarity")
    missing = tuple(
        (
            *_place(row.place, texts),
            *(getattr(row, name) for name in facts),
            *(_place(row.nearest, texts) if row.nearest else (None,) * len(PLACE)),
        )
        for row in editions.missing
    )
    earlier, nearest = ([f"{side}_{name}" for name in PLACE] for side in ("earlier", "nearest"))
    return {
        "items": Table(("kind", *PLACE, *earlier, "similarity", *counted), items),
        "missing": Table((*PLACE, *facts, *nearest), missing),
    }


def inventory_tables(inventory: Inventory) -> dict[str, Table]:
    """Give the tables of an inventory by name: formulas, families, fillers, parallelisms."""
    texts = {document.id: document.text for document in inventory.documents}
    return {
        "formulas": _formulas(inventory.formulas),
        "families": _families(inventory.families),
        "fillers": _fillers(inventory.families),
        "parallelisms": _parallelisms(inventory.parallelisms, texts),
    }


def _documents(result: Result) -> Table:
    facts = ("id", "title", "title_from", "path", "date", "date_from", "speaker", "series", "language", "sha256")
    columns = (*facts, "characters", "sentences", "verbatim", "reworded", "stock", "own")
    rows: list[tuple[Cell, ...]] = []
    for document in result.documents:
        measures = result.measures[document.id]
        ledger = measures.ledger
        counts = (measures.characters, measures.sentences, ledger.verbatim, ledger.reworded, ledger.stock, ledger.own)
        rows.append((*(getattr(document, name) for name in facts), *counts))
    return Table(columns, tuple(rows))


def _pairs(result: Result) -> Table:
    shares = ("source_share", "target_share", "source_share_distinctive", "target_share_distinctive")
    columns = ("source", "target", "alignments", "passages", *shares)
    return Table(columns, tuple(tuple(getattr(pair, name) for name in columns) for pair in result.pairs))


def _place(locus: Locus, texts: Mapping[str, str]) -> tuple[Cell, ...]:
    return (locus.document, locus.start, locus.end, texts[locus.document][locus.start : locus.end])


def _alignments(result: Result, texts: Mapping[str, str]) -> Table:
    facts = ("identity", "bits", "kind", "stock", "passage", "family")
    rows = tuple(
        (row.id, *_place(row.source, texts), *_place(row.target, texts), *(getattr(row, name) for name in facts))
        for row in result.alignments
    )
    return Table(("id", *SOURCE, *TARGET, *facts), rows)


def _sentences(result: Result, texts: Mapping[str, str]) -> Table:
    columns = ("source_document", "source_spans", "source_text", "target_document", "target_spans", "target_text")
    rows = tuple(
        (*_places(row.source, texts), *_places(row.target, texts), row.similarity, " ".join(row.alignments))
        for row in result.sentences
    )
    return Table((*columns, "similarity", "alignments"), rows)


def _places(loci: Iterable[Locus], texts: Mapping[str, str]) -> tuple[Cell, Cell, Cell]:
    """Several sentences of one document: its id, the spans as ``12-40 41-60``, the sentences one per line."""
    places = tuple(loci)
    spans = " ".join(f"{locus.start}-{locus.end}" for locus in places)
    wordings = "\n".join(texts[locus.document][locus.start : locus.end] for locus in places)
    return (places[0].document, spans, wordings)


def _passages(result: Result, texts: Mapping[str, str]) -> Table:
    rows = tuple(
        (row.id, *_place(row.source, texts), *_place(row.target, texts), row.moved, row.bits, " ".join(row.alignments))
        for row in result.passages
    )
    return Table(("id", *SOURCE, *TARGET, "moved", "bits", "alignments"), rows)


def _families(families: Iterable[Family]) -> Table:
    facts = ("id", "template", "documents", "occurrences", "bits", "stock", "first", "last")
    rows = tuple(
        (
            *(getattr(family, name) for name in facts),
            " | ".join(variant.text for variant in family.variants),
            _spans(locus for variant in family.variants for locus in variant.occurrences),
        )
        for family in families
    )
    return Table((*facts, "variants", "places"), rows)


def _changes(changes: Iterable[WordingChange]) -> Table:
    """One row per change; wordings as ``text first–last (documents) | …``."""
    facts = ("documents", "information", "by_chance", "settled", "deviations", "p", "strength", "family")
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(change.id, change.frame),
            " | ".join(f"{word.text} {word.first}–{word.last} ({word.documents})" for word in change.wordings),
            *(getattr(change, name) for name in facts),
        )
        for change in changes
    )
    return Table(("id", "frame", "wordings", *facts), rows)


def _wordings(changes: Iterable[WordingChange]) -> Table:
    """One row per wording of a change; periods as ``name 3/5 | name 1/4``."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(change.id, change.frame, word.text, word.documents, word.first, word.last),
            " | ".join(f"{period.period} {period.documents}/{period.of}" for period in word.history),
            _spans(word.occurrences),
        )
        for change in changes
        for word in change.wordings
    )
    return Table(("change", "frame", "text", "documents", "first", "last", "periods", "places"), rows)


def _fillers(families: Iterable[Family]) -> Table:
    """One row per filling of a slot; speakers and years as ``name 3 | name 1``."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(family.id, family.template, number, slot.kind, filler.text, filler.documents),
            *(" | ".join(f"{name} {n}" for name, n in counts) for counts in (filler.speakers, filler.years)),
        )
        for family in families
        for number, slot in enumerate(family.slots, start=1)
        for filler in slot.fillers
    )
    return Table(("family", "template", "slot", "kind", "text", "documents", "speakers", "years"), rows)


def _formulas(formulas: Iterable[Formula]) -> Table:
    counted = ("documents", "occurrences", "bits", "stock", "clause_start", "clause_end")
    facts = ("id", "text", "kind", "position", *counted, "variant_of", "family", "first", "last")
    rows = tuple(
        (
            *(getattr(formula, name) for name in facts),
            " ".join(formula.part_of),
            " | ".join(form.text for form in formula.longer),
            _spans(formula.places),
        )
        for formula in formulas
    )
    return Table((*facts, "part_of", "longer", "places"), rows)


def _parallelisms(rows: Iterable[Parallelism], texts: Mapping[str, str]) -> Table:
    columns = ("id", "document", "text", "position", "members", "clauses", "places")
    return Table(
        columns,
        tuple(
            (
                *(row.id, row.members[0].document, row.text, row.position, len(row.members)),
                " | ".join(texts[member.document][member.start : member.end] for member in row.members),
                _spans(row.members),
            )
            for row in rows
        ),
    )


def _spans(loci: Iterable[Locus]) -> str:
    return " ".join(f"{locus.document}:{locus.start}-{locus.end}" for locus in loci)
