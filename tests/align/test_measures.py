"""Figures and their measures: what they are, and that frames of figures alone are no agreement."""

from __future__ import annotations

import pytest
from made_pairs import ENDINGS, aligned

from reuse.align.figures import figures, measures
from reuse.model import Document
from reuse.segment import segment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出规模28.5万亿元、比上年增加", "万亿元"),
        ("提高3.2个百分点。", "个百分点"),
        ("12，万元户", ""),  # punctuation parts a figure from what follows
        ("万元户有12", ""),
        ("it rose by 40 per cent in 3 years", "per cent"),
    ],
)
def test_measures_stand_right_behind_figures(text: str, expected: str) -> None:
    segments = segment(Document.from_text(text, id="x"))
    glue = " " if text.isascii() else ""
    assert (
        glue.join(u for u, on in zip(segments.units, measures(segments, figures(segments)), strict=True) if on)
        == expected
    )
    assert not (measures(segments, figures(segments)) & figures(segments)).any()


def test_other_figures_in_the_same_measures_are_no_agreement() -> None:
    first = f"全年粮食产量达到1300万吨，同比增长3.5%。{ENDINGS[0]}"
    second = f"新建改建农村公路4200万米，同比提高2.1%。{ENDINGS[1]}"
    assert aligned(first, second).alignments == ()


def test_the_same_sentence_with_other_figures_is_still_found() -> None:
    first = f"一般公共预算支出规模28.5万亿元、比上年增加1.1万亿元。{ENDINGS[0]}"
    second = f"一般公共预算支出规模29.7万亿元、比上年增加1.2万亿元。{ENDINGS[1]}"
    (found,) = aligned(first, second).alignments
    assert found.kind == "slot"
