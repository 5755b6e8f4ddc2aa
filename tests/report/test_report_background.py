"""What weighed the wording: names instead of keys, in both languages, and a stranger's names as they are."""

from __future__ import annotations

import pytest

from reuse.background import load
from reuse.report.said import LANGUAGES, Quote, Said, strings
from reuse.report.view_background import background_rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_the_pack_that_ships_has_a_name(language: str) -> None:
    rows = background_rows(load("speeches").describe())
    table = strings(language)
    labels = [table[name.key] for name, _ in rows]
    assert len(set(labels)) == len(labels) > 10
    assert not [label for label in labels if "_" in label or "." in label]
    assert all(value.key in table for _, value in rows)


def test_figures_are_written_for_readers() -> None:
    told = {"documents": 1445, "languages": {"zh": {"documents": 275, "units": 2076819}}}
    assert background_rows(told) == (
        (Said("background.documents"), Said("plain", {"n": "1,445"})),
        (Said("language.zh"), Said("background.of_language", {"documents": "275", "units": "2,076,819"})),
    )


def test_a_collection_of_ones_own_goes_by_its_own_name() -> None:
    ((name, value),) = background_rows({"collections": {"<b>reports_2020": 3}})
    assert name == Said("plain", {"n": Quote("<b>reports_2020")})
    assert value == Said("background.of_collection", {"n": "3"})


def test_no_background_has_no_rows() -> None:
    assert background_rows({}) == ()
