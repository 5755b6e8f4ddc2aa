from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import brisk

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
    monkeypatch.setattr(many, "processes", None)  # would fail where it is called
    assert len(segment_many([Document.from_text("一句话。", id="a")], workers=4)) == 1
    assert segment_many([], workers=4) == []


# What could be taken for one thing with the end or the beginning of the next text.
LETTERS = ["develop-", "ment", "No.", " 5", "in 12.", "Oktober", "stop. ", "so", "X", "e", "\u0301", "www.", "a.b"]
CHARACTERS = ["“他说", "”。", "他*", "国", "第", "（掌声", "）", "著", "名", "看", "市", "一", "カ", "\u3099"]
TORN = [*LETTERS, *CHARACTERS, "*", " ", "\n", '"', "……", "."]


def test_what_a_text_becomes_does_not_depend_on_its_neighbours() -> None:
    seen = 0

    @brisk
    @given(st.lists(st.lists(st.sampled_from(TORN), max_size=6).map("".join), min_size=2, max_size=5))
    def hold_apart(texts: list[str]) -> None:
        nonlocal seen
        documents = [Document.from_text(text, id=f"d{i}") for i, text in enumerate(texts)]
        for document, found in zip(documents, segment_many(documents), strict=True):
            seen += len(found)
            assert same(found, segment(document))

    hold_apart()
    assert seen > 100


def test_batches_hold_what_they_are_asked_to_and_leave_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_BATCH_CHARACTERS", 30)
    documents = [Document.from_text(text, id=f"d{i}") for i, text in enumerate(TEXTS * 3)]
    batches = list(many._batches(documents))
    assert [document for batch in batches for document in batch] == documents
    assert len(batches) > 2
    assert all(sum(len(document.text) for document in batch[:-1]) < 30 for batch in batches)
