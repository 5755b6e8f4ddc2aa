"""The help of every command: two examples first, each of them a line that can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from reuse.cli import language, main
from reuse.cli.start import program


def paths(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words that lead to each command."""
    yield words
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        yield from paths(inner, (*words, name))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "en")
    monkeypatch.setattr(language, "_chosen", ["auto"])


@pytest.mark.parametrize("words", [*paths(program)], ids=" ".join)
def test_help_opens_with_two_examples(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*words, "--help"]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    assert first == "Examples:"
    examples = [line.strip() for line in lines[: lines.index("")]]
    assert len(examples) >= 2
    for example in examples:
        call = re.split(r" (?:>|\|\|) |\)\"", example[example.index("speech-reuse ") :])[0]
        command: click.Command = program
        _, *given = shlex.split(call)
        while isinstance(command, click.Group):
            command = command.commands[given.pop(0)]
        # Parsed as the program would: unknown options and missing arguments raise.
        command.make_context(command.name, given).close()
    assert any(" ".join(("speech-reuse", *words)) in example for example in examples)


def test_headings_are_chinese_where_the_user_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reuse.cli.examples.is_chinese", lambda: True)
    monkeypatch.setattr("reuse.cli.examples.spoken", lambda text: text)  # which would change the commands for good
    main(["background", "--help"])
    out = capsys.readouterr().out
    assert out.startswith("示例：\n  speech-reuse background build")
    assert [line for line in out.splitlines() if line.endswith("：") or line.startswith("用法")] == [
        "示例：",
        "用法：speech-reuse background [OPTIONS] COMMAND [ARGS]...",
        "选项：",
        "命令：",
    ]


def test_a_line_to_be_copied_is_not_wrapped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    main(["explain", "--help"])
    assert '"a lamp in a window" --set align.substitute_bits=0' in capsys.readouterr().out
