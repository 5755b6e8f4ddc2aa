import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_speeches import Even, beside, speech

from reuse.formulas.pieces import cut
from reuse.formulas.speeches import lay_out

MARKS = st.sampled_from(["，", "。", "、", "；", ""])
CLAUSES = st.lists(
    st.tuples(st.text(alphabet="甲乙丙丁戊己庚辛", min_size=1, max_size=9), MARKS), min_size=1, max_size=8
)


def pieces(left: str, right: str, *, min_length_chars: int = 4) -> list[tuple[str, str]]:
    a, b = speech(left, "a"), speech(right, "b")
    found = cut([beside(a, b, left, right)], lay_out([a, b], Even()), min_length_chars=min_length_chars)
    return [(a.surface(*piece.source[1:]), b.surface(*piece.target[1:])) for piece in found]


def test_clauses_that_pair_up_become_pieces() -> None:
    assert pieces("深入贯彻落实会议精神，奋力开创工作新局面", "认真贯彻落实大会精神，不断开创工作新局面") == [
        ("深入贯彻落实会议精神", "认真贯彻落实大会精神"),
        ("奋力开创工作新局面", "不断开创工作新局面"),
    ]


def test_a_clause_that_only_one_side_has_is_left_out() -> None:
    assert pieces("我们要坚持改革开放，我们要促进公平正义", "我们要坚持改革开放，为了人民幸福，我们要促进公平正义") == [
        ("我们要坚持改革开放", "我们要坚持改革开放"),
        ("我们要促进公平正义", "我们要促进公平正义"),
    ]


@pytest.mark.parametrize(
    ("left", "right"), [("听党话，矢志不渝跟党走", "听党话、跟党走"), ("贴近基层、贴近职工", "贴近基层、贴近职工")]
)
def test_what_is_too_short_alone_stays_together(left: str, right: str) -> None:
    assert pieces(left, right) == [(left, right)]


def test_a_paragraph_without_common_borders_is_no_phrase() -> None:
    enumeration = "、".join(["团结奋斗"] * 30)
    assert pieces(enumeration, enumeration) == []


def test_alignments_of_other_documents_are_passed_over() -> None:
    a, b, c = speech("坚持改革开放", "a"), speech("坚持改革开放", "b"), speech("坚持改革开放", "c")
    assert cut([beside(a, c, "坚持改革开放", "坚持改革开放")], lay_out([a, b], Even()), min_length_chars=4) == []


@settings(deadline=None)
@given(CLAUSES, CLAUSES)
def test_pieces_lie_in_order_within_the_alignment(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    texts = ["".join(clause + mark for clause, mark in side) for side in (left, right)]
    a, b = speech(texts[0], "a", language="zh-Hans"), speech(texts[1], "b", language="zh-Hans")
    found = cut([beside(a, b, *texts)], lay_out([a, b], Even()), min_length_chars=1)
    source, target = 0, 0
    for piece in found:
        assert piece.source[0] == 0
        assert piece.target[0] == 1
        assert source <= piece.source[1] < piece.source[2] <= len(a)
        assert target <= piece.target[1] < piece.target[2] <= len(b)
        source, target = piece.source[2], piece.target[2]


@settings(deadline=None)
@given(CLAUSES)
def test_a_text_beside_itself_gives_equal_pieces(clauses: list[tuple[str, str]]) -> None:
    text = "".join(clause + mark for clause, mark in clauses)
    found = pieces(text, text, min_length_chars=1)
    assert found
    assert all(left == right for left, right in found)
