"""Sentences of the page, language left open: a key of the string tables and what fills its gaps.

Enters: numbers and names, already written. Leaves: `Said` records; the page puts them into the words of the language
that its reader has chosen, so that switching the language rewrites every sentence from the same facts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import cast

__all__ = ["LANGUAGES", "Go", "Name", "Quote", "Said", "Slots", "Word", "strings"]

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Go:
    """A number or name that leads to its rows: `go` is a hash of the page (`#read?stock=only`)."""

    text: str
    go: str


@dataclass(frozen=True, slots=True)
class Name:
    """The badge of a document, by its place in `PageView.documents`."""

    document: int


@dataclass(frozen=True, slots=True)
class Word:
    """A gap filled by another string of the tables."""

    word: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document, with their language as `lang` wants it."""

    quote: str
    lang: str = ""


Slots = Mapping[str, str | Go | Name | Word | Quote]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: key into the string tables, and the fillings of its {gaps}."""

    key: str
    slots: Slots = field(default_factory=dict)


def strings(language: str) -> dict[str, str]:
    """The string table of one interface language ("zh" or "en"), read from the package."""
    text = (files("reuse.report") / "strings" / f"{language}.json").read_text(encoding="utf-8")
    return cast(dict[str, str], json.loads(text))
