"""Settings: one frozen dataclass per stage, joined in `Params`.

Units stand in the names. `Params.to_dict` is what every result carries; `Params.fingerprint` names it in ten digits.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from reuse.errors import ParameterError
from reuse.model import content_id

__all__ = ["AlignParams", "FormulaParams", "GraphParams", "Params", "ReadParams", "ReportParams", "SegmentParams"]


@dataclass(frozen=True, slots=True)
class ReadParams:
    """How files become documents."""

    max_file_bytes: int = 200_000_000  # larger files are skipped, with that reason


@dataclass(frozen=True, slots=True)
class SegmentParams:
    """How a document becomes units, sentences and clauses."""

    max_sentence_units: int = 400  # longer sentences are cut at a clause or word border
    max_clause_units: int = 60  # text without punctuation is cut at word borders after so many units


@dataclass(frozen=True, slots=True)
class AlignParams:
    """How two documents are laid against each other."""

    min_length_chars: int = 4  # shorter alignments are dropped (counted on both sides)


@dataclass(frozen=True, slots=True)
class FormulaParams:
    """How families of formulas are built."""

    min_documents: int = 2  # a family lives in at least so many documents
    min_length_chars: int = 4
    max_families: int = 2000  # the strongest are kept; a warning says how many were not


@dataclass(frozen=True, slots=True)
class GraphParams:
    """How the graph is measured and drawn."""

    seed: int = 1
    max_nodes: int = 500  # drawn nodes; a note says what was cut


@dataclass(frozen=True, slots=True)
class ReportParams:
    """What the page shows."""

    language: str = "auto"  # "auto" | "en" | "zh": language of the interface
    max_alignments: int = 20_000  # materialised and listed; shares and ledgers always count all


@dataclass(frozen=True, slots=True)
class Params:
    """All settings of one run."""

    read: ReadParams = field(default_factory=ReadParams)
    segment: SegmentParams = field(default_factory=SegmentParams)
    align: AlignParams = field(default_factory=AlignParams)
    formulas: FormulaParams = field(default_factory=FormulaParams)
    graph: GraphParams = field(default_factory=GraphParams)
    report: ReportParams = field(default_factory=ReportParams)

    def to_dict(self) -> dict[str, dict[str, object]]:
        """Plain nested dictionaries, ready for JSON."""
        return dataclasses.asdict(self)

    @property
    def fingerprint(self) -> str:
        """Ten digits that name these settings."""
        return content_id("", json.dumps(self.to_dict(), sort_keys=True))

    def updated(self, changes: Mapping[str, Mapping[str, object]]) -> Params:
        """These settings with some changed: `{"align": {"min_length_chars": 8}}`.

        Raises ParameterError naming every unknown stage and setting at once.
        """
        stages = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        wrong: list[str] = []
        for stage, values in changes.items():
            if stage not in stages:
                wrong.append(f"there is no stage “{stage}” (known: {', '.join(stages)})")
                continue
            known = {f.name for f in dataclasses.fields(stages[stage])}
            unknown = [name for name in values if name not in known]
            wrong += [f"“{stage}” has no setting “{name}” (known: {', '.join(sorted(known))})" for name in unknown]
            if not unknown:
                stages[stage] = dataclasses.replace(stages[stage], **values)
        if wrong:
            raise ParameterError("; ".join(wrong))
        return Params(**stages)
