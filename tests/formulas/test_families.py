import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_speeches import Even, beside, speech

from reuse.align import align
from reuse.background import load
from reuse.errors import ParameterError
from reuse.formulas import FamilyOutcome, find_families
from reuse.model import Alignment, Family, Period, Segments
from reuse.params import AlignParams, FormulaParams

OPENING = "{}工会第{}次代表大会今天开幕了。我代表市委，向大会表示热烈的祝贺！"
PLAN = "我们要坚持改革开放，{}推动经济高质量发展，{}保障和改善民生。"
YEARS = [
    (OPENING + PLAN).format("望湖市", "五", "大力", "切实"),
    (OPENING + PLAN).format("云栖市", "六", "扎实", "着力"),
    "山高水长，风雨同舟。" + PLAN.format("大力", "持续"),
]


def found(segments: Sequence[Segments], alignments: Sequence[Alignment] = (), **params: int) -> FamilyOutcome:
    return find_families(segments, alignments, background=Even(), params=FormulaParams(**params))


def speeches(dates: Sequence[str | None] = ("2021", "2022-01-05", None)) -> list[Segments]:
    return [speech(text, f"d{i}", date=date) for i, (text, date) in enumerate(zip(YEARS, dates, strict=True))]


def family(outcome: FamilyOutcome, part: str) -> Family:
    return next(f for f in outcome.families if part in f.template)


def check(outcome: FamilyOutcome, segments: Sequence[Segments]) -> None:
    """What must hold of any outcome."""
    texts = {s.document.id: s.document.text for s in segments}
    assert len({f.id for f in outcome.families}) == len(outcome.families)
    for f in outcome.families:
        loci = [locus for variant in f.variants for locus in variant.occurrences]
        assert f.occurrences == len(loci)
        assert f.documents == len({locus.document for locus in loci})
        assert f.documents == sum(period.documents for period in f.history)
        assert f.bits > 0
        assert 0 <= f.stock <= 1
        for variant in f.variants:
            first = variant.occurrences[0]
            assert variant.text == texts[first.document][first.start : first.end]
        for locus in loci:
            assert 0 <= locus.start < locus.end <= len(texts[locus.document])
        for number, slot in enumerate(f.slots, start=1):
            assert f.template.count(f"〔{number}〕") == 1
            assert len(slot.fillers) > 1
        for document in {locus.document for locus in loci}:
            spans = sorted((locus.start, locus.end) for locus in loci if locus.document == document)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_clauses_of_several_speeches_become_families() -> None:
    segments = speeches()
    outcome = found(segments)
    check(outcome, segments)
    opening = family(outcome, "代表大会今天开幕了")
    assert opening.template == "〔1〕市工会〔2〕次代表大会今天开幕了"
    assert [slot.kind for slot in opening.slots] == ["other", "ordinal"]
    assert [variant.text for variant in opening.variants] == [
        "云栖市工会第六次代表大会今天开幕了",
        "望湖市工会第五次代表大会今天开幕了",
    ]
    assert (opening.first, opening.last) == ("2021", "2022-01-05")
    plan = family(outcome, "推动经济高质量发展")
    assert plan.documents == 3
    assert [slot.kind for slot in plan.slots] == ["modifier"]
    assert plan.history == (Period("2021", 1, 1), Period("2022", 1, 1), Period("undated", 1, 1))
    assert "向大会表示热烈的祝贺" in {f.template for f in outcome.families}


def test_alignments_bring_reworded_phrases_together_and_point_to_them() -> None:
    left, right = "为工会工作创造更好环境和条件", "为工会组织开展工作创造有利条件"
    a, b = speech(f"各级党委要{left}。天气晴好。", "a"), speech(f"政府也{right}。下雨了。", "b")
    alone = found([a, b])
    assert alone.families == ()
    alignment = beside(a, b, left, right)
    outcome = found([a, b], [alignment])
    check(outcome, [a, b])
    (only,) = outcome.families
    assert outcome.family_of == {alignment.id: only.id}
    assert only.template == "为工会〔1〕工作创造〔2〕条件"
    assert {locus.document for variant in only.variants for locus in variant.occurrences} == {"a", "b"}


def test_alignments_covered_by_a_stronger_family_point_to_it() -> None:
    segments = speeches()
    long = beside(segments[0], segments[1], YEARS[0][:40], YEARS[1][:40])
    part = beside(segments[0], segments[1], "代表大会今天", "代表大会今天")
    outcome = found(segments, [long, part])
    check(outcome, segments)
    assert outcome.family_of[part.id] == family(outcome, "代表大会今天").id


