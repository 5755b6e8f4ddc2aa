"""The collector is off inside and afterwards as it was before, also where something went wrong."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reuse.collector import put_off


@pytest.fixture(params=[True, False])
def was_on(request: pytest.FixtureRequest) -> Iterator[bool]:
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


def test_the_collector_is_put_back_as_it_was(was_on: bool) -> None:
    with put_off():
        assert not gc.isenabled()
    assert gc.isenabled() is was_on
    with pytest.raises(KeyError), put_off():
        raise KeyError
    assert gc.isenabled() is was_on
