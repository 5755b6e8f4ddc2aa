"""What a comparison found, in one screen: both directional shares, kinds, the strongest shared wordings.

Enters: a `Result`. Leaves: renderables for `Screen.show`, the short form of what the report shows at length.
Where nothing was found it says what was read, what was looked at, and what came nearest.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from reuse.cli.excerpt import one_line
from reuse.cli.figures import counted, percent
from reuse.cli.fitting import Narrowing
from reuse.cli.language import spoken
from reuse.quotes import closed
from reuse.report.numerals import first_parts, tenths
from reuse.report.view_nothing import Hindrance, hindrance, missed_by_length

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

    from reuse.model import Alignment, Document, Family, Kind, Locus, Result

__all__ = ["STOCK_FROM", "new_table", "note_rest", "plain", "summary"]

LISTED = 6  # rows of each list; the report has them all
SPEECHES_LISTED = 12
TITLE_COLUMNS = 34
WORDING_COLUMNS = 120
SLOT = re.compile(r"〔\d+〕")
STOCK_FROM = 0.5  # see Alignment.stock
KIND_ORDER: tuple[Kind, ...] = ("verbatim", "slot", "insertion", "reorder", "list", "reworded")
LANGUAGES = {
    "zh-Hans": "Chinese, simplified",
    "zh-Hant": "Chinese, traditional",
    "en": "English",
    "de": "German",
    "ja": "Japanese",
    "mixed": "mixed languages",
    "und": "language unknown",
}
WHY_NOTHING: dict[Hindrance, str] = {
    "unread": "one of the speeches is in no language that is recognised",
    "languages": "the speeches are in different languages",
    "short": "no piece of one speech stands in another",
}


def summary(result: Result) -> list[RenderableType]:
    """Give the parts of the summary from top to bottom. At least two documents; linear in the size of the result."""
    if not result.alignments:
        return _nothing_found(result)
    parts: list[RenderableType] = [_speeches(result), _kinds(result)]
    if len(result.documents) > 2:
        parts.append(_pairs(result))
        parts += [_families(result)] if result.families else []
    else:
        parts.append(_wordings(result))
    return parts


def new_table(title: str, *columns: str, right: tuple[str, ...] = ()) -> Table:
    """Make an empty table; columns named in `right` hold numbers."""
    from rich import box  # noqa: PLC0415 - drawn only when a summary is shown
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for name in columns:
        number = name in right
        table.add_column(name, justify="right" if number else "left", overflow="fold", no_wrap=number)
    return table


def _name(document: Document) -> str:
    title = one_line(document.title or document.id, TITLE_COLUMNS)
    return f"{title} ({document.date})" if document.date and document.date[:4] not in title else title


def _names(result: Result) -> dict[str, str]:
    """What each speech is called, by id; where two would be called alike, the file or else the id tells them apart."""
    names = {document.id: _name(document) for document in result.documents}
    often = Counter(names.values())
    return {
        document.id: names[document.id]
        if often[names[document.id]] == 1
        else f"{names[document.id]} · {one_line(document.path or document.id)}"
        for document in result.documents
    }


def plain(text: str) -> RenderableType:
    """Text of a document or about it, never parsed as markup."""
    from rich.text import Text  # noqa: PLC0415

    return Text(text)


def _speeches(result: Result) -> RenderableType:
    """One row per speech: its share found elsewhere, and where each of its characters belongs."""
    numbers = ("Length", "Shared", "Verbatim", "Reworded", "Stock", "Own")
    table = new_table(counted(len(result.documents), "speech"), "Speech", *numbers, right=numbers)
    names = _names(result)
    for document in islice(result.documents, SPEECHES_LISTED):
        measures = result.measures[document.id]
        ledger = measures.ledger
        counts = (ledger.verbatim, ledger.reworded, ledger.stock, ledger.own)
        shares = map(percent, (first_parts(counts, 3), *(part / 1000 for part in tenths(counts))))
        table.add_row(plain(names[document.id]), f"{measures.characters:,}", *shares)
    note_rest(table, len(result.documents) - SPEECHES_LISTED)
    return Narrowing(table, ("Length", "Stock", "Verbatim", "Reworded"))


def note_rest(table: Table, left: int, *, where: str = "in the report") -> None:
    """Say under a table how many rows it does not show."""
    if left > 0:
        table.caption = f"… and {left:,} more {where}\n"
        table.caption_justify = "left"


def _kinds(result: Result) -> RenderableType:
    """How many alignments of which kind; where only the closest pairs' are listed, how many there are in all."""
    kinds = Counter(alignment.kind for alignment in result.alignments)
    stock = sum(alignment.stock >= STOCK_FROM for alignment in result.alignments)
    by_kind = ", ".join(f"{kinds[kind]:,} {kind}" for kind in KIND_ORDER if kinds[kind])
    listed, in_all = len(result.alignments), sum(pair.alignments for pair in result.pairs)
    found = f"{counted(listed, 'alignment')} in {counted(len(result.passages), 'passage')}"
    if listed < in_all:
        found = (
            f"{counted(in_all, 'alignment')}; of these listed: {listed:,} in {counted(len(result.passages), 'passage')}"
        )
    families = f"; {counted(len(result.families), 'formula')}" if result.families else ""
    return plain(f"{found}: {by_kind}; {stock:,} of them stock{families}.\n")


