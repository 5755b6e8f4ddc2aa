"""What is declared, pinned and explained must be the same; what is built must work without the source tree."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tree import tracked

import reuse
from reuse.cli import main

PIN = re.compile(r"^([a-z0-9-]+)==([0-9][0-9.]*(?:post[0-9]+)?)$")


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def declared(project: dict[str, Any]) -> list[Requirement]:
    optional = [line for lines in project["project"]["optional-dependencies"].values() for line in lines]
    lines = [*project["build-system"]["requires"], *project["project"]["dependencies"], *optional]
    return [Requirement(line) for line in lines]


@pytest.fixture(scope="module")
def pinned(root: Path) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    matches = [PIN.match(line) for line in lines if line and not line.startswith("#")]
    assert all(matches), "every line of constraints.txt is name==version and nothing else"
    return {match[1]: match[2] for match in matches if match}


def test_every_dependency_is_pinned_to_a_version_it_allows(declared: list[Requirement], pinned: dict[str, str]) -> None:
    for requirement in declared:
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_pins_stand_in_order_and_cover_what_is_installed_with_them(pinned: dict[str, str]) -> None:
    assert list(pinned) == sorted(pinned)
    pending, seen = ["pytest", "mypy", "rich", "plotly", "jinja2", "jsonschema", "hypothesis", "playwright"], set()
    while pending:
        name = pending.pop()
        assert name in pinned, name
        seen.add(name)
        for line in distribution(name).requires or ():
            needed = Requirement(line)
            wanted = needed.marker is None or needed.marker.evaluate({"extra": ""})
            if wanted and canonicalize_name(needed.name) not in seen:
                pending.append(canonicalize_name(needed.name))


def test_every_dependency_has_its_reason(root: Path, declared: list[Requirement]) -> None:
    page = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| ([a-z0-9-]+) \| .{10,}\|$", page, re.MULTILINE))
    assert explained == {canonicalize_name(requirement.name) for requirement in declared} | {"editables"}


def test_no_file_of_the_installation_names_a_host(root: Path) -> None:
    for name in ("constraints.txt", "Makefile", ".ci/run", "pyproject.toml", "hatch_build.py"):
        text = (root / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|--index-url|--find-links|--trusted-host|index-url", text), name


def test_version_is_told_once_and_the_same(project: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert reuse.__version__ == project["project"]["version"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"speech-reuse {reuse.__version__}\n"


def test_no_bare_command_of_another_program_is_installed(project: dict[str, Any]) -> None:
    assert set(project["project"]["scripts"]) == {"speech-reuse"}
    assert project["project"]["scripts"]["speech-reuse"] == "speech_reuse_entry:main"


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the sources that holds a compiled module, as an editable install leaves one."""
    folder = tmp_path_factory.mktemp("wheel")
    for source in tracked(root, "reuse/*", "*.py", "pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        copy = folder / "sources" / source.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    compiled = folder / "sources" / "reuse" / "align" / "chaining_kernel.abi3.so"
    compiled.touch()
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=folder / "sources",
        env={**os.environ, "SPEECH_REUSE_PURE": "1"},  # compiling is not what is tested here
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert compiled.exists(), "an editable install of the same tree may be using it"
    return next(folder.glob("*.whl"))


def test_wheel_holds_the_whole_package_and_nothing_else(root: Path, wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"reuse", "speech_reuse_entry.py"}
    sources = {path.relative_to(root).as_posix() for path in tracked(root, "reuse/*")}
    assert "reuse/py.typed" in sources
    assert {name for name in names if name.startswith("reuse/")} == sources


def test_wheel_works_without_the_source_tree(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    for name, text in (
        ("a", "同志们，工会是党联系职工群众的桥梁和纽带。"),
        ("b", "工会是党联系广大职工群众的纽带和桥梁。"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    call = f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r}); import speech_reuse_entry as e; e.main()"
    done = subprocess.run(
        [sys.executable, "-c", call, "compare", "a.txt", "b.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "reports" / "a--b.html").stat().st_size > 1000
