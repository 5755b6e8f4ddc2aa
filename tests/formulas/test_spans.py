from plain_speeches import speech

from reuse.formulas.numbering import numbered
from reuse.formulas.spans import LONGEST_UNITS, candidate_spans, phrase_ends


def phrases(text: str, *, min_length_chars: int = 4) -> list[str]:
    segments = speech(text)
    numbers = numbered(segments)
    stops = phrase_ends(segments, numbers)
    spans = candidate_spans(segments, stops, numbers, min_length_chars=min_length_chars)
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
    stops = phrase_ends(segments, numbered(segments))
    assert (stops == (segments.borders > 0)).all()


def test_a_quotation_mark_ends_no_wording_and_begins_none() -> None:
    assert phrases("早日完成大家商定的“三步走”计划。") == ["早日完成大家商定的“三步走”计划"]
    assert phrases("他们弘扬的“愚公移山不怕苦”精神永存。") == [
        "他们弘扬的“愚公移山不怕苦”精神永存",
        "愚公移山不怕苦",
    ]


def test_items_of_a_list_hold_their_quotations_whole() -> None:
    assert phrases("推进“数字乡村”建设工程、“银龄”行动、清洁取暖工程，", min_length_chars=3) == [
        "推进“数字乡村”建设工程",
        "推进“数字乡村”建设工程、“银龄”行动、清洁取暖工程",
        "银龄”行动",
        "清洁取暖工程",
    ]
    assert "银龄”行动" not in phrases("推进“数字乡村”建设工程、“银龄”行动、清洁取暖工程，", min_length_chars=4)


def test_a_separator_in_a_quotation_parts_no_wording_around_it() -> None:
    assert phrases("做到“手中有粮食有余、心中不慌不忙”的要求。") == [
        "做到“手中有粮食有余、心中不慌不忙”的要求",
        "手中有粮食有余",
        "心中不慌不忙",
    ]


def test_german_quotation_marks_close_where_english_ones_open() -> None:
    assert phrases("Wir wollen „mehr Demokratie wagen“ und handeln.", min_length_chars=8) == [
        "Wir wollen „mehr Demokratie wagen“ und handeln",
        "mehr Demokratie wagen",
    ]


def test_the_number_of_an_item_is_no_part_of_its_wording() -> None:
    text = "（三）办好人民满意的教育\n一是办好人民满意的教育；二是办好人民满意的教育。\n4.办好人民满意的教育"
    assert set(phrases(text)) == {"办好人民满意的教育"}
    assert phrases("第七条　经营场所应当保持整洁。\n依照第七条规定处理。") == [
        "经营场所应当保持整洁",
        "依照第七条规定处理",
    ]
