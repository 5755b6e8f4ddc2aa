"""Formulas as a list: complete wordings, each once, in the order of what it adds."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC
from plain_speeches import Even, speech

from reuse.formulas.finding import Found, find
from reuse.model import Formula, Locus
from reuse.params import FormulaParams

FILL = ("天气转凉请大家注意身体", "农田水利工程进展顺利", "图书馆新馆即将开放", "道路修缮本周结束", "食堂供应早餐午餐")


def found(*texts: str, **settings: object) -> Found:
    segments = [speech(text, f"d{i}", date=f"{2000 + i}") for i, text in enumerate(texts)]
    return find(segments, [], background=Even(), params=FormulaParams(**settings))  # type: ignore[arg-type]


def by_text(outcome: Found) -> dict[str, Formula]:
    return {formula.text: formula for formula in outcome.formulas}


def spread(wording: str, times: int = 4) -> list[str]:
    return [f"{FILL[i]}。{wording}，{FILL[(i + 2) % 5]}。" for i in range(times)]


def test_a_whole_phrase_is_listed_and_its_pieces_are_not() -> None:
    rows = by_text(found(*spread("坚持稳中求进工作总基调")))
    formula = rows["坚持稳中求进工作总基调"]
    assert (formula.kind, formula.documents, formula.occurrences) == ("formula", 4, 4)
    assert (formula.clause_start, formula.clause_end) == (1.0, 1.0)
    assert (formula.first, formula.last) == ("2000", "2003")
    assert not any(text in formula.text and text != formula.text for text in rows)


def test_an_end_amid_a_phrase_is_cut_back() -> None:
    # 是 follows once in every document: the closed repeat ends in it, and no phrase does.
    wording, ends = "根本在于新时代思想科学指引", ("正确的", "有力的", "伟大的", "重要的")
    texts = [f"{FILL[i]}，{wording}是{end}。{FILL[i + 1]}，{wording}。" for i, end in enumerate(ends)]
    rows = by_text(found(*texts))
    assert (rows[wording].documents, rows[wording].occurrences) == (4, 8)
    assert not any(text.endswith("指引是") for text in rows)


def test_figures_that_differ_are_shown_as_one() -> None:
    rows = by_text(found(*(f"{FILL[i]}。城镇新增就业{i + 9}00万人以上，{FILL[i + 1]}。" for i in range(4))))
    assert rows["城镇新增就业〔N〕万人以上"].documents == 4


def test_longer_forms_and_other_dresses_point_to_the_formula() -> None:
    core, long = "积极稳妥推进城镇住房制度改革", "积极稳妥推进城镇住房制度改革，完善住房保障体系"
    rows = by_text(found(*spread(core, 5), *(f"{FILL[i]}。{long}，{FILL[i + 1]}。" for i in range(2))))
    assert rows[core].documents == 7
    assert long in {form.text for form in rows[core].longer} or rows[long].id in rows[core].part_of
    dressed = by_text(found(*spread("让我们更加紧密地团结在党中央周围"), *spread("让我们紧密团结在党中央周围", 3)))
    assert dressed["让我们紧密团结在党中央周围"].variant_of == dressed["让我们更加紧密地团结在党中央周围"].id


def test_traditional_and_simplified_are_one_formula_and_the_commoner_script_is_shown() -> None:
    rows = by_text(found(*spread("坚持以经济建设为中心"), f"{FILL[4]}。堅持以經濟建設爲中心。"))
    assert rows["坚持以经济建设为中心"].documents == 5


@pytest.mark.parametrize(
    ("wording", "fill"),
    [
        ("we must never forget the price of freedom", ("It rains", "The harvest is in", "Roads are dry", "Snow fell")),
        ("wir dürfen das niemals vergessen", ("Es regnet", "Die Ernte ist da", "Wege sind frei", "Schnee fiel")),
    ],
)
def test_words_of_letter_scripts(wording: str, fill: tuple[str, ...]) -> None:
    rows = by_text(found(*(f"{sentence} today. {wording.capitalize()}. {sentence}!" for sentence in fill)))
    assert rows[wording.capitalize()].documents == 4


OPENERS = ("It rains.", "The harvest is in.", "Roads are dry.", "Snow fell.", "The mill turns.")
CLOSERS = ("Birds sing.", "Bells ring loudly.", "Children wait outside.", "Lamps burn.", "Water is high.")


def spoken(*sentences: str) -> list[str]:
    """The sentences in turn, one in a speech, each between two that no other speech has."""
    return [f"{OPENERS[i % 5]} {sentence} {CLOSERS[i % 5]}" for i, sentence in enumerate(sentences)]


def test_a_conjunction_begins_no_formula() -> None:
    rows = by_text(
        found(
            *spoken(
                "The mason is at work, and may heaven keep our harbour.",
                "Old walls stand firm, and may heaven keep our harbour.",
                "We have rested enough, and may heaven keep our harbour.",
            )
        )
    )
    formula = rows["may heaven keep our harbour"]
    assert (formula.kind, formula.documents, formula.clause_start) == ("formula", 3, 1.0)
    assert not any(text.startswith("and ") for text in rows)


def test_items_of_a_list_are_no_clauses() -> None:
    rows = by_text(
        found(
            *spoken(
                "This town wants roads, bridges, and deep safe harbours.",
                "Give them wells, bridges, and deep safe harbours.",
                "Nobody without money, bridges, and deep safe harbours can trade.",
            )
        )
    )
    assert all(formula.kind == "term" for text, formula in rows.items() if "bridges" in text)


def test_a_wording_does_not_end_on_a_word_that_points_on() -> None:
    rows = by_text(
        found(
            *spoken(
                "We shall keep faith with our, shall I say, masons.",
                "We shall keep faith with our: millers first.",
                "We shall keep faith with fishermen.",
                "We shall keep faith with our: neighbours last.",
            )
        )
    )
    assert not any(text.endswith((" with", " with our")) for text in rows if rows[text].clause_end < 0.5)


def test_an_article_that_once_stood_before_a_mark_ends_nothing() -> None:
    texts = spoken(
        "It is my great joy to greet all masons on this, our day.",
        "It is my great joy to greet all masons on this bridge.",
    )
    assert not any(text.endswith(" this") for text in by_text(found(*texts)))


def test_what_stood_whole_only_once_is_not_seen_to_recur_whole() -> None:
    texts = spoken("The old harbour wall, they say, crumbles.", "We measured the old harbour wall today.")
    assert by_text(found(*texts))["The old harbour wall"].kind == "term"


def test_hyphenated_words_are_not_torn() -> None:
    texts = spoken(
        "Welcome to the festival of the twenty-first harbour parliament.",
        "Welcome to the festival of the twenty-second harbour parliament.",
        "Welcome to the festival of the twenty-third harbour parliament.",
    )
    assert not any(text.lower().endswith("twenty") or text.startswith("first") for text in by_text(found(*texts)))


def test_a_wording_is_shown_on_one_line_where_it_stands_on_one() -> None:
    texts = [
        "The masons of the town have built the wall higher than ever\nbefore this winter and nobody who saw it will\n"
        "soon forget the day. May heaven keep\nour harbour. All the lamps were burning brightly\n"
        "when the last stone was laid in its place there.",
    ] * 2
    rows = by_text(found(*texts, "Snow fell. May heaven keep our harbour. Lamps burn."))
    assert rows["May heaven keep our harbour"].documents == 3


def test_mixed_languages_stand_side_by_side() -> None:
    rows = by_text(found(*spread("坚持稳中求进工作总基调"), *(f"Number {i}. We shall not be moved." for i in range(3))))
    assert {"坚持稳中求进工作总基调", "We shall not be moved"} <= rows.keys()


def test_the_order_of_documents_changes_no_formula() -> None:
    texts = [*spread("坚持稳中求进工作总基调"), *spread("推动共建一带一路高质量发展", 3)]
    one, other = (found(*order) for order in (texts, texts[::-1]))
    assert {(f.text, f.documents, f.id) for f in one.formulas} == {(f.text, f.documents, f.id) for f in other.formulas}


def test_the_shortest_list_says_what_it_leaves() -> None:
    texts = [*spread("坚持稳中求进工作总基调"), *spread("推动共建一带一路高质量发展", 3)]
    few = found(*texts, max_formulas=1)
    assert [f.text for f in few.formulas if f.kind == "formula"] == ["坚持稳中求进工作总基调"]
    assert few.formulas_left_out > 0


def test_opening_and_closing_are_labelled_in_the_resolutions(shared: Path) -> None:
    files = sorted((shared / "corpora" / "npc_resolutions").glob("*.txt"))
    outcome = find(
        [speech(f.read_text("utf-8-sig"), f.stem, date=f.stem[:4]) for f in files],
        [],
        background=Even(),
        params=FormulaParams(),
    )
    texts = [f.text for f in outcome.formulas if f.variant_of is None]
    assert "高举中国特色社会主义伟大旗帜" in " ".join(texts)
    ids = {f.id for f in outcome.formulas}
    assert all({*f.part_of, f.variant_of or f.id} <= ids for f in outcome.formulas)


def test_traditional_characters_give_the_same_formulas(root: Path) -> None:
    texts = [file.read_text("utf-8") for file in sorted((root / "corpus" / "specimens").glob("2*.txt"))]
    converter = OpenCC("s2t")
    other = ["".join(c if len(to := converter.convert(c)) != 1 else to for c in text) for text in texts]
    assert other != texts
    one, two = found(*texts), found(*other)
    assert len(one.formulas) > 50

    def shape(outcome: Found) -> list[tuple[str, int, tuple[Locus, ...]]]:
        return [(formula.kind, formula.documents, formula.places) for formula in outcome.formulas]

    assert shape(one) == shape(two)
    assert [len(family.variants) for family in one.families] == [len(family.variants) for family in two.families]


def test_the_number_of_an_item_is_cut_off_and_items_of_one_wording_are_one() -> None:
    numbers = ("（三）", "二是", "第九条　", "4.")
    rows = by_text(found(*(f"{FILL[i]}：\n{numbers[i]}办好人民满意的城乡教育。\n{FILL[i + 1]}。" for i in range(4))))
    assert rows["办好人民满意的城乡教育"].documents == 4
    same = by_text(found(*(f"{FILL[i]}：\n（三）办好人民满意的城乡教育。\n{FILL[i + 1]}。" for i in range(4))))
    assert same["办好人民满意的城乡教育"].documents == 4
    assert not any("三" in text for text in same)


def test_no_wording_is_cut_amid_a_quotation() -> None:
    ends = ("草案", "条例", "章程", "办法")
    rows = by_text(found(*(f"{FILL[i]}，大家认真学习《河道保护{ends[i]}》，{FILL[i + 1]}。" for i in range(4))))
    assert not any("《" in text for text in rows)


def test_titles_and_bylines_come_last() -> None:
    head = "农事委员会办公室主任　王二"
    texts = [f"{head}\n{FILL[i]}，{FILL[i - 1]}。愿大家勤劳俭朴、和睦相处。{FILL[i - 2]}，谢谢。" * 2 for i in range(4)]
    texts = [text.replace(head, "", 2).replace("\n", "") for text in texts]
    rows = [f.text for f in found(*(f"{head}\n{text}" for text in texts)).formulas if f.kind == "formula"]
    assert rows.index("愿大家勤劳俭朴、和睦相处") < rows.index(head)
