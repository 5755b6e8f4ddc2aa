"""A result as a notebook shows it: one screen, no script, shut off from the page around it.

Enters: a `Result`. Leaves: HTML of less than 100 kB. `Comparison` asks for it. The view stands in a frame with an empty
`sandbox`, so that nothing in it can run, follow a form or reach the notebook, whatever a speech holds.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from reuse.model import Alignment, Locus, Result
from reuse.quotes import halves

__all__ = ["MAX_BYTES", "notebook_view"]

MAX_BYTES = 100_000
PAIRS, ROWS, FAMILIES = 10, 20, 10
WORDING_CHARS = 300  # a longer wording is cut in the middle of nothing: at its end, with …
HEIGHT_PX = 420
_STYLE = (
    ":root{color-scheme:light dark}body{font:14px/1.6 system-ui,sans-serif;margin:8px}table{border-collapse:collapse;"
    "margin:4px 0 14px;width:100%}th,td{border-bottom:1px solid #8886;padding:3px 8px;text-align:left;"
    "vertical-align:top}th{font-weight:600}td.n{text-align:right;white-space:nowrap}ins{text-decoration:none;"
    "border-bottom:2px solid #c60}caption{text-align:left;font-weight:600;padding:4px 0}"
)


def notebook_view(result: Result) -> str:
    """The view. Where it would grow beyond the limit, rows are left out, and it says so."""
    rows = ROWS
    while True:
        page = _page(result, rows)
        frame = (
            f'<iframe sandbox="" srcdoc="{html.escape(page)}" title="speech-reuse" '
            f'style="width:100%;height:{HEIGHT_PX}px;border:1px solid #8886"></iframe>'
        )
        if len(frame.encode("utf-8", "replace")) < MAX_BYTES or rows == 0:
            return frame.encode("utf-8", "replace").decode("utf-8")
        rows //= 2


def _page(result: Result, rows: int) -> str:
    titles = {document.id: _cut(document.title or document.id, 60) for document in result.documents}
    closest = sorted(result.pairs, key=lambda p: (-max(p.source_share, p.target_share), p.source, p.target))
    strongest = sorted(result.alignments, key=lambda a: (a.stock >= 0.5, -a.bits, a.id))[:rows]
    found = sum(pair.alignments for pair in result.pairs)
    parts = [
        _table(
            f"{len(result.documents)} speeches, {found:,} alignments, {len(result.families):,} families of formulas",
            ("earlier", "later", "of the earlier", "of the later", "alignments"),
            (
                (
                    _text(titles[p.source]),
                    _text(titles[p.target]),
                    f"{p.source_share:.1%}",
                    f"{p.target_share:.1%}",
                    f"{p.alignments:,}",
                )
                for p in closest[:PAIRS]
            ),
        ),
        _table(
            f"{len(strongest)} of {len(result.alignments):,} alignments, the most surprising first",
            ("earlier wording", "later wording", "kind", "bits"),
            ((*_sides(result, row), _text(row.kind), f"{row.bits:.0f}") for row in strongest),
        ),
        _table(
            "formulas",
            ("formula", "speeches", "occurrences", "bits"),
            (
                (_text(_cut(f.template, WORDING_CHARS)), str(f.documents), str(f.occurrences), f"{f.bits:.0f}")
                for f in result.families[: FAMILIES if rows else 0]
            ),
        ),
    ]
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>{"".join(parts)}'


def _sides(result: Result, row: Alignment) -> tuple[str, str]:
    source, target = result.text(row.source), result.text(row.target)
    left = ((source[a:b], tag == "equal") for tag, a, b, _, _ in row.opcodes)
    right = ((target[a:b], tag == "equal") for tag, _, _, a, b in row.opcodes)
    return _marked(_closed(result, row.source, left)), _marked(_closed(result, row.target, right))


def _closed(result: Result, locus: Locus, pieces: Iterable[tuple[str, bool]]) -> Iterable[tuple[str, bool]]:
    """The pieces of a wording between the other halves of the quotation marks that it tears."""
    text = result.document(locus.document).text
    before, behind = halves(text, locus.start, locus.end)
    return ((before, True), *pieces, (behind, True))


def _marked(pieces: Iterable[tuple[str, bool]]) -> str:
    out, left = [], WORDING_CHARS
    for text, equal in pieces:
        shown = _text(_cut(text, left))
        out.append(shown if equal or not text else f"<ins>{shown}</ins>")
        left -= len(text)
        if left <= 0:
            break
    return "".join(out)


def _cut(text: str, characters: int) -> str:
    return text if len(text) <= characters else text[: max(characters - 1, 0)] + "…"


def _text(text: str) -> str:
    return html.escape(" ".join(text.split()))


def _table(caption: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table of cells that are HTML already; nothing where there is no row."""
    body = "".join("<tr>" + "".join(f"<td{_number(cell)}>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    if not body:
        return ""
    head = "".join(f"<th>{name}</th>" for name in heads)
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _number(cell: str) -> str:
    return ' class="n"' if cell.rstrip("%").replace(",", "").replace(".", "").isdigit() else ""
