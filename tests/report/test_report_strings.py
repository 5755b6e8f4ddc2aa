"""The two string tables hold the same keys, and every key that page, scripts and views name is among them."""

import re
from pathlib import Path

import pytest

import reuse.report
from reuse.report.said import LANGUAGES, strings

ROOT = Path(reuse.report.__file__).parent
GAP = re.compile(r"\{(\w+)\}")
TABLES = {language: strings(language) for language in LANGUAGES}
KEY = re.compile(r"""['"`]([a-z]+(?:[._][a-z]+)*\.[a-z_.]+)['"`]""")
FILES = (".html", ".js", ".json", ".css")


def test_both_languages_have_the_same_keys() -> None:
    assert TABLES["zh"].keys() == TABLES["en"].keys()


@pytest.mark.parametrize("key", TABLES["en"])
def test_both_languages_fill_the_same_gaps(key: str) -> None:
    assert set(GAP.findall(TABLES["zh"][key])) == set(GAP.findall(TABLES["en"][key]))
    assert TABLES["zh"][key].strip()
    assert TABLES["en"][key].strip()


def _named_keys() -> set[str]:
    """What looks like a key wherever one could be named; file names are none."""
    keys: set[str] = set()
    for path in [*ROOT.rglob("*.js"), *ROOT.rglob("*.html"), *ROOT.rglob("view*.py")]:
        found = KEY.findall(path.read_text(encoding="utf-8"))
        keys |= {key for key in found if not key.endswith(FILES) and not key.startswith(("reuse.", "align."))}
    return keys - {"speech-reuse.json", "speech-reuse.csv"}


def test_every_key_that_is_named_exists() -> None:
    named = {key for key in _named_keys() if not key.endswith(".")}
    assert len(named) > 100
    assert named - TABLES["en"].keys() == set()


def test_every_string_is_used() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for suffix in ("js", "html", "py") for path in ROOT.rglob(f"*.{suffix}")
    )
    stems = {
        "kind",
        "ledger",
        "slot",
        "language",
        "from",
        "sort",
        "stock",
        "meaning",
        "key",
        "family.sort",
        "hindrance",
        "edit",
        "figure",
        "view",
        "colour",
        "quadrant",
        "list",
        "count",
        "position",
        "parallel",
        "changes",
        "background",
        "collection",
    }
    stems |= {"top", "map", "read", "formulas", "net", "method", "speeches", "shares", "grid", "time", "note"}
    unused = [
        key
        for key in TABLES["en"]
        if f'"{key}"' not in sources and f"'{key}'" not in sources and not any(key.startswith(f"{s}.") for s in stems)
    ]
    assert unused == []
