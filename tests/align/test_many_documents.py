"""More than two documents: several processes, limits on what is listed, longer seeds for larger bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_pairs import NOTHING_KNOWN, SOURCE, TARGET, aligned, segments_of

from reuse.align import Aligned, align, explain_pair, pairs
from reuse.align.workers import CountedRow, count_rows
from reuse.model import Segments
from reuse.params import AlignParams


@pytest.fixture(scope="module")
def speeches(root: Path) -> list[Segments]:
    """Five short speeches, in order."""
    folder = root / "corpus" / "specimens"
    paths = [*sorted(folder.glob("20*.txt"))[:4], folder / "harrowmere-2018.txt"]
    return [segments_of(path.read_text(encoding="utf-8"), path.stem) for path in paths]


def compared(documents: list[Segments], *, workers: int = 1, **settings: Any) -> Aligned:
    return align(documents, background=NOTHING_KNOWN, params=AlignParams(**settings), workers=workers)


def test_several_processes_find_the_same(speeches: list[Segments], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = compared(speeches)
    monkeypatch.setattr(pairs, "_CELLS_FOR_WORKERS", 0)
    assert compared(speeches, workers=2) == alone
    assert len(alone.alignments) > 50
    assert alone.sentences


def test_many_short_texts_are_work_for_several_processes_too(
    speeches: list[Segments], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counted(*args: Any, workers: int, **named: Any) -> Iterator[CountedRow]:
        asked.append(workers)
        return count_rows(*args, workers=1, **named)

    monkeypatch.setattr(pairs, "count_rows", counted)
    compared(speeches, workers=2)
    compared([segments_of(f"第{n}条", str(n)) for n in range(160)], workers=2)
    assert asked == [1, 2]


def test_the_nearest_miss_of_many_is_that_of_the_nearest_pair() -> None:
    texts = [
        "窗外的玉兰花开了，孩子们很高兴。",
        "院子里玉兰花谢了，老人们不说话。",
        "桥下的水很深。",
        "火车晚点一小时。",
    ]
    found = compared([segments_of(text, str(n)) for n, text in enumerate(texts)], min_bits=60)
    pair = compared([segments_of(text, str(n)) for n, text in enumerate(texts[:2])], min_bits=60)
    assert not found.alignments
    assert found.nearest_miss is not None
    assert found.nearest_miss == pair.nearest_miss


def test_a_limit_keeps_whole_pairs_the_closest_first_and_says_so(speeches: list[Segments]) -> None:
    every = compared(speeches)
    assert every.warnings == ()
    counted = {(p.source, p.target): p.alignments for p in every.pairs}
    limit = max(counted.values()) + 25
    some = compared(speeches, max_alignments=limit)
    listed = Counter((a.source.document, a.target.document) for a in some.alignments)
    assert 1 < len(listed) < sum(n > 0 for n in counted.values())
    assert all(counted[pair] == n for pair, n in listed.items()), "a pair is listed whole or not at all"
    assert sum(listed.values()) <= limit
    closeness = {(p.source, p.target): max(p.source_share_distinctive, p.target_share_distinctive) for p in every.pairs}
    left_out = {pair for pair, n in counted.items() if n and pair not in listed}
    assert min(closeness[pair] for pair in listed) >= max(closeness[pair] for pair in left_out)
    assert some.alignments == tuple(a for a in every.alignments if (a.source.document, a.target.document) in listed)
    (warning,) = some.warnings
    assert f"{len(listed)} closest of {len(listed) + len(left_out)} pairs" in warning
    assert f"{sum(listed.values())} of {len(every.alignments)}" in warning


@pytest.mark.parametrize("limit", [0, 1, 60])
def test_a_limit_changes_no_number(speeches: list[Segments], limit: int) -> None:
    every, some = compared(speeches), compared(speeches, max_alignments=limit)
    assert (some.pairs, some.ledgers, some.characters) == (every.pairs, every.ledgers, every.characters)
    assert (some.seeds, some.folded, some.nearest_miss) == (every.seeds, every.folded, every.nearest_miss)
    ids = {a.id for a in some.alignments}
    assert ids
    assert all(set(row.alignments) <= ids for row in (*some.sentences, *some.passages))


def test_a_limit_and_several_processes_go_together(speeches: list[Segments], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = compared(speeches, max_alignments=40)
    monkeypatch.setattr(pairs, "_CELLS_FOR_WORKERS", 0)
    assert compared(speeches, workers=2, max_alignments=40) == alone


def test_every_pair_stands_in_order_also_where_nothing_is_shared(speeches: list[Segments]) -> None:
    ids = [s.document.id for s in speeches]
    found = compared(speeches)
    assert [(p.source, p.target) for p in found.pairs] == [
        (ids[i], ids[j]) for i in range(len(ids)) for j in range(i + 1, len(ids))
    ]
    assert any(p.alignments == 0 for p in found.pairs)
    assert found.nearest_miss is None


def test_a_pair_is_found_alike_alone_and_among_others(speeches: list[Segments]) -> None:
    among = compared(speeches)
    for i in range(2):
        one, other = speeches[i], speeches[i + 2]
        alone = compared([one, other])
        pair = (one.document.id, other.document.id)
        assert [a for a in among.alignments if (a.source.document, a.target.document) == pair] == [*alone.alignments]
        assert [m for m in among.sentences if (m.source[0].document, m.target[0].document) == pair] == [
            *alone.sentences
        ]
        assert [p for p in among.passages if (p.source.document, p.target.document) == pair] == [*alone.passages]


@pytest.mark.parametrize("units", [3, 4])
def test_longer_seeds_find_the_strong_wordings_too(units: int) -> None:
    short, long = aligned(SOURCE, TARGET), aligned(SOURCE, TARGET, min_seed_units=units)
    strong = [(a.source, a.target) for a in short.alignments if a.kind == "verbatim"]
    assert strong
    assert set(strong) <= {(a.source, a.target) for a in long.alignments}
    assert long.seeds < short.seeds


class Sized:
    """A document of which only the length is known."""

    def __init__(self, units: int) -> None:
        self.units = units

    def __len__(self) -> int:
        return self.units


def test_larger_bodies_start_from_longer_runs_and_take_no_substitutes() -> None:
    two_speeches, two_books, asked = [Sized(4_000), Sized(3_000)], [Sized(1_000_000)] * 2, AlignParams()
    assert pairs.for_size(two_speeches, params=asked) == asked
    assert pairs.for_size(two_speeches, params=AlignParams(min_seed_units=4)) == AlignParams(min_seed_units=4)
    sizes = [pairs.for_size([Sized(10**k), Sized(10**k)], params=asked) for k in range(2, 8)]
    grown = [used.min_seed_units for used in sizes]
    assert grown == sorted(grown)
    assert all((used == asked) == (used.min_seed_units == 2) == (used.substitute_bits > 0) for used in sizes)
    assert pairs.for_size(two_books, params=asked).min_seed_units > 2
    assert pairs.for_size([Sized(4_000)] * 2_000, params=asked).min_seed_units > 2
    nine = pairs.for_size(two_books, params=AlignParams(min_seed_units=9))
    assert (nine.min_seed_units, nine.substitute_bits) == (9, 0), "longer runs still make no substitutes cheap"


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ({}, ["3 characters or words instead of 2", "without words that stand for others"], []),
        ({"substitute_bits": 0.0}, ["instead of 2"], ["stand for others"]),
        ({"min_seed_units": 3}, ["without words that stand for others"], ["instead of"]),
        ({"min_seed_units": 3, "substitute_bits": 0.0}, [], []),
    ],
)
def test_what_is_searched_more_coarsely_is_said_and_explained_alike(
    asked: dict[str, Any], said: list[str], unsaid: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert aligned(SOURCE, TARGET, **asked).warnings == ()
    monkeypatch.setattr(pairs, "_PAIR_CELLS", ((1e3, 2), (1e9, 3)))
    found = aligned(SOURCE, TARGET, **asked)
    assert len(found.warnings) == bool(said)
    assert all(part in found.warnings[0] for part in said)
    assert not any(part in found.warnings[0] for part in unsaid)
    told = explain_pair(segments_of(SOURCE, "a"), segments_of(TARGET, "b"), params=AlignParams(**asked))
    assert told.warnings == found.warnings
    assert all(warning in str(told) for warning in told.warnings)
    assert len(told.seeds) == found.seeds
    assert all(seed.exact for seed in told.seeds)
    kept = {(chain.bits, chain.verdict) for chain in told.chains if chain.verdict == "kept"}
    assert {round(bits, 2) for bits, _ in kept} == {a.bits for a in found.alignments}


def test_the_measure_of_the_work_is_every_place_where_runs_can_meet(speeches: list[Segments]) -> None:
    lengths = [len(s) for s in speeches]
    by_hand = sum(a * b for i, a in enumerate(lengths) for b in lengths[i + 1 :])
    assert pairs.cells(speeches) == by_hand


def test_progress_counts_every_pair(speeches: list[Segments]) -> None:
    steps: list[tuple[str, int, int]] = []
    align(
        speeches,
        background=NOTHING_KNOWN,
        params=AlignParams(),
        progress=lambda what, done, total: steps.append((what, done, total)),
    )
    own = [(done, total) for what, done, total in steps if what == "aligning pairs"]
    assert own[0] == (0, 10)
    assert own[-1] == (10, 10)
    assert own == sorted(own)


def test_a_document_without_anything_disturbs_nobody(speeches: list[Segments]) -> None:
    empty = segments_of("……", "empty")
    found = compared([speeches[0], empty, speeches[1]])
    assert found.alignments == compared(speeches[:2]).alignments
    assert found.characters["empty"] == 2
    assert [p.alignments for p in found.pairs if "empty" in (p.source, p.target)] == [0, 0]


def test_stock_is_asked_of_the_background_that_is_given(speeches: list[Segments]) -> None:
    class Everything:
        def stock_many(self, segments: Segments, spans: Any) -> Any:
            return 0.0 * spans[:, 0] + 1.0

    found = align(speeches[:2], background=Everything(), params=AlignParams())
    plain = compared(speeches[:2])
    assert [replace(a, stock=0.0) for a in found.alignments] == [*plain.alignments]
    assert all(p.source_share_distinctive == p.target_share_distinctive == 0 < p.source_share for p in found.pairs)
