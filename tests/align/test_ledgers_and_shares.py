"""Ledgers and shares against a slow recount, character by character, from the alignments."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from made_pairs import SOURCE, TARGET, Stock, aligned, ink, pairs_of_texts, places
from made_texts import brisk

from reuse.align import Aligned
from reuse.model import Alignment, Ledger

STRONGEST_FIRST = ("verbatim", "reworded", "stock", "own")
KNOWN = Stock(
    (
        "它是联系山区果农和县城居民的桥梁和纽带",
        "凡是牧民的冷暖都要记在心上",
        "wealwayskeeptheoldbrasslampburningbrightlyuntildawn",
    )
)


def is_stock(alignment: Alignment) -> bool:
    return alignment.stock >= 0.5


def recounted_ledger(found: Aligned, id_: str, text: str) -> Ledger:
    """Each character that is no blank, by the strongest class of any alignment it lies in."""
    classes = {i: {"own"} for i, c in enumerate(text) if not c.isspace()}
    for alignment in found.alignments:
        for side, locus in (("source", alignment.source), ("target", alignment.target)):
            if locus.document != id_:
                continue
            for i in places(locus, text):
                classes[i].add("stock" if is_stock(alignment) else "reworded")
            for tag, s0, s1, t0, t1 in alignment.opcodes:
                if tag == "equal" and not is_stock(alignment):
                    start, end = (s0, s1) if side == "source" else (t0, t1)
                    for i in range(locus.start + start, locus.start + end):
                        if i in classes:
                            classes[i].add("verbatim")
    counts = Counter(next(name for name in STRONGEST_FIRST if name in found_in) for found_in in classes.values())
    return Ledger(**{name: counts[name] for name in STRONGEST_FIRST})


def recounted_share(loci: list[set[int]], text: str) -> float:
    return round(len(set().union(*loci)) / ink(text), 6) if ink(text) else 0.0


def check(found: Aligned, texts: dict[str, str]) -> None:
    for id_, text in texts.items():
        ledger = found.ledgers[id_]
        assert ledger == recounted_ledger(found, id_, text)
        assert ledger.verbatim + ledger.reworded + ledger.stock + ledger.own == found.characters[id_] == ink(text)
    for pair in found.pairs:
        rows = [a for a in found.alignments if (a.source.document, a.target.document) == (pair.source, pair.target)]
        distinctive = [a for a in rows if not is_stock(a)]
        source, target = texts[pair.source], texts[pair.target]
        assert pair.alignments == len(rows)
        assert pair.source_share == recounted_share([places(a.source, source) for a in rows], source)
        assert pair.target_share == recounted_share([places(a.target, target) for a in rows], target)
        assert pair.source_share_distinctive == recounted_share([places(a.source, source) for a in distinctive], source)
        assert pair.target_share_distinctive == recounted_share([places(a.target, target) for a in distinctive], target)


@brisk
@given(st.lists(pairs_of_texts(), min_size=1, max_size=2))
def test_random_texts_add_up(pairs: list[tuple[str, str]]) -> None:
    texts = [text for pair in pairs for text in pair]
    check(aligned(*texts, background=KNOWN), dict(zip("abcd", texts, strict=False)))


def test_planted_wording_adds_up() -> None:
    found = aligned(SOURCE, TARGET, background=KNOWN)
    check(found, {"a": SOURCE, "b": TARGET})
    assert all(getattr(ledger, name) > 0 for ledger in found.ledgers.values() for name in STRONGEST_FIRST)
    check(aligned(SOURCE, TARGET, SOURCE + TARGET, background=KNOWN), {"a": SOURCE, "b": TARGET, "c": SOURCE + TARGET})


def test_stock_is_counted_apart_and_nothing_of_it_is_lost() -> None:
    plain, known = aligned(SOURCE, TARGET), aligned(SOURCE, TARGET, background=KNOWN)
    assert [(a.id, a.opcodes, a.bits) for a in plain.alignments] == [
        (a.id, a.opcodes, a.bits) for a in known.alignments
    ]
    stocks = [a.stock for a in known.alignments if is_stock(a)]
    assert len(stocks) >= 2
    assert max(stocks) == 0.9, "nothing agrees that is not in the key"
    assert plain.pairs[0].source_share == known.pairs[0].source_share == plain.pairs[0].source_share_distinctive
    assert known.pairs[0].source_share_distinctive < known.pairs[0].source_share
    assert plain.ledgers["a"].stock == 0
    assert known.ledgers["a"].stock > 0
    assert plain.ledgers["a"].own == known.ledgers["a"].own


def test_stock_is_that_of_the_agreeing_wording() -> None:
    source, target = "它是联系山区果农与县城居民的桥梁。", "它是联系山区果农与全县乡亲的桥梁。"
    assert [a.stock for a in aligned(source, target, background=Stock(("县城居民",))).alignments] == [0.0], "it differs"
    (alignment,) = aligned(source, target, background=Stock(("它是联系山区果农",))).alignments
    assert 0.45 < alignment.stock < 0.9, "the longer of the two runs that agree, weighed by its length"


def test_blanks_are_not_counted() -> None:
    wording = "在雨夜里为晚归的纺织女工留一盏不灭的灯"
    spaced = "\n\n\u3000\u3000" + "\x1c" + wording + "\xa0\u2028 \r\n"
    found = aligned(wording, spaced)
    assert dict(found.characters) == {"a": 19, "b": 19}
    assert found.pairs[0].source_share == found.pairs[0].target_share == 1.0
    assert found.ledgers["b"] == Ledger(verbatim=19, reworded=0, stock=0, own=0)
