"""The same findings with source and target exchanged.

Enters: findings of a pair. Leaves: their mirror image. Every pair is searched in one fixed orientation, so that the
order in which somebody names two documents cannot change what is found.
"""

from __future__ import annotations

from dataclasses import replace

from reuse.model import Alignment, Locus, Opcode, OpcodeTag, Passage, SentenceMatch, content_id

__all__ = ["mirrored_alignment", "mirrored_passage", "mirrored_sentences", "pair_id", "reading_order"]

_OPPOSITE: dict[OpcodeTag, OpcodeTag] = {
    "equal": "equal",
    "replace": "replace",
    "delete": "insert",
    "insert": "delete",
}


def pair_id(prefix: str, source: Locus, target: Locus) -> str:
    """The id of what lays these two places side by side."""
    return content_id(prefix, source.document, source.start, source.end, target.document, target.start, target.end)


def reading_order(found: Alignment | Passage) -> tuple[int, int, int, int]:
    """Sort key: by the place in the source, then in the target."""
    return (found.source.start, found.target.start, found.source.end, found.target.end)


def mirrored_alignment(alignment: Alignment) -> Alignment:
    """The alignment of target and source."""
    opcodes: tuple[Opcode, ...] = tuple((_OPPOSITE[tag], t0, t1, s0, s1) for tag, s0, s1, t0, t1 in alignment.opcodes)
    return replace(
        alignment,
        id=pair_id("a", alignment.target, alignment.source),
        source=alignment.target,
        target=alignment.source,
        opcodes=opcodes,
        moves=tuple(sorted((t0, t1, s0, s1) for s0, s1, t0, t1 in alignment.moves)),
    )


def mirrored_sentences(match: SentenceMatch, ids: dict[str, str]) -> SentenceMatch:
    """The sentence match of target and source; `ids` maps old alignment ids to new ones."""
    return replace(match, source=match.target, target=match.source, alignments=tuple(ids[i] for i in match.alignments))


def mirrored_passage(passage: Passage, ids: dict[str, str]) -> Passage:
    """The passage of target and source; `ids` maps old alignment ids to new ones."""
    return replace(
        passage,
        id=pair_id("p", passage.target, passage.source),
        source=passage.target,
        target=passage.source,
        alignments=tuple(ids[i] for i in passage.alignments),
    )