def test_ids_come_from_wording_and_not_from_documents() -> None:
    renamed = [speech(text, f"other{i}", date=None) for i, text in enumerate(reversed(YEARS))]
    assert {f.id for f in found(speeches()).families} == {f.id for f in found(renamed).families}


def test_settings_limit_and_count() -> None:
    everything = found(speeches())
    few = found(speeches(), max_families=1)
    assert few.families == everything.families[:1]
    assert few.left_out == len(everything.families) - 1
    assert all(f.documents >= 3 for f in found(speeches(), min_documents=3).families)
    long = found(speeches(), min_length_chars=12)
    assert {f.template for f in long.families} <= {f.template for f in everything.families} | {
        f.template for f in long.families
    }
    assert all(len(v.text) >= 11 for f in long.families for v in f.variants)
    with pytest.raises(ParameterError, match=r"min_documents is 0: give at least 1; formulas\.max_families is -1"):
        found(speeches(), min_documents=0, max_families=-1)


def test_nothing_in_common_is_an_empty_outcome() -> None:
    assert found([]) == FamilyOutcome((), {}, 0)
    assert found([speech("", "a"), speech("。。。", "b")]) == FamilyOutcome((), {}, 0)
    assert found([speech("山高水长", "a"), speech("风雨同舟", "b")]).families == ()


def test_english_words_make_families_too() -> None:
    segments = [
        speech("My fellow citizens, the state of our union is strong. We will build.", "a"),
        speech("Friends, the state of our great union is strong. They will rest.", "b"),
    ]
    outcome = found(segments)
    check(outcome, segments)
    assert outcome.families[0].template == "the state of our 〔1〕 union is strong"


def test_words_of_letters_count_as_two_characters() -> None:
    segments = [
        speech("You will be asked to consider amendments to the Immigration Act. Thank you.", "a"),
        speech("You will be asked to consider legislation amending the Immigration Act. We rest.", "b"),
        speech("Wir müssen den sozialen Zusammenhalt im ganzen Land stärken. Vielen Dank.", "c"),
        speech("Deshalb wollen wir den sozialen Zusammenhalt im ganzen Land weiter stärken. Alles Gute.", "d"),
    ]
    outcome = found(segments)
    check(outcome, segments)
    assert family(outcome, "Immigration").documents == 2
    assert family(outcome, "Zusammenhalt").documents == 2


def test_what_stands_inside_a_longer_clause_counts_from_three_words_on() -> None:
    segments = [speech(f"{words}. We build.", f"d{i}") for i, words in enumerate(["My fellow citizens", "Dear guests"])]
    segments.append(speech("I thank you, and my fellow citizens at home, for all of this", "e"))
    assert family(found(segments), "fellow citizens").documents == 2


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_any_mixture_of_clauses_keeps_the_rules(seed: int) -> None:
    chance = random.Random(seed)
    clauses = [
        clause for text in YEARS for clause in text.replace("。", "，").replace("！", "，").split("，") if clause
    ]
    texts = ["".join(chance.choice(clauses) + chance.choice("，。、；*") for _ in range(12)) for _ in range(3)]
    segments = [speech(text, f"d{i}", language="zh-Hans") for i, text in enumerate(texts)]
    outcome = found(segments)
    check(outcome, segments)
    assert outcome == found(segments)


def test_the_two_congress_addresses(root: Path) -> None:
    names = ("union_congress_a", "union_congress_harbin")
    segments = [speech((root / "corpus" / f"{name}.txt").read_text("utf-8-sig"), name) for name in names]
    background = load()
    alignments = align(segments, background=background, params=AlignParams()).alignments
    outcome = find_families(segments, alignments, background=background, params=FormulaParams())
    check(outcome, segments)
    templates = [f.template for f in outcome.families]
    assert "〔1〕市工会〔2〕次代表大会今天〔3〕开幕了" in templates
    bridge = family(outcome, "党联系")
    assert "不愧" in bridge.template
    assert {"桥梁和纽带", "纽带和桥梁"} <= {filler.text for filler in bridge.slots[-1].fillers}
    assert len(outcome.family_of) > 0.8 * len(alignments)
    assert bridge.stock + 0.2 < family(outcome, "推动经济社会").stock
