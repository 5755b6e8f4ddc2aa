"""Every alignment shows what is written at its places, and its opcodes turn one side into the other."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from made_pairs import ENDINGS, SOURCE, TARGET, aligned, ink, pairs_of_texts, places, segments_of
from made_texts import any_text, brisk, unhurried

from reuse.align import Aligned
from reuse.model import Alignment, Opcode


def rebuilt(opcodes: tuple[Opcode, ...], source: str, target: str) -> str:
    """The target, made of the source's equal pieces and the target's other ones."""
    return "".join(source[s0:s1] if tag == "equal" else target[t0:t1] for tag, s0, s1, t0, t1 in opcodes)


def mirrored(opcodes: tuple[Opcode, ...]) -> tuple[Opcode, ...]:
    return tuple((tag, t0, t1, s0, s1) for tag, s0, s1, t0, t1 in opcodes)


def check_opcodes(alignment: Alignment, source: str, target: str) -> None:
    assert rebuilt(alignment.opcodes, source, target) == target
    assert rebuilt(mirrored(alignment.opcodes), target, source) == source
    s = t = 0
    for tag, s0, s1, t0, t1 in alignment.opcodes:
        assert (s0, t0) == (s, t), "a gap or an overlap"
        assert s0 <= s1
        assert t0 <= t1
        assert {
            "equal": source[s0:s1] == target[t0:t1] != "",
            "replace": s0 < s1 and t0 < t1,
            "delete": s0 < s1 and t0 == t1,
            "insert": s0 == s1 and t0 < t1,
        }[tag]
        s, t = s1, t1
    assert (s, t) == (len(source), len(target))
    assert all(one[0] != other[0] for one, other in itertools.pairwise(alignment.opcodes)), "neighbours of one tag"


def check(found: Aligned, source: str, target: str) -> None:
    for alignment in found.alignments:
        s, t = alignment.source, alignment.target
        assert (s.document, t.document) == ("a", "b")
        assert 0 <= s.start < s.end <= len(source)
        assert 0 <= t.start < t.end <= len(target)
        s_text, t_text = source[s.start : s.end], target[t.start : t.end]
        check_opcodes(alignment, s_text, t_text)
        for s0, s1, t0, t1 in alignment.moves:
            assert 0 <= s0 < s1 <= len(s_text)
            assert 0 <= t0 < t1 <= len(t_text)
        assert 0 <= alignment.identity <= 1
        assert 0 <= alignment.stock <= 1
        assert alignment.bits > 0
        assert max(len(s_text), len(t_text)) >= 4


@unhurried
@given(pairs_of_texts())
def test_random_pairs_rebuild_each_other(pair: tuple[str, str]) -> None:
    check(aligned(*pair), *pair)


@unhurried
@given(any_text(60), any_text(60))
def test_random_texts_rebuild_each_other(source: str, target: str) -> None:
    check(aligned(source, target, min_bits=4.0), source, target)


@unhurried
@given(any_text(30))
def test_a_text_in_other_dress_rebuilds_itself(text: str) -> None:
    source, target = text, unicodedata.normalize("NFKC", text).upper().replace("\n", "\r\n")
    check(aligned(source, target, min_bits=4.0), source, target)


def test_there_is_something_to_rebuild() -> None:
    found = aligned(SOURCE, TARGET)
    check(found, SOURCE, TARGET)
    assert len(found.alignments) >= 9
    assert any(a.moves for a in found.alignments)
    assert {tag for a in found.alignments for tag, *_ in a.opcodes} == {"equal", "replace", "delete", "insert"}


def test_speeches_of_the_project_rebuild_each_other(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").glob("*.txt"))]
    found = aligned(*texts)
    check(found, *texts)
    assert len(found.alignments) > 50


def test_ends_stand_at_units() -> None:
    found = aligned(SOURCE, TARGET)
    for text, side in ((SOURCE, "source"), (TARGET, "target")):
        segments = segments_of(text, "d")
        for alignment in found.alignments:
            locus = getattr(alignment, side)
            assert locus.start in segments.starts
            assert locus.end in segments.ends


def test_moved_pieces_say_the_same_on_both_sides() -> None:
    source, target = "它是联系山区果农的桥梁和纽带。", "它是联系山区果农的纽带和桥梁。"
    (alignment,) = aligned(source, target).alignments
    moved = {
        (source[alignment.source.start :][s0:s1], target[alignment.target.start :][t0:t1])
        for s0, s1, t0, t1 in alignment.moves
    }
    assert moved in ({("桥梁", "桥梁")}, {("纽带", "纽带")})


def test_no_alignment_lies_inside_another_one_on_both_sides(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus").rglob("*.txt"))[:8]]
    found = aligned(*texts)
    by_id = dict(zip("abcdefgh", texts, strict=True))
    rows = [
        (a.source.document, a.target.document, places(a.source, by_id[a.source.document]), a) for a in found.alignments
    ]
    assert len(rows) > 100
    for (one_source, one_target, one, a), (source, target, other, b) in itertools.permutations(rows, 2):
        if (one_source, one_target) == (source, target) and one <= other:
            assert not b.target.start <= a.target.start < a.target.end <= b.target.end, (a.id, b.id)


def test_ids_are_unique_and_everything_is_the_same_again() -> None:
    texts = (SOURCE, TARGET, SOURCE[::2] + TARGET, TARGET + "\n" + SOURCE)
    one, other = aligned(*texts), aligned(*texts)
    assert one == other
    for rows in (one.alignments, one.passages):
        assert len({row.id for row in rows}) == len(rows) > 5
    assert [(p.source, p.target) for p in one.pairs] == list(itertools.combinations("abcd", 2))
    pairs = [(a.source.document, a.target.document) for a in one.alignments]
    assert pairs == sorted(pairs)


def test_alignments_stand_in_order_of_source_then_target_start() -> None:
    wording = "开创全市工会工作新局面"
    source = f"{wording}，努力前行。"
    target = f"{source}窗外玉兰花昨夜开了三朵，邻居家花猫趴在墙头打盹。{wording}。"
    for ending in ENDINGS:
        found = aligned(source + ending, target).alignments
        assert [(a.source.start, a.target.start) for a in found] == [(0, 0), (0, target.rindex(wording))]


def shown_identity(alignment: Alignment) -> float:
    """Twice the equal characters, by the characters of both sides."""
    s, t = alignment.source, alignment.target
    equal = sum(s1 - s0 for tag, s0, s1, _, _ in alignment.opcodes if tag == "equal")
    return 2 * equal / (s.end - s.start + t.end - t.start)


def test_identity_is_what_the_opcodes_show() -> None:
    figures = ("全市共有6700名织布工人。", "全市共有8700名织布工人。")
    rows = [*aligned(*figures).alignments, *aligned(SOURCE, TARGET).alignments]
    assert [a.identity for a in rows] == [pytest.approx(shown_identity(a), abs=1e-4) for a in rows]


def test_identity_looks_through_scripts_width_and_punctuation(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "corpus" / "specimens").glob("20*.txt"))[:8]]
    rows = aligned(*texts).alignments
    assert len(rows) > 100
    for a in rows:
        assert a.identity >= shown_identity(a) - 1e-4
        assert (a.identity == 1.0) == (a.kind == "verbatim")


@brisk
@given(pairs_of_texts())
def test_characters_are_counted_without_blanks(pair: tuple[str, str]) -> None:
    assert aligned(*pair).characters == {"a": ink(pair[0]), "b": ink(pair[1])}
