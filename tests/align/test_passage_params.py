"""Presets for passages."""

from __future__ import annotations

import pytest

from reuse.errors import ParameterError
from reuse.params import Params, PassageParams


def test_presets_change_how_passages_are_found_and_nothing_else() -> None:
    plain = Params()
    for name in ("speeches", "passages", "summaries"):
        preset = Params.preset(name)
        assert preset.updated({}) == preset
        assert preset.align.search_passages == (name != "speeches")
        grouped = preset.updated({"align": {"search_passages": False}})
        assert {**grouped.to_dict(), "passages": None} == {**plain.to_dict(), "passages": None}
    assert Params.preset("passages").passages == PassageParams()
    assert Params.preset("summaries").fingerprint != plain.fingerprint


def test_an_unknown_preset_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ParameterError, match="summaries"):
        Params.preset("essays")
