"""Time cut into periods."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reuse.formulas.coverage import coverage
from reuse.formulas.periods import UNDATED, timeline
from reuse.model import Document

DATES = st.none() | st.dates().map(str) | st.integers(1900, 2030).map(str)


def test_many_years_fall_into_steps_of_some_years() -> None:
    found = timeline([str(year) for year in range(1954, 2027)])
    assert found.months == 60
    assert found.names[0] == "1954–1958"
    assert found.names[-1] == "2024–2026"
    assert sum(found.sizes) == 73


def test_a_few_years_of_full_dates_fall_into_months() -> None:
    found = timeline([f"2013-{month:02}-{day:02}" for month in range(1, 13) for day in (3, 13, 23)])
    assert found.names[:2] == ("2013-01", "2013-02")
    assert found.sizes == [3] * 12


def test_bare_years_never_fall_into_months() -> None:
    assert timeline(["2020", "2020-05-01", "2021", "2021-07", "2022", "2022"]).months >= 12


def test_undated_documents_stand_apart() -> None:
    found = timeline([None, "2020", "2021"])
    assert found.of_document[0] == UNDATED
    assert [(p.period, p.documents, p.of) for p in found.history([0, 1])] == [(found.names[0], 1, found.sizes[0])]
    assert timeline([None, None]).names == ()


@given(st.lists(DATES, max_size=40))
def test_every_dated_document_has_one_period_and_order_is_kept(dates: list[str | None]) -> None:
    found = timeline(dates)
    assert sum(found.sizes) == sum(date is not None for date in dates)
    assert all(size > 0 for size in found.sizes)
    dealt = [(date[:4], int(period)) for date, period in zip(dates, found.of_document, strict=True) if date]
    for (year, period), (other, later) in ((a, b) for a in dealt for b in dealt):
        if year < other:
            assert period <= later


def test_coverage_names_the_years_between_that_have_nothing() -> None:
    dates = ("1960", "1964-05-01", "1966", None)
    found = coverage([Document.from_text("x", id=str(i), date=date) for i, date in enumerate(dates)])
    assert (found.documents, found.undated, found.first, found.last) == (4, 1, "1960", "1966")
    assert found.gaps == ("1961–1963", "1965")
    assert coverage([]).first is None
