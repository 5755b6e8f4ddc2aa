from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_speeches import laid
from rapidfuzz.distance import Indel

from reuse.formulas.candidates import signs_of
from reuse.formulas.resemblance import JOIN, MAYBE, _other_ends, nearest_pairs, resemblances, weighted_overlap
from reuse.formulas.speeches import Speeches
from reuse.formulas.wordings import Wordings, collect

HAN = st.text(alphabet="天地玄黄宇宙洪荒", min_size=1, max_size=12)


def slow_overlap(a: str, b: str, speeches: Speeches) -> float:
    """The textbook table, cell by cell."""
    weight = {letter: speeches.rarity[number] for letter, number in speeches.alphabet.items()}
    table = np.zeros((len(a) + 1, len(b) + 1))
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            matched = table[i - 1, j - 1] + weight[x] if x == y else 0.0
            table[i, j] = max(table[i - 1, j], table[i, j - 1], matched)
    return float(2 * table[-1, -1] / sum(weight[x] for x in a + b))


def scored(wordings: Wordings, speeches: Speeches) -> dict[tuple[str, str], float]:
    names = [speeches.segments[d].surface(a, b) for d, a, b in (places[0] for places in wordings.places)]
    first, second, score = resemblances(wordings, speeches)
    return {(names[i], names[j]): s for i, j, s in zip(first.tolist(), second.tolist(), score.tolist(), strict=True)}


def pairs_of(*texts: str) -> dict[frozenset[str], float]:
    speeches = laid(*texts)
    found = scored(collect(speeches, [], min_length_chars=4), speeches)
    return {frozenset(pair): score for pair, score in found.items() if score >= JOIN}


@settings(deadline=None)
@given(st.lists(HAN, min_size=2, max_size=8))
def test_overlap_equals_the_slow_table(texts: list[str]) -> None:
    speeches = laid("，".join(texts))
    letters = dict(zip("".join(texts), "".join(speeches.strings), strict=True))
    keys = ["".join(letters[character] for character in text) for text in texts]
    n = len(keys)
    first, second = (np.array(column) for column in zip(*[(i, j) for i in range(n) for j in range(n)], strict=True))
    fast = weighted_overlap(keys, first, second, speeches)
    slow = [slow_overlap(keys[i], keys[j], speeches) for i, j in zip(first, second, strict=True)]
    assert fast == pytest.approx(slow)


def test_a_variant_joins_and_another_formula_does_not() -> None:
    found = pairs_of(
        "推动经济实现质的有效提升和量的合理增长。保护人民生命财产安全。",
        "推动经济实现质的稳步提升和量的合理增长。维护世界和平与发展。",
    )
    assert set(found) == {
        frozenset(["推动经济实现质的有效提升和量的合理增长", "推动经济实现质的稳步提升和量的合理增长"])
    }
    assert min(found.values()) >= MAYBE


def test_neighbours_decide_where_wording_leaves_it_open() -> None:
    left, right = "积极的财政政策加力提效", "积极的财政政策提质增效"
    alone = pairs_of(f"今年工作有五项。{left}。我们不怕困难。", f"各位请坐下来。{right}。时间还很多。")
    around = "提高宏观调控水平。{}。稳健的货币政策灵活适度。"
    assert frozenset([left, right]) not in alone
    assert frozenset([left, right]) in pairs_of(around.format(left), around.format(right))


