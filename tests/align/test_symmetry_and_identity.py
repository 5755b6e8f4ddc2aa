"""Exchanging two documents mirrors everything; a text laid against itself is shared as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from made_pairs import NOTHING_KNOWN, SOURCE, TARGET, aligned, ink, pairs_of_texts, segments_of, wordings
from made_texts import any_text, brisk, unhurried

from reuse.align import Aligned, align
from reuse.model import Ledger, Locus, Pair
from reuse.params import AlignParams

Row = tuple[object, ...]
OPPOSITE = {"equal": "equal", "replace": "replace", "delete": "insert", "insert": "delete"}


def place(locus: Locus) -> Row:
    return (locus.document, locus.start, locus.end)


def said(found: Aligned) -> dict[str, list[Row]]:
    """Everything that was found of one pair, without ids (they name source before target)."""
    number = {a.id: (place(a.source), place(a.target)) for a in found.alignments}
    (pair,) = found.pairs
    return {
        "alignments": sorted(
            (place(a.source), place(a.target), a.opcodes, tuple(sorted(a.moves)), a.identity, a.bits, a.kind, a.stock)
            for a in found.alignments
        ),
        "sentences": sorted(
            (tuple(map(place, m.source)), tuple(map(place, m.target)), m.similarity, {number[i] for i in m.alignments})
            for m in found.sentences
        ),
        "passages": sorted(
            (place(p.source), place(p.target), {number[i] for i in p.alignments}, p.moved) for p in found.passages
        ),
        "pairs": [
            (pair.source, pair.alignments, pair.passages, pair.source_share, pair.source_share_distinctive),
            (pair.target, pair.alignments, pair.passages, pair.target_share, pair.target_share_distinctive),
        ],
        "counts": [(found.seeds, found.folded, dict(found.ledgers), dict(found.characters))],
        "miss": [
            (place(m.source), place(m.target), m.bits, m.threshold) for m in [found.nearest_miss] if m is not None
        ],
    }


def mirrored(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """What the exchanged documents should say."""
    exchanged = {name: [(row[1], row[0], *row[2:]) for row in rows[name]] for name in ("sentences", "passages", "miss")}
    exchanged["sentences"] = [(*row[:3], {(t, s) for s, t in row[3]}) for row in exchanged["sentences"]]
    exchanged["passages"] = [(*row[:2], {(t, s) for s, t in row[2]}, row[3]) for row in exchanged["passages"]]
    exchanged["alignments"] = [
        (
            target,
            source,
            tuple((OPPOSITE[tag], t0, t1, s0, s1) for tag, s0, s1, t0, t1 in opcodes),
            tuple(sorted((t0, t1, s0, s1) for s0, s1, t0, t1 in moves)),
            *rest,
        )
        for source, target, opcodes, moves, *rest in rows["alignments"]
    ]
    return {
        **{name: sorted(found) for name, found in exchanged.items()},
        "pairs": rows["pairs"][::-1],
        "counts": rows["counts"],
    }


def both_ways(source: str, target: str) -> tuple[Aligned, Aligned]:
    one, other = segments_of(source, "a"), segments_of(target, "b")
    forth, back = (
        align(order, background=NOTHING_KNOWN, params=AlignParams()) for order in ([one, other], [other, one])
    )
    return forth, back


@brisk
@given(pairs_of_texts())
def test_exchanging_random_texts_mirrors_what_is_found(pair: tuple[str, str]) -> None:
    forth, back = both_ways(*pair)
    assert said(back) == mirrored(said(forth))


def test_exchanging_speeches_mirrors_what_is_found(root: Path) -> None:
    paths = sorted((root / "corpus").rglob("*.txt"))
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    for one, other in (
        ("union_congress_a.txt", "union_congress_harbin.txt"),
        ("2016-qingyan-people.txt", "2017-qingyan-people.txt"),
        ("2013-wanghu-youth.txt", "2022-wanghu-youth.txt"),
        ("harrowmere-2018.txt", "port-ellery-2021.txt"),
        ("stonewick-2023.txt", "2024-yunqi-union.txt"),
    ):
        forth, back = both_ways(texts[one], texts[other])
        assert said(back) == mirrored(said(forth))
        assert bool(forth.alignments) == (other != "2024-yunqi-union.txt")


def test_exchanging_keeps_the_rows_of_each_side_in_order() -> None:
    _, back = both_ways(SOURCE, TARGET)
    for rows in (back.alignments, back.passages):
        keys = [(row.source.start, row.target.start) for row in rows]
        assert keys == sorted(keys)


PROSE = (
    "渡口的清晨总是从汽笛声开始。挑着担子的菜农最先登船，背书包的孩子跟在后面，谁也不催谁。"
    "老船工说，江水涨了又落，码头换了三任站长，只有那根缆绳还是当年的样子。“人要有根，船要有缆。”他一边说，一边把绳头又紧了紧！\n"
    "去年冬天，北岸修起新桥，通车那天来了两千三百名乡亲。有人担心渡船从此没有生意；也有人提议把它改成水上书屋，让放学的娃娃有个去处。"
    "大伙儿商量了四个晚上，最后决定：白天摆渡，夜里点灯读书。"
)


def whole(text: str) -> Aligned:
    return aligned(text, text)


def test_a_text_is_shared_with_itself_as_one_passage() -> None:
    found = whole(PROSE)
    assert {a.kind for a in found.alignments} == {"verbatim"}
    assert all((a.source.start, a.source.end) == (a.target.start, a.target.end) for a in found.alignments)
    assert all(a.identity == 1.0 for a in found.alignments)
    assert all([tag for tag, *_ in a.opcodes] == ["equal"] for a in found.alignments)
    (passage,) = found.passages
    assert not passage.moved
    assert passage.source.start == passage.target.start == 0
    assert passage.source.end == passage.target.end == len(PROSE) - 1  # the last full stop is no unit
    assert set(passage.alignments) == {a.id for a in found.alignments}


@pytest.mark.parametrize("text", ["渡口的清晨从汽笛声开始。菜农们最先登船。孩子跟在后面。", PROSE])
def test_each_sentence_is_matched_with_itself(text: str) -> None:
    found = whole(text).sentences
    assert [[(x.start, x.end) for x in m.source] for m in found] == [
        [(start, end)] for start, end in segments_of(text, "a").sentences.tolist()
    ]
    assert all([(x.start, x.end) for x in m.source] == [(x.start, x.end) for x in m.target] for m in found)
    assert {m.similarity for m in found} == {1.0}


@pytest.mark.parametrize(
    "text", [f"结论\n{PROSE}", f"{PROSE}\n一\n{PROSE[:40]}\nI.\n{PROSE[40:]}\n完", f"……{PROSE}——\n"]
)
def test_all_of_a_text_is_shared_with_itself_its_shortest_sentences_too(text: str) -> None:
    found = whole(text)
    assert found.pairs[0].source_share == found.pairs[0].target_share == 1.0
    assert found.ledgers["a"] == found.ledgers["b"] == Ledger(verbatim=ink(text), reworded=0, stock=0, own=0)
    assert {a.identity for a in found.alignments if a.source.start == a.target.start} == {1.0}


def test_speeches_are_shared_with_themselves_word_for_word(root: Path) -> None:
    for path in sorted((root / "corpus").rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = whole(text)
        (pair,) = found.pairs
        assert pair.source_share == pair.target_share == 1.0, path.name
        assert found.ledgers["a"] == Ledger(verbatim=ink(text), reworded=0, stock=0, own=0), path.name
        assert {a.kind for a in found.alignments if a.source.start == a.target.start} == {"verbatim"}
        segments = segments_of(text, "a")
        inside = set()
        for a in found.alignments:
            if (a.source.start, a.source.end) == (a.target.start, a.target.end):
                inside.update(range(a.source.start, a.source.end))
        lost = [segments.units[i] for i, start in enumerate(segments.starts.tolist()) if start not in inside]
        assert len(lost) <= 0.02 * len(segments), path.name


def test_a_text_in_traditional_characters_is_shared_with_itself() -> None:
    simplified = "渡口的清晨总是从汽笛声开始，挑着担子的菜农最先登船，背书包的孩子跟在后面"
    traditional = "渡口的清晨總是從汽笛聲開始，挑著擔子的菜農最先登船，背書包的孩子跟在後面"
    found = aligned(simplified, traditional)
    assert wordings(found, simplified, traditional) == [(simplified, traditional)]
    assert found.pairs[0] == Pair("a", "b", 1, 0, 1.0, 1.0, 1.0, 1.0)


@pytest.mark.parametrize("text", ["", "\n", "……", "*", "\ud800", "Ⅻ"])
def test_next_to_nothing_is_compared_with_anything(text: str) -> None:
    for pair in ((text, text), (text, SOURCE), (SOURCE, text)):
        found = aligned(*pair)
        assert found.alignments == found.passages == found.sentences == ()
        assert found.pairs == (Pair("a", "b", 0, 0, 0.0, 0.0, 0.0, 0.0),)
        assert dict(found.characters) == {"a": ink(pair[0]), "b": ink(pair[1])}


@unhurried
@given(any_text(80))
def test_any_text_laid_against_itself_is_symmetric(text: str) -> None:
    (pair,) = whole(text).pairs
    assert pair.source_share == pair.target_share


def test_a_short_shared_wording_is_no_passage() -> None:
    found = aligned("开幕致辞", "开幕致辞")
    assert wordings(found, "开幕致辞", "开幕致辞") == [("开幕致辞", "开幕致辞")]
    assert found.passages == ()
