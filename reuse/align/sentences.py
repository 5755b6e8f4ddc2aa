"""Which sentences say the same, one to one or n to m.

Enters: a pair's alignments. Leaves: sentence matches with their similarity. The evidence is the alignments; rapidfuzz
measures how alike the matched sentences are as a whole.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from reuse.model import Alignment, Locus, Segments, SentenceMatch

__all__ = ["SentenceIndex", "match_sentences", "sentence_key"]

_MIN_COVERED = 0.3  # of one side's sentence inside alignments with the other
_MIN_SIMILARITY = 0.25  # below, two long sentences share a formula but do not say the same
_MOST_SENTENCES = 4  # on either side of one match
_TOLERATED_LOSS = 0.02  # joining a neighbour may cost this much similarity, since it explains more

Group = tuple[frozenset[int], frozenset[int]]
_Sides = tuple[str, Locus, Locus, Sequence[tuple[int, int, int, int]]]
"""Id of an alignment, its places, and the spans in them that are equal."""


def sentence_key(segments: Segments, start: int, end: int) -> str:
    """The normalised wording of a code-point span: unit keys, blanks between words of scripts that have them."""
    # asked in the column's own type: numpy would copy the whole column to compare it with Python numbers
    first, last = segments.starts.searchsorted(np.array((start, end), dtype=segments.starts.dtype)).tolist()
    return _joined_units(segments.units[first:last])


def _joined_units(units: Sequence[str]) -> str:
    joined = "".join(units)
    if len(joined) == len(units):  # characters of Chinese and the like
        return joined
    parts: list[str] = []
    for unit in units:
        if parts and (len(unit) > 1 or len(parts[-1]) > 1):
            parts.append(" ")
        parts.append(unit)
    return "".join(parts)


class SentenceIndex:
    """A document's sentences, ready to be looked up; made once however many pairs the document is in."""

    def __init__(self, segments: Segments) -> None:
        self.document = segments.document.id
        self.starts: list[int] = segments.sentences[:, 0].tolist()
        self.ends: list[int] = segments.sentences[:, 1].tolist()
        self.segments = segments

    @cached_property
    def keys(self) -> list[str]:
        """The normalised wording of every sentence."""
        units, edges = self.segments.units, self.segments.starts.searchsorted(self.segments.sentences).tolist()
        return [_joined_units(units[first:last]) for first, last in edges]

    def touched(self, locus: Locus) -> list[tuple[int, int]]:
        """Sentences that a place touches, and how many characters of each."""
        first, last = bisect_right(self.ends, locus.start), bisect_left(self.starts, locus.end)
        return [(i, min(self.ends[i], locus.end) - max(self.starts[i], locus.start)) for i in range(first, last)]

    def edges(self, start: int, end: int) -> list[int]:
        """Where sentences start or end inside a span."""
        starts = self.starts[bisect_right(self.starts, start) : bisect_left(self.starts, end)]
        return starts + self.ends[bisect_right(self.ends, start) : bisect_left(self.ends, end)]

    def loci(self, members: frozenset[int]) -> tuple[Locus, ...]:
        """The places of some sentences, in order."""
        return tuple(Locus(self.document, self.starts[i], self.ends[i]) for i in sorted(members))


def match_sentences(
    alignments: Sequence[Alignment], source: SentenceIndex, target: SentenceIndex, *, turned: bool = False
) -> list[SentenceMatch]:
    """Sentence matches of one pair, by source start, then target start. Cost: linear in the alignments.

    With `turned`, the alignments run from `target` to `source`.
    """
    shared, ids = _shared(_both_sides(alignments, turned=turned), source, target)
    best_of_source: dict[int, int] = defaultdict(int)
    best_of_target: dict[int, int] = defaultdict(int)
    for (s, t), characters in shared.items():
        best_of_source[s] = max(best_of_source[s], min(characters))
        best_of_target[t] = max(best_of_target[t], min(characters))
    groups = [
        (frozenset([s]), frozenset([t]))
        for (s, t), characters in sorted(shared.items())
        if 0 < min(characters) >= min(best_of_source[s], best_of_target[t])  # nobody shares more, seen from one side
        and _covers(characters, source.ends[s] - source.starts[s], target.ends[t] - target.starts[t])
    ]
    measured = _Similarities(source, target)
    out = [
        SentenceMatch(
            source=source.loci(group[0]),
            target=target.loci(group[1]),
            similarity=round(measured.of(group), 4),
            alignments=tuple(
                dict.fromkeys(i for s in sorted(group[0]) for t in sorted(group[1]) for i in ids.get((s, t), ()))
            ),
        )
        for group in _joined(groups, measured)
        if measured.of(group) >= _MIN_SIMILARITY
    ]
    return sorted(out, key=lambda match: (match.source[0].start, match.target[0].start))


