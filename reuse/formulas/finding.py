"""The stage as a whole: formulas, families and parallelisms of the same speeches.

Enters: Segments, the alignments of a comparison or none, a background. Leaves: a `Found`. Data flow: speeches are laid
out once; families first, since a formula points to its family.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.formulas.families import check, families_of
from reuse.formulas.inventory import list_formulas
from reuse.formulas.parallelisms import parallelisms_of
from reuse.formulas.speeches import BackgroundModel, lay_out
from reuse.model import Alignment, Family, Formula, Parallelism, Progress, Segments, no_progress
from reuse.params import FormulaParams

__all__ = ["Found", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """What the stage found."""

    formulas: tuple[Formula, ...]  # formulas, then terms; each strongest first
    families: tuple[Family, ...]  # strongest first
    parallelisms: tuple[Parallelism, ...]  # by document, then place
    family_of: Mapping[str, str]  # alignment id -> family id, where there is one
    formulas_left_out: int
    families_left_out: int


def find(
    segments: Sequence[Segments],
    alignments: Sequence[Alignment],
    *,
    background: BackgroundModel,
    params: FormulaParams,
    progress: Progress = no_progress,
) -> Found:
    """Find what recurs in one speech or many.

    Without alignments everything comes out of the speeches themselves, at a cost that is linear in the text and its
    repeats. Raises ParameterError that names every setting out of range.
    """
    check(params)
    speeches = lay_out(segments, background)
    progress("grouping formulas", 0, 2)
    families = families_of(speeches, alignments, background=background, params=params)
    progress("grouping formulas", 1, 2)
    formulas = list_formulas(speeches, families.families, background=background, params=params)
    progress("grouping formulas", 2, 2)
    return Found(
        formulas=formulas.formulas,
        families=families.families,
        parallelisms=tuple(parallelisms_of(speeches)),
        family_of=families.family_of,
        formulas_left_out=formulas.left_out,
        families_left_out=families.left_out,
    )
