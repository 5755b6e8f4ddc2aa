"""The opening of a page about more than two speeches: how much recurs, which two are closest, five facts.

Enters: `Result` and the views of its pairs and families. Leaves: `OpeningView`, sentences as `Said`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reuse.model import Result
from reuse.report.numerals import count, percent, round_percent
from reuse.report.said import Go, Name, Quote, Said, Slots
from reuse.report.view_families import FamilyView
from reuse.report.view_matches import PairView
from reuse.report.view_opening import Fact, OpeningView, shared_characters

__all__ = ["opening_of_many"]


def opening_of_many(result: Result, pairs: Sequence[PairView], families: Sequence[FamilyView]) -> OpeningView:
    """The opening of a page about more than two documents."""
    ledgers = [result.measures[document.id].ledger for document in result.documents]
    characters = sum(measures.characters for measures in result.measures.values())
    shared, stock = sum(map(shared_characters, ledgers)), sum(ledger.stock for ledger in ledgers)
    slots: Slots = {
        "n": count(len(result.documents)),
        "share": Go(round_percent(shared / characters if characters else 0.0), "#speeches"),
        "stock": Go(round_percent(stock / shared if shared else 0.0), "#formulas"),
    }
    notes = []
    closest = max(pairs, key=lambda pair: (pair.larger_share, -pair.source, -pair.target), default=None)
    if closest is not None and closest.larger_share > 0:
        ids = result.documents[closest.source].id, result.documents[closest.target].id
        row = next(pair for pair in result.pairs if (pair.source, pair.target) == ids)
        notes.append(
            Said(
                "note.closest",
                {
                    "a": Name(closest.source),
                    "b": Name(closest.target),
                    "a_share": Go(percent(row.source_share), f"#pair={closest.source},{closest.target}"),
                    "b_share": Go(percent(row.target_share), f"#pair={closest.source},{closest.target}"),
                },
            )
        )
    empty = sum(1 for pair in result.pairs if not pair.alignments and not pair.passages)
    if empty:
        notes.append(Said("note.empty_pairs", {"n": count(empty), "of": count(len(result.pairs))}))
    return OpeningView(
        answer=Said("answer.many" if stock else "answer.many.no_stock", slots),
        notes=tuple(notes),
        facts=(
            _speeches_fact(result),
            _characters_fact(characters, result),
            _pairs_fact(result),
            _families_fact(families),
            _widest_fact(families),
        ),
    )


def _speeches_fact(result: Result) -> Fact:
    years = sorted(document.date[:4] for document in result.documents if document.date)
    undated = sum(1 for document in result.documents if not document.date)
    span = years[0] if years and years[0] == years[-1] else "–".join((years[0], years[-1])) if years else ""
    key = "fact.years" if years and not undated else "fact.years_undated" if years else "fact.all_undated"
    return Fact(
        "fact.speeches",
        Said("plain", {"n": Go(count(len(result.documents)), "#speeches")}),
        Said(key, {"years": span, "n": count(undated)}),
    )


def _characters_fact(characters: int, result: Result) -> Fact:
    sentences = sum(measures.sentences for measures in result.measures.values())
    return Fact(
        "fact.characters", Said("plain", {"n": count(characters)}), Said("sentences.n", {"n": count(sentences)})
    )


def _pairs_fact(result: Result) -> Fact:
    matches = sum(pair.alignments for pair in result.pairs)
    return Fact(
        "fact.pairs",
        Said("plain", {"n": Go(count(len(result.pairs)), "#pairs")}),
        Said("matches.n", {"n": count(matches)}),
    )


def _families_fact(families: Sequence[FamilyView]) -> Fact:
    stock = sum(1 for family in families if family.is_stock)
    return Fact(
        "fact.families",
        Said("plain", {"n": Go(count(len(families)), "#formulas")}),
        Said("fact.split", {"distinctive": count(len(families) - stock), "stock": count(stock)}),
    )


def _widest_fact(families: Sequence[FamilyView]) -> Fact:
    if not families:
        return Fact("fact.widest", Said("plain", {"n": "–"}), Said("nothing"))
    widest = min(families, key=lambda family: (-family.documents, -family.occurrences, family.name))
    return Fact(
        "fact.widest",
        Said("speeches.n", {"n": Go(count(widest.documents), f"#f={widest.name}")}),
        Said("quoted", {"text": Quote(widest.label, widest.lang)}),
    )
