"""A speech against the editions of its series."""

from __future__ import annotations

from plain_speeches import Even, speech

from reuse.formulas.editions import EditionOutcome, compare_editions
from reuse.formulas.series import presence
from reuse.params import HistoryParams

STANDING = "坚持稳中求进工作总基调。现在我代表国务院向大会报告工作。"


def outcome(own: str, *earlier: str, last: int = 3) -> EditionOutcome:
    before = [speech(text, f"d{i}", date=str(2000 + i)) for i, text in enumerate(earlier)]
    target = speech(own, "own", date=str(2000 + len(earlier)))
    return compare_editions(target, before, background=Even(), params=HistoryParams(last_editions=last))


def kinds(found: EditionOutcome) -> dict[str, str]:
    return {item.text: item.kind for item in found.items}


def test_what_became_of_every_phrase() -> None:
    old = "全面深化农村土地制度改革试点。"
    earlier = (
        "坚持稳中求进工作总基调。城镇新增就业1000万人以上。"
        "保持居民消费价格总水平基本稳定。大力支持远洋捕捞船队更新改造。"
    )
    found = outcome(
        "坚持稳中求进工作总基调。城镇新增就业1200万人以上。继续保持居民消费价格总水平稳定。"
        "全面深化农村土地制度改革试点。雪豹重回高原深处的岩壁。",
        old,
        earlier,
        earlier,
        last=2,
    )
    assert kinds(found) == {
        "坚持稳中求进工作总基调": "kept",
        "城镇新增就业1200万人以上": "figures",
        "继续保持居民消费价格总水平稳定": "reworded",
        "全面深化农村土地制度改革试点": "returned",
        "雪豹重回高原深处的岩壁": "new",
        "大力支持远洋捕捞船队更新改造": "dropped",
    }


def test_places_and_counts() -> None:
    found = outcome("坚持稳中求进工作总基调。", *[STANDING] * 4)
    kept = found.items[0]
    assert (kept.place.document, kept.place.start, kept.place.end) == ("own", 0, 11)
    assert kept.earlier is not None
    assert kept.earlier.document == "d3"
    assert (kept.editions, kept.of, kept.since) == (3, 3, "2000")


def test_a_lasting_formula_is_missed_and_a_fleeting_one_is_not() -> None:
    fleeting = ("支持远洋捕捞船队更新改造。", "举办冬季运动会开闭幕式。", "修缮北方古代长城遗址。", "建成跨海大桥。")
    found = outcome("雪豹重回高原深处的岩壁。", *[STANDING + own for own in fleeting * 2])
    assert [row.text for row in found.missing] == ["现在我代表国务院向大会报告工作", "坚持稳中求进工作总基调"]
    for row in found.missing:
        assert (row.editions, row.of, row.run, row.since) == (3, 3, 8, "2000")
        assert row.expected > 0.8
        assert row.surprise > 2


def test_what_stands_inside_a_longer_phrase_is_not_missing() -> None:
    found = outcome("必须坚持稳中求进工作总基调不动摇并且继续扩大开放领域。", *[STANDING] * 4)
    assert "坚持稳中求进工作总基调" not in [row.text for row in found.missing]


def test_nothing_earlier_nothing_found() -> None:
    assert outcome(STANDING) == EditionOutcome((), ())
    assert {item.kind for item in outcome("", STANDING).items} == {"dropped"}


def test_the_wording_that_comes_nearest_is_told_where_one_is_near() -> None:
    found = outcome("我们将坚持稳中求进提质增效。", *[STANDING] * 4)
    near = {row.text: row for row in found.missing}
    formula = near["坚持稳中求进工作总基调"]
    assert formula.nearest is not None
    assert (formula.nearest.document, formula.nearest.start, formula.nearest.end) == ("own", 0, 13)
    assert 0.45 <= formula.similarity < 1
    other = near["现在我代表国务院向大会报告工作"]
    assert (other.nearest, other.similarity) == (None, 0.0)


def test_a_quotation_that_ends_a_phrase_keeps_its_mark() -> None:
    found = outcome("坚持一个中国原则和“九二共识”，推动两岸往来。", STANDING)
    assert "坚持一个中国原则和“九二共识”" in kinds(found)


def test_presence_says_which_formula_stands_where() -> None:
    editions = [
        speech(text, f"d{i}")
        for i, text in enumerate((STANDING, "坚持稳中求进的工作总基调。", "雪豹重回高原深处的岩壁。"))
    ]
    table = presence(editions, background=Even(), params=HistoryParams())
    assert sorted(map(tuple, table.tolist())) == [
        (False, False, True),
        (True, False, False),
        (True, True, False),
    ]


def test_with_fewer_than_three_editions_nothing_is_missing_and_a_note_says_why() -> None:
    for n in (1, 2):
        found = outcome("雪豹重回高原深处的岩壁。", *[STANDING] * n)
        assert found.missing == ()
        assert len([item for item in found.items if item.kind == "dropped"]) == 2
        assert found.notes == (
            f"No formula is listed as missing: the series has {n} earlier edition{'s' if n > 1 else ''}, and fewer "
            "than 3 do not tell which formulas one had to expect.",
        )
    assert outcome("雪豹重回高原深处的岩壁。", *[STANDING] * 3).notes == ()


def test_without_any_case_before_only_what_stood_in_all_of_them_is_missed() -> None:
    found = outcome("雪豹重回高原深处的岩壁。", "举办冬季运动会开闭幕式。", *[STANDING] * 2)
    assert found.missing == ()


def test_a_target_with_another_figure_is_neither_missing_nor_new() -> None:
    earlier = [
        "经济增长5%左右。今年中央预算内投资拟安排7350亿元。",
        "经济增长6%以上。今年中央预算内投资拟安排7000亿元。",
    ] * 2
    found = outcome("经济增长4.5%—5%。今年拟安排中央预算内投资7550亿元。", *earlier)
    assert found.missing == ()
    assert kinds(found) == {"经济增长4.5%—5%": "figures", "今年拟安排中央预算内投资7550亿元": "reworded"}


def test_figures_of_one_edition_do_not_stand_in_what_is_missing() -> None:
    earlier = [f"居民人均可支配收入实际增长{year}%。坚持第三支柱养老。" for year in (3, 4, 5, 6)]
    found = outcome("雪豹重回高原深处的岩壁。", *earlier)
    assert {row.text for row in found.missing} == {"居民人均可支配收入实际增长〔N〕%", "坚持第三支柱养老"}
    assert found.missing[0].place.document == "d3"


def test_punctuation_and_width_change_no_word() -> None:
    found = outcome("推动外贸稳规模优结构。增长５％左右。", "推动外贸稳规模、优结构。增长5%左右。")
    assert set(kinds(found).values()) == {"kept"}


def test_single_words_and_bare_dates_are_no_phrases() -> None:
    found = outcome("2020-03-05\nInternationally, we will keep faith with our friends. 雪豹重回岩壁。", STANDING)
    assert [item.text for item in found.items if item.kind == "new"] == [
        "we will keep faith with our friends",
        "雪豹重回岩壁",
    ]
