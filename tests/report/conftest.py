"""Sample results and pages for the tests of the report."""

from __future__ import annotations

import pytest
from report_samples import CLOSING, MANY_SHARED, OPENING, PAIR_SHARED, THIRD, nothing_found, sample

from reuse.model import Result


@pytest.fixture(scope="session")
def pair_result() -> Result:
    return sample((OPENING, CLOSING), PAIR_SHARED)


@pytest.fixture(scope="session")
def many_result() -> Result:
    return sample((OPENING, CLOSING, THIRD), MANY_SHARED)


@pytest.fixture(scope="session")
def nothing_result() -> Result:
    return nothing_found((OPENING, CLOSING))
