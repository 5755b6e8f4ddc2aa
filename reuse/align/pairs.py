"""The stage's one function: every pair of documents is searched and counted, and as many as fit are kept in full.

Enters: Segments in order (sources before targets) and a background. Leaves: `Aligned`. Three routes by size behind one
door: few short texts are searched from every shared pair of units; larger bodies start from longer runs, which are
rarer; large work may run in several processes. Each document is prepared once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reuse.align.alignments import StockModel
from reuse.align.coverage import Coverage
from reuse.align.prepared import PreparedDocument, prepare
from reuse.align.searched_passages import PassageSearch
from reuse.align.searching import PairFindings, nearest, pair_sentences, search_pair
from reuse.align.sentences import SentenceIndex
from reuse.align.stock import RememberedStock
from reuse.align.workers import CountedRow, count_rows
from reuse.collector import put_off
from reuse.model import Alignment, Ledger, NearestMiss, Pair, Passage, Progress, Segments, SentenceMatch, no_progress
from reuse.params import AlignParams, PassageParams

__all__ = ["Aligned", "align", "cells", "for_size", "taken"]

# Places where two runs can meet (source units x target units) up to which seeds of so many units are taken: in the
# largest pair, for memory, and over all pairs, for time. A pair of 60,000 characters lies at 4e9 (2 s, 0.2 GB), one of
# a million each at 1e12 (2 s with seeds of five, 10 s and 1.3 GB with four); 57 yearly reports lie at 5e11 in all.
_PAIR_CELLS = ((4e9, 2), (1e11, 3), (5e11, 4))
_ALL_CELLS = ((1e10, 2), (2e12, 3), (1e14, 4))
_SMALLEST_SEED_UNITS, _LONGEST_SEED_UNITS = 2, 5
_CELLS_FOR_WORKERS = 5e10  # below (5 s), starting processes costs more than they save
_CELLS_OF_A_PAIR = 5e6  # as much work as a pair is besides, however short its texts


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


def cells(segments: Sequence[Segments]) -> float:
    """Places where two runs can meet, summed over all pairs: the measure of the work."""
    lengths = [len(document) for document in segments]
    total = sum(lengths)
    return (total * total - sum(n * n for n in lengths)) / 2


def for_size(segments: Sequence[Segments], *, params: AlignParams) -> AlignParams:
    """The settings that a comparison of this size is searched with: those asked for, in large bodies coarser ones.

    Large bodies start from longer runs, and without words that stand for others: these cost as much again and gain
    little there.
    """
    longest = sorted(len(document) for document in segments)[-2:]
    sizes = ((float(np.prod(longest, dtype=np.float64)), _PAIR_CELLS), (cells(segments), _ALL_CELLS))
    needed = max(next((n for limit, n in limits if size <= limit), _LONGEST_SEED_UNITS) for size, limits in sizes)
    if needed <= _SMALLEST_SEED_UNITS:
        return params
    return replace(params, min_seed_units=max(needed, params.min_seed_units), substitute_bits=0.0)


def taken(asked: AlignParams, *, used: AlignParams) -> tuple[str, ...]:
    """One sentence for whoever asked for finer settings than a large body was searched with."""
    longer, exact = used.min_seed_units > asked.min_seed_units, used.substitute_bits < asked.substitute_bits
    if not longer and not exact:
        return ()
    runs = f"exact runs of {used.min_seed_units} characters or words"
    return (
        f"So much text is searched from {runs}{f' instead of {asked.min_seed_units}' if longer else ''}"
        f"{', without words that stand for others' if exact else ''}; smaller comparisons show more rewording.",
    )


@put_off()
def align(
    segments: Sequence[Segments],
    *,
    background: StockModel,
    params: AlignParams,
    passages: PassageParams | None = None,
    workers: int = 1,
    progress: Progress = no_progress,
) -> Aligned:
    """Search every pair. `segments` in order: of each pair the earlier one is the source.

    Passages are grouped from alignments; with `passages` they are searched for. At most `max_alignments` are kept,
    whole pairs, the closest first; a warning says what was counted only. The outcome does not depend on `workers`.
    Cost: one search for each pair; memory for the kept alignments and one row of pairs.
    """
    background = RememberedStock(background)
    asked, params = params, for_size(segments, params=params)
    prepared = prepare(segments, params=params)
    search = PassageSearch.over(segments, params=passages) if passages else None
    coverage = {s.document.id: Coverage.of(s) for s in segments}
    counted = _Counted(coverage)
    count = len(segments) * (len(segments) - 1) // 2
    progress("aligning pairs", 0, count)
    for row in count_rows(
        prepared,
        background=background,
        params=params,
        search=search,
        coverage=coverage,
        workers=workers if cells(segments) + count * _CELLS_OF_A_PAIR >= _CELLS_FOR_WORKERS else 1,
    ):
        counted.add(row)
        progress("aligning pairs", len(counted.pairs), count)
    by_id = {document.segments.document.id: document for document in prepared}
    kept = [
        counted.findings.get(pair)
        or search_pair(by_id[pair[0]], by_id[pair[1]], background=background, params=params, search=search)
        for pair in _closest(counted.pairs, limit=params.max_alignments)
    ]
    return Aligned(
        pairs=tuple(counted.pairs),
        ledgers={id_: c.ledger() for id_, c in coverage.items()},
        characters={id_: c.characters for id_, c in coverage.items()},
        alignments=tuple(a for found in kept for a in found.alignments),
        sentences=_sentences(kept, by_id),
        passages=tuple(p for found in kept for p in found.passages),
        seeds=counted.seeds,
        folded=counted.folded,
        nearest_miss=nearest(counted.misses) if not any(pair.alignments for pair in counted.pairs) else None,
        warnings=(*taken(asked, used=params), *_listed(counted.pairs, kept)),
    )


class _Counted:
    """What all rows so far add up to."""

    def __init__(self, coverage: Mapping[str, Coverage]) -> None:
        self.coverage = coverage
        self.pairs: list[Pair] = []
        self.findings: dict[tuple[str, str], PairFindings] = {}
        self.misses: list[NearestMiss] = []
        self.seeds = self.folded = 0

    def add(self, row: CountedRow) -> None:
        self.pairs += row.pairs
        self.seeds, self.folded = self.seeds + row.seeds, self.folded + row.folded
        self.misses += [row.nearest_miss] if row.nearest_miss else []
        self.findings |= {(found.source, found.target): found for found in row.findings}
        for id_, classes in row.classes.items():
            np.maximum(self.coverage[id_].classes, classes, out=self.coverage[id_].classes)


def _shares(pair: Pair) -> bool:
    """Whether anything was found; a passage reworded throughout may hold no alignment."""
    return pair.alignments > 0 or pair.passages > 0


def _closest(pairs: Sequence[Pair], *, limit: int) -> list[tuple[str, str]]:
    """The pairs with something in common whose alignments fit into `limit`, closest chosen first, in their order."""
    shared = [k for k, pair in enumerate(pairs) if _shares(pair)]
    shared.sort(key=lambda k: (-max(pairs[k].source_share_distinctive, pairs[k].target_share_distinctive), k))
    chosen: list[int] = []
    size = 0
    for k in shared:
        size += pairs[k].alignments
        if chosen and size > limit:
            break
        chosen.append(k)
    return [(pairs[k].source, pairs[k].target) for k in sorted(chosen)]


def _sentences(kept: Sequence[PairFindings], prepared: Mapping[str, PreparedDocument]) -> tuple[SentenceMatch, ...]:
    ids = {id_ for found in kept for id_ in (found.source, found.target)}
    index = {id_: SentenceIndex(prepared[id_].segments) for id_ in ids}
    return tuple(match for found in kept for match in pair_sentences(found, prepared, index))


def _listed(pairs: Sequence[Pair], kept: Sequence[PairFindings]) -> tuple[str, ...]:
    sharing = sum(map(_shares, pairs))
    if len(kept) == sharing:
        return ()
    listed, every = sum(len(found.alignments) for found in kept), sum(pair.alignments for pair in pairs)
    return (
        f"The alignments of the {len(kept):,} closest of {sharing:,} pairs are listed ({listed:,} of {every:,}); "
        "shares and ledgers count all of them; compare two documents by themselves to list theirs.",
    )
