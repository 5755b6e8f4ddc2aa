"""Results with as many speeches and families as a test of graphs needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reuse.model import Document, Family, Filler, Formula, Ledger, Locus, Measures, Pair, Period, Result, Slot, Variant

Uses = Mapping[str, Sequence[str]]  # family -> speeches, one entry per occurrence


def with_more(result: Result, *, speakers: Mapping[str, str], formulas: Sequence[Formula]) -> Result:
    """The same with speakers of some speeches, and single formulas."""
    documents = tuple(replace(document, speaker=speakers.get(document.id)) for document in result.documents)
    return replace(result, documents=documents, formulas=tuple(formulas))


def formula(name: str, holders: Sequence[str], *, part_of: Sequence[str] = (), family: str | None = None) -> Formula:
    places = tuple(Locus(holder, 10 * i, 10 * i + 4) for i, holder in enumerate(holders))
    return Formula(
        id=name,
        text=f"全面{name}",
        kind="formula",
        position=None,
        documents=len(set(holders)),
        occurrences=len(holders),
        bits=20.0,
        stock=0.5,
        clause_start=1.0,
        clause_end=1.0,
        places=places,
        part_of=tuple(part_of),
        family=family,
    )


def made(dates: Mapping[str, str | None], uses: Uses, *, stock: Mapping[str, float] | None = None) -> Result:
    documents = tuple(
        Document.from_text("甲" * 100, id=name, date=date, title=f"《{name}》") for name, date in dates.items()
    )
    families = tuple(_family(name, holders, dates, (stock or {}).get(name, 0.25)) for name, holders in uses.items())
    names = list(dates)
    pairs = tuple(
        Pair(a, b, n, 1, 0.2, 0.1, 0.1, 0.05)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        for n in [sum(a in holders and b in holders for holders in uses.values())]
    )
    return Result(
        version="0",
        params={},
        background={"name": "made", "fingerprint": "0123456789"},
        documents=documents,
        measures={name: Measures(100, 1, Ledger(0, 0, 0, 100)) for name in dates},
        pairs=pairs,
        alignments=(),
        sentences=(),
        passages=(),
        families=families,
    )


def _family(name: str, holders: Sequence[str], dates: Mapping[str, str | None], stock: float) -> Family:
    known = sorted(date for holder in set(holders) if (date := dates[holder]))
    places = tuple(Locus(holder, 10 * i, 10 * i + 4) for i, holder in enumerate(holders))
    return Family(
        id=name,
        template=f"坚持{name}〔1〕",
        slots=(Slot("other", (Filler("甲", 1), Filler("乙", 1))),),
        variants=(Variant("甲甲甲甲", places),),
        documents=len(set(holders)),
        occurrences=len(holders),
        bits=40.0,
        stock=stock,
        first=known[0] if known else None,
        last=known[-1] if known else None,
        history=(Period("undated", len(set(holders)), len(dates)),),
    )
