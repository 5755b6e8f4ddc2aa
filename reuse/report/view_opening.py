"""The opening of a page about two speeches: the answer in a sentence or two, a judgement, five facts.

Enters: `Result` and the views of its pair and families. Leaves: `OpeningView`, sentences as `Said`.
The sentences call nothing copying: they say what stands where, and how much of it everybody says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reuse.model import Ledger, Result
from reuse.report.numerals import count, percent, round_percent
from reuse.report.said import Go, Name, Said, Slots
from reuse.report.view_families import FamilyView
from reuse.report.view_matches import KINDS, PASSAGE, PairView
from reuse.report.view_versions import EDIT_KINDS, VersionView

__all__ = ["Fact", "OpeningView", "families_fact", "opening_of_pair", "shared_characters"]

SAME_SENTENCE = 0.9995  # rapidfuzz similarity of sentences that have the same key
MOSTLY_VERBATIM = 0.6  # of what is shared and distinctive: reads as "for the most part"
BARELY_VERBATIM = 0.25  # reads as "little"
LONGEST_PIECE_CHARACTERS = 30


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its caption, and a line below it."""

    caption: str  # key of the string tables
    value: Said
    below: Said


@dataclass(frozen=True, slots=True)
class OpeningView:
    """What stands on the first screen."""

    answer: Said
    notes: tuple[Said, ...]
    facts: tuple[Fact, ...]


def opening_of_pair(
    result: Result, pair: PairView, families: Sequence[FamilyView], version: VersionView | None
) -> OpeningView:
    """The opening of a page about two documents that share something; `version`: what changed, where that is known."""
    row = result.pairs[0]
    a, b = result.documents[pair.source], result.documents[pair.target]
    ledgers = [result.measures[a.id].ledger, result.measures[b.id].ledger]
    shared, stock = sum(map(shared_characters, ledgers)), sum(ledger.stock for ledger in ledgers)
    slots: Slots = {
        "a": Name(pair.source),
        "b": Name(pair.target),
        "a_share": Go(round_percent(row.source_share), "#read"),
        "b_share": Go(round_percent(row.target_share), "#read"),
        "stock": Go(round_percent(stock / shared if shared else 0.0), "#read?stock=only"),
    }
    key = "answer.pair" if stock == 0 else "answer.pair.all_stock" if stock == shared else "answer.pair.stock"
    return OpeningView(
        answer=Said(key, slots),
        notes=(*_edits(version), _judgement(pair, ledgers), *_figures(version), *_cut(pair)),
        facts=(
            _matches_fact(pair),
            _passages_fact(pair),
            families_fact(families),
            _longest_fact(result, pair),
            _sentences_fact(result),
        ),
    )


def shared_characters(ledger: Ledger) -> int:
    """Characters of a document that stand in another one, stock included."""
    return ledger.verbatim + ledger.reworded + ledger.stock


def _judgement(pair: PairView, ledgers: Sequence[Ledger]) -> Said:
    """How much of the agreement is word for word, in a sentence."""
    verbatim = sum(ledger.verbatim for ledger in ledgers)
    distinctive = verbatim + sum(ledger.reworded for ledger in ledgers)
    matches = [match for match in pair.matches if match.kind != PASSAGE]
    whole = sum(1 for match in matches if KINDS[match.kind] == "verbatim")
    share = verbatim / distinctive if distinctive else 0.0
    degree = "mostly" if share >= MOSTLY_VERBATIM else "little" if share < BARELY_VERBATIM else "partly"
    if not distinctive:
        return Said("note.only_stock")
    return Said(
        f"note.{degree}",
        {"share": percent(share), "n": count(len(matches)), "whole": Go(count(whole), "#read?kinds=verbatim")},
    )


def _edits(version: VersionView | None) -> tuple[Said, ...]:
    """What became of the sentences of the first version."""
    if version is None or not version.opens:
        return ()
    counts = dict(zip(EDIT_KINDS, version.counts, strict=True))
    kinds = ("kept", "reworded", "moved", "dropped", "new")
    key = "note.versions" if version.same_text else "note.shared_half"
    return (Said(key, {kind: Go(counts[kind], f"#read?edits={kind}") for kind in kinds}),)


def _figures(version: VersionView | None) -> tuple[Said, ...]:
    """How many sentences and clauses stand in both with other figures."""
    if version is None or not version.figures:
        return ()
    return (Said("note.figures", {"n": Go(count(len(version.figures)), "#read?view=figures")}),)


def _cut(pair: PairView) -> tuple[Said, ...]:
    if pair.left_out is None:
        return ()
    shown = sum(1 for match in pair.matches if match.kind != PASSAGE)
    return (Said("note.cut", {"n": pair.alignments, "shown": count(shown)}),)


def _matches_fact(pair: PairView) -> Fact:
    matches = [match for match in pair.matches if match.kind != PASSAGE]
    stock = sum(match.stock for match in matches)
    alone = len(matches) == len(pair.matches)
    kinds = "" if alone else f"kinds={','.join(KINDS)}"
    below = {
        "distinctive": Go(count(len(matches) - stock), f"#read?stock=hide{'' if alone else '&' + kinds}"),
        "stock": Go(count(stock), "#read?stock=only"),
    }
    here = "#read" if alone else f"#read?{kinds}"
    return Fact("fact.matches", Said("plain", {"n": Go(count(len(matches)), here)}), Said("fact.split", below))


def _passages_fact(pair: PairView) -> Fact:
    """How many passages, how many of them moved, and how many hold no match and so have a row of their own."""
    bare = sum(1 for match in pair.matches if match.kind == PASSAGE)
    slots: Slots = {"n": pair.moved, "bare": Go(count(bare), "#read?kinds=passage")}
    below = Said("fact.moved_bare", slots) if bare else Said("fact.moved", {"n": pair.moved})
    return Fact("fact.passages", Said("plain", {"n": pair.passages}), below)


def families_fact(families: Sequence[FamilyView]) -> Fact:
    """How many families there are, and how often they are used."""
    uses = sum(family.occurrences for family in families)
    return Fact(
        "fact.families",
        Said("plain", {"n": Go(count(len(families)), "#formulas")}),
        Said("fact.uses", {"n": count(uses)}),
    )


def _longest_fact(result: Result, pair: PairView) -> Fact:
    """The longest run of characters that is the same on both sides; the first in source order among equals."""
    number = {match.id: match.number for match in pair.matches}
    longest, match = 0, 0
    for alignment in result.alignments:
        run = max((s1 - s0 for tag, s0, s1, _, _ in alignment.opcodes if tag == "equal"), default=0)
        if alignment.id in number and (run, -number[alignment.id]) > (longest, -match):
            longest, match = run, number[alignment.id]
    return Fact(
        "fact.longest",
        Said("characters.n", {"n": count(longest)}),
        Said("fact.in_match", {"n": Go(str(match), f"#m={match}")}),
    )


def _sentences_fact(result: Result) -> Fact:
    same = sum(1 for match in result.sentences if match.similarity >= SAME_SENTENCE)
    return Fact(
        "fact.sentences", Said("plain", {"n": count(len(result.sentences))}), Said("fact.same", {"n": count(same)})
    )
