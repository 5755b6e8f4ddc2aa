"""Speeches cut by the real segmenter, a background that finds everything alike, and alignments of two stretches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import Indel

from reuse.formulas.speeches import FloatArray, Speeches, lay_out
from reuse.model import Alignment, CodeArray, Document, Locus, Segments, Span, content_id
from reuse.segment import segment


class Even:
    """Eleven bits for a unit by itself, six behind another; nothing is stock."""

    def unit_bits(self, codes: CodeArray) -> FloatArray:
        return np.full(len(codes), 11.0)

    def bigram_bits(self, codes: CodeArray) -> FloatArray:
        return np.full(len(codes), 6.0)

    def stock_many(self, segments: Segments, spans: Sequence[Span]) -> FloatArray:
        return np.zeros(len(spans))


def speech(text: str, name: str = "a", *, date: str | None = None, language: str | None = None) -> Segments:
    return segment(Document.from_text(text, id=name, date=date, language=language))


def laid(*texts: str) -> Speeches:
    return lay_out([speech(text, f"d{i}") for i, text in enumerate(texts)], Even())


def beside(source: Segments, target: Segments, left: str, right: str) -> Alignment:
    """The first `left` of the source against the first `right` of the target."""
    start, other = source.document.text.index(left), target.document.text.index(right)
    opcodes = tuple((o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Indel.opcodes(left, right))
    return Alignment(
        id=content_id("a", source.document.id, start, left, target.document.id, other, right),
        source=Locus(source.document.id, start, start + len(left)),
        target=Locus(target.document.id, other, other + len(right)),
        opcodes=opcodes,
        moves=(),
        identity=0.5,
        bits=30.0,
        kind="reworded",
        stock=0.0,
    )
