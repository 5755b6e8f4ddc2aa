"""Borders, clauses and sentences: where one ends, what belongs to it, and that every unit lies in exactly one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_texts import any_text, plain_text, unhurried

from reuse.model import Document, Segments
from reuse.params import SegmentParams
from reuse.segment import segment

COMMA, STOP = 1, 2


def cut(text: str, language: str | None = None, **limits: int) -> Segments:
    return segment(Document.from_text(text, id="d", language=language), params=SegmentParams(**limits))


def sentences(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in cut(text, language).sentences.tolist()]


def clauses(text: str, language: str | None = None) -> list[str]:
    segments = cut(text, language)
    return [segments.surface(first, last) for first, last in segments.clauses.tolist()]


@unhurried
@given(any_text(), st.integers(2, 30), st.integers(2, 30))
def test_every_unit_lies_in_exactly_one_sentence_and_one_clause(
    text: str, max_sentence_units: int, max_clause_units: int
) -> None:
    segments = cut(text, max_sentence_units=max_sentence_units, max_clause_units=max_clause_units)
    firsts = segments.clauses[:, 0].tolist()
    lasts = segments.clauses[:, 1].tolist()
    assert [0, *lasts][: len(firsts)] == firsts
    assert lasts[-1:] == ([len(segments)] if len(segments) else [])
    assert all(first < last <= first + max_clause_units for first, last in segments.clauses.tolist())
    spans = segments.sentences.tolist()
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans)), "sentences overlap or stand out of order"
    home = [
        [k for k, (start, end) in enumerate(spans) if start < unit_end and unit_start < end]
        for unit_start, unit_end in zip(segments.starts.tolist(), segments.ends.tolist(), strict=True)
    ]
    assert all(len(found) == 1 for found in home)
    for k, (start, end) in enumerate(spans):
        assert text[start:end].strip() == text[start:end] != ""
        assert home.count([k]) <= max_sentence_units


@unhurried
@given(any_text())
def test_borders_agree_with_clauses_and_words(text: str) -> None:
    segments = cut(text)
    assert segments.borders[0] == segments.borders[-1] == STOP
    edges = {first for first, _ in segments.clauses.tolist()} | {len(segments)}
    if len(segments):
        assert set(np.flatnonzero(segments.borders).tolist()) == edges
    assert segments.words[0]
    assert segments.words[-1]
    assert segments.words[segments.borders > 0].all(), "a clause ends inside a word"


@unhurried
@given(plain_text())
def test_a_sentence_never_reaches_over_a_line(text: str) -> None:
    few = "".join(text.splitlines(keepends=True)[:3])  # with four lines and more, some may be wrapped ones
    assert all(len(sentence.splitlines()) == 1 for sentence in sentences(few))


@pytest.mark.parametrize(
    "expected",
    [
        ["今天大会开幕了！", "我代表市委表示祝贺。", "同志们呢？", "谢谢"],
        ["他说：“今天开幕了。”", "大家热烈鼓掌。"],
        ["他问：「來嗎？」", "「來。」", "大家笑了。"],
        ["（会议由市长主持。）", "下面进行第二项。"],
        ["他引用了《劳动者之歌！》", "大家都唱了起来。"],
        ["真的吗？！", "真的！！！", "好。"],
        ["增长3.5%，达到1.2万亿元。", "完成12,000件。"],
        ["见https://example.org/a?b=1。", "再看www.example.org/x。", "完。"],
        ["工业、农业……都有发展。", "谢谢……"],
        ["他说：“我们……”", "大家都懂了。"],
        ["让我们一起前进！（热烈掌声）", "下面讲第二点。"],
        ["谢谢大家。[长时间鼓掌]", "散会。"],
        ["Thank you. (Applause)", "We go on."],
        ["这是第一句.", "这是第二句."],
        ["共3．5亿元。", "版本1.2.3发布。"],
        ["一是加强领导；二是狠抓落实。", "三是务求实效。"],
        ["Mr. Smith and Dr. Wu met at 5 p.m. in St. Louis.", "Then they left."],
        ["The U.S. President spoke, e.g. about work.", "He said “Stop.”", "Then he left."],
        ["We grew by 3.5 percent in 12.", "We go on."],
        ["Am 3. Oktober war es so weit, z. B. in Berlin.", "Wir danken Ihnen."],
        ['他说："今天开幕了。"', '她问："真的吗？"', '"真的！"', "大家笑了。"],
        ["He said 'yes.'", 'She said "Stop."', "'Tis done.", "Well."],
        ["これは文です。", "「はい。」", "次の文です。"],
        ["यह पहला वाक्य है।", "यह दूसरा है।"],
    ],
)
def test_where_sentences_end(expected: list[str]) -> None:
    blank = " " if expected[0][0].isascii() or expected[0][0] in "यA" else ""
    assert sentences(blank.join(expected)) == expected


@pytest.mark.parametrize("expected", [["They asked, and we said no.", "We meant it."], ["We love art.", "It lasts."]])
def test_words_that_may_be_abbreviations_end_sentences(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_an_opening_straight_quote_belongs_to_the_sentence_it_opens() -> None:
    assert sentences('大家热烈鼓掌。"今天是好日子。"他说。') == ["大家热烈鼓掌。", '"今天是好日子。"', "他说。"]


def test_a_german_closing_quote_belongs_to_the_sentence_before() -> None:
    assert sentences("Er sagte: „Das ist gut!“ Wir danken Ihnen für die Arbeit.", "de")[0].endswith("gut!“")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_headings_without_full_stop_stand_alone_whatever_ends_lines(end: str) -> None:
    lines = ["一、主要任务", "加强工会建设", "我们要努力工作，不断前进。大家一起来。", "（一）服务职工"]
    assert sentences(end.join(lines)) == [*lines[:2], "我们要努力工作，不断前进。", "大家一起来。", lines[3]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、主要任务", ["一", "主要任务"]),
        ("坚持改革、创新：增强“四个意识”，做到两个维护", ["坚持改革", "创新", "增强", "四个意识", "做到两个维护"]),
        ("各位代表 同志们", ["各位代表", "同志们"]),  # a blank between Han characters separates
        ("各 位 代 表，同 志 们 好", ["各 位 代 表", "同 志 们 好"]),  # unless every character has one
        ("state-of-the-art work, well done", ["state-of-the-art work", "well done"]),
        ("张·三同志", ["张·三同志"]),
        ("工业……农业", ["工业", "农业"]),
        ("增长3.5%而不是1.2万", ["增长3.5%而不是1.2万"]),
    ],
)
def test_what_separates_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_commas_and_stops_are_borders_of_two_strengths() -> None:
    segments = cut("工会，是桥梁；是纽带。好\n行")
    assert segments.borders.tolist() == [STOP, 0, COMMA, 0, 0, STOP, 0, 0, STOP, STOP, STOP]


PROSE = (
    "各位代表在过去的五年里全市各级工会组织紧紧围绕中心工作团结带领广大职工群众积极投身经济建设的主战场，在推动全市经济社会"
    "发展中发挥了重要作用，作出了积极贡献。今后五年是我市全面建设社会主义现代化城市的关键时期，做好工会工作意义重大，任务艰巨，"
    "使命光荣，希望全市各级工会组织认真履行职责，不断开创工作新局面。"
)
ENGLISH = (
    "In the past five years the people of this harbour have built more houses than in the twenty years before, and "
    "they have done so without asking anybody for help. What we owe them is more than a word of thanks on a day like "
    "this, it is the promise that the work will go on. Nobody who walks along the quay today would believe it."
)


def wrapped(text: str, width: int, blank: str, end: str) -> str:
    """The text in lines of `width` characters at most, broken at blanks where it has any."""
    if not blank:
        return end.join(text[i : i + width] for i in range(0, len(text), width))
    lines = [""]
    for word in text.split(blank):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += blank * bool(lines[-1]) + word
    return end.join(lines)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "blank", "width"), [(PROSE, "", 30), (PROSE, "", 37), (ENGLISH, " ", 60)])
def test_hard_wrapped_lines_are_read_as_one(text: str, blank: str, width: int, end: str) -> None:
    whole, broken = cut(text), cut(wrapped(text, width, blank, end))
    assert broken.units == whole.units
    assert broken.borders.tolist() == whole.borders.tolist()
    assert broken.words.tolist() == whole.words.tolist()
    assert len(broken.sentences) == len(whole.sentences)


def test_lines_that_end_where_they_like_are_not_joined() -> None:
    poem = ["山高水长", "路在脚下延伸", "我们走过春天", "也走过风雪交加的夜晚", "向前", "再向前"]
    assert sentences("\n".join(poem)) == poem


def test_headings_of_one_length_are_not_joined() -> None:
    outline = [
        "（一）坚持党对工会工作的全面领导",
        "（二）维护广大职工群众的合法权益",
        "（三）推动工会工作的改革创新发展",
        "（四）建设忠诚担当的工会干部队伍",
    ]
    assert sentences("\n".join(outline)) == outline


SPOKEN = (
    "各位代表同志们今天我们在这里隆重集会庆祝我市工会第九次代表大会胜利开幕了我代表市委市政府向大会表示热烈的祝贺"
    "向全市广大职工和工会干部致以亲切的问候过去五年全市各级工会组织团结带领广大职工群众为全市经济社会发展作出了重要贡献"
    "希望同志们再接再厉不断开创工会工作新局面"
)


def test_speech_to_text_without_punctuation_is_cut_at_words() -> None:
    segments = cut(SPOKEN * 6)
    lengths = (segments.clauses[:, 1] - segments.clauses[:, 0]).tolist()
    assert max(lengths) <= 60
    assert len(lengths) > 10
    assert len(segments.sentences) > 1
    assert "".join(segments.surface(a, b) for a, b in segments.clauses.tolist()) == SPOKEN * 6
    ends = [segments.surface(a, b) for a, b in segments.clauses.tolist()]
    assert any(clause.endswith("了") for clause in ends), "a particle that ends clauses is the best place"


def test_english_without_punctuation_is_cut_too() -> None:
    text = " ".join(["we thank the people of this harbour for the work that they have done"] * 40)
    segments = cut(text)
    assert (segments.clauses[:, 1] - segments.clauses[:, 0]).max() <= 60
    assert all(
        " " not in (text[start - 1 : start], text[end : end + 1])[0].strip() for start, end in segments.sentences
    )


@unhurried
@given(
    st.text(alphabet="工会代表大开幕了的群众桥梁纽带", min_size=1, max_size=120), st.integers(2, 20), st.integers(2, 40)
)
def test_no_limit_tears_a_word_that_fits(text: str, max_clause_units: int, max_sentence_units: int) -> None:
    free, narrow = cut(text), cut(text, max_clause_units=max_clause_units, max_sentence_units=max_sentence_units)
    words = np.flatnonzero(free.words).tolist()
    longest = max(b - a for a, b in itertools.pairwise(words))
    assert narrow.units == free.units
    if 3 * longest <= 2 * max_clause_units:  # then a word border lies in the last two thirds of every window
        assert set(narrow.clauses.ravel().tolist()) <= set(words)


@unhurried
@given(st.lists(st.sampled_from(("工会", "群众", "，", "、", "。", "了")), min_size=1, max_size=60).map("".join))
def test_sentences_leave_out_nothing_but_blanks(text: str) -> None:
    assert "".join(sentences(text)) == text


def test_overlong_sentences_keep_their_commas() -> None:
    text = "工" * 5 + "，" + "会" * 5
    parts = [text[a:b] for a, b in cut(text, max_sentence_units=5).sentences.tolist()]
    assert len(parts) == 2
    assert "".join(parts) == text
