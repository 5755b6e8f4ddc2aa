"""What is known of a language and its stock of phrases, ready to be asked.

Enters: the three tables of a pack. Leaves: a `Background`, which says in bits how surprising wording is and from 0 to 1
how common. It holds hashes and counts, no text. `packs` reads and writes it, `building` makes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np

from reuse.background.hashing import RollingHash
from reuse.background.language import BitArray, pair_bits, unit_bits
from reuse.background.phrases import SpanArray, find_phrases
from reuse.background.stock import longest_share, stock_of
from reuse.background.tables import PAIR_WIDTH, PHRASE_WIDTH, UNIT_WIDTH, Table
from reuse.model import CodeArray, Segments, Span, content_id

__all__ = ["Background"]


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """A language model and a table of phrases."""

    name: str
    fingerprint: str  # ten digits that name the content
    documents: int  # it was built from
    collections: Mapping[str, int]  # documents by collection
    languages: Mapping[str, Mapping[str, int]]  # documents and units by language
    units: Table  # 8 x bits of a unit by itself, 8 x bits of falling back from its pairs
    pairs: Table  # 8 x bits of the second unit behind the first, the discounted part
    phrases: Table  # 8 x rarity in bits, 8 x log2 df

    @classmethod
    def of(
        cls,
        *,
        name: str,
        collections: Mapping[str, int],
        languages: Mapping[str, Mapping[str, int]],
        units: Table,
        pairs: Table,
        phrases: Table,
    ) -> Background:
        """A background of its parts; the fingerprint is made of all of them."""
        counts = [sorted(collections.items()), sorted((x, sorted(n.items())) for x, n in languages.items())]
        fingerprint = content_id("", name, *counts, units.digest(), pairs.digest(), phrases.digest())
        documents = sum(collections.values())
        return cls(name, fingerprint, documents, collections, languages, units, pairs, phrases)

    @classmethod
    def empty(cls) -> Background:
        """The background that knows nothing: every unit costs the same, nothing is stock."""
        return cls.of(
            name="none",
            collections={},
            languages={},
            units=Table.empty(columns=2, width=UNIT_WIDTH),
            pairs=Table.empty(columns=1, width=PAIR_WIDTH),
            phrases=Table.empty(columns=2, width=PHRASE_WIDTH),
        )

    def describe(self) -> dict[str, object]:
        """What every result carries: name, fingerprint, and what the background was built from."""
        return {
            "name": self.name,
            "fingerprint": self.fingerprint,
            "documents": self.documents,
            "collections": dict(self.collections),
            "languages": {language: dict(counts) for language, counts in self.languages.items()},
            "phrases": len(self.phrases),
        }

    def covers(self, language: str | None) -> bool:
        """Whether texts of this language ("zh-Hant", "en") went into it. Of others it knows no phrase: stock is 0."""
        return (language or "und").split("-")[0] in self.languages

    def unit_bits(self, codes: CodeArray) -> BitArray:
        """(n,) bits of each unit by itself, 0 … 16. Cost: about 0.1 µs a unit."""
        return unit_bits(self.units, codes)

    def bigram_bits(self, codes: CodeArray) -> BitArray:
        """(n,) bits of each unit behind the one before it, the first by itself, 0 … 16. Cost: about 0.3 µs a unit."""
        return pair_bits(self.units, self.pairs, RollingHash.of(codes))[1]

    def stock(self, segments: Segments, first: int, last: int) -> float:
        """How common the wording of units `first:last` is, from 0 to 1; 0.5 and above is stock. See `stock_many`."""
        return float(self.stock_many(segments, [(first, last)])[0])

    def stock_many(self, segments: Segments, spans: Sequence[Span] | SpanArray) -> BitArray:
        """(m,) how common the wording of each span of units is; the scale is explained in `reuse.background.stock`.

        An empty span is 0. Cost: about 0.3 µs for each unit under a span and 5 µs a span; the first time a document is
        asked about, 0.3 µs for each of its units.
        """
        asked = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
        ready = self._ready(segments)
        phrases = find_phrases(self.phrases, ready.rolling, ready.behind, asked)
        return stock_of(phrases, ready.alone, ready.behind, asked)

    def known_many(self, segments: Segments, spans: Sequence[Span] | SpanArray) -> BitArray:
        """(m,) the longest phrase inside each span that three background documents hold, as a share of its units.

        Wording that is known (1.0) and yet not stock is a saying or quotation: some use it, few do. Cost as above.
        """
        asked = np.asarray(spans, dtype=np.int64).reshape(-1, 2)
        rolling = self._ready(segments).rolling
        return longest_share(find_phrases(self.phrases, rolling, np.zeros(len(rolling)), asked), asked)

    def _ready(self, segments: Segments) -> _Ready:
        """Hashes and bits of a document, kept as long as somebody holds its Segments."""
        kept = _READY.setdefault(segments, {})
        if self.fingerprint not in kept:
            rolling = RollingHash.of(segments.codes)
            kept[self.fingerprint] = _Ready(rolling, *pair_bits(self.units, self.pairs, rolling))
        return kept[self.fingerprint]


@dataclass(frozen=True, slots=True, eq=False)
class _Ready:
    """What one background says of one document of n units."""

    rolling: RollingHash
    alone: BitArray  # (n,) bits of each unit by itself
    behind: BitArray  # (n,) bits of each unit behind the one before it


_READY: WeakKeyDictionary[Segments, dict[str, _Ready]] = WeakKeyDictionary()
