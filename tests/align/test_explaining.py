"""Explanations: they tell of the same search that makes alignments, and their sums are right."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from made_pairs import ENDINGS, SOURCE, TARGET, pairs_of_texts, segments_of

import reuse
from reuse.align.alignments import snapped
from reuse.align.explaining import Explanation, explain_pair
from reuse.errors import RequestError
from reuse.model import Document
from reuse.params import AlignParams, Params

REWORDED = ("为工会工作发展创造更好环境和条件", "各级要为工会组织开展工作创造有利条件")

# One clause at four places of either text, apart from each other: sixteen combinations, four of which are enough.
OFTEN = tuple("".join(f"码头边的旧仓库，{between}。" for between in texts) for texts in ("甲乙丙丁", "子丑寅卯"))


def explained(source: str, target: str, **changes: float) -> Explanation:
    return explain_pair(segments_of(source, "a"), segments_of(target, "b"), params=AlignParams(**changes))


def places_of_alignments(source: str, target: str) -> set[tuple[int, int, int, int]]:
    found = reuse.compare([Document.from_text(source, id="a"), Document.from_text(target, id="b")])
    return {(x.source.start, x.source.end, x.target.start, x.target.end) for x in found.alignments}


@pytest.mark.parametrize("ending", ENDINGS)
def test_kept_chains_are_the_alignments_of_a_comparison(ending: str) -> None:
    source = SOURCE + ending
    one, other = segments_of(source, "a"), segments_of(TARGET, "b")
    reach = AlignParams().snap_units
    kept = set()
    for chain in explained(source, TARGET).chains:
        if chain.verdict != "kept":
            continue
        place = []
        for segments, locus in ((one, chain.source), (other, chain.target)):
            first = segments.starts.tolist().index(locus.start)
            last = segments.ends.tolist().index(locus.end) + 1
            first, last = snapped(segments.borders, np.array([[first, last]]), reach=reach)[0].tolist()
            place += [int(segments.starts[first]), int(segments.ends[last - 1])]
        kept.add(tuple(place))
    assert kept
    assert kept == places_of_alignments(source, TARGET)


@settings(max_examples=40, deadline=None)
@given(pairs_of_texts())
def test_sums_and_texts_are_right(texts: tuple[str, str]) -> None:
    found = explained(*texts)
    for chain in found.chains:
        assert chain.bits == pytest.approx(sum(piece.gain for piece in chain.pieces))
        assert (chain.bits >= chain.required_bits) or chain.verdict != "kept" or _is_part(found)
        for piece in chain.pieces:
            assert piece.gain == pytest.approx(piece.bits + piece.edge_bits - piece.gap_bits)
            assert piece.gap_bits >= -1e-9
    for piece in (*found.seeds, *(piece for chain in found.chains for piece in chain.pieces)):
        assert piece.text == texts[0][piece.source.start : piece.source.end]
        assert piece.target_text == texts[1][piece.target.start : piece.target.end]


def _is_part(found: Explanation) -> bool:
    return any(chain.verdict == "cut at sentence ends" for chain in found.chains)


@settings(max_examples=25, deadline=None)
@given(pairs_of_texts())
def test_exchanging_the_texts_mirrors_the_explanation(texts: tuple[str, str]) -> None:
    one, other = explained(*texts), explained(*reversed(texts))
    rows = [(x.source.start, x.source.end, x.target.start, x.target.end, x.bits, x.exact) for x in one.seeds]
    turned = [(x.target.start, x.target.end, x.source.start, x.source.end, x.bits, x.exact) for x in other.seeds]
    if texts[0] != texts[1]:
        assert sorted(rows) == sorted(turned)
        assert sorted((c.bits, c.verdict) for c in one.chains) == sorted((c.bits, c.verdict) for c in other.chains)


def test_what_a_gap_costs_and_what_it_is_for() -> None:
    (chain,) = [chain for chain in explained(*REWORDED).chains if chain.verdict == "kept"]
    assert [piece.text for piece in chain.pieces] == ["为工会", "工作", "创造", "条件"]
    first, second, *_ = chain.pieces
    assert first.gap_bits == 0
    free = explained(*REWORDED, gap_bits=0.0, unmatched_unit_bits=0.0)
    (free_chain,) = [chain for chain in free.chains if chain.verdict == "kept"]
    assert second.gap_bits > AlignParams().gap_bits
    assert all(piece.gap_bits == pytest.approx(0) for piece in free_chain.pieces)


@pytest.mark.parametrize(
    ("source", "target", "settings_", "verdict"),
    [
        (*REWORDED, {"threshold_margin_bits": 120.0}, "below the threshold"),
        (*REWORDED, {"full_units": 200}, "too few equal units for its bits"),
        (*REWORDED, {"min_matched_chars": 40}, "too few characters in common"),
        (*REWORDED, {"min_length_chars": 40}, "shorter than an alignment may be"),
        (*OFTEN, {"strong_border_bits": 99.0, "min_bits": 1.0, "threshold_margin_bits": -9.0}, "folded"),
        (SOURCE, SOURCE + "。", {"strong_border_bits": 0.0}, "inside a stronger one"),
        (*(f"{side}。祝大会圆满成功" for side in REWORDED), {"strong_border_bits": 2.0}, "cut at sentence ends"),
    ],
)
def test_each_rule_is_told_of(source: str, target: str, settings_: dict[str, float], verdict: str) -> None:
    assert verdict in {chain.verdict for chain in explained(source, target, **settings_).chains}


def test_texts_without_anything_in_common_have_a_threshold_and_nothing_else() -> None:
    found = explained("窗外玉兰花", "Nobody came")
    assert found.threshold >= AlignParams().min_bits
    assert (found.seeds, found.chains) == ((), ())
    assert str(found).startswith("threshold: ")


def test_the_public_door_takes_strings_and_documents_and_settings() -> None:
    found = reuse.explain(*REWORDED)
    assert {chain.source.document for chain in found.chains} == {"source"}
    assert "为工会 ~ 为工会" in str(found)
    document = Document.from_text(REWORDED[0], id="x")
    strict = reuse.explain(document, REWORDED[1], params=Params().updated({"align": {"min_bits": 500.0}}))
    assert strict.threshold == 500.0
    assert {chain.verdict for chain in strict.chains} <= {"below the threshold"}
    with pytest.raises(RequestError, match="used twice"):
        reuse.explain(document, document)
