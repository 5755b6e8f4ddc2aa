"""Hand-made Segments for tests of repeats: one unit per character, `.` a sentence end, `,` a comma."""

from __future__ import annotations

import numpy as np

from reuse.model import Document, Segments


def made(text: str, name: str = "d") -> Segments:
    """Segments of `text`; blanks do not count."""
    units, starts, borders = [], [], []
    border = 2
    for i, character in enumerate(text):
        if character == ".":
            border = 2
        elif character == ",":
            border = max(border, 1)
        elif character != " ":
            units.append(character)
            starts.append(i)
            borders.append(border)
            border = 0
    borders.append(2)
    n = len(units)
    spans = np.flatnonzero(np.array(borders)).astype(np.int32)
    return Segments(
        document=Document.from_text(text, id=name, language="und"),
        units=tuple(units),
        codes=np.array([ord(unit) for unit in units], dtype=np.int64),
        starts=np.array(starts, dtype=np.int32),
        ends=np.array(starts, dtype=np.int32) + 1,
        borders=np.array(borders, dtype=np.int8),
        wild=np.zeros(n + 1, dtype=np.bool_),
        words=np.ones(n + 1, dtype=np.bool_),
        light=np.zeros(n, dtype=np.bool_),
        sentences=np.zeros((0, 2), dtype=np.int32),
        clauses=np.column_stack([spans[:-1], spans[1:]]) if n else np.zeros((0, 2), dtype=np.int32),
    )


def corpus(*texts: str) -> list[Segments]:
    """One document per text."""
    return [made(text, f"d{i}") for i, text in enumerate(texts)]
