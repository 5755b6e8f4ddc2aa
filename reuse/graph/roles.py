"""Who used a family first, and who took it up.

Enters: the dates of the speeches that hold a family. Leaves: a role and a place in the order for each. Serves
`building`. It speaks of these speeches only: first here is not first ever, and order is not borrowing.
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["roles"]


def roles(dates: Mapping[str, str | None]) -> dict[str, tuple[str, int]]:
    """Document -> ("first" | "adopter" | "undated", place in the order of dates from 1, 0 for undated).

    Dates are ISO 8601 of any precision. Speeches whose dates do not tell which was earlier (2023 and 2023-02, or the
    same day) share a place, so that there may be several first ones.
    """
    dated = sorted((date, document) for document, date in dates.items() if date)
    found: dict[str, tuple[str, int]] = dict.fromkeys(dates, ("undated", 0))
    place, head = 0, None
    for date, document in dated:
        if head is None or not date.startswith(head):
            place, head = place + 1, date
        found[document] = ("first" if place == 1 else "adopter", place)
    return found
