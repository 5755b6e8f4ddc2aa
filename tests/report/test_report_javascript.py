"""The scripts of the page under a linter, as a page carries them: one scope, joined in order."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reuse.report
from reuse.report.page import SCRIPTS, joined

JS = Path(reuse.report.__file__).parent / "static" / "js"
MAX_LINES = 120  # a page
RULES = {
    "plugins": [],
    "categories": {"correctness": "error", "suspicious": "error"},
    "env": {"browser": True, "es2024": True},
    "globals": {"Plotly": "readonly"},
    "rules": {
        "no-undef": "error",
        "no-unused-vars": "error",
        "no-var": "error",
        "prefer-const": "error",
        "eqeqeq": "error",
        "no-eval": "error",
        "no-new-func": "error",
        "no-implied-eval": "error",
        "no-script-url": "error",
        "default-case-last": "error",
        "no-self-compare": "error",
        "no-throw-literal": "error",
        "no-underscore-dangle": "off",  # row_ stands beside the function row
        "no-shadow": "off",  # short names such as `match` are at home in several places of one scope
    },
}
MARKUP = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "createContextualFragment", "DOMParser")


def linter() -> str:
    place = shutil.which("oxlint", path=str(Path(sys.executable).parent)) or shutil.which("oxlint")
    if place is None:
        pytest.skip("oxlint is not installed (make test installs it)")
    return place


def complaints(folder: Path, script: str) -> str:
    (folder / "rules.json").write_text(json.dumps(RULES), encoding="utf-8")
    (folder / "page.js").write_text(script, encoding="utf-8")
    command = [linter(), "--config", "rules.json", "--format", "unix", "page.js"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode else ""


def whole() -> str:
    """All modules: what one kind of page leaves out, another defines, and `start.js` asks which kind it is in."""
    return joined(name for name, _ in SCRIPTS)


def test_the_linter_finds_nothing(tmp_path: Path) -> None:
    assert complaints(tmp_path, whole()) == ""


def test_the_linter_would_find_something(tmp_path: Path) -> None:
    assert "nobody" in complaints(tmp_path, whole().replace("showMethod();", "nobody();"))


@pytest.mark.parametrize("path", sorted(JS.glob("*.js")), ids=lambda path: path.name)
def test_a_module_is_a_page_at_most_and_makes_no_markup_of_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// ")
    assert len(text.splitlines()) <= MAX_LINES
    assert [word for word in MARKUP if word in text] == []


def test_every_module_is_in_a_page() -> None:
    assert sorted(path.stem for path in JS.glob("*.js")) == sorted(name for name, _ in SCRIPTS)