def _shown(result: Result, locus: Locus) -> str:
    """A wording with both halves of its quotation marks."""
    text = result.document(locus.document).text
    return text[slice(*closed(text, locus.start, locus.end))]


def _wordings(result: Result) -> RenderableType:
    """The strongest wordings side by side, those of somebody's own before stock."""
    heads = _names(result).values()
    table = new_table("Strongest shared wordings", "Bits", "Kind", *heads, right=("Bits",))
    for alignment in sorted(result.alignments, key=_strength)[:LISTED]:
        wordings = (_shown(result, alignment.source), _shown(result, alignment.target))
        table.add_row(
            f"{alignment.bits:.0f}",
            spoken(alignment.kind + (" (stock)" if alignment.stock >= STOCK_FROM else "")),
            *(plain(one_line(wording, WORDING_COLUMNS)) for wording in wordings),
        )
    note_rest(table, len(result.alignments) - LISTED)
    return Narrowing(table, ("Kind",))


def _strength(alignment: Alignment) -> tuple[bool, float, str]:
    return (alignment.stock >= STOCK_FROM, -alignment.bits, alignment.id)


def _pairs(result: Result) -> RenderableType:
    numbers = ("Of the earlier", "Of the later", "Alignments")
    table = new_table("Pairs that share most", "Earlier", "Later", *numbers, right=numbers)
    pairs = sorted(
        result.pairs, key=lambda pair: (-max(pair.source_share, pair.target_share), pair.source, pair.target)
    )
    pairs = [pair for pair in pairs if pair.alignments or pair.passages]
    names = _names(result)
    for pair in pairs[:LISTED]:
        table.add_row(
            *(plain(names[side]) for side in (pair.source, pair.target)),
            percent(pair.source_share),
            percent(pair.target_share),
            f"{pair.alignments:,}",
        )
    note_rest(table, len(pairs) - LISTED)
    return Narrowing(table, ("Alignments",))


def _families(result: Result) -> RenderableType:
    numbers = ("Speeches", "Times", "Wordings")
    table = new_table("Strongest formulas", "Formula", *numbers, right=numbers)
    for family in result.families[:LISTED]:
        table.add_row(
            plain(_template(family)),
            f"{family.documents:,}",
            f"{family.occurrences:,}",
            f"{len(family.variants):,}",
        )
    note_rest(table, len(result.families) - LISTED)
    return table


def _template(family: Family) -> str:
    return one_line(SLOT.sub("〔…〕", family.template), WORDING_COLUMNS)


def _nothing_found(result: Result) -> list[RenderableType]:
    lines = [*_alike_passages(result), "", "Read:"]
    names = _names(result)
    for document in result.documents[:SPEECHES_LISTED]:
        measures = result.measures[document.id]
        extent = f"{counted(measures.characters, 'character')}, {counted(measures.sentences, 'sentence')}"
        language = LANGUAGES.get(document.language or "und", document.language)
        lines.append(f"  {names[document.id]}: {extent}, {language}")
    if len(result.documents) > SPEECHES_LISTED:
        lines.append(f"  … and {len(result.documents) - SPEECHES_LISTED:,} more")
    seeds = "seed" if result.seeds == 1 else "seeds"
    lines += ["", f"Looked at: {counted(result.seeds, 'shared piece')} ({seeds}).", *_nearest_miss(result)]
    if result.families:
        lines += ["", "Formulas that recur all the same:"]
        lines += [f"  {_template(family)}" for family in result.families[:LISTED]]
    return [plain("\n".join(lines) + "\n")]


def _alike_passages(result: Result) -> list[str]:
    """What to say first: that nothing was found, or no clause, yet passages that use the same words throughout."""
    if not result.passages:
        return ["No shared wording was found."]
    said = f"No clause stands in two speeches, but {counted(len(result.passages), 'passage')} with the same words in"
    lines = [f"{said} another order:"]
    for passage in result.passages[:LISTED]:
        source, target = (one_line(_shown(result, side), WORDING_COLUMNS) for side in (passage.source, passage.target))
        lines.append(f"  “{source}” ~ “{target}”")
    return lines


def _nearest_miss(result: Result) -> list[str]:
    miss = result.nearest_miss
    if miss is None and result.passages:
        return []
    if miss is None:
        return [f"Nothing came near: {WHY_NOTHING[hindrance(result)]}."]
    source, target = (one_line(_shown(result, locus), WORDING_COLUMNS) for locus in (miss.source, miss.target))
    said = f"Nearest miss: “{source}” ~ “{target}”: {miss.bits:.1f} bits of agreement, "
    least = missed_by_length(result)
    if least is not None:
        return [
            f"{said}more than the {miss.threshold:.1f} that were needed.",
            f"But it is too short: fewer than {least} characters in common are not counted.",
        ]
    return [
        f"{said}{miss.threshold:.1f} were needed.",
        "So little is expected by chance alone in texts of this length.",
    ]
