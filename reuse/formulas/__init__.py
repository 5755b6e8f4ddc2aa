"""Stage 5: many Segments become formulas and families of formulas: variants, templates, history."""

from __future__ import annotations

from reuse.formulas.families import FamilyOutcome, find_families
from reuse.formulas.finding import Found, find
from reuse.formulas.speeches import BackgroundModel

__all__ = ["BackgroundModel", "FamilyOutcome", "Found", "find", "find_families"]
