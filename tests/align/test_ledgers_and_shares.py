"""Ledgers and shares against a slow recount, character by character, from the alignments."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from made_pairs import SOURCE, TARGET, Stock, aligned, ink, pairs_of_texts, segments_of
from made_texts import any_text, brisk

from reuse.align import Aligned
from reuse.align.coverage import Coverage
from reuse.model import Alignment, Ledger, Locus

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
    """Each character that is no blank, by the strongest class of any alignment it lies in.

    One between words, in no alignment, by the weaker class of the next words on either side.
    """
    classes = {i: {"own"} for i in range(len(text))}
    for alignment in found.alignments:
        for side, locus in (("source", alignment.source), ("target", alignment.target)):
            if locus.document != id_:
                continue
            for i in range(locus.start, locus.end):
                word_for_word = alignment.kind == "verbatim"
                classes[i].add("stock" if is_stock(alignment) else "verbatim" if word_for_word else "reworded")
            for tag, s0, s1, t0, t1 in alignment.opcodes:
                if tag == "equal" and not is_stock(alignment):
                    start, end = (s0, s1) if side == "source" else (t0, t1)
                    for i in range(locus.start + start, locus.start + end):
                        classes[i].add("verbatim")
    strongest = [next(name for name in STRONGEST_FIRST if name in classes[i]) for i in range(len(text))]
    told = [
        max((strongest[k] for k in words), key=STRONGEST_FIRST.index)
        if words and strongest[i] == "own"
        else strongest[i]
        for i, words in enumerate(words_beside(text))
    ]
    counts = Counter(name for name, c in zip(told, text, strict=True) if not c.isspace())
    return Ledger(**{name: counts[name] for name in STRONGEST_FIRST})


def words_beside(text: str) -> list[list[int]]:
    """For each character between words, the last one of the word before it and the first one of the word behind it."""
    segments = segments_of(text, "x")
    inside = {i for start, end in zip(segments.starts, segments.ends, strict=True) for i in range(start, end)}
    rows = []
    for i in range(len(text)):
        before = next((k for k in range(i, -1, -1) if k in inside), None)
        behind = next((k for k in range(i, len(text)) if k in inside), None)
        rows.append([] if i in inside else [k for k in (before, behind) if k is not None])
    return rows


def recounted_share(loci: list[Locus], text: str) -> float:
    """Characters in any place, and those between words that have places on either side."""
    shared = set[int]().union(*(range(locus.start, locus.end) for locus in loci))
    shared |= {i for i, words in enumerate(words_beside(text)) if words and shared.issuperset(words)}
    return round(sum(not text[i].isspace() for i in shared) / ink(text), 6) if ink(text) else 0.0


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
        assert pair.source_share == recounted_share([a.source for a in rows], source)
        assert pair.target_share == recounted_share([a.target for a in rows], target)
        assert pair.source_share_distinctive == recounted_share([a.source for a in distinctive], source)
        assert pair.target_share_distinctive == recounted_share([a.target for a in distinctive], target)


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


@brisk
@given(any_text(12), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=8))
def test_more_places_never_share_less_and_all_words_share_all(text: str, spans: list[tuple[int, int]]) -> None:
    segments = segments_of(text, "a")
    coverage, n = Coverage.of(segments), len(segments)
    loci = [segments.locus(start % n, min(start % n + units, n)) for start, units in spans] if n else []
    shares = [coverage.share(loci[:k]) for k in range(len(loci) + 1)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert shares[-1] == recounted_share(loci, text)
    if n:
        assert coverage.share([segments.locus(i, i + 1) for i in range(n)]) == (1.0 if ink(text) else 0.0)


def test_punctuation_goes_with_the_words_on_either_side() -> None:
    shared = "在雨夜里为晚归的纺织女工留一盏灯"
    found = aligned(f"——{shared}！", f"{shared}，玉兰花。")
    assert found.ledgers["a"] == Ledger(verbatim=len(shared) + 3, reworded=0, stock=0, own=0)
    assert found.ledgers["b"] == Ledger(verbatim=len(shared), reworded=0, stock=0, own=5)
    assert (found.pairs[0].source_share, found.pairs[0].target_share) == (
        1.0,
        round(len(shared) / ink(f"{shared}，玉兰花。"), 6),
    )


def test_a_text_in_another_script_or_width_is_the_same_word_for_word() -> None:
    here = "2023年7月6日，哈尔滨市总工会为20万职工办实事。"
    for there in (
        "2023年7月6日，哈爾濱市總工會為20萬職工辦實事。",
        "２０２３年７月６日，哈尔滨市总工会为２０万职工办实事。",
    ):
        found = aligned(here, there)
        assert [alignment.kind for alignment in found.alignments] == ["verbatim"]
        assert [(ledger.reworded, ledger.own) for ledger in found.ledgers.values()] == [(0, 0), (0, 0)]
