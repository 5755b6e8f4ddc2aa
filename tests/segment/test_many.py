from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from reuse.model import Document, Segments
from reuse.segment import many, segment, segment_many

TEXTS = ["各位代表，同志们：大会今天开幕了。", "", "We the people, in 1787.", "第九次代表大會*開幕了！"]


def same(one: Segments, other: Segments) -> bool:
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        if isinstance(getattr(one, field.name), np.ndarray)
        else getattr(one, field.name) == getattr(other, field.name)
        for field in dataclasses.fields(Segments)
    )


@pytest.mark.parametrize("batch", [1, 20, 10_000])
def test_several_processes_cut_as_one_does_and_keep_the_order(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    documents = [Document.from_text(text, id=f"d{i}") for i, text in enumerate(TEXTS * 3)]
    monkeypatch.setattr(many, "_FEWEST_CHARACTERS", 1)
    monkeypatch.setattr(many, "_BATCH_CHARACTERS", batch)
    steps: list[int] = []
    found = segment_many(documents, workers=2, progress=lambda _, done, __: steps.append(done))
    assert all(same(one, segment(document)) for one, document in zip(found, documents, strict=True))
    assert [one.document.id for one in found] == [document.id for document in documents]
    assert steps == list(range(len(documents) + 1))


def test_small_work_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_elsewhere", None)  # would fail where it is called
    assert len(segment_many([Document.from_text("一句话。", id="a")], workers=4)) == 1
    assert segment_many([], workers=4) == []
