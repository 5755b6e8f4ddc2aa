"""Folding: spellings of one text meet, characters that are words of their own stay, and nothing changes its place."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import any_text, unhurried

from reuse.model import Document
from reuse.segment import segment
from reuse.segment.folding import _ELSE, _VARIANTS, _folded_by_neighbours, folded


def keys(text: str, language: str) -> str:
    return "".join(segment(Document.from_text(text, id="d", language=language)).units)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("看著名單，沿著道路，本著精神，有著重要意義", "看着名单，沿着道路，本着精神，有着重要意义"),
        ("著名作家的著作和名著，成效顯著，見微知著", "著名作家的著作和名著，成效显著，见微知著"),
        ("彰顯著，討論著，結合著，論著", "彰显着，讨论着，结合着，论著"),
        ("著力推進，著眼長遠，著手工作，穿著", "着力推进，着眼长远，着手工作，穿着"),
        ("瞭解情況，一目瞭然，瞭望臺", "了解情况，一目了然，瞭望台"),
        ("藉此機會，憑藉，藉口，慰藉，狼藉", "借此机会，凭借，借口，慰藉，狼藉"),
        ("祇有，不祇是，衹要，神祇", "只有，不只是，只要，神祇"),
        ("妳們，牠們", "你们，它们"),
        ("經濟復甦，揹負重擔，疏濬河道", "经济复苏，背负重担，疏浚河道"),
        ("心裏，心裡，公里", "心里，心里，公里"),
        ("為人民，爲人民", "为人民，为人民"),
        ("群眾，羣衆", "群众，群众"),
        ("答覆，反覆，覆核，覆蓋，顛覆", "答复，反复，复核，覆盖，颠覆"),
        ("高靑，敎育，槪念，値得，衞生", "高青，教育，概念，值得，卫生"),
    ],
)
def test_traditional_and_variant_spellings_meet_the_simplified_one(traditional: str, simplified: str) -> None:
    assert keys(traditional, "zh-Hant") == keys(simplified, "zh-Hans")


@pytest.mark.parametrize("text", ["著名", "著作", "显著", "名著", "瞭望", "慰藉", "狼藉", "神祇", "覆盖"])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "mixed"])
def test_a_character_that_is_a_word_of_its_own_is_kept(text: str, language: str) -> None:
    assert keys(text, language) == text


def test_japanese_keeps_its_own_characters() -> None:
    assert folded("著書を著す満足", "ja") == list("著書を著す満足")


@unhurried
@given(any_text())
def test_folding_moves_nothing(text: str) -> None:
    one, other = (segment(Document.from_text(text, id="d", language=language)) for language in ("zh-Hant", "ja"))
    for column in ("starts", "ends", "borders", "wild"):
        assert getattr(one, column).tolist() == getattr(other, column).tolist()


@unhurried
@given(st.text("著名看瞭望藉慰祇神覆答顯显裏爲衆妳工會会", max_size=12))
def test_folding_again_changes_nothing(text: str) -> None:
    once = folded(text, "zh-Hant")
    assert len(once) == len(text)
    assert folded(once, "zh-Hant") == once
    assert folded(once, "zh-Hans") == once


def test_the_list_of_variants_holds_what_the_tables_of_opencc_lack() -> None:
    to_simplified = opencc.OpenCC("t2s")
    for variant, main in {**_VARIANTS, **_ELSE}.items():
        assert to_simplified.convert(variant) == variant, f"{variant} is known already"
        assert to_simplified.convert(main) == main, f"{main} is no simplified character"


@unhurried
@given(st.lists(st.sampled_from([*"看著名覆答盖瞭望解藉慰此祇神园的显彰见微知", "the", "#"]), max_size=40))
def test_only_what_stands_near_is_looked_at_and_decides(keys: list[str]) -> None:
    """Folding looks at stretches around the characters in question; all of the text at once gives the same."""
    assert folded(keys, "zh-Hant") == _folded_by_neighbours(keys)
