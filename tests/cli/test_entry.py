"""The door in front of the package: what it does when `reuse` is somebody else's, gone, or ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reuse
import speech_reuse_entry
from speech_reuse_entry import OUR_FIRST_WORDS, name_clash


def run_entry(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the entry in an environment that holds nothing but it and the package that stands in `folder`."""
    shutil.copy(speech_reuse_entry.__file__, folder)
    call = f"import sys; sys.path.insert(0, {str(folder)!r}); from speech_reuse_entry import main; main()"
    command = [sys.executable, "-I", "-S", "-c", call, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_package_of_another_program_is_named_with_the_mend(tmp_path: Path) -> None:
    (tmp_path / "reuse").mkdir()
    (tmp_path / "reuse" / "__init__.py").write_text('"""A linter for licences."""\nraise SystemExit("imported")\n')
    done = run_entry(tmp_path, "--version")
    assert done.returncode == 2
    assert done.stdout == ""
    cause, mend = done.stderr.splitlines()
    assert str(tmp_path / "reuse" / "__init__.py") in cause
    assert "belongs to another program" in cause
    assert "pipx install speech-reuse" in mend


def test_package_without_its_init_is_named(tmp_path: Path) -> None:
    # What is left when the other program is uninstalled after it had overwritten files of ours.
    (tmp_path / "reuse").mkdir()
    (tmp_path / "reuse" / "model.py").touch()
    done = run_entry(tmp_path, "--version")
    assert done.returncode == 2
    assert "has lost its __init__.py" in done.stderr


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    assert "is not installed" in (name_clash() or "")


def test_our_package_is_recognised() -> None:
    assert name_clash() is None
    assert Path(reuse.__file__).read_text(encoding="utf-8").startswith(OUR_FIRST_WORDS)


@pytest.mark.parametrize("start", [["-m", "reuse"], ["-c", "import speech_reuse_entry; speech_reuse_entry.main()"]])
def test_both_doors_lead_to_the_same_program(root: Path, start: list[str]) -> None:
    done = subprocess.run([sys.executable, *start, "--help"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Usage: speech-reuse" in done.stdout


def test_help_opens_without_anything_heavy(root: Path) -> None:
    # What makes the cold start quick, held without a clock: none of these is imported to show help.
    heavy = {"numpy", "rich", "jieba", "networkx", "plotly", "jinja2", "rapidfuzz", "charset_normalizer", "asyncio"} | {
        "email",
        "tempfile",
    }
    code = (
        "import sys, contextlib, io\n"
        "import speech_reuse_entry\n"
        "sys.argv = ['speech-reuse', 'compare', '--help']\n"
        "with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):\n"
        "    speech_reuse_entry.main()\n"
        "assert 'Examples' in out.getvalue()\n"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