def test_formulas_that_stand_side_by_side_are_less_alike() -> None:
    left, right = "全力支持香港保持长期繁荣稳定", "全力支持澳门保持长期繁荣稳定"
    pair = frozenset([left, right])
    apart = pairs_of(*[f"第一句话是{i}。{left}。" for i in "子丑寅"], *[f"别的话有{i}。{right}。" for i in "卯辰巳"])
    together = pairs_of(*[f"第一句话是{i}。{left}。别的话有{i}。{right}。" for i in "子丑寅"])
    assert apart[pair] - together.get(pair, 0.0) > 0.1


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("是市委坚强领导的结果", "在市委坚强领导下", True),
        ("建立职工保险基金调剂制度", "提高职工保险基金调剂比例", True),
        ("推进依法行政", "全面推进依法行政", False),
        ("充分发挥工会组织作用", "更好发挥工会组织的作用", False),
        ("定期研究工会工作", "工会工作要定期研究", False),
    ],
)
def test_wordings_that_neither_begin_nor_end_alike_are_known(one: str, other: str, apart: bool) -> None:
    speeches = laid(f"{one}。", f"{other}。")
    wordings = collect(speeches, [], min_length_chars=4)
    a, b = (np.array([wordings.number[speeches.strings[document]]]) for document in (0, 1))
    assert _other_ends(wordings, speeches, a, b).tolist() == _other_ends(wordings, speeches, b, a).tolist() == [apart]


def test_wordings_that_neither_begin_nor_end_alike_do_not_barely_join(root: Path) -> None:
    paths = sorted((root / "corpus").glob("*.txt"))
    speeches = laid(*(path.read_text(encoding="utf-8") for path in paths))
    wordings = collect(speeches, [], min_length_chars=4)
    first, second, score = resemblances(wordings, speeches)
    barely = np.flatnonzero((score >= JOIN) & (score < JOIN + 0.03))
    assert len(barely)
    assert not _other_ends(wordings, speeches, first[barely], second[barely]).any()


def test_one_wording_inside_another_place_is_no_pair() -> None:
    assert pairs_of("工会干部真正成为职工最可信赖的“娘家人”。") == {}


def slow_nearest(wordings: Wordings, speeches: Speeches) -> list[tuple[int, int]]:
    """Every pair with a sign in common laid against each other, the best eight earlier ones of each kept."""
    signs = signs_of(wordings.keys, speeches)
    own = [set(signs.features[a:b].tolist()) for a, b in pairwise(signs.starts.tolist())]
    found = []
    for later, key in enumerate(wordings.keys):
        options = []
        for earlier, other in enumerate(wordings.keys[:later]):
            near = min(len(key), len(other)) >= 0.6 * max(len(key), len(other))
            (a, *more), (b, *others) = wordings.places[earlier], wordings.places[later]
            nested = not more and not others and a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
            ratio = Indel.normalized_similarity(key, other)
            if own[later] & own[earlier] and near and not nested and ratio >= 0.65:
                options.append((-ratio, earlier))
        found += [(earlier, later) for _, earlier in sorted(options)[:8]]
    return sorted(found)


@settings(deadline=None)
@given(st.lists(HAN, min_size=1, max_size=40))
def test_the_nearest_are_those_of_a_plain_search(texts: list[str]) -> None:
    speeches = laid("。".join(texts[::2]), "。".join(texts[1::2]) or "人")
    wordings = collect(speeches, [], min_length_chars=2)
    first, second = nearest_pairs(wordings, speeches)
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == slow_nearest(wordings, speeches)


def test_the_nearest_of_a_real_report_are_those_of_a_plain_search(shared: Path) -> None:
    text = (shared / "corpora" / "gwr_national" / "2026_国务院政府工作报告.txt").read_text("utf-8-sig")
    speeches = laid(text[:6000], text[6000:12000])
    wordings = collect(speeches, [], min_length_chars=4)
    first, second = nearest_pairs(wordings, speeches)
    expected = slow_nearest(wordings, speeches)
    assert len(expected) > 20
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == expected


@settings(deadline=None)
@given(st.lists(HAN, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_speeches_changes_no_score(texts: list[str], random: Random) -> None:
    mixed = random.sample(texts, len(texts))
    one, other = (laid(*(f"{text}。" for text in order)) for order in (texts, mixed))
    scores = [
        {frozenset(names): score for names, score in scored(collect(s, [], min_length_chars=2), s).items()}
        for s in (one, other)
    ]
    assert scores[0] == scores[1]
