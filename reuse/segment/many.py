"""Many Documents become Segments, in this process or in several, with the same outcome.

Enters: Documents. Leaves: one Segments each, in their order. Cutting knows nothing of other documents, so that batches
of them go to other processes as they are; what comes back costs a tenth of what making it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reuse.model import Document, Progress, Segments, no_progress
from reuse.params import SegmentParams
from reuse.processes import processes
from reuse.segment.cutting import segment

__all__ = ["segment_many"]

_BATCH_CHARACTERS = 200_000
_FEWEST_CHARACTERS = 3_000_000  # below it other processes, a second to start, gain nothing


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
    large = sum(len(document.text) for document in documents) >= _FEWEST_CHARACTERS
    made = _elsewhere(documents, params, workers) if large and workers > 1 else None
    progress("segmenting", 0, len(documents))
    for each in made or (segment(document, params=params) for document in documents):
        segments.append(each)
        progress("segmenting", len(segments), len(documents))
    return segments


def _elsewhere(documents: Sequence[Document], params: SegmentParams, workers: int) -> Iterator[Segments]:
    with processes(workers) as pool:
        for batch in pool.map(_cut, ((batch, params) for batch in _batches(documents))):
            yield from batch


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


def _cut(work: tuple[Sequence[Document], SegmentParams]) -> list[Segments]:
    documents, params = work
    return [segment(document, params=params) for document in documents]
