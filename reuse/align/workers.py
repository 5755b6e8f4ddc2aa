"""Counting every pair, in this process or in several, with the same outcome.

Enters: prepared documents. Leaves: for each document as source, the counted pairs and what they paint into coverage.
Alignments stay where they were made unless there are few: sending them between processes costs more than making the
closest ones again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reuse.align.alignments import StockModel
from reuse.align.coverage import Coverage
from reuse.align.prepared import PreparedDocument
from reuse.align.searched_passages import PassageSearch
from reuse.align.searching import PairFindings, count_pair, nearest, search_pair
from reuse.model import NearestMiss, Pair, SmallArray
from reuse.params import AlignParams
from reuse.processes import processes

__all__ = ["CountedRow", "count_rows"]


@dataclass(frozen=True, slots=True)
class CountedRow:
    """One source against every later document."""

    pairs: tuple[Pair, ...]
    classes: dict[str, SmallArray]  # coverage classes by document id, of these pairs alone
    findings: tuple[PairFindings, ...]  # empty where they were too many to keep
    seeds: int
    folded: int
    nearest_miss: NearestMiss | None  # of the pairs before the first one that shares something


@dataclass(frozen=True, slots=True)
class _Task:
    prepared: Sequence[PreparedDocument]
    background: StockModel
    params: AlignParams
    search: PassageSearch | None
    coverage: Mapping[str, Coverage]  # by document id; nothing is painted here

    def row(self, source: int, *, keep: bool) -> CountedRow:
        """Search and count one source against every later document; the nearest miss only while nothing is found."""
        documents = self.prepared[source:]
        coverage = {id_: self.coverage[id_].fresh() for id_ in (d.segments.document.id for d in documents)}
        pairs, findings = [], []
        seeds = folded = 0
        shared = False
        misses = []
        for target in documents[1:]:
            found = search_pair(
                documents[0],
                target,
                background=self.background,
                params=self.params,
                search=self.search,
                miss=not shared,
            )
            shared = shared or bool(found.alignments)
            pairs.append(count_pair(found, coverage))
            seeds, folded = seeds + found.seeds, folded + found.folded
            misses += [found.nearest_miss] if found.nearest_miss else []
            if keep:
                findings.append(found)
        return CountedRow(
            pairs=tuple(pairs),
            classes={id_: c.classes for id_, c in coverage.items() if np.any(c.classes)},
            findings=tuple(findings),
            seeds=seeds,
            folded=folded,
            nearest_miss=nearest(misses),
        )


_task: _Task | None = None  # of a worker process; set once when it starts


def count_rows(
    prepared: Sequence[PreparedDocument],
    *,
    background: StockModel,
    params: AlignParams,
    search: PassageSearch | None,
    coverage: Mapping[str, Coverage],
    workers: int,
) -> Iterator[CountedRow]:
    """Rows in order of the source. With `workers` above 1, in as many processes, and without findings."""
    task = _Task(prepared, background, params, search, coverage)
    if workers <= 1:
        kept = 0
        for source in range(len(prepared) - 1):
            row = task.row(source, keep=kept <= params.max_alignments)
            kept += sum(len(found.alignments) for found in row.findings)
            yield row
        return
    with processes(min(workers, len(prepared) - 1), _start, (task,)) as pool:
        yield from pool.map(_row, range(len(prepared) - 1))


def _start(task: _Task) -> None:
    global _task  # noqa: PLW0603 - a worker's only state
    _task = task


def _row(source: int) -> CountedRow:
    assert _task is not None
    return _task.row(source, keep=False)
