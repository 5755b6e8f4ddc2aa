from plain_speeches import speech

from reuse.formulas.spans import LONGEST_UNITS, candidate_spans, phrase_ends


def phrases(text: str, *, min_length_chars: int = 4) -> list[str]:
    segments = speech(text)
    spans = candidate_spans(segments, phrase_ends(segments), min_length_chars=min_length_chars)
    return [segments.surface(first, last) for first, last in spans.tolist()]


def test_a_list_and_a_quotation_belong_to_one_phrase() -> None:
    assert phrases("要识大体、顾大局。打通“最后一公里”障碍。") == ["要识大体、顾大局", "打通“最后一公里”障碍"]


def test_a_comma_ends_a_phrase() -> None:
    assert phrases("坚持稳中求进，推动高质量发展。") == ["坚持稳中求进", "推动高质量发展"]


def test_a_clause_by_itself_may_be_one_character_short_and_an_item_may_not() -> None:
    assert "同志们" in phrases("同志们：现在开会。")
    assert "科技创新" not in phrases("推动教育改革、科技创新、文化繁荣。")
    assert "推动科学技术创新" in phrases("推动科学技术创新、文化繁荣。")


def test_a_paragraph_is_no_phrase() -> None:
    assert phrases("团结" * (LONGEST_UNITS // 2 + 1)) == []


def test_blanks_and_cuts_of_endless_text_join_nothing() -> None:
    segments = speech("各位代表 同志们", language="zh-Hans")
    stops = phrase_ends(segments)
    assert (stops == (segments.borders > 0)).all()
