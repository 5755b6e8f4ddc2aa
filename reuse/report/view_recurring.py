"""What recurs beside the families: wordings word for word, names of things, parallel clauses, wordings that moved.

Enters: `Result`, `Places`, and which families the page shows. Leaves: `RecurringView`, with what was left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.model import Formula, Result
from reuse.report.numerals import count
from reuse.report.offsets import Places
from reuse.report.said import Said
from reuse.report.view_changes import ChangeView, change_views
from reuse.report.view_phrases import ParallelView, PhraseView, parallel_views, phrase_views

__all__ = ["MAX_PLACES_OF_A_KIND", "RecurringView", "recurring_view"]

MAX_PHRASES_OF_A_KIND = 1_500  # formulas, and terms
MAX_PLACES_OF_A_KIND = 24_000  # about a megabyte of the page
MAX_PARALLELS = 500
MAX_CHANGES = 300


@dataclass(frozen=True, slots=True)
class RecurringView:
    """Lists beside that of the families, each strongest first."""

    phrases: tuple[PhraseView, ...] = ()  # formulas, then terms
    parallels: tuple[ParallelView, ...] = ()
    changes: tuple[ChangeView, ...] = ()
    left_out: tuple[Said, ...] = ()


def recurring_view(
    result: Result, places: Mapping[str, Places], *, families: Mapping[str, int], languages: Mapping[str, str]
) -> RecurringView:
    """The strongest of each list. `families` maps the ids of shown families to their index. Linear in the places."""
    index = {document.id: i for i, document in enumerate(result.documents)}
    kinds = [[formula for formula in result.formulas if formula.kind == kind] for kind in ("formula", "term")]
    shown = [formula for every in kinds for formula in _strongest(every)]
    parallels = result.parallelisms[:MAX_PARALLELS]
    changes = result.changes[:MAX_CHANGES]
    cuts = (
        ("left.phrases", len(result.formulas), len(shown)),
        ("left.parallels", len(result.parallelisms), len(parallels)),
        ("left.changes", len(result.changes), len(changes)),
    )
    return RecurringView(
        phrases=phrase_views(shown, index, places, families=families, languages=languages),
        parallels=parallel_views(parallels, index, places, languages=languages),
        changes=change_views(changes, index, places, families=families, languages=languages),
        left_out=tuple(Said(key, {"n": count(n), "shown": count(kept)}) for key, n, kept in cuts if kept < n),
    )


def _strongest(formulas: Sequence[Formula]) -> list[Formula]:
    """As many of the first as fit with all their places."""
    kept: list[Formula] = []
    places = 0
    for formula in formulas[:MAX_PHRASES_OF_A_KIND]:
        places += len(formula.places)
        if kept and places > MAX_PLACES_OF_A_KIND:
            break
        kept.append(formula)
    return kept
