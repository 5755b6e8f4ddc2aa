"""The fine level against single chains that a reader judged: python -m benchmarks.judged_chains

Chains near the threshold, drawn at random from pairs of speeches and reports in the corpora beside the checkout, read
one by one without knowing their bits: 2 the same formula, 1 an echo or a term in common, 0 nothing. Chinese: 528 chains
of eleven pairs (of each 26 below the threshold, 16 up to 8 bits and 6 up to 25 bits above it, where there are so many).
English: 243 chains of eight pairs (18, 12 and 5). No pair of the hand marks is among them. Prints which share of each
grade the defaults find, by pair and in all; a better detector finds more of the twos and fewer of the noughts. The
files in `judged/` hold places and grades, no text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.marks import SHARED, found
from reuse.model import Alignment, Document
from reuse.params import AlignParams
from reuse.segment import segment

JUDGED = Path(__file__).with_name("judged")
_FOUND = 0.6  # of the characters of both places inside one alignment


def judged_pairs(language: str) -> Iterator[tuple[Mapping[str, Any], Sequence[Alignment]]]:
    """Each pair with its alignments at default settings; places count from the start of the excerpts."""
    for pair in json.loads((JUDGED / f"{language}.json").read_text("utf-8")):
        texts = [(SHARED / "corpora" / pair[side]).read_bytes().decode("utf-8-sig") for side in ("source", "target")]
        spans = pair["source_span"], pair["target_span"]
        documents = [
            segment(Document.from_text(text[start:end], id=id_))
            for text, (start, end), id_ in zip(texts, spans, ("a", "b"), strict=True)
        ]
        yield pair, found(documents, AlignParams())


def is_found(place: Sequence[int], alignments: Sequence[Alignment]) -> bool:
    """Whether one alignment holds most of both sides of a place."""
    a0, a1, b0, b1 = place
    for x in alignments:
        source = min(a1, x.source.end) - max(a0, x.source.start)
        target = min(b1, x.target.end) - max(b0, x.target.start)
        if min(source, target) > 0 and source + target >= _FOUND * (a1 - a0 + b1 - b0):
            return True
    return False


def main() -> None:
    if not (SHARED / "corpora").is_dir():
        sys.exit(f"no corpora beside this checkout ({SHARED})")
    for language in ("chinese", "english"):
        of, hits = Counter[int](), Counter[int]()
        for pair, alignments in judged_pairs(language):
            own, own_hits = Counter[int](), Counter[int]()
            a, b = pair["source_span"][0], pair["target_span"][0]
            for a0, a1, b0, b1, grade in pair["judged"]:
                own[grade] += 1
                own_hits[grade] += is_found((a0 - a, a1 - a, b0 - b, b1 - b), alignments)
            print(f"{pair['name']:12} {len(alignments):4} alignments", _shares(own_hits, own))
            of += own
            hits += own_hits
        print(f"{language:12}                ", _shares(hits, of))


def _shares(hits: Counter[int], of: Counter[int]) -> str:
    return "   ".join(f"grade {grade}: {hits[grade]:3} of {of[grade]:3}" for grade in (2, 1, 0))


if __name__ == "__main__":
    main()
