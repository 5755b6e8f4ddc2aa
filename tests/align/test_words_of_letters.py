"""Formulas of a few words: a word of a letter script says as much as two characters."""

from __future__ import annotations

import itertools
import random

import pytest
from made_pairs import aligned, segments_of, wordings

from reuse.align.prepared import prepare
from reuse.params import AlignParams

VOCABULARY = ["".join(parts) for parts in itertools.product(("ba", "cho", "dri", "fen", "glu", "ho", "jat"), repeat=3)]


def by_chance(seed: int, sentences: int = 120) -> str:
    """Sentences of ten words of one vocabulary, so that each word stands in both texts, three or four times."""
    drawn = random.Random(seed).choices(VOCABULARY, k=sentences * 10)
    return " ".join(" ".join(drawn[10 * k : 10 * k + 10]) + "." for k in range(sentences))


@pytest.mark.parametrize("seed", range(4))
def test_three_words_that_each_text_uses_elsewhere_are_found_where_they_stand_together(seed: int) -> None:
    formula = " ".join(random.Random(seed).sample(VOCABULARY, 3))
    first = f"{by_chance(seed)} The mayor said: {formula}. {by_chance(seed + 100)}"
    second = f"{by_chance(seed + 200)} And so {formula}, after all. {by_chance(seed + 300)}"
    assert any(formula in one and formula in other for one, other in wordings(aligned(first, second), first, second))


def test_words_in_disorder_share_next_to_nothing() -> None:
    found = [aligned(by_chance(2 * k), by_chance(2 * k + 1)).alignments for k in range(10)]
    assert sum(map(len, found)) <= 2


def test_a_word_of_letters_counts_as_two_characters_and_a_figure_as_none() -> None:
    (mixed,) = prepare([segments_of("GDP增长5%左右 in 2024 again", "a")], params=AlignParams())
    told = dict(zip(mixed.segments.units, (mixed.wording[1:] - mixed.wording[:-1]).tolist(), strict=True))
    assert {unit: told[unit] for unit in ("gdp", "增", "again", "左")} == {"gdp": 2, "增": 1, "again": 2, "左": 1}
    assert sum(told.values()) == 2 + 2 + 2 + 2 + 2
