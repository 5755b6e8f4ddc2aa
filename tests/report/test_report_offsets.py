from hypothesis import given
from hypothesis import strategies as st

from reuse.report.offsets import CONTEXT_LETTERS, Places

any_text = st.text(st.characters(codec=None), max_size=60)
prose = st.lists(st.text("ab字。， ", max_size=12), max_size=12).map("\n".join)


@given(any_text, st.data())
def test_units_are_those_of_utf_16(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))
    assert Places(text).units(position) == sum(2 if character > "\uffff" else 1 for character in text[:position])


@given(prose)
def test_paragraphs_hold_everything_but_blanks(text: str) -> None:
    spans = Places(text).paragraphs
    assert list(spans) == sorted(spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end].strip() for start, end in spans)


@given(prose, st.data())
def test_context_stays_in_the_paragraphs_of_the_span(text: str, data: st.DataObject) -> None:
    places = Places(text)
    if not places.paragraphs:
        return
    first, last = data.draw(st.sampled_from(places.paragraphs))
    start = data.draw(st.integers(first, last - 1))
    end = data.draw(st.integers(start + 1, last))
    before, after = places.context(start, end)
    assert first <= before <= start
    assert end <= after <= last
    assert start - before <= CONTEXT_LETTERS
    assert after - end <= CONTEXT_LETTERS


def test_context_keeps_combining_marks_with_their_letter() -> None:
    text = "字" * 20 + "e\u0301" + "字" * 13 + "找到"
    start = text.index("找到")
    assert Places(text).context(start, start + 2)[0] == start - 13


def test_context_of_an_alphabet_reaches_further_and_cuts_no_word() -> None:
    text = "We gather tonight in this old hall beside the harbour to speak of our city and its people, friends."
    start = text.index("speak")
    before, after = Places(text).context(start, start + 5)
    assert text[before:start] == " in this old hall beside the harbour to "
    assert text[start + 5 : after] == " of our city and its people, friends."


def test_a_line_is_a_paragraph() -> None:
    assert Places("同志们：\n\n　　今天开会。\r\n谢谢！").paragraphs == ((0, 4), (6, 13), (15, 18))


def test_lines_wrapped_by_hand_make_one_paragraph() -> None:
    line = "and so we come together in this hall to speak of the harbour and the"
    text = "\n".join([line] * 5) + "\n\n" + "\n".join([line] * 5)
    assert len(Places(text).paragraphs) == 2


def test_places_count_paragraphs_from_one() -> None:
    places = Places("一\n二\n三")
    assert [places.paragraph(position) for position in (0, 2, 4)] == [1, 2, 3]
