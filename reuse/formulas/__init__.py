"""Stage 5: many Segments become formulas and families of formulas: variants, templates, history."""

from __future__ import annotations

from reuse.formulas.changes import ChangeOutcome, find_changes
from reuse.formulas.coverage import coverage
from reuse.formulas.editions import EditionOutcome, compare_editions
from reuse.formulas.families import FamilyOutcome, find_families
from reuse.formulas.finding import Found, find
from reuse.formulas.repeats import find_repeats
from reuse.formulas.speeches import BackgroundModel

__all__ = [
    "BackgroundModel",
    "ChangeOutcome",
    "EditionOutcome",
    "FamilyOutcome",
    "Found",
    "compare_editions",
    "coverage",
    "find",
    "find_changes",
    "find_families",
    "find_repeats",
]
