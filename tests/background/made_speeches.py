"""Hand-made Segments and small backgrounds for tests: one unit per character, `.` a sentence end, `,` a comma."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reuse.background import MINING, Background, build
from reuse.formulas.repeats import find_repeats
from reuse.model import Document, Segments


def speech(text: str, name: str = "d", language: str = "zh-Hans") -> Segments:
    """Segments of `text`; a word border lies everywhere."""
    units = [character for character in text if character not in "., "]
    borders, border = [], 2
    starts = []
    for i, character in enumerate(text):
        if character in ".,":
            border = max(border, 2 if character == "." else 1)
        elif character != " ":
            borders.append(border)
            starts.append(i)
            border = 0
    n = len(units)
    edges = np.flatnonzero(np.array([*borders, 2])).astype(np.int32)
    return Segments(
        document=Document.from_text(text, id=name, language=language),
        units=tuple(units),
        codes=np.array([ord(unit) for unit in units], dtype=np.int64),
        starts=np.array(starts, dtype=np.int32),
        ends=np.array(starts, dtype=np.int32) + 1,
        borders=np.array([*borders, 2], dtype=np.int8),
        wild=np.zeros(n + 1, dtype=np.bool_),
        words=np.ones(n + 1, dtype=np.bool_),
        light=np.zeros(n, dtype=np.bool_),
        sentences=np.zeros((0, 2), dtype=np.int32),
        clauses=np.column_stack([edges[:-1], edges[1:]]) if n else np.zeros((0, 2), dtype=np.int32),
    )


def background(
    texts: Sequence[str], *, collections: Sequence[str] | None = None, languages: Sequence[str] = ()
) -> Background:
    """A background of one document per text."""
    languages = languages or ["zh-Hans"] * len(texts)
    documents = [
        speech(text, f"d{i}", language) for i, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    repeats = find_repeats(documents, **MINING)
    return build(documents, repeats, name="made", collections=collections)
