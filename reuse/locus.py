"""A place in a document.

Enters nothing, leaves nothing. Stands under `reuse.model`, which hands it on.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Locus"]


@dataclass(frozen=True, slots=True)
class Locus:
    """A place: document id and half-open span in code points."""

    document: str
    start: int
    end: int
