"""Many Documents become Segments, in this process or in several, with the same outcome.

Enters: Documents. Leaves: one Segments each, in their order. What a document becomes does not depend on others, so that
batches of them are cut here or elsewhere; from other processes they come back as columns and are taken apart here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext

from reuse.model import Document, Progress, Segments, no_progress
from reuse.params import SegmentParams
from reuse.processes import processes
from reuse.segment.cutting import Cut, cut, divided

__all__ = ["segment_many"]

_BATCH_CHARACTERS = 200_000
_FEWEST_CHARACTERS = 6_000_000  # below it other processes, a second to start, gain little


def segment_many(
    documents: Sequence[Document],
    *,
    params: SegmentParams | None = None,
    workers: int = 1,
    progress: Progress = no_progress,
) -> list[Segments]:
    """`segment` for each document. `workers` is the number of processes for large work.

    Cost: as in `segment`, by the number of processes, and half a second more to start each.
    """
    params = params or SegmentParams()
    segments: list[Segments] = []
    progress("segmenting", 0, len(documents))
    large = sum(len(document.text) for document in documents) >= _FEWEST_CHARACTERS
    batches = list(_batches(documents))
    with processes(workers) if large and workers > 1 else nullcontext() as pool:
        run = pool.map if pool else map
        for batch, columns in zip(batches, run(_cut, ((batch, params) for batch in batches)), strict=True):
            for each in divided(columns, batch):
                segments.append(each)
                progress("segmenting", len(segments), len(documents))
    return segments


def _batches(documents: Sequence[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _cut(work: tuple[Sequence[Document], SegmentParams]) -> Cut:
    return cut(*work)
