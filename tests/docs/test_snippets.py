"""What README and docs tell people to type is typed here, in a copy of the corpus and nothing else."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from pages import PAGES, ROOT, Snippet, inline, snippets

import reuse
from reuse.cli.compare import compare
from reuse.cli.start import program
from reuse.params import Params
from reuse.read import read_inputs

# Blocks that are run; that test_installing.py accounts for; that measure for minutes on corpora beside the checkout,
# of which names and options are looked at; files; drawings.
RUN, INSTALLING, MEASURING, FILES, SHOWN = ("sh", "python"), "shell", "bench", "csv", "text"
BENCHMARK = re.compile(r"python -m benchmarks\.(\w+)([^\n`|]*)")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: the corpus, no reports yet."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def test_every_block_says_what_it_is() -> None:
    found, known = snippets(), (*RUN, INSTALLING, MEASURING, FILES, SHOWN)
    assert {snippet.name for snippet in found if snippet.language not in known} == set()
    assert len([snippet for snippet in found if snippet.language in RUN]) >= 30


@pytest.mark.parametrize("snippet", snippets(*RUN), ids=lambda snippet: snippet.name)
def test_snippet_works(fresh: Path, snippet: Snippet) -> None:
    programs = Path(sys.executable).parent
    assert (programs / "speech-reuse").exists(), "the project is not installed here; make test installs it"
    shell = snippet.language == "sh"
    command = ["bash", "-euo", "pipefail", "-c", snippet.code] if shell else [sys.executable, "-c", snippet.code]
    variables = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "SPEECH_REUSE_MESSAGES": "en"}
    done = subprocess.run(command, cwd=fresh, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


@pytest.mark.parametrize("snippet", snippets(FILES), ids=lambda snippet: snippet.name)
def test_manifests_that_are_shown_are_understood(fresh: Path, tmp_path: Path, snippet: Snippet) -> None:
    named = snippet.code.splitlines()[1].partition(",")[0]
    shutil.copy(fresh / "corpus" / "specimens" / named, tmp_path)
    (tmp_path / "manifest.csv").write_text(snippet.code, encoding="utf-8")
    inputs = read_inputs([str(tmp_path)])
    assert (inputs.skipped, inputs.warnings) == ((), ())
    assert {(document.title_from, document.date_from) for document in inputs.documents} == {("manifest", "manifest")}


def _command(words: list[str]) -> click.Command:
    """The command that the words lead to: `config show` of `config show --changed`."""
    command: click.Command = program
    for word in words:
        if not isinstance(command, click.Group) or word.startswith("-"):
            break
        assert word in command.commands, f"no command {word}"
        command = command.commands[word]
    return command


def test_every_command_in_a_sentence_exists_with_its_options() -> None:
    calls = [code for _, code in inline() if re.match(r"speech-reuse( |$)", code)]
    assert len(calls) > 10
    for call in calls:
        _, *words = shlex.split(call)
        known = {option for parameter in _command(words).params for option in parameter.opts} | {"--help"}
        assert {word for word in words if word.startswith("--")} <= known, call


def test_every_option_in_a_sentence_belongs_to_some_command() -> None:
    def options(command: click.Command) -> set[str]:
        inner = command.commands.values() if isinstance(command, click.Group) else ()
        own = {option for parameter in command.params for option in parameter.opts}
        return own.union(*map(options, inner))

    known = options(program) | {"--help"}
    named = {word for _, code in inline() for word in re.findall(r"^--[a-z-]+", code)}
    assert len(named) > 10
    assert named <= known


def test_every_public_name_in_a_sentence_exists() -> None:
    named = {name for _, code in inline() for name in re.findall(r"\breuse\.(\w+)\(", code)}
    assert len(named) > 3
    assert named <= set(reuse.__all__)


def test_every_benchmark_that_is_named_is_there_with_its_options() -> None:
    calls = [call for page in PAGES for call in BENCHMARK.findall(page.read_text(encoding="utf-8"))]
    assert len(calls) > 10
    for name, rest in calls:
        script = ROOT / "benchmarks" / f"{name}.py"
        assert script.is_file(), name
        source = script.read_text(encoding="utf-8")
        assert [option for option in re.findall(r"--[a-z-]+", rest) if f'"{option}"' not in source] == [], name


def test_every_setting_in_a_sentence_exists() -> None:
    params = Params()
    stages = {stage.name: getattr(params, stage.name) for stage in dataclasses.fields(params)}
    names = [code for _, code in inline() if (found := re.match(r"([a-z]+)\.[a-z_]+$", code)) and found[1] in stages]
    assert len(names) > 10
    assert [name for name in names if not hasattr(stages[name.partition(".")[0]], name.partition(".")[2])] == []


def test_every_file_in_a_sentence_is_there() -> None:
    paths = {
        code for _, code in inline() if re.fullmatch(r"(reuse|docs|tests|benchmarks|corpus|reports)/[\w./-]+", code)
    }
    assert len(paths) > 20
    made = {path for path in paths if path.startswith("reports/")}  # by the commands beside them
    assert {path for path in paths - made if not (ROOT / path).exists()} == set()


def test_every_test_that_is_named_is_there() -> None:
    blocks = "\n".join(snippet.code for snippet in snippets(MEASURING))
    for path in re.findall(r"\btests/\S+", blocks):
        assert (ROOT / path).exists(), path


def test_every_option_of_compare_is_explained_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    options = {option for parameter in compare.params for option in parameter.opts if option.startswith("--")}
    assert len(options) > 8
    unexplained = {option for option in options if option not in readme}
    assert unexplained <= {"--output"}, "README names -o instead"
