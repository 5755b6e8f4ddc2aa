"""What `reuse.history` and `reuse.editions` give back: results with the ways out of them.

Enters: everything the stages found. Leaves: dictionaries, JSON, data frames. The data is `History` and `Editions`; the
methods here are doors, as in `reuse.comparison`.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from reuse.model import Editions, History

__all__ = ["Chronicle", "EditionReport"]


@dataclass(frozen=True, slots=True)
class Chronicle(History):
    """A history. Fields as in `History` and in the JSON contract; ids join them."""

    def __repr__(self) -> str:
        return f"<Chronicle: {len(self.documents)} documents, {len(self.changes)} changes of wording>"

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract as plain dictionaries and lists."""
        from reuse.contract import history_to_dict  # noqa: PLC0415

        return history_to_dict(self)

    def to_json(self, path: str | os.PathLike[str]) -> None:
        """Write the JSON contract; OutputError, and nothing half-written, where that fails."""
        from reuse.contract import json_text  # noqa: PLC0415
        from reuse.output import write_text  # noqa: PLC0415

        write_text(path, json_text(self.to_dict()))

    def to_frames(self, library: str = "pandas") -> dict[str, Any]:
        """Tables by name as data frames; see `Comparison.to_frames`."""
        from reuse.frames import data_frames  # noqa: PLC0415
        from reuse.tables import history_tables  # noqa: PLC0415

        return data_frames(history_tables(self), library)


@dataclass(frozen=True, slots=True)
class EditionReport(Editions):
    """A speech against its series. Fields as in `Editions` and in the JSON contract."""

    def __repr__(self) -> str:
        return (
            f"<EditionReport: {self.document.id!r} against {len(self.documents)} documents, "
            f"{len(self.items)} phrases, {len(self.missing)} missing>"
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON contract as plain dictionaries and lists."""
        from reuse.contract import editions_to_dict  # noqa: PLC0415

        return editions_to_dict(self)

    def to_json(self, path: str | os.PathLike[str]) -> None:
        """Write the JSON contract; OutputError, and nothing half-written, where that fails."""
        from reuse.contract import json_text  # noqa: PLC0415
        from reuse.output import write_text  # noqa: PLC0415

        write_text(path, json_text(self.to_dict()))

    def to_frames(self, library: str = "pandas") -> dict[str, Any]:
        """Tables by name as data frames; see `Comparison.to_frames`."""
        from reuse.frames import data_frames  # noqa: PLC0415
        from reuse.tables import editions_tables  # noqa: PLC0415

        return data_frames(editions_tables(self), library)
