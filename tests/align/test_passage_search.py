"""Laws of passages: what must hold for any two texts, and what simple pairs must give."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reuse.align.passage_search import PassageSpans, find_passages
from reuse.align.passage_text import CollectionFrequencies, PassageText, prepare_passages
from reuse.model import Document
from reuse.params import Params
from reuse.segment import segment

Row = tuple[int, int, int, int, float, str]

ENGLISH = (
    "The harbour was built in the reign of the old duke, when salt was dearer than silver. Masons from three valleys "
    "carried stone along a road that no longer exists. Their accounts, kept by a widow named Marguerite, list every "
    "hammer lost and every mule that drowned. In the ninth year a storm broke the outer wall and the duke refused to "
    "pay for another. The fishermen rebuilt it themselves with timber from wrecked ships. Historians still argue "
    "whether the second wall followed the first or stood a little to the east of it."
)
CHINESE = (
    "本条例所称河道，包括湖泊、人工水道、行洪区和蓄滞洪区。"
    "河道管理机关应当会同有关部门编制岸线利用规划，报同级人民政府批准后公布。"
    "在河道管理范围内采砂、取土、淘金，必须经河道主管机关批准；"
    "涉及其他部门的，由河道主管机关会同有关部门批准。"
    "禁止围垦湖泊，已经围垦的应当按照国家规定的防洪标准进行治理，逐步退田还湖。"
    "堤防和护堤地禁止建房、放牧、开渠、打井、葬坟和存放物料。"
    "城镇建设不得占用河道滩地，沿岸规划的临河界限由河道主管机关会同城镇规划等有关部门确定。"
)
FIRST_WORDS = (
    "apple border candle dragon eleven forest garden hollow island jacket kettle lantern mirror noodle orchid pepper"
)
OTHER_WORDS = (
    "quartz ribbon saddle tunnel umbrella velvet window yellow zebra anchor basket copper desert engine feather glass"
)
ENGLISH_WORDS = [*FIRST_WORDS.split(), *OTHER_WORDS.split()]
CHINESE_WORDS = [
    *("苹果", "边界", "蜡烛", "森林", "花园", "岛屿", "夹克", "水壶", "灯笼", "镜子"),
    *("面条", "兰花", "胡椒", "石英", "丝带", "隧道", "天鹅", "窗户", "黄色", "船锚"),
]


def prepared(text: str) -> PassageText:
    return prepare_passages(segment(Document.from_text(text, id="text")))


def found(a: str, b: str, *, preset: str = "passages") -> PassageSpans:
    return find_passages(prepared(a), prepared(b), params=Params.preset(preset).passages)


def rows(spans: PassageSpans) -> list[Row]:
    return [
        (int(s0), int(s1), int(t0), int(t1), float(bits), evidence)
        for s0, s1, t0, t1, bits, evidence in zip(
            spans.source_starts,
            spans.source_ends,
            spans.target_starts,
            spans.target_ends,
            spans.bits,
            spans.evidence,
            strict=True,
        )
    ]


def padding(words: Sequence[str], n: int, seed: int, *, joiner: str = " ", stop: str = ". ") -> str:
    chance = random.Random(seed)
    return "".join(joiner.join(chance.choices(words, k=9)) + stop for _ in range(n))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["words", "characters"])
def test_a_text_with_itself_is_one_passage_over_the_whole(text: str) -> None:
    (row,) = rows(found(text, text))
    assert row[:4] == (0, len(text), 0, len(text))
    assert row[5] == "copy"


def test_identity_holds_where_only_line_breaks_differ() -> None:
    broken = ENGLISH.replace(". ", ".\n\n  ")
    (row,) = rows(found(ENGLISH, broken))
    assert row[:4] == (0, len(ENGLISH), 0, len(broken))


@pytest.mark.parametrize(
    ("passage", "words", "joiner", "stop"),
    [(ENGLISH, ENGLISH_WORDS, " ", ". "), (CHINESE, CHINESE_WORDS, "", "。")],
    ids=["words", "characters"],
)
def test_a_copy_between_strangers_is_found_with_its_exact_ends(
    passage: str, words: list[str], joiner: str, stop: str
) -> None:
    half = len(words) // 2
    before = padding(words[:half], 12, 1, joiner=joiner, stop=stop)
    after = padding(words[:half], 12, 2, joiner=joiner, stop=stop)
    other = padding(words[half:], 15, 3, joiner=joiner, stop=stop)
    (row,) = rows(found(before + passage + "\n" + after, other + passage + "\n" + other))
    assert row[:4] == (len(before), len(before) + len(passage), len(other), len(other) + len(passage))
    assert row[5] == "copy"


def test_unrelated_padding_moves_what_was_found_and_nothing_else() -> None:
    words = ENGLISH_WORDS[:16]
    a = padding(words, 8, 4) + ENGLISH + " " + padding(words, 8, 5)
    b = padding(ENGLISH_WORDS[16:], 9, 6) + ENGLISH
    before = [row[:4] for row in rows(found(a, b))]
    front = "".join(f"strange{chr(97 + i % 26)}{chr(97 + i // 26)} thing. " for i in range(60))
    after = [row[:4] for row in rows(found(front + a + " " + front, b))]
    assert before
    assert after == [(s0 + len(front), s1 + len(front), t0, t1) for s0, s1, t0, t1 in before]


def test_line_breaks_inside_leave_the_offsets_right() -> None:
    chance = random.Random(7)
    wrapped = "".join("\n" if c == " " and chance.random() < 0.15 else c for c in ENGLISH)
    a = padding(ENGLISH_WORDS[:16], 8, 8) + wrapped
    b = padding(ENGLISH_WORDS[16:], 8, 9) + ENGLISH
    (row,) = rows(found(a, b))
    assert a[row[0] : row[1]].split() == ENGLISH.split()
    assert b[row[2] : row[3]] == ENGLISH


def test_moved_sentences_are_one_passage() -> None:
    sentences = ENGLISH.split(". ")
    moved = ". ".join([*sentences[3:], *sentences[:3]])
    a = padding(ENGLISH_WORDS[:16], 10, 10) + moved + ". "
    b = padding(ENGLISH_WORDS[16:], 10, 11) + ENGLISH + " "
    spans = rows(found(a + padding(ENGLISH_WORDS[:16], 10, 12), b))
    assert min(row[0] for row in spans) <= a.index(moved) + 5
    assert max(row[1] for row in spans) >= a.index(moved) + len(moved) - 5
    assert len(spans) <= 2


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["words", "characters"])
def test_shuffled_characters_give_nothing(text: str) -> None:
    characters = list(text)
    random.Random(13).shuffle(characters)
    assert not rows(found(text, "".join(characters)))


def test_disjoint_scripts_and_empty_texts_give_nothing() -> None:
    assert not rows(found(ENGLISH, CHINESE))
    assert not rows(found("", ENGLISH))
    assert not rows(found(ENGLISH, "… — …"))
    assert not rows(found("", ""))


def test_strangers_give_nothing() -> None:
    assert not rows(found(padding(ENGLISH_WORDS[:16], 40, 14), padding(ENGLISH_WORDS[16:], 40, 15)))


PIECES = st.lists(
    st.sampled_from(
        [
            *ENGLISH.split(". "),
            *CHINESE.split("。"),
            padding(ENGLISH_WORDS, 3, 16),
            padding(CHINESE_WORDS, 3, 17, joiner=""),
        ]
    ),
    min_size=0,
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(PIECES, PIECES, st.sampled_from(["passages", "summaries"]), st.booleans())
def test_swapping_the_texts_mirrors_the_result(a: list[str], b: list[str], preset: str, counted: bool) -> None:
    first, second = prepared(". ".join(a)), prepared(". ".join(b))
    params = Params.preset(preset).passages
    collection = CollectionFrequencies.of([first, second, prepared(ENGLISH)]) if counted else None
    forward = rows(find_passages(first, second, params=params, collection=collection))
    backward = rows(find_passages(second, first, params=params, collection=collection))
    assert sorted((t0, t1, s0, s1, bits, kind) for s0, s1, t0, t1, bits, kind in forward) == backward


@settings(max_examples=40, deadline=None)
@given(PIECES, PIECES)
def test_spans_lie_inside_their_texts_and_begin_and_end_with_something(a: list[str], b: list[str]) -> None:
    first, second = ". ".join(a), ". ".join(b)
    for s0, s1, t0, t1, bits, evidence in rows(found(first, second)):
        assert 0 <= s0 < s1 <= len(first)
        assert 0 <= t0 < t1 <= len(second)
        assert first[s0:s1] == first[s0:s1].strip()
        assert second[t0:t1] == second[t0:t1].strip()
        assert bits > 0 or (bits == 0 and evidence == "copy")  # a copy of what both say again and again is a copy


def test_a_summary_is_laid_on_the_whole_of_what_it_sums_up() -> None:
    chance = random.Random(18)
    stems = ["".join(chance.choices("bdfgklmnprst", k=1)) + "".join(chance.choices("aeiou", k=1)) for _ in range(60)]
    rare = ["".join(chance.sample(stems, 3)) for _ in range(500)]
    common = ENGLISH_WORDS
    source_sentences = [
        " ".join(chance.sample(rare[6 * i : 6 * i + 6] + chance.choices(common, k=14), 20)) for i in range(80)
    ]
    picked = [rare[6 * i + chance.randrange(6)] for i in range(80)]
    summary = ". ".join(
        " ".join(chance.sample(picked[8 * i : 8 * i + 8] + chance.choices(common, k=4), 12)) for i in range(10)
    )
    source = ". ".join(source_sentences) + "."
    around = padding([f"other{w}" for w in stems], 30, 19)
    collection = CollectionFrequencies.of([prepared(padding(common, 12_000, 20))])
    params = Params.preset("summaries").passages
    first, second = prepared(around + summary + ". " + around), prepared(source)
    (row,) = rows(find_passages(first, second, params=params, collection=collection))
    assert row[5] == "summary"
    assert row[0] <= len(around) + 20
    assert row[1] >= len(around) + len(summary) - 20
    assert row[3] - row[2] >= 0.95 * len(source)
