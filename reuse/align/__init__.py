"""Stage 3: Segments become Alignments, sentence matches and Passages, with shares and ledgers."""

from __future__ import annotations

from reuse.align.explaining import Explanation, explain_pair
from reuse.align.pairs import Aligned, align

__all__ = ["Aligned", "Explanation", "align", "explain_pair"]
