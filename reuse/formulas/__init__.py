"""Stage 5: many Segments become families of formulas: variants, templates, history."""

from __future__ import annotations

from reuse.formulas.families import FamilyOutcome, find_families
from reuse.formulas.speeches import BackgroundModel

__all__ = ["BackgroundModel", "FamilyOutcome", "find_families"]
