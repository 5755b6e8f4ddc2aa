"""What weighed the wording, as rows of names: the pack, what it was built from, in which languages.

Enters: what a background tells of itself. Leaves: pairs of `Said`, a label and what stands behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from reuse.report.numerals import count
from reuse.report.said import LANGUAGES, Quote, Said, strings

__all__ = ["background_rows"]

_FACTS = ("name", "fingerprint", "documents", "phrases")


def background_rows(told: Mapping[str, object]) -> tuple[tuple[Said, Said], ...]:
    """Rows in the order in which one asks: which pack, how large, which languages, which collections.

    A collection that the tables do not know, of a pack of the user's own, goes by the name it was given.
    """
    known = set.intersection(*(set(strings(language)) for language in LANGUAGES))
    rows = [(Said(f"background.{name}"), Said("plain", {"n": _value(told[name])})) for name in _FACTS if name in told]
    for language, sizes in _entries(told.get("languages")):
        if isinstance(sizes, Mapping):
            slots = {name: _value(sizes.get(name, 0)) for name in ("documents", "units")}
            rows.append((_named(f"language.{language}", language, known), Said("background.of_language", slots)))
    for collection, size in _entries(told.get("collections")):
        rows.append(
            (
                _named(f"collection.{collection}", collection, known),
                Said("background.of_collection", {"n": _value(size)}),
            )
        )
    return tuple(rows)


def _entries(tree: object) -> list[tuple[str, object]]:
    return list(tree.items()) if isinstance(tree, Mapping) else []


def _value(value: object) -> str:
    return count(value) if isinstance(value, int) else str(value)


def _named(key: str, name: str, known: Set[str]) -> Said:
    """A name out of the string tables, else the name itself, which is never a key or markup."""
    return Said(key) if key in known else Said("plain", {"n": Quote(name)})
