"""The whole stage on six invented German speeches: what a reader would list, and what not."""

from __future__ import annotations

import pytest
from german_speeches import documents
from plain_speeches import Even

from reuse.formulas.finding import Found, find
from reuse.model import Family
from reuse.params import FormulaParams
from reuse.segment import segment


@pytest.fixture(scope="module")
def outcome() -> Found:
    return find([segment(each) for each in documents()], [], background=Even(), params=FormulaParams())


def family(outcome: Found, opening: str) -> Family:
    return next(each for each in outcome.families if each.template.startswith(opening))


def test_every_formula_is_a_whole_wording(outcome: Found) -> None:
    texts = [formula.text for formula in outcome.formulas if formula.kind == "formula" and not formula.variant_of]
    assert texts[0] == "Vielen Dank für Ihre Aufmerksamkeit"
    assert {
        "Eine Stadt lebt von denen, die mehr tun, als sie müssen",
        "Wer zusammenhält, der kommt voran",
        "Wir stehen vor großen Herausforderungen",
        "Das Ehrenamt ist das Rückgrat unserer Stadt",
    } <= set(texts)
    assert not [
        text for text in texts if text.split()[0].lower() in ("und", "aber") or text.split()[-1] in ("und", "für")
    ]


def test_a_list_and_an_adverbial_stand_among_the_names(outcome: Found) -> None:
    kinds = {formula.text: formula.kind for formula in outcome.formulas}
    assert kinds["Frieden, Freiheit und Wohlstand"] == "term"
    assert kinds["Zu diesem Zweck"] == "term"


def test_ordinals_written_as_words_are_one_slot(outcome: Found) -> None:
    welcome = family(outcome, "ich heiße Sie zum")
    assert welcome.template == "ich heiße Sie zum 〔1〕 Neujahrsempfang unserer Stadt herzlich willkommen"
    assert [slot.kind for slot in welcome.slots] == ["ordinal"]
    assert len(welcome.slots[0].fillers) == 4


def test_variants_of_a_wish_are_one_family(outcome: Found) -> None:
    wish = family(outcome, "Ich wünsche Ihnen")
    assert wish.template == "Ich wünsche Ihnen 〔1〕 ein gesundes und 〔2〕 neues Jahr"
    assert (wish.documents, len(wish.variants)) == (6, 3)
    thanks = family(outcome, "Ich danke allen Vereinen, Feuerwehren und Kirchengemeinden")
    assert (thanks.documents, len(thanks.variants)) == (4, 3)
