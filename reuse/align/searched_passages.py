"""Passages by their own search, for copied papers and reports: what is reworded throughout has few alignments to group.

Enters: the Segments of a comparison. Leaves: a `PassageSearch`, which gives the passages of any pair of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reuse.align.alignments import Drafts
from reuse.align.passage_search import find_passages
from reuse.align.passage_text import CollectionFrequencies, PassageText, prepare_passages
from reuse.align.passages import PassagePlace, place_passages
from reuse.model import Segments
from reuse.params import PassageParams

__all__ = ["PassageSearch"]

_MIN_COLLECTION = 3  # two texts by themselves say nothing about how common a word is elsewhere


@dataclass(frozen=True, slots=True)
class PassageSearch:
    """Every document of a comparison prepared once, and how common words are in all of them."""

    texts: Mapping[str, PassageText]  # by document id
    params: PassageParams
    collection: CollectionFrequencies | None

    @classmethod
    def over(cls, segments: Sequence[Segments], *, params: PassageParams) -> PassageSearch:
        """Prepare the documents of a comparison. Cost: see `prepare_passages`."""
        texts = {s.document.id: prepare_passages(s, params=params) for s in segments}
        collection = CollectionFrequencies.of(texts.values()) if len(texts) >= _MIN_COLLECTION else None
        return cls(texts, params, collection)

    def places(self, source: str, target: str, drafts: Drafts) -> list[PassagePlace]:
        """Passages of one pair in reading order; each has the alignments that begin inside it on both sides."""
        found = find_passages(self.texts[source], self.texts[target], params=self.params, collection=self.collection)
        places = zip(
            found.source_starts.tolist(),
            found.source_ends.tolist(),
            found.target_starts.tolist(),
            found.target_ends.tolist(),
            found.bits.tolist(),
            strict=True,
        )
        begins = [(s[0], t[0]) for s, t in zip(drafts.source, drafts.target, strict=True)]
        return place_passages(
            ((s0, s1), (t0, t1), [k for k, (s, t) in enumerate(begins) if s0 <= s < s1 and t0 <= t < t1], bits)
            for s0, s1, t0, t1, bits in places
        )
