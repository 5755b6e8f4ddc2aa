"""A small result made by hand, with everything the contract can hold, for tests of what is done with results."""

from __future__ import annotations

from reuse.model import (
    Alignment,
    Coverage,
    DatedWording,
    Document,
    EditionItem,
    Editions,
    Family,
    Filler,
    Form,
    Formula,
    History,
    Inventory,
    Ledger,
    Locus,
    Maybe,
    Measures,
    MissingFormula,
    NearestMiss,
    Pair,
    Parallelism,
    Passage,
    Period,
    Result,
    SentenceMatch,
    Skipped,
    Slot,
    Variant,
    WordingChange,
)

FIRST = "同志们：工会是党联系职工群众的桥梁和纽带。祝大会圆满成功！"
SECOND = "各位代表：\n工会是党联系广大职工群众的纽带和桥梁。=1+1\ud800 \x1b[31m\u2028祝大会圆满成功！"


def _locus(document: Document, wording: str) -> Locus:
    start = document.text.index(wording)
    return Locus(document.id, start, start + len(wording))


def small_change() -> WordingChange:
    """One formula that moved."""
    period = Period("2022", 1, 1)
    earlier = DatedWording("桥梁和纽带", 1, "2022-05-01", "2022-05-01", (period,), (Locus("first", 15, 20),))
    later = DatedWording("纽带和桥梁", 1, "2022-05-01", "2022-05-01", (period,), (Locus("second", 19, 24),))
    return WordingChange("c1", "职工群众的〔〕", (earlier, later), 2, 1 / 3, 0.1, 0.5, 2.5, 0.02, 12.0, family="f1")


def small_history() -> History:
    """The history of the same two speeches."""
    result = small_result()
    return History(
        version=result.version,
        params=result.params,
        background=result.background,
        coverage=Coverage(2, 1, "2022-05-01", "2022-05-01", ("1961–1963",)),
        documents=result.documents,
        changes=result.changes,
        families=result.families,
        skipped=result.skipped,
        warnings=result.warnings,
    )


def small_editions() -> Editions:
    """The second of the two speeches against the first."""
    result = small_result()
    here, there = Locus("second", 6, 24), Locus("first", 4, 20)
    return Editions(
        version=result.version,
        params=result.params,
        background=result.background,
        coverage=Coverage(1, 0, "2022-05-01", "2022-05-01", ()),
        document=result.documents[1],
        documents=result.documents[:1],
        items=(
            EditionItem("reworded", SECOND[6:24], here, there, 2 / 3, 1, 1, "2022-05-01", 40.0, 0.25),
            EditionItem("dropped", FIRST[:3], Locus("first", 0, 3), None, 0.0, 1, 1, None, 12.0, 0.9),
        ),
        missing=(
            MissingFormula(
                FIRST[:3], Locus("first", 0, 3), 1, 1, 1, "2022-05-01", 2 / 3, 12, 1.58, here, 0.2, 12.0, 0.9
            ),
        ),
        skipped=result.skipped,
        warnings=result.warnings,
    )


