"""Commas of a list are told from commas that end a clause, in the languages that write both alike."""

from __future__ import annotations

import numpy as np
import pytest
from plain_speeches import Even, speech

from reuse.formulas.enumerations import list_commas
from reuse.formulas.spans import candidate_spans
from reuse.formulas.speeches import lay_out

LISTS = [
    ("en", "We ask for patience, courage, and good humour from everybody here."),
    ("en", "They mended the bridge, the old mill, the school and the harbour wall."),
    ("en", "Rivers, bays, or lakes surround the town."),
    ("de", "Wir bitten um Geduld, Mut und gute Laune."),
    ("de", "Sie haben die Brücke, die alte Mühle, die Schule und den Hafen erneuert."),
    ("fr", "Nous demandons de la patience, du courage et, surtout, de la bonne humeur.", 0),
    ("fr", "La rivière, la baie, le lac et la forêt entourent la ville."),
]
CLAUSES = [
    ("en", "The bridge is mended, and we thank the masons."),
    ("en", "In this town, men and women built the harbour together."),
    ("en", "When the river rises, the mill stands still, and nobody in the whole valley works."),
    ("de", "Die Brücke ist fertig, und wir danken den Maurern."),
    ("de", "Wir wissen, dass Brücken und Straßen altern."),
    ("fr", "Le pont est fini, et nous remercions les ouvriers."),
    ("und", "alpha, beta, and gamma"),
    ("zh-Hans", "教育,科技,和人才"),
]


def commas(language: str, text: str) -> list[bool]:
    segments = speech(text, language=language)
    return list_commas(segments)[segments.borders == 1].tolist()


@pytest.mark.parametrize("case", LISTS)
def test_the_commas_of_a_list(case: tuple[str, str] | tuple[str, str, int]) -> None:
    language, text = case[:2]
    found = commas(language, text)
    assert sum(found) == (case[2] if len(case) > 2 else text.count(","))


@pytest.mark.parametrize(("language", "text"), CLAUSES)
def test_the_commas_of_clauses(language: str, text: str) -> None:
    assert not any(commas(language, text))


def test_every_list_comma_is_a_weak_border_and_ends_no_phrase() -> None:
    for language, text, *_ in LISTS:
        speeches = lay_out([speech(text, language=language)], Even())
        found = list_commas(speeches.segments[0])
        assert (speeches.segments[0].borders[found] == 1).all()
        assert not (speeches.stops[0] & found).any()


def test_a_list_is_one_phrase() -> None:
    segments = speech("We thank all masons, millers, and fishermen. The harbour is open.", language="en")
    speeches = lay_out([segments], Even())
    spans = candidate_spans(segments, speeches.stops[0], speeches.numbered[0], min_length_chars=4)
    assert "We thank all masons, millers, and fishermen" in [segments.surface(a, b) for a, b in spans.tolist()]


def test_no_words_no_commas() -> None:
    assert np.array_equal(list_commas(speech("", language="en")), [False])
