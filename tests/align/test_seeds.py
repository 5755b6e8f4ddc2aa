"""Seeds against the obvious search: every maximal equal run, at every pair of places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_pairs import segments_of
from made_texts import any_text, unhurried

from reuse.align import prepared
from reuse.align.prepared import prepare
from reuse.align.seeds import find_seeds
from reuse.model import Segments
from reuse.params import AlignParams

STOP = 2
# Characters that stand for each other in this genre, as the documentation lists them.
ALIKE = {"做": "作", "与": "和", "及": "和", "座": "坐", "象": "像"}


def slow_seeds(source: Segments, target: Segments, min_length: int) -> list[tuple[int, int, int]]:
    """Maximal runs of equal units that reach over no stop on either side, by source, then target start."""
    one = [ALIKE.get(unit, unit) for unit in source.units]
    other = [ALIKE.get(unit, unit) for unit in target.units]

    def goes_on(i: int, j: int) -> bool:
        """Whether the run at i, j takes in the units right behind."""
        inside = i + 1 < len(one) and j + 1 < len(other)
        return inside and one[i + 1] == other[j + 1] and source.borders[i + 1] < STOP and target.borders[j + 1] < STOP

    found = []
    for i in range(len(one)):
        for j in range(len(other)):
            if one[i] != other[j] or (i and j and one[i - 1] == other[j - 1] and goes_on(i - 1, j - 1)):
                continue
            length = 1
            while goes_on(i + length - 1, j + length - 1):
                length += 1
            if length >= min_length:
                found.append((i, j, length))
    return found


def fast_seeds(source: Segments, target: Segments, min_length: int) -> list[tuple[int, int, int]]:
    one, other = prepare([source, target], params=AlignParams(min_seed_units=min_length))
    seeds = find_seeds(one, other, min_length=min_length)
    rows = zip(seeds.source.tolist(), seeds.target.tolist(), seeds.length.tolist(), strict=True)
    return [(a, b, n) for a, b, n in rows]


FEW = st.lists(st.sampled_from(("工", "会", "代", "做", "作", "the ", "3", "，", "。", "\n", "*")), max_size=24).map(
    "".join
)


@unhurried
@given(FEW, FEW, st.integers(2, 4))
def test_seeds_are_all_maximal_equal_runs(source: str, target: str, min_length: int) -> None:
    pair = segments_of(source, "a"), segments_of(target, "b")
    assert fast_seeds(*pair, min_length) == slow_seeds(*pair, min_length)


def test_runs_too_long_for_one_number_are_numbered_in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = segments_of("工会代表大会代表工会做作" * 3, "a"), segments_of("大会代表工会代表作做工会" * 2, "b")
    for length in range(2, 6):
        expected = slow_seeds(*pair, length)
        assert expected
        for most in (10, 100, 1 << 62):
            monkeypatch.setattr(prepared, "_MOST_NUMBERS", most)
            assert fast_seeds(*pair, length) == expected


@unhurried
@given(any_text(15), any_text(15), st.integers(2, 4))
def test_seeds_of_any_texts(one: str, other: str, min_length: int) -> None:
    pair = segments_of(one + other, "a"), segments_of(other + one, "b")
    assert fast_seeds(*pair, min_length) == slow_seeds(*pair, min_length)


@pytest.mark.parametrize(
    ("source", "target", "seeds"),
    [
        ("工会代表", "工会代表", [(0, 0, 4)]),
        ("工会。代表", "工会代表", [(0, 0, 2), (2, 2, 2)]),  # a stop on one side ends the run
        ("工会，代表", "工会代表", [(0, 0, 4)]),  # a comma does not
        ("第三次", "第21次", [(0, 0, 2)]),  # every ordinal is like every other
        ("做出贡献", "作出贡献", [(0, 0, 4)]),
        ("工会", "会工", []),
        ("工工工", "工工", [(0, 0, 2), (1, 0, 2)]),
        ("", "工会", []),
    ],
)
def test_what_is_a_seed(source: str, target: str, seeds: list[tuple[int, int, int]]) -> None:
    assert fast_seeds(segments_of(source, "a"), segments_of(target, "b"), 2) == seeds


def test_other_documents_of_a_comparison_change_no_seed() -> None:
    texts = ("工会代表大会开幕", "代表大会今天开幕", "the union 大会 3.5% " * 5)
    one, other, *_ = prepare([segments_of(t, i) for t, i in zip(texts, "abc", strict=True)], params=AlignParams())
    seeds = find_seeds(one, other, min_length=2)
    assert list(zip(seeds.source.tolist(), seeds.target.tolist(), seeds.length.tolist(), strict=True)) == [
        (2, 0, 4),
        (6, 6, 2),
    ]