def small_result(**changes: object) -> Result:
    """Two speeches, two alignments, one of each other thing; fields of the result may be given otherwise."""
    first = Document.from_text(FIRST, id="first", title="=开幕词", date="2022-05-01", speaker="甲", language="zh-Hans")
    second = Document.from_text(SECOND, id="second", title="<b>致辞</b>", language="zh-Hans")
    wish = "祝大会圆满成功！"
    verbatim = Alignment(
        id="a2",
        source=_locus(first, wish),
        target=_locus(second, wish),
        opcodes=(("equal", 0, 8, 0, 8),),
        moves=(),
        identity=1.0,
        bits=20.0,
        kind="verbatim",
        stock=0.9,
    )
    reordered = Alignment(
        id="a1",
        source=_locus(first, "工会是党联系职工群众的桥梁和纽带"),
        target=_locus(second, "工会是党联系广大职工群众的纽带和桥梁"),
        opcodes=(
            ("equal", 0, 6, 0, 6),
            ("insert", 6, 6, 6, 8),
            ("equal", 6, 11, 8, 13),
            ("replace", 11, 13, 13, 15),
            ("equal", 13, 14, 15, 16),
            ("replace", 14, 16, 16, 18),
        ),
        moves=((11, 13, 16, 18), (14, 16, 13, 15)),
        identity=24 / 34,
        bits=1 / 3,
        kind="reorder",
        stock=0.25,
        passage="p1",
        family="f1",
    )
    content: dict[str, object] = {
        "version": "0.0.1",
        "params": {"align": {"min_length_chars": 4, "weights": (0.1 + 0.2, 1)}},
        "background": {"name": "none"},
        "documents": (first, second),
        "measures": {
            "first": Measures(30, 3, Ledger(verbatim=0, reworded=16, stock=8, own=6)),
            "second": Measures(42, 3, Ledger(verbatim=0, reworded=18, stock=8, own=16)),
        },
        "pairs": (Pair("first", "second", 2, 1, 24 / 30, 26 / 42, 16 / 30, 18 / 42),),
        "alignments": (reordered, verbatim),
        "sentences": (SentenceMatch((verbatim.source,), (verbatim.target,), 1.0, ("a2",)),),
        "passages": (Passage("p1", reordered.source, reordered.target, ("a1",), moved=False),),
        "families": (
            Family(
                id="f1",
                template="工会是党联系〔1〕职工群众的〔2〕",
                slots=(
                    Slot("modifier", (Filler("", 1), Filler("广大", 1, (("甲", 1),), (("2022", 1),)))),
                    Slot("other", (Filler("桥梁和纽带", 1), Filler("纽带和桥梁", 1))),
                ),
                variants=(
                    Variant("工会是党联系职工群众的桥梁和纽带", (reordered.source,)),
                    Variant("工会是党联系广大职工群众的纽带和桥梁", (reordered.target,)),
                ),
                documents=2,
                occurrences=2,
                bits=40.5,
                stock=0.25,
                first="2022-05-01",
                last="2022-05-01",
                history=(Period("2022", 1, 1), Period("undated", 1, 1)),
                maybe=(Maybe("党联系职工群众", (_locus(first, "党联系职工群众"),), 0.96),),
            ),
        ),
        "formulas": (
            Formula(
                id="w1",
                text=wish,
                kind="formula",
                position="closing",
                documents=2,
                occurrences=2,
                bits=20.0,
                stock=0.9,
                clause_start=1.0,
                clause_end=1 / 3,
                places=(_locus(first, wish), _locus(second, wish)),
                part_of=(),
                longer=(Form("祝大会圆满成功！谢谢", 1, 1),),
                family="f1",
                first="2022-05-01",
                last="2022-05-01",
            ),
        ),
        "parallelisms": (Parallelism("r1", "职工", "opening", (_locus(first, "同志们"),) * 3),),
        "changes": (small_change(),),
        "skipped": (Skipped("broken.txt", "it is empty"),),
        "warnings": ("One warning.",),
        "seeds": 7,
        "timings": {"align": 0.125},
    }
    return Result(**{**content, **changes})  # type: ignore[arg-type]


def nothing_found() -> Result:
    """The same two speeches, nothing shared, and a near miss."""
    return small_result(
        alignments=(),
        sentences=(),
        passages=(),
        families=(),
        pairs=(Pair("first", "second", 0, 0, 0.0, 0.0, 0.0, 0.0),),
        seeds=3,
        nearest_miss=NearestMiss(Locus("first", 4, 8), Locus("second", 6, 10), bits=9.5, threshold=14.25),
    )


def small_inventory() -> Inventory:
    """The formulas of the same two speeches, without what a comparison adds."""
    result = small_result()
    return Inventory(
        version=result.version,
        params=result.params,
        background=result.background,
        documents=result.documents,
        formulas=result.formulas,
        families=result.families,
        parallelisms=result.parallelisms,
        skipped=result.skipped,
        warnings=result.warnings,
        timings=result.timings,
    )