def _both_sides(alignments: Sequence[Alignment], *, turned: bool) -> Iterator[_Sides]:
    """The places of each alignment in both documents, in reading order."""
    if not turned:
        yield from (
            (a.id, a.source, a.target, [code[1:] for code in a.opcodes if code[0] == "equal"]) for a in alignments
        )
        return
    for a in sorted(alignments, key=lambda a: (a.target.start, a.source.start, a.target.end, a.source.end)):
        yield a.id, a.target, a.source, [(t0, t1, s0, s1) for tag, s0, s1, t0, t1 in a.opcodes if tag == "equal"]


def _shared(
    alignments: Iterable[_Sides], source: SentenceIndex, target: SentenceIndex
) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[tuple[int, int], list[str]]]:
    """By pair of sentences: characters of both sides that alignments lay side by side, and which alignments do."""
    shared: dict[tuple[int, int], tuple[int, int]] = {}
    ids: dict[tuple[int, int], list[str]] = defaultdict(list)
    for id_, one, other, equal in alignments:
        for source_place, target_place in _pieces(one, other, equal, source, target):
            for s, source_characters in source.touched(source_place):
                for t, target_characters in target.touched(target_place):
                    a, b = shared.get((s, t), (0, 0))
                    shared[s, t] = (a + source_characters, b + target_characters)
                    if id_ not in ids[s, t][-1:]:
                        ids[s, t].append(id_)
    return shared, ids


def _pieces(
    s: Locus, t: Locus, equal: Sequence[tuple[int, int, int, int]], source: SentenceIndex, target: SentenceIndex
) -> Iterator[tuple[Locus, Locus]]:
    """The places that an alignment lays side by side, none of them over several sentences on both sides.

    Inside one sentence on either side that is the alignment as a whole; a copy of several sentences is taken apart
    into its equal pieces, and these at every sentence's edge.
    """
    if len(source.touched(s)) == 1 or len(target.touched(t)) == 1:
        yield s, t
        return
    for s0, s1, t0, _ in equal:
        start, end, shift = s.start + s0, s.start + s1, t.start + t0 - s.start - s0
        inner = set(source.edges(start, end)) | {edge - shift for edge in target.edges(start + shift, end + shift)}
        for a, b in itertools.pairwise([start, *sorted(inner), end]):
            yield Locus(s.document, a, b), Locus(t.document, a + shift, b + shift)


def _covers(characters: tuple[int, int], *lengths: int) -> bool:
    return any(share >= _MIN_COVERED * length for share, length in zip(characters, lengths, strict=True))


class _Similarities:
    """Similarity of groups of sentences, each measured once."""

    def __init__(self, source: SentenceIndex, target: SentenceIndex) -> None:
        self.sides = (source, target)
        self.known: dict[Group, float] = {}

    def of(self, group: Group) -> float:
        """0..1: normalised Indel similarity of the joined keys."""
        if group not in self.known:
            from rapidfuzz.distance import Indel  # noqa: PLC0415 - only when there is something to compare

            keys = [
                " ".join(index.keys[i] for i in sorted(members))
                for index, members in zip(self.sides, group, strict=True)
            ]
            self.known[group] = float(Indel.normalized_similarity(*keys))
        return self.known[group]


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
        for other in sorted(_neighbours(alive[k], users) - {k}):
            both = (alive[k][0] | alive[other][0], alive[k][1] | alive[other][1])
            if not all(map(_is_run, both)):
                continue
            alone = max(measured.of(alive[k]), measured.of(alive[other]))
            if measured.of(both) >= alone - _TOLERATED_LOSS:
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


def _neighbours(group: Group, users: Mapping[tuple[int, int], set[int]]) -> set[int]:
    """Matches that share a sentence with this one and have near ones on the other side.

    Looks through the smaller of the two sets, so that a sentence with thousands of partners costs no more than others.
    """
    near = [set(range(min(group[side]) - _MOST_SENTENCES, max(group[side]) + _MOST_SENTENCES + 1)) for side in (0, 1)]
    found: set[int] = set()
    for side in (0, 1):
        around = [users[1 - side, y] for y in near[1 - side] if (1 - side, y) in users]
        for sentence in group[side]:
            partners = users[side, sentence]
            if len(partners) <= sum(map(len, around)):
                found |= partners
            else:
                found |= {x for members in around for x in members if x in partners}
    return found


def _places(group: Group) -> list[tuple[int, int]]:
    return [(side, sentence) for side in (0, 1) for sentence in sorted(group[side])]


def _is_run(members: frozenset[int]) -> bool:
    return len(members) <= _MOST_SENTENCES and max(members) - min(members) + 1 == len(members)
