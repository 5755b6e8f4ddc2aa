"""Passages that hold no match: reworded throughout, put in another order or summed up, so that no clause is shared.

Enters: `Result`. Leaves: alignments made for the eye, of the kind that only pages know, and the opening of a page that
has nothing else to show. What the two sides have in common is sought here, by words in order, since the search for
passages counts words and lays nothing beside anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress

from rapidfuzz.distance import Indel

from reuse.model import Alignment, Opcode, OpcodeTag, Passage, Result
from reuse.report.numerals import count, round_percent
from reuse.report.said import Go, Name, Said, Slots
from reuse.report.view_families import FamilyView
from reuse.report.view_matches import PairView
from reuse.report.view_opening import Fact, OpeningView, families_fact

__all__ = ["bare_passages", "laid_beside", "opening_of_passages"]

# A character of Chinese, Japanese or Korean, or a word of any other script.
TOKEN = re.compile(r"[\u2e80-\U0003ffff]|[^\W_\u2e80-\U0003ffff]+")
MAX_CELLS = 100_000_000  # tokens x tokens: 12 MB of bits for the common subsequence; larger passages stay unmarked


def bare_passages(result: Result, *, keep: int) -> Mapping[tuple[str, str], tuple[Alignment, ...]]:
    """By pair the passages without alignments, as alignments; of all of them the `keep` with most bits."""
    bare = [passage for passage in result.passages if not passage.alignments]
    kept = sorted(bare, key=lambda passage: (-passage.bits, passage.id))[:keep]
    texts = {document.id: document.text for document in result.documents}
    found: dict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for passage in kept:
        found[passage.source.document, passage.target.document].append(_as_alignment(passage, texts))
    return {pair: tuple(rows) for pair, rows in found.items()}


def _as_alignment(passage: Passage, texts: Mapping[str, str]) -> Alignment:
    source, target = passage.source, passage.target
    sides = texts[source.document][source.start : source.end], texts[target.document][target.start : target.end]
    opcodes = tuple(laid_beside(*sides))
    equal = sum(end - start for tag, start, end, _, _ in opcodes if tag == "equal")
    return Alignment(
        passage.id,
        source,
        target,
        opcodes,
        (),
        2 * equal / max(sum(map(len, sides)), 1),
        passage.bits,
        "reworded",
        0.0,
        passage.id,
    )


def laid_beside(source: str, target: str) -> Iterator[Opcode]:
    """Opcodes over both texts: equal where the same words, or the same characters of Chinese, stand in one order.

    Cover both texts; equal pieces are the same characters. Cost: tokens x tokens / 64, nothing beyond `MAX_CELLS`.
    """
    left, right = ([(m.start(), m.end()) for m in TOKEN.finditer(text)] for text in (source, target))
    pairs = []
    if len(left) * len(right) <= MAX_CELLS:
        words = [source[a:b] for a, b in left], [target[a:b] for a, b in right]
        blocks = Indel.opcodes(*words).as_matching_blocks()
        pairs = [(left[i + k], right[j + k]) for i, j, length in blocks for k in range(length)]
    at, to = 0, 0
    for (start, end), (there, there_end) in [*pairs, ((len(source),) * 2, (len(target),) * 2)]:
        # Blanks and marks beside equal words are equal where they are the same on both sides.
        between, other = source[at:start], target[to:there]
        head = _same_marks(between, other)
        tail = _same_marks(between[head:][::-1], other[head:][::-1])
        if head:
            yield "equal", at, at + head, to, to + head
        if at + head < start - tail or to + head < there - tail:
            tag = _tag(between[head : len(between) - tail], other[head : len(other) - tail])
            yield tag, at + head, start - tail, to + head, there - tail
        if end - start + tail:
            yield "equal", start - tail, end, there - tail, there_end
        at, to = end, there_end


def _same_marks(here: str, there: str) -> int:
    """How many characters that are neither letters nor figures both begin with."""
    pairs = zip(here, there, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b or a.isalnum()), min(len(here), len(there)))


def _tag(here: str, there: str) -> OpcodeTag:
    return "replace" if here and there else "delete" if here else "insert"


def opening_of_passages(result: Result, pairs: Sequence[PairView], families: Sequence[FamilyView]) -> OpeningView:
    """The opening of a page about documents that share passages and no clause."""
    number = count(len(result.passages))
    longest = max(result.passages, key=lambda one: (_length(one), one.id))
    strongest = max(result.passages, key=lambda one: (one.bits, one.id))
    bits = Said("inspector.bits", {"n": f"{strongest.bits:.0f}"})
    length = Said("characters.n", {"n": count(_length(longest))})
    facts = (
        Fact("fact.passages", Said("plain", {"n": number}), Said("fact.moved", {"n": count(_moved(result))})),
        Fact("fact.strongest", bits, _where(result, pairs, strongest)),
        Fact("fact.longest_passage", length, _where(result, pairs, longest)),
        families_fact(families),
    )
    key, slots = _answer(result, number)
    return OpeningView(Said(key, slots), (Said("note.passages"),), facts)


def _answer(result: Result, number: str) -> tuple[str, Slots]:
    if len(result.documents) > 2:
        holding = count(sum(1 for pair in result.pairs if pair.passages))
        n = count(len(result.documents))
        return "answer.passages.many", {"n": n, "passages": Go(number, "#pairs"), "pairs": holding}
    a, b = (Go(round_percent(_share(result, document.id)), "#read") for document in result.documents)
    return "answer.passages", {"n": Go(number, "#read"), "a": Name(0), "b": Name(1), "a_share": a, "b_share": b}


def _where(result: Result, pairs: Sequence[PairView], passage: Passage) -> Said:
    """In which row a passage stands, as a link to it; among many speeches, in which pair."""
    index = {document.id: i for i, document in enumerate(result.documents)}
    source, target = index[passage.source.document], index[passage.target.document]
    matches = next((pair.matches for pair in pairs if (pair.source, pair.target) == (source, target)), ())
    number = next((match.number for match in matches if match.id == passage.id), None)
    if number is None:
        return Said("fact.not_listed")
    if len(result.documents) == 2:
        return Said("fact.in_row", {"n": Go(str(number), f"#m={number}")})
    slots: Slots = {"a": Name(source), "b": Name(target), "n": Go(str(number), f"#pair={source},{target}&m={number}")}
    return Said("fact.in_row_of", slots)


def _length(passage: Passage) -> int:
    return max(locus.end - locus.start for locus in (passage.source, passage.target))


def _moved(result: Result) -> int:
    return sum(passage.moved for passage in result.passages)


def _share(result: Result, document: str) -> float:
    """The part of a document's characters, blanks left out, that lies inside passages."""
    text = result.document(document).text
    inside = bytearray(len(text))
    for locus in (side for one in result.passages for side in (one.source, one.target) if side.document == document):
        inside[locus.start : locus.end] = b"\1" * (locus.end - locus.start)
    return sum(not character.isspace() for character in compress(text, inside)) / max(
        result.measures[document].characters, 1
    )
