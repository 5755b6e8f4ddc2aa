"""What README and docs tell people to type is typed here, in a copy of the corpus and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reuse.cli.compare import compare

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SNIPPETS = [
    pytest.param(language, code, id=f"{page.name}-{number}")
    for page in PAGES
    for number, (language, code) in enumerate(FENCE.findall(page.read_text(encoding="utf-8")), 1)
]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the corpus, no reports yet."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def test_there_are_snippets() -> None:
    assert len(SNIPPETS) >= 4


@pytest.mark.parametrize(("language", "code"), SNIPPETS)
def test_snippet_works(fresh: Path, language: str, code: str) -> None:
    programs = Path(sys.executable).parent
    assert (programs / "speech-reuse").exists(), "the project is not installed here; make test installs it"
    command = ["bash", "-euo", "pipefail", "-c", code] if language == "sh" else [sys.executable, "-c", code]
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=fresh, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_option_of_compare_is_explained_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    options = {option for parameter in compare.params for option in parameter.opts if option.startswith("--")}
    assert len(options) > 8
    unexplained = {option for option in options if option not in readme}
    assert unexplained <= {"--output"}, "README names -o instead"
