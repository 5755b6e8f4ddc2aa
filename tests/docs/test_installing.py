"""The ways to install that README and docs name, each into an environment that holds nothing else.

They ask a package index for what the program depends on, as any installation does; where none answers they are
skipped. What is then installed is used from a folder that knows nothing of the sources.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT, inline, snippets
from tree import tracked

PROGRAMS = Path(sys.executable).parent
# Lines of installing that are run here, by the test that does, and those that whoever runs the tests has run.
RUN_HERE = {
    "pip install .": "test_what_pip_installed_compares_speeches",
    "pipx install .": "test_program_in_an_environment_of_its_own",
    "uv tool install .": "test_program_in_an_environment_of_its_own",
    'pip install ".[all]"': "test_all_extras_resolve_together",
    "make compare": "test_make_compare_writes_the_report",
    "make test": "whoever runs this",
}
EXTRA = re.compile(r'pip install "speech-reuse\[(\w+)\]"')  # from an index, once the program is there


def lines() -> list[str]:
    """The commands of installing on all pages, without their remarks."""
    blocks = "\n".join(snippet.code for snippet in snippets("shell")).splitlines()
    spans = [code for _, code in inline() if re.match(r"(pip|pipx|uv|make) .*\b(install|compare|test)\b", code)]
    return [re.split(r"\s+#", line)[0].strip() for line in (*blocks, *spans)]


def test_every_way_to_install_is_tried(root: Path) -> None:
    found = lines()
    assert set(RUN_HERE) <= {*found}
    rest = [line for line in found if line and line not in RUN_HERE]
    named = {match[1] for line in rest if (match := EXTRA.fullmatch(line))}
    assert [line for line in rest if not EXTRA.fullmatch(line)] == []
    from reuse.extras import EXTRAS  # noqa: PLC0415 - for this test only

    assert named <= set(EXTRAS)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip where no package index answers; what fails later is a fault of ours."""
    folder = tmp_path_factory.mktemp("index")
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--retries", "1", "-d", folder, "editables"]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no package index can be reached from here")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, where building may leave what it leaves."""
    folder = tmp_path_factory.mktemp("sources")
    for source in tracked(ROOT):
        copy = folder / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    return folder


def typed(line: str, folder: Path, programs: Path, **variables: str | Path) -> str:
    """Run one line of shell with `programs` first on the path, without compiling: that is not what is tested here."""
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    environment |= {"SPEECH_REUSE_PURE": "1", "SPEECH_REUSE_MESSAGES": "en", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", **{k: str(v) for k, v in variables.items()}}
    done = subprocess.run(
        ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(index: None, sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an empty environment into which `pip install .` was typed; the sources are gone afterwards."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "env")], check=True)
    programs = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    own = folder / "sources"
    shutil.copytree(sources, own)
    typed("pip install .", own, programs, PIP_CONSTRAINT=ROOT / "constraints.txt")
    shutil.rmtree(own)
    return programs


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    for name in ("2016-qingyan-people.txt", "2017-qingyan-people.txt"):
        shutil.copy(ROOT / "corpus" / "specimens" / name, tmp_path)
    return tmp_path


def test_what_pip_installed_compares_speeches(installed: Path, speeches: Path) -> None:
    call = "speech-reuse compare 2016-qingyan-people.txt 2017-qingyan-people.txt --json r.json --csv t --gexf n.gexf"
    assert "2 speeches" in typed(call, speeches, installed)
    result = json.loads((speeches / "r.json").read_text(encoding="utf-8"))
    assert len(result["alignments"]) > 10
    assert result["background"]["name"]
    assert (speeches / "reports" / "2016-qingyan-people--2017-qingyan-people.html").stat().st_size > 100_000
    assert (speeches / "t" / "alignments.csv").is_file()


def test_what_pip_installed_finds_what_the_checkout_finds(installed: Path, speeches: Path) -> None:
    call = "-m reuse compare 2016-qingyan-people.txt 2017-qingyan-people.txt --json -"
    here = typed(f"'{sys.executable}' {call}", speeches, installed, PYTHONPATH=ROOT)
    assert typed(f"python -I {call}", speeches, installed) == here


def test_every_command_of_what_pip_installed_opens(installed: Path, tmp_path: Path) -> None:
    from reuse.cli.start import program  # noqa: PLC0415 - for the names

    for name in program.commands:
        assert f"speech-reuse {name}" in typed(f"speech-reuse {name} --help", tmp_path, installed)
    assert "a comparison works, report included" in typed("speech-reuse doctor", tmp_path, installed)


def test_python_code_has_types_and_help(installed: Path, speeches: Path) -> None:
    code = (
        "import reuse, importlib.resources as r; "
        "print(len(reuse.compare(reuse.read_all('.')).alignments), (r.files(reuse) / 'py.typed').is_file())"
    )
    count, typed_package = typed(f'python -I -c "{code}"', speeches, installed).split()
    assert int(count) > 10
    assert typed_package == "True"


@pytest.mark.parametrize(
    ("option", "extra"), [("--parquet p", "tables"), ("--docx d.docx", "docs")], ids=["parquet", "docx"]
)
def test_what_is_not_installed_is_named_with_its_line(installed: Path, speeches: Path, option: str, extra: str) -> None:
    said = typed(f"! speech-reuse compare *.txt {option} 2>&1", speeches, installed)
    assert f'install it with: pip install "speech-reuse[{extra}]"' in said
    assert not (speeches / "reports").exists()


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("pipx install .", {"PIPX_HOME": "home", "PIPX_BIN_DIR": "programs"}),
        ("uv tool install .", {"UV_TOOL_DIR": "home", "UV_TOOL_BIN_DIR": "programs"}),
    ],
    ids=["pipx", "uv"],
)
def test_program_in_an_environment_of_its_own(
    index: None, sources: Path, tmp_path: Path, line: str, places: dict[str, str]
) -> None:
    typed(line, sources, PROGRAMS, **{name: tmp_path / place for name, place in places.items()})
    said = typed("speech-reuse explain 强化主人翁精神 增强主人翁意识", tmp_path, tmp_path / "programs")
    assert "kept" in said


def test_all_extras_resolve_together(index: None, sources: Path, tmp_path: Path) -> None:
    """As pip sees it here, and free of our pins for every system and Python that is promised, as uv sees it."""
    once = {"PIP_DRY_RUN": "1", "PIP_NO_BUILD_ISOLATION": "0"}  # pip reads this 0 as “no isolation”; see its manual
    typed('pip install ".[all]"', sources, PROGRAMS, **once)
    said = typed("uv pip compile --quiet --universal --extra all pyproject.toml", sources, PROGRAMS)
    for package in ("pypdfium2", "python-docx", "trafilatura", "openpyxl", "pyarrow", "pandas", "polars", "jieba"):
        assert re.search(rf"^{package}==", said, re.MULTILINE), package


def test_make_compare_writes_the_report(root: Path) -> None:
    if shutil.which("make") is None or not (root / ".venv" / ".installed").exists():
        pytest.skip("this environment was not made by make")
    report = root / "reports" / "congress.html"
    report.unlink(missing_ok=True)
    assert "Report: reports/congress.html" in typed("make compare", root, PROGRAMS)
    assert report.stat().st_size > 100_000
