"""Places shown many at once are those shown one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from made_texts import brisk

from reuse.background import load
from reuse.formulas.showing import Showing, shown_place
from reuse.formulas.speeches import lay_out
from reuse.model import Document
from reuse.segment import segment

WORDS = ["职工之家", "好", "the people", "1,000", "www.a.b/(c"]
MARKS = ["“", "”", "《", "》", "（", "）", "，", "。", " ", "(", ")", "\n"]
PIECES = [*WORDS, *MARKS]


def test_many_places_at_once_are_shown_as_each_by_itself() -> None:
    background = load()
    grown = 0

    @brisk
    @example(["成为“职工之家”，读《好》"])
    @given(st.lists(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), min_size=1, max_size=3))
    def hold(texts: list[str]) -> None:
        nonlocal grown
        segments = [segment(Document.from_text(text, id=f"d{i}")) for i, text in enumerate(texts)]
        showing = Showing(lay_out(segments, background))
        for length in (1, 2, 5):
            sides = [(d, f, f + length) for d, s in enumerate(segments) for f in range(len(s) - length + 1)]
            documents, firsts = (np.array([side[i] for side in sides], dtype=np.int32) for i in (0, 1))
            one_by_one = [shown_place(side, segments[side[0]]) for side in sides]
            assert showing.loci(documents, firsts, length) == one_by_one
            plain = [segments[document].locus(first, last) for document, first, last in sides]
            grown += sum(one != other for one, other in zip(one_by_one, plain, strict=True))

    hold()
    assert grown > 0  # some took a mark along


def test_speeches_without_units_have_no_places() -> None:
    none = np.zeros(0, dtype=np.int32)
    assert Showing(lay_out([segment(Document.from_text("", id="d"))], load())).loci(none, none, 3) == []
