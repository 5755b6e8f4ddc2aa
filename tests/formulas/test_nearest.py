"""Which of many wordings comes nearest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from plain_speeches import Even, speech
from rapidfuzz.distance import Indel

from reuse.formulas.nearest import most_similar, nearest_wording
from reuse.formulas.speeches import Speeches, lay_out

keys = st.text("甲乙丙丁", max_size=6)


@given(keys, st.lists(keys, max_size=6))
def test_the_most_similar_is_the_first_of_the_best(key: str, others: list[str]) -> None:
    found = most_similar(key, others)
    if found is None:
        assert others == []
        return
    similar = [Indel.normalized_similarity(key, other) for other in others]
    assert found == (similar.index(max(similar)), max(similar))


def laid(*texts: str) -> tuple[Speeches, list[str]]:
    speeches = lay_out([speech(text, f"d{i}") for i, text in enumerate(texts)], Even())
    return speeches, list(speeches.strings)


def test_what_is_rare_decides_between_two_that_are_about_as_similar() -> None:
    common = ["加强保护" + own for own in ("森林", "河流", "草原", "湿地", "海岸") * 6]
    speeches, keys = laid("加强知识产权保护和运用", "加强消费者权益保护", "完善新兴领域知识产权保护制度", *common)
    first, *others = keys
    assert most_similar(first, others[:2]) == (0, 0.5)
    found = nearest_wording(first, others[:2], speeches)
    assert found is not None
    assert found[0] == 1


def test_what_shares_less_than_half_is_not_near() -> None:
    speeches, (first, *others) = laid("坚持和完善民族区域自治制度", "完善社区治理", "雪豹重回高原")
    assert nearest_wording(first, others, speeches) is None
    assert nearest_wording(first, [], speeches) is None
    assert nearest_wording(first, [*others, first], speeches) == (2, 1.0)
