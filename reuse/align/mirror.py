"""Naming and order of what lies on two sides, and the same findings with source and target exchanged.

Enters: findings of a pair. Leaves: their ids, their order, their mirror image. Every pair is searched in one fixed
orientation, so that the order in which somebody names two documents cannot change what is found.
"""

from __future__ import annotations

from dataclasses import replace

from reuse.model import Alignment, Locus, Passage, SentenceMatch, content_id

__all__ = ["mirrored_sentences", "pair_id", "reading_order"]


def pair_id(prefix: str, source: Locus, target: Locus) -> str:
    """The id of what lays these two places side by side."""
    return content_id(prefix, source.document, source.start, source.end, target.document, target.start, target.end)


def reading_order(found: Alignment | Passage) -> tuple[int, int, int, int]:
    """Sort key: by the place in the source, then in the target."""
    return (found.source.start, found.target.start, found.source.end, found.target.end)


def mirrored_sentences(match: SentenceMatch) -> SentenceMatch:
    """The sentence match of target and source."""
    return replace(match, source=match.target, target=match.source)
