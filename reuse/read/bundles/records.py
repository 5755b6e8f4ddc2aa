"""Rows with a text each, whatever file they come from.

Enters: rows as named values. Leaves: a `Part` for each. `jsonl`, `parquet` and `xlsx` share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reuse.read.columns import TEXT, described, record
from reuse.read.damage import damage
from reuse.read.extracted import Extracted, Part, Unreadable

__all__ = ["text_parts"]

_ASK = "name the column of the speeches “text” (others that are read: id, title, date, speaker, series, language)"


def text_parts(rows: Iterable[tuple[str, Iterable[tuple[object, object]] | Unreadable]]) -> Iterator[Part]:
    """A part for each row, given as (place, named values); named by its id, or by its place.

    Raises Unreadable where no row has a text.
    """
    without: list[Part] = []
    found = False
    for place, values in rows:
        if isinstance(values, Unreadable):
            yield Part(place, values)
            continue
        row = record(values)
        text = row.get(TEXT, "")
        name = row.get("id") or place
        if not text:
            without.append(Part(name, Unreadable(f"has no text; {_ASK}")))
            continue
        found = True
        doubt = damage(text)
        yield Part(name, Extracted(text, None, (doubt,) if doubt else (), about=described(row)))
    if not found:
        raise Unreadable(f"holds no row with a text; {_ASK}")
    yield from without
