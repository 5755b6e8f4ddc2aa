"""Which sentences say the same, one to one or n to m.

Enters: a pair's alignments. Leaves: sentence matches with their similarity. The evidence is the alignments; rapidfuzz
measures how alike the matched sentences are as a whole.
"""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from reuse.model import Alignment, Locus, Segments, SentenceMatch

__all__ = ["match_sentences", "sentence_key"]

_MIN_COVERED = 0.3  # of one side's sentence inside alignments with the other
_MOST_SENTENCES = 4  # on either side of one match
_TOLERATED_LOSS = 0.02  # joining a neighbour may cost this much similarity, since it explains more

Group = tuple[frozenset[int], frozenset[int]]


def sentence_key(segments: Segments, start: int, end: int) -> str:
    """The normalised wording of a code-point span: unit keys, blanks between words of scripts that have them."""
    first, last = segments.starts.searchsorted((start, end)).tolist()
    parts: list[str] = []
    for unit in segments.units[first:last]:
        if parts and (len(unit) > 1 or len(parts[-1]) > 1):
            parts.append(" ")
        parts.append(unit)
    return "".join(parts)


def match_sentences(alignments: Sequence[Alignment], source: Segments, target: Segments) -> list[SentenceMatch]:
    """Sentence matches of one pair, by source start, then target start. Cost: linear in the alignments."""
    shared = _shared_characters(alignments, source, target)
    best_of_source: dict[int, int] = defaultdict(int)
    best_of_target: dict[int, int] = defaultdict(int)
    for (s, t), characters in shared.items():
        best_of_source[s] = max(best_of_source[s], min(characters))
        best_of_target[t] = max(best_of_target[t], min(characters))
    groups = [
        (frozenset([s]), frozenset([t]))
        for (s, t), characters in shared.items()
        if 0 < min(characters) >= min(best_of_source[s], best_of_target[t])  # nobody shares more, seen from one side
        and _covers(characters, s, t, source, target)
    ]
    measured = _Similarities(source, target)
    groups = _joined(sorted(groups, key=lambda g: (sorted(g[0]), sorted(g[1]))), measured)
    ids = _alignments_by_sentences(alignments, source, target)
    out = [
        SentenceMatch(
            source=_loci(source, group[0]),
            target=_loci(target, group[1]),
            similarity=round(measured.of(group), 4),
            alignments=tuple(dict.fromkeys(i for s in sorted(group[0]) for t in sorted(group[1]) for i in ids[s, t])),
        )
        for group in groups
    ]
    return sorted(out, key=lambda match: (match.source[0].start, match.target[0].start))


def _sentence_range(segments: Segments, locus: Locus) -> range:
    starts, ends = segments.sentences[:, 0], segments.sentences[:, 1]
    return range(int(ends.searchsorted(locus.start, side="right")), int(starts.searchsorted(locus.end, side="left")))


def _overlap(segments: Segments, sentence: int, locus: Locus) -> int:
    start, end = map(int, segments.sentences[sentence])
    return max(min(end, locus.end) - max(start, locus.start), 0)


def _shared_characters(
    alignments: Sequence[Alignment], source: Segments, target: Segments
) -> dict[tuple[int, int], tuple[int, int]]:
    """Characters of both sides that alignments lay side by side, by pair of sentences."""
    out: dict[tuple[int, int], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for alignment in alignments:
        for s in _sentence_range(source, alignment.source):
            for t in _sentence_range(target, alignment.target):
                a, b = out[s, t]
                out[s, t] = (
                    a + _overlap(source, s, alignment.source),
                    b + _overlap(target, t, alignment.target),
                )
    return dict(out)


def _alignments_by_sentences(
    alignments: Sequence[Alignment], source: Segments, target: Segments
) -> dict[tuple[int, int], list[str]]:
    out: dict[tuple[int, int], list[str]] = defaultdict(list)
    for alignment in alignments:
        for s in _sentence_range(source, alignment.source):
            for t in _sentence_range(target, alignment.target):
                out[s, t].append(alignment.id)
    return out


def _covers(characters: tuple[int, int], s: int, t: int, source: Segments, target: Segments) -> bool:
    lengths = [int(segments.sentences[i, 1] - segments.sentences[i, 0]) for segments, i in ((source, s), (target, t))]
    return any(share >= _MIN_COVERED * length for share, length in zip(characters, lengths, strict=True))


class _Similarities:
    """Similarity of groups of sentences, each key made once."""

    def __init__(self, source: Segments, target: Segments) -> None:
        self.sides = (source, target)
        self.known: dict[Group, float] = {}

    def of(self, group: Group) -> float:
        """0..1: normalised Indel similarity of the joined keys."""
        if group not in self.known:
            from rapidfuzz.distance import Indel  # noqa: PLC0415 - only when there is something to compare

            keys = [self._key(segments, members) for segments, members in zip(self.sides, group, strict=True)]
            self.known[group] = float(Indel.normalized_similarity(*keys))
        return self.known[group]

    @staticmethod
    def _key(segments: Segments, members: Iterable[int]) -> str:
        return " ".join(sentence_key(segments, *segments.sentences[i].tolist()) for i in sorted(members))


def _joined(groups: Sequence[Group], measured: _Similarities) -> list[Group]:
    """Join matches that share a sentence, where the sentences on the other side are neighbours and it helps."""
    alive = dict(enumerate(groups))
    users: dict[tuple[int, int], set[int]] = defaultdict(set)  # (side, sentence) -> matches
    for k, group in alive.items():
        for place in _places(group):
            users[place].add(k)
    queue = deque(alive)
    fresh = itertools.count(len(alive))
    while queue:
        k = queue.popleft()
        if k not in alive:
            continue
        for other in sorted({x for place in _places(alive[k]) for x in users[place]} - {k}):
            both = (alive[k][0] | alive[other][0], alive[k][1] | alive[other][1])
            alone = max(measured.of(alive[k]), measured.of(alive[other]))
            if all(map(_is_run, both)) and measured.of(both) >= alone - _TOLERATED_LOSS:
                for old in (k, other):
                    for place in _places(alive.pop(old)):
                        users[place].discard(old)
                new = next(fresh)
                alive[new] = both
                for place in _places(both):
                    users[place].add(new)
                queue.append(new)
                break
    return list(alive.values())


def _places(group: Group) -> list[tuple[int, int]]:
    return [(side, sentence) for side in (0, 1) for sentence in sorted(group[side])]


def _is_run(members: frozenset[int]) -> bool:
    return max(members) - min(members) + 1 == len(members) <= _MOST_SENTENCES


def _loci(segments: Segments, members: frozenset[int]) -> tuple[Locus, ...]:
    return tuple(Locus(segments.document.id, *segments.sentences[i].tolist()) for i in sorted(members))
