"""The shape of the tree: what is exported, how large a room is, and that no machine's paths are in it."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from tree import tracked

import reuse

PACKAGES = ["reuse", *sorted(f"reuse.{module.name}" for module in pkgutil.iter_modules(reuse.__path__))]
LONGEST_MODULE = 400
# Paths that only one machine has: homes and work folders. Spelt in parts, so that this file does not hold one.
MACHINE_PATH = re.compile(r"(?<![\w./])/(?:" + "|".join(("root", "home", "work", "Users")) + r")/\w")


@pytest.mark.parametrize("name", [name for name in PACKAGES if name != "reuse.__main__"])
def test_exports_are_what_is_announced(name: str) -> None:
    module = importlib.import_module(name)
    announced = module.__all__
    assert sorted(announced) == sorted(set(announced))
    for exported in announced:
        assert hasattr(module, exported), exported


def test_packages_announce_what_they_take_from_their_modules() -> None:
    for name in PACKAGES:
        path = Path(str(importlib.util.find_spec(name).origin))  # type: ignore[union-attr]
        if path.name != "__init__.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        taken = {
            alias.asname or alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{name}.")
            for alias in node.names
        }
        assert taken <= set(importlib.import_module(name).__all__), name


def test_rooms_are_small(root: Path) -> None:
    modules = tracked(root, "*.py")
    assert len(modules) > 30
    lengths = {path.relative_to(root): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {path: length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_module_says_what_enters_and_leaves(root: Path) -> None:
    for path in tracked(root, "reuse/*.py", "speech_reuse_entry.py"):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert docstring, path


def test_no_path_of_one_machine_in_the_tree(root: Path) -> None:
    found = {}
    for path in tracked(root, "*"):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a binary pack
        if match := MACHINE_PATH.search(text):
            found[str(path.relative_to(root))] = match[0]
    assert found == {}


def test_the_check_for_machine_paths_finds_one() -> None:
    assert MACHINE_PATH.search('open("/' + 'home/somebody/speech.txt")')
    assert not MACHINE_PATH.search("a path like corpus/home/x or https://x/home/y")
