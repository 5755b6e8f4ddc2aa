"""The machine contract: what a comparison found as plain data and as JSON text, schema ``speech-reuse/1``.

Enters: a `Result`. Leaves: dictionaries and lists in the order that docs/schema/speech-reuse-1.schema.json fixes.
Stands under every stage and knows none of them: the report, the command line and `Comparison` all speak through it.
Offsets are code points of the decoded text, half-open; opcode and move spans count from the start of each locus.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from reuse.model import (
    Alignment,
    Document,
    Editions,
    Family,
    Filler,
    Formula,
    History,
    Inventory,
    Locus,
    Measures,
    Pair,
    Parallelism,
    Passage,
    Result,
    SentenceMatch,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = [
    "EDITIONS_SCHEMA",
    "FORMULAS_SCHEMA",
    "HISTORY_SCHEMA",
    "SCHEMA",
    "editions_to_dict",
    "history_to_dict",
    "inventory_to_dict",
    "json_text",
    "to_dict",
    "to_json_text",
]

SCHEMA = "speech-reuse/1"
FORMULAS_SCHEMA = "speech-reuse-formulas/1"
HISTORY_SCHEMA = "speech-reuse-history/1"
EDITIONS_SCHEMA = "speech-reuse-editions/1"
# Measured numbers end after six decimals: one millionth of a share is less than a character of any speech, and the
# last bits of a float, which differ from one numerical library to the next, stay out of files that must be the same.
DECIMALS = 6
LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Plain = dict[str, object]


def to_dict(result: Result, *, timings: bool = False) -> Plain:
    """Give the whole result as plain dictionaries, lists, strings and numbers, ready for any JSON writer.

    Keys and their order are those of the schema; nothing is left out, what is unknown stands as None.
    `timings` adds seconds by stage, which differ from run to run. Linear in the size of the result.
    """
    texts = {document.id: document.text for document in result.documents}
    content: Plain = {
        "schema": SCHEMA,
        "version": result.version,
        "params": _plain(result.params),
        "background": _plain(result.background),
        "documents": [_document(document, result.measures[document.id]) for document in result.documents],
        "pairs": [_pair(pair) for pair in result.pairs],
        "alignments": [_alignment(alignment, texts) for alignment in result.alignments],
        "sentences": [_sentence_match(match) for match in result.sentences],
        "passages": [_passage(passage) for passage in result.passages],
        "families": [_family(family) for family in result.families],
        "formulas": [_formula(formula) for formula in result.formulas],
        "parallelisms": [_parallelism(row) for row in result.parallelisms],
        "changes": [_row(change) for change in result.changes],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in result.skipped],
        "warnings": list(result.warnings),
    }
    if timings:
        content["timings"] = {stage: _number(seconds) for stage, seconds in result.timings.items()}
    return content


def to_json_text(result: Result, *, timings: bool = False) -> str:
    r"""Give `to_dict` as JSON text that any encoder of UTF-8 takes: one row of a list per line, newline at the end.

    Lone surrogates, which UTF-8 cannot hold, stand as ``\udxxx`` escapes; everything else stands as itself.
    """
    return json_text(to_dict(result, timings=timings))


def inventory_to_dict(inventory: Inventory, *, timings: bool = False) -> Plain:
    """Give an inventory as plain data, by docs/schema/speech-reuse-formulas-1.schema.json. See `to_dict`."""
    content: Plain = {
        "schema": FORMULAS_SCHEMA,
        "version": inventory.version,
        "params": _plain(inventory.params),
        "background": _plain(inventory.background),
        "documents": [_facts(document) for document in inventory.documents],
        "formulas": [_formula(formula) for formula in inventory.formulas],
        "families": [_family(family) for family in inventory.families],
        "parallelisms": [_parallelism(row) for row in inventory.parallelisms],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in inventory.skipped],
        "warnings": list(inventory.warnings),
    }
    if timings:
        content["timings"] = {stage: _number(seconds) for stage, seconds in inventory.timings.items()}
    return content


def history_to_dict(history: History) -> Plain:
    """Give a history as plain data, by docs/schema/speech-reuse-history-1.schema.json. See `to_dict`."""
    return {
        "schema": HISTORY_SCHEMA,
        "version": history.version,
        "params": _plain(history.params),
        "background": _plain(history.background),
        "coverage": _row(history.coverage),
        "documents": [_facts(document) for document in history.documents],
        "changes": [_row(change) for change in history.changes],
        "families": [_family(family) for family in history.families],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in history.skipped],
        "warnings": list(history.warnings),
    }


def editions_to_dict(editions: Editions) -> Plain:
    """Give a speech against its series as plain data, by docs/schema/speech-reuse-editions-1.schema.json."""
    return {
        "schema": EDITIONS_SCHEMA,
        "version": editions.version,
        "params": _plain(editions.params),
        "background": _plain(editions.background),
        "coverage": _row(editions.coverage),
        "document": _facts(editions.document),
        "documents": [_facts(document) for document in editions.documents],
        "items": [_row(item) for item in editions.items],
        "missing": [_row(formula) for formula in editions.missing],
        "skipped": [{"path": skipped.path, "reason": skipped.reason} for skipped in editions.skipped],
        "warnings": list(editions.warnings),
    }


def _row(row: DataclassInstance) -> Any:
    """A frozen type as it stands, field by field."""
    return _plain(asdict(row))


def json_text(content: Plain) -> str:
    r"""Give plain data as JSON text; see `to_json_text`."""
    lines = ",\n".join(f"{_compact(key)}: {_rows(value)}" for key, value in content.items())
    return LONE_SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", f"{{\n{lines}\n}}\n")


def _rows(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)


def _compact(value: object) -> str:
    # A number that is not finite has no place in JSON; better an error here than a file that nothing can read.
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> float:
    return round(value, DECIMALS) + 0.0  # adding zero turns -0.0, which JSON would keep, into 0.0


def _locus(locus: Locus) -> Plain:
    return {"document": locus.document, "start": locus.start, "end": locus.end}


def _facts(document: Document) -> Plain:
    return {
        "id": document.id,
        "title": document.title,
        "title_from": document.title_from,
        "path": document.path,
        "date": document.date,
        "date_from": document.date_from,
        "speaker": document.speaker,
        "series": document.series,
        "language": document.language,
        "sha256": document.sha256,
    }


def _document(document: Document, measures: Measures) -> Plain:
    ledger = measures.ledger
    facts = _facts(document)
    digest = facts.pop("sha256")
    return {
        **facts,
        "characters": measures.characters,
        "sentences": measures.sentences,
        "sha256": digest,
        "ledger": {
            "verbatim": ledger.verbatim,
            "reworded": ledger.reworded,
            "stock": ledger.stock,
            "own": ledger.own,
        },
    }


def _pair(pair: Pair) -> Plain:
    return {
        "source": pair.source,
        "target": pair.target,
        "alignments": pair.alignments,
        "passages": pair.passages,
        "source_share": _number(pair.source_share),
        "target_share": _number(pair.target_share),
        "source_share_distinctive": _number(pair.source_share_distinctive),
        "target_share_distinctive": _number(pair.target_share_distinctive),
    }


def _alignment(alignment: Alignment, texts: Mapping[str, str]) -> Plain:
    source, target = alignment.source, alignment.target
    return {
        "id": alignment.id,
        "source": {**_locus(source), "text": texts[source.document][source.start : source.end]},
        "target": {**_locus(target), "text": texts[target.document][target.start : target.end]},
        "opcodes": [list(opcode) for opcode in alignment.opcodes],
        "moves": [list(move) for move in alignment.moves],
        "identity": _number(alignment.identity),
        "bits": _number(alignment.bits),
        "kind": alignment.kind,
        "stock": _number(alignment.stock),
        "passage": alignment.passage,
        "family": alignment.family,
    }


def _sentence_match(match: SentenceMatch) -> Plain:
    return {
        "source": [_locus(locus) for locus in match.source],
        "target": [_locus(locus) for locus in match.target],
        "similarity": _number(match.similarity),
        "alignments": list(match.alignments),
    }


def _passage(passage: Passage) -> Plain:
    return {
        "id": passage.id,
        "source": _locus(passage.source),
        "target": _locus(passage.target),
        "alignments": list(passage.alignments),
        "moved": passage.moved,
        "bits": _number(passage.bits),
    }


def _family(family: Family) -> Plain:
    return {
        "id": family.id,
        "template": family.template,
        "slots": [
            {
                "kind": slot.kind,
                "fillers": [_filler(filler) for filler in slot.fillers],
            }
            for slot in family.slots
        ],
        "variants": [
            {
                "text": variant.text,
                "occurrences": [_locus(locus) for locus in variant.occurrences],
                "first": variant.first,
                "last": variant.last,
                "years": dict(variant.years),
                "fits": variant.fits,
            }
            for variant in family.variants
        ],
        "documents": family.documents,
        "occurrences": family.occurrences,
        "bits": _number(family.bits),
        "stock": _number(family.stock),
        "first": family.first,
        "last": family.last,
        "history": [
            {"period": period.period, "documents": period.documents, "of": period.of} for period in family.history
        ],
        "maybe": [
            {
                "text": maybe.text,
                "occurrences": [_locus(locus) for locus in maybe.occurrences],
                "likeness": _number(maybe.likeness),
            }
            for maybe in family.maybe
        ],
    }


def _filler(filler: Filler) -> Plain:
    return {
        "text": filler.text,
        "documents": filler.documents,
        "speakers": dict(filler.speakers),
        "years": dict(filler.years),
    }


def _formula(formula: Formula) -> Plain:
    return {
        "id": formula.id,
        "text": formula.text,
        "kind": formula.kind,
        "position": formula.position,
        "documents": formula.documents,
        "occurrences": formula.occurrences,
        "bits": _number(formula.bits),
        "stock": _number(formula.stock),
        "clause_start": _number(formula.clause_start),
        "clause_end": _number(formula.clause_end),
        "places": [_locus(place) for place in formula.places],
        "part_of": list(formula.part_of),
        "longer": [
            {"text": form.text, "documents": form.documents, "occurrences": form.occurrences} for form in formula.longer
        ],
        "variant_of": formula.variant_of,
        "family": formula.family,
        "first": formula.first,
        "last": formula.last,
    }


def _parallelism(row: Parallelism) -> Plain:
    return {
        "id": row.id,
        "text": row.text,
        "position": row.position,
        "members": [_locus(member) for member in row.members],
    }
