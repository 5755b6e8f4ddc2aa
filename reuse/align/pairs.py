"""The stage's one function: every pair of documents is searched, counted, and as many as fit are kept in full.

Enters: Segments in order (sources before targets) and a background. Leaves: `Aligned`. Three routes by size behind one
door: few short texts are searched from every shared pair of units; larger bodies start from longer runs, which are
rarer; each document is prepared once.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reuse.align.accepted import Chain
from reuse.align.alignments import StockModel, make_alignments
from reuse.align.chains import Chains, find_chains
from reuse.align.coverage import Coverage, is_stock
from reuse.align.mirror import mirrored_alignment, mirrored_passage, mirrored_sentences, reading_order
from reuse.align.passages import group_passages
from reuse.align.prepared import PreparedDocument, prepare
from reuse.align.sentences import SentenceIndex, match_sentences
from reuse.model import (
    Alignment,
    Ledger,
    NearestMiss,
    Pair,
    Passage,
    Progress,
    Segments,
    SentenceMatch,
    no_progress,
)
from reuse.params import AlignParams

__all__ = ["Aligned", "PairFindings", "align", "align_pair", "seed_units"]

# Places where two runs can meet, summed over all pairs, from which on longer seeds are taken. A hundred pairs of
# speeches stay below the first (2 s); 57 yearly reports of 18,000 characters lie at 5e11.
_CELLS_PER_SEED_UNIT = ((2e10, 2), (3e12, 3))
_LONGEST_SEED_UNITS = 4


@dataclass(frozen=True, slots=True)
class PairFindings:
    """What one pair shares, in full."""

    alignments: tuple[Alignment, ...]
    passages: tuple[Passage, ...]
    seeds: int
    folded: int
    nearest_miss: NearestMiss | None


@dataclass(frozen=True, slots=True)
class Aligned:
    """What all pairs share; `pairs` and `ledgers` count everything, the lists hold what was kept."""

    pairs: tuple[Pair, ...]
    ledgers: Mapping[str, Ledger]  # by document id
    characters: Mapping[str, int]  # code points that are no blanks, by document id
    alignments: tuple[Alignment, ...]
    sentences: tuple[SentenceMatch, ...]
    passages: tuple[Passage, ...]
    seeds: int
    folded: int
    nearest_miss: NearestMiss | None
    warnings: tuple[str, ...]


def seed_units(segments: Sequence[Segments], *, params: AlignParams) -> int:
    """Shortest run that starts anything in a comparison of this size."""
    lengths = [len(document) for document in segments]
    total = sum(lengths)
    cells = (total * total - sum(n * n for n in lengths)) / 2
    for limit, units in _CELLS_PER_SEED_UNIT:
        if cells <= limit:
            return max(units, params.min_seed_units)
    return max(_LONGEST_SEED_UNITS, params.min_seed_units)


def align(
    segments: Sequence[Segments],
    *,
    background: StockModel,
    params: AlignParams,
    progress: Progress = no_progress,
) -> Aligned:
    """Search every pair. `segments` in order: of each pair the earlier one is the source.

    At most `max_alignments` are kept, whole pairs, the closest first; a warning says what was counted only.
    Cost: one search for each pair; memory for the kept alignments and one pair.
    """
    units = seed_units(segments, params=params)
    params = replace(params, min_seed_units=units)
    prepared = prepare(segments, params=params)
    coverage = {s.document.id: Coverage.of(s.document.text) for s in segments}
    kept = _Kept(params.max_alignments)
    pairs: list[Pair] = []
    seeds = folded = 0
    miss: NearestMiss | None = None
    combinations = list(itertools.combinations(range(len(segments)), 2))
    for done, (i, j) in enumerate(combinations):
        progress("aligning pairs", done, len(combinations))
        found = align_pair(prepared[i], prepared[j], background=background, params=params)
        pair = _counted(found, coverage, segments[i].document.id, segments[j].document.id)
        pairs.append(pair)
        kept.offer(pair, found)
        seeds, folded = seeds + found.seeds, folded + found.folded
        miss = _nearer(miss, found.nearest_miss)
    progress("aligning pairs", len(combinations), len(combinations))
    findings = kept.in_order()
    return Aligned(
        pairs=tuple(pairs),
        ledgers={id_: c.ledger() for id_, c in coverage.items()},
        characters={id_: c.characters for id_, c in coverage.items()},
        alignments=tuple(a for f in findings for a in f.alignments),
        sentences=_sentences(findings, segments),
        passages=tuple(p for f in findings for p in f.passages),
        seeds=seeds,
        folded=folded,
        nearest_miss=None if any(pair.alignments for pair in pairs) else miss,
        warnings=tuple(kept.warnings(pairs)),
    )


def _sentences(findings: Sequence[PairFindings], segments: Sequence[Segments]) -> tuple[SentenceMatch, ...]:
    """Sentence matches of the pairs that were kept, each searched in its fixed orientation."""
    by_id = {s.document.id: s for s in segments}
    index = {id_: SentenceIndex(by_id[id_]) for id_ in _documents_of(findings)}
    out: list[SentenceMatch] = []
    for found in findings:
        if not found.alignments:
            continue
        source, target = found.alignments[0].source.document, found.alignments[0].target.document
        if _orientation(by_id[source]) <= _orientation(by_id[target]):
            out += match_sentences(found.alignments, index[source], index[target])
            continue
        mirrored = sorted(map(mirrored_alignment, found.alignments), key=reading_order)
        ids = {mirrored_alignment(a).id: a.id for a in found.alignments}
        matches = [mirrored_sentences(s, ids) for s in match_sentences(mirrored, index[target], index[source])]
        out += sorted(matches, key=lambda match: (match.source[0].start, match.target[0].start))
    return tuple(out)


def _documents_of(findings: Sequence[PairFindings]) -> set[str]:
    return {locus.document for f in findings for a in f.alignments[:1] for locus in (a.source, a.target)}


def align_pair(
    source: PreparedDocument, target: PreparedDocument, *, background: StockModel, params: AlignParams
) -> PairFindings:
    """Everything two prepared documents share; exchanging them gives the mirror image."""
    if _orientation(source.segments) > _orientation(target.segments):
        return _mirrored(_searched(target, source, background=background, params=params))
    return _searched(source, target, background=background, params=params)


def _orientation(segments: Segments) -> tuple[str, str]:
    return segments.document.sha256, segments.document.id


def _searched(
    source: PreparedDocument, target: PreparedDocument, *, background: StockModel, params: AlignParams
) -> PairFindings:
    chains = find_chains(source, target, params=params)
    alignments = make_alignments(chains.found, source, target, background=background, params=params)
    passages = group_passages(alignments, params=params)
    passage_of = {id_: passage.id for passage in passages for id_ in passage.alignments}
    return PairFindings(
        alignments=tuple(replace(a, passage=passage_of.get(a.id)) for a in alignments),
        passages=tuple(passages),
        seeds=chains.seeds,
        folded=chains.folded,
        nearest_miss=_miss(chains, source, target),
    )


def _miss(chains: Chains, source: PreparedDocument, target: PreparedDocument) -> NearestMiss | None:
    chain: Chain | None = chains.best_miss
    if chain is None:
        return None
    a0, a1, b0, b1 = chain.extent
    return NearestMiss(
        source.segments.locus(a0, a1),
        target.segments.locus(b0, b1),
        bits=round(chain.bits, 2),
        threshold=round(chains.threshold, 2),
    )


def _nearer(one: NearestMiss | None, other: NearestMiss | None) -> NearestMiss | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda miss: (miss.bits - miss.threshold, miss.source.document, miss.target.document))


def _mirrored(found: PairFindings) -> PairFindings:
    alignments = [mirrored_alignment(a) for a in found.alignments]
    ids = {old.id: new.id for old, new in zip(found.alignments, alignments, strict=True)}
    passages = [mirrored_passage(p, ids) for p in found.passages]
    passage_ids = {old.id: new.id for old, new in zip(found.passages, passages, strict=True)}
    miss = found.nearest_miss
    return replace(
        found,
        alignments=tuple(
            sorted(
                (replace(a, passage=passage_ids.get(a.passage or "")) for a in alignments),
                key=reading_order,
            )
        ),
        passages=tuple(sorted(passages, key=reading_order)),
        nearest_miss=miss and replace(miss, source=miss.target, target=miss.source),
    )


def _counted(found: PairFindings, coverage: Mapping[str, Coverage], source: str, target: str) -> Pair:
    """Shares of one pair; its alignments are painted into both documents' coverage."""
    for alignment in found.alignments:
        coverage[source].paint(alignment, alignment.source, target_side=False)
        coverage[target].paint(alignment, alignment.target, target_side=True)
    distinctive = [a for a in found.alignments if not is_stock(a)]
    return Pair(
        source=source,
        target=target,
        alignments=len(found.alignments),
        passages=len(found.passages),
        source_share=coverage[source].share(a.source for a in found.alignments),
        target_share=coverage[target].share(a.target for a in found.alignments),
        source_share_distinctive=coverage[source].share(a.source for a in distinctive),
        target_share_distinctive=coverage[target].share(a.target for a in distinctive),
    )


class _Kept:
    """The findings of the closest pairs, within a number of alignments."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.heap: list[tuple[float, int, PairFindings]] = []  # weakest on top; the later of equals goes first
        self.count = 0

    def offer(self, pair: Pair, found: PairFindings) -> None:
        closeness = max(pair.source_share_distinctive, pair.target_share_distinctive)
        heapq.heappush(self.heap, (closeness, -self.count, found))
        self.count += 1
        self.size += len(found.alignments)
        while self.size > self.limit and len(self.heap) > 1:
            self.size -= len(heapq.heappop(self.heap)[2].alignments)

    def in_order(self) -> list[PairFindings]:
        return [found for _, _, found in sorted(self.heap, key=lambda row: -row[1])]

    def warnings(self, pairs: Sequence[Pair]) -> list[str]:
        if len(self.heap) == self.count:
            return []
        every = sum(pair.alignments for pair in pairs)
        return [
            f"The alignments of the {len(self.heap)} closest of {self.count} pairs are listed ({self.size:,} of "
            f"{every:,}); shares and ledgers count all of them; compare two documents by themselves to list theirs."
        ]
