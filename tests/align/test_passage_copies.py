"""Exact runs against a slow search, and chains of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reuse.align.passage_copies import chains, exact_runs
from reuse.align.passage_pair import PassagePair, lay_together
from reuse.align.passage_text import RUN_TOKENS, prepare_passages
from reuse.model import Document
from reuse.params import PassageParams
from reuse.segment import segment

PARAMS = PassageParams()


def name(i: int) -> str:
    """A word of five letters for each number."""
    letters = ""
    for _ in range(5):
        i, digit = divmod(i, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return letters


def laid(a: list[int], b: list[int]) -> PassagePair:
    texts = [
        prepare_passages(segment(Document.from_text(" ".join(map(name, words)), id="text", language="en")))
        for words in (a, b)
    ]
    return lay_together(texts[0], texts[1], params=PARAMS, collection=None)


def obvious(a: list[int], b: list[int]) -> list[tuple[int, int, int]]:
    """Every maximal diagonal of equal words."""
    found = []
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] != b[j] or (i and j and a[i - 1] == b[j - 1]):
                continue
            length = 0
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            if length >= RUN_TOKENS:
                found.append((i, j, length))
    return sorted(found)


WORDS = st.lists(st.integers(0, 2), min_size=6, max_size=28)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_exact_runs_are_the_maximal_equal_diagonals(a: list[int], b: list[int]) -> None:
    expected = obvious(a, b)
    if sum(length - RUN_TOKENS + 1 for _, _, length in expected) <= 64:  # else refrains are passed over
        assert exact_runs(laid(a, b)) == expected


def test_runs_are_joined_over_small_gaps_and_over_what_one_side_left_out() -> None:
    source = list(range(100, 160))
    changed = [*source[:20], 900, 901, *source[22:]]
    (chain,) = chains(laid(source, changed), params=PARAMS)
    assert chain.place == (0, 60, 0, 60)
    assert chain.bits == 58
    shortened = [*source[:20], *source[40:]]
    (chain,) = chains(laid(source, shortened), params=PARAMS)
    assert chain.place == (0, 60, 0, 40)


def test_runs_far_apart_stay_two_and_crossed_ones_do_not_join() -> None:
    left, right = list(range(100, 130)), list(range(200, 230))
    strangers = list(range(1000, 1000 + PARAMS.copy_skip_tokens + 5))
    apart = chains(laid([*left, *strangers, *right], [*left, *right]), params=PARAMS)
    assert sorted(chain.bits for chain in apart) == [30, 30]
    crossed = chains(laid([*left, *right], [*right, *left]), params=PARAMS)
    assert sorted(chain.place for chain in crossed) == [(0, 30, 30, 60), (30, 60, 0, 30)]


def test_short_runs_make_no_chain() -> None:
    words = list(range(100, 100 + PARAMS.copy_tokens - 1))
    assert not chains(laid([1, *words], [2, *words]), params=PARAMS)
