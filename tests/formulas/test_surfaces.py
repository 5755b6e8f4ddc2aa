"""One text for places that differ in figures and marks only."""

from __future__ import annotations

import pytest
from plain_speeches import speech

from reuse.formulas.surfaces import surface_of_all


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("城镇新增就业900万人", "城镇新增就业1000万人"), "城镇新增就业〔N〕万人"),
        (("城镇新增就业900万人", "城镇新增就业９００万人"), "城镇新增就业900万人"),
        (("第十三届全国人民代表大会", "第十四届全国人民代表大会"), "第〔N〕届全国人民代表大会"),
        (("增长5%左右", "增长6.5％左右"), "增长〔N〕%左右"),
        (("和平统一、一国两制”的方针", "“和平统一、一国两制”的方针"), "“和平统一、一国两制”的方针"),
        (("一国两制”的方针",), "一国两制”的方针"),
        (("稳健的货币政策", "稳健的货币政策"), "稳健的货币政策"),
    ],
)
def test_what_all_places_say(texts: tuple[str, ...], shown: str) -> None:
    segments = [speech(text, f"d{i}") for i, text in enumerate(texts)]
    assert surface_of_all([(i, 0, len(s)) for i, s in enumerate(segments)], segments) == shown


def test_a_figure_of_one_place_alone_may_be_asked_not_to_be_written() -> None:
    segments = [speech("发展第三支柱养老保险1200万人")]
    assert surface_of_all([(0, 0, len(segments[0]))], segments, least=2) == "发展第三支柱养老保险〔N〕万人"
    assert surface_of_all([(0, 0, len(segments[0]))], segments) == "发展第三支柱养老保险1200万人"
