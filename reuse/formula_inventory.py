"""What `reuse.inventory` gives back: the formulas of a body of speeches with the ways out of them.

Enters: what the stages found. Leaves: dictionaries, JSON, data frames. The data is `Inventory`; the methods are doors.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from reuse.model import Inventory

__all__ = ["FormulaInventory"]


@dataclass(frozen=True, slots=True)
class FormulaInventory(Inventory):
    """An inventory. Fields as in `Inventory` and in docs/schema/speech-reuse-formulas-1.schema.json; ids join them."""

    def __repr__(self) -> str:
        return (
            f"<FormulaInventory: {len(self.documents)} documents, {len(self.formulas)} formulas, "
            f"{len(self.families)} families>"
        )

    def to_dict(self, *, timings: bool = False) -> dict[str, Any]:
        """The JSON contract as plain dictionaries and lists."""
        from reuse.contract import inventory_to_dict  # noqa: PLC0415

        return inventory_to_dict(self, timings=timings)

    def to_json(self, path: str | os.PathLike[str], *, timings: bool = False) -> None:
        """Write the JSON contract; OutputError, and nothing half-written, where that fails."""
        from reuse.contract import json_text  # noqa: PLC0415
        from reuse.output import write_text  # noqa: PLC0415

        write_text(path, json_text(self.to_dict(timings=timings)))

    def to_frames(self, library: str = "pandas") -> dict[str, Any]:
        """Tables by name as data frames of `library`, "pandas" or "polars"; ImportError where it is missing."""
        from reuse.frames import data_frames  # noqa: PLC0415
        from reuse.tables import inventory_tables  # noqa: PLC0415

        return data_frames(inventory_tables(self), library)
