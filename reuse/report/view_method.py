"""The last section of the page: settings, versions, inputs, background, warnings, what was left out.

Enters: `Result` and what the other views cut. Leaves: `MethodView`, all of it plain words and numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from reuse.model import Result, content_id
from reuse.report.in_chinese import in_chinese
from reuse.report.said import Said
from reuse.report.view_background import background_rows

__all__ = ["MethodView", "command", "method_view"]


@dataclass(frozen=True, slots=True)
class MethodView:
    """How the result came about, and what the page does not hold."""

    version: str
    schema: str
    fingerprint: str
    params: tuple[tuple[str, str], ...]  # "align.min_length_chars", "4"
    background: tuple[tuple[Said, Said], ...]
    skipped: tuple[tuple[str, str, str], ...]  # path, reason, reason in Chinese
    warnings: tuple[tuple[str, str], ...]  # in English, in Chinese; the same where nobody has translated it
    left_out: tuple[Said, ...]
    command: str  # that makes this comparison again


def method_view(result: Result, *, left_out: tuple[Said, ...]) -> MethodView:
    """Gather the facts about the run; `left_out` is what other views cut."""
    from reuse.contract import SCHEMA  # noqa: PLC0415 - what writes the contract knows its name

    return MethodView(
        version=result.version,
        schema=SCHEMA,
        fingerprint=content_id("", json.dumps(_plain(result.params), sort_keys=True)),
        params=_rows(result.params),
        background=background_rows(result.background),
        skipped=tuple(
            (skipped.path, skipped.reason, in_chinese(skipped.reason) or skipped.reason) for skipped in result.skipped
        ),
        warnings=tuple((warning, in_chinese(warning) or warning) for warning in result.warnings),
        left_out=left_out,
        command=command(result),
    )


def command(result: Result, *options: str) -> str:
    """The command line that compares these documents, quoted for a shell; file names of more than six are left out."""
    names = [document.path or document.id for document in result.documents]
    shown = [_quoted(name) for name in names] if len(names) <= 6 else ["…"]
    return " ".join(("speech-reuse compare", *shown, *options))


def _quoted(name: str) -> str:
    safe = name and all(character.isalnum() or character in "./_-+:@%" for character in name)
    return name if safe and not name.startswith("-") else "'" + name.replace("'", "'\\''") + "'"


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value


def _rows(tree: Mapping[str, object], prefix: str = "") -> tuple[tuple[str, str], ...]:
    """A nested mapping as rows of dotted names and values, in its own order."""
    rows: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, Mapping):
            rows += _rows(value, f"{prefix}{key}.")
        elif isinstance(value, str):
            rows.append((f"{prefix}{key}", value))
        else:
            rows.append((f"{prefix}{key}", json.dumps(_plain(value), ensure_ascii=False, default=str)))
    return tuple(rows)
