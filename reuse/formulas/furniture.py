"""Where speeches end in the same long text: licence and source notes below the speech, not its closing words.

Enters: the laid-out speeches. Leaves: from which unit on each one is furniture. Serves `drafts`, which ranks what
stands there last; nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["furniture_starts"]

_DOCUMENTS = 3  # two speeches with one long ending are a finding, three with the same one have it from the publisher
_SHORTEST_UNITS = 60  # longer than any closing sentence that was seen word for word in three speeches


def furniture_starts(strings: Sequence[str]) -> list[int]:
    """Per speech, one character per unit, the first unit of an ending that three or more share; its length if none.

    Cost: one sort of the reversed speeches.
    """
    backwards = [string[::-1] for string in strings]
    order = sorted(range(len(strings)), key=backwards.__getitem__)
    shared = [0] * len(strings)
    for i in range(len(order) - _DOCUMENTS + 1):
        window = order[i : i + _DOCUMENTS]
        length = _common(backwards[window[0]], backwards[window[-1]])
        for document in window:
            shared[document] = max(shared[document], length)
    return [
        len(string) - (length if length >= _SHORTEST_UNITS else 0)
        for string, length in zip(strings, shared, strict=True)
    ]


def _common(a: str, b: str) -> int:
    """How many first units two strings share."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
