"""Collections with a JSON object on each line (.jsonl, .ndjson).

Enters: bytes. Leaves: a `Part` for each line: its text, and what its other columns say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reuse.read.bundles.records import text_parts
from reuse.read.decode import decode
from reuse.read.extracted import Part, Unreadable

__all__ = ["parts"]


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:  # noqa: ARG001 - one signature for all
    """The speeches of a JSON Lines file, in order; lines that are no JSON object are named by their number."""
    return text_parts(_rows(decode(data).text))


def _rows(text: str) -> Iterator[tuple[str, Iterable[tuple[object, object]] | Unreadable]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield place, Unreadable(f"is no JSON ({error}); write one object a line")
            continue
        yield place, value.items() if isinstance(value, dict) else Unreadable("is no JSON object; write one a line")
