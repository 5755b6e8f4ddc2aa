"""Stage 2: a Document becomes Segments (units with a map back to the text, sentences, clauses, word borders)."""

from __future__ import annotations

from reuse.segment.cutting import segment
from reuse.segment.languages import detect_language
from reuse.segment.many import segment_many

__all__ = ["detect_language", "segment", "segment_many"]
