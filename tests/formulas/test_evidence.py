"""What speaks for the ends of repeats, by plain counting, whatever is looked at together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_corpora import made
from plain_speeches import Even, speech

from reuse.formulas import evidence
from reuse.formulas.evidence import flatten, weigh
from reuse.formulas.repeats import find_repeats
from reuse.formulas.speeches import lay_out

TEXTS = st.lists(st.text(alphabet="aabbc,.", min_size=4, max_size=40), min_size=2, max_size=6)


@settings(deadline=None)
@given(TEXTS, st.integers(1, 9))
def test_shares_are_those_of_the_places_in_batches_of_any_size(texts: list[str], size: int) -> None:
    segments = [made(text, f"d{i}") for i, text in enumerate(texts)]
    speeches = lay_out(segments, Even())
    repeats = find_repeats(segments, min_length=2)
    flat = flatten(speeches)
    whole = weigh(repeats, flat)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "_BATCH_PLACES", size)
        parts = weigh(repeats, flat)
    for name in ("word", "mark", "stop", "entropy", "light"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))
    for row in range(len(repeats)):
        length = int(repeats.lengths[row])
        places = list(zip(*(column.tolist() for column in repeats.places(row)), strict=True))
        marks = [[bool(segments[d].borders[at]) for at in (start, start + length)] for d, start in places]
        assert whole.mark[row].tolist() == pytest.approx(np.mean(marks, axis=0).tolist())


def test_a_conjunction_that_opens_a_clause_leaves_the_opening_to_what_it_joins() -> None:
    texts = (
        "Walls crumble, and heaven keep our harbour.",
        "Old mills turn and heaven keep our harbour.",
        "May heaven keep our harbour.",
        "And heaven keep our harbour.",
    )
    segments = [speech(text, f"d{i}", language="en") for i, text in enumerate(texts)]
    repeats = find_repeats(segments, min_length=4)
    weighed = weigh(repeats, flatten(lay_out(segments, Even())))
    row = next(r for r in range(len(repeats)) if repeats.units(r, segments)[0] == "heaven")
    assert (weighed.stop[row, 0], weighed.mark[row, 0]) == (0.5, 0.5)
