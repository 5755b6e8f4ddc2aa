"""The language of messages: by choice, by variable, by locale; Chinese wherever a template fits."""

from __future__ import annotations

import re

import click
import pytest
from program import Run

from reuse.cli import language, main
from reuse.cli.compare import compare
from reuse.cli.completion import completion
from reuse.cli.config import config, show
from reuse.cli.doctor import doctor
from reuse.cli.explain import explain
from reuse.cli.language import is_chinese, spoken, templates

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG", "SPEECH_REUSE_MESSAGES")


@pytest.fixture
def locale(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for variable in LOCALE:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(language, "_chosen", ["auto"])
    return monkeypatch


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C", "LC_MESSAGES": "zh_CN"}, True),
        ({"LANG": "zh_CN.UTF-8", "SPEECH_REUSE_MESSAGES": "en"}, False),
        ({"LANG": "C", "SPEECH_REUSE_MESSAGES": "zh"}, True),
    ],
)
def test_the_locale_decides_unless_somebody_chose(
    locale: pytest.MonkeyPatch, variables: dict[str, str], chinese: bool
) -> None:
    for name, value in variables.items():
        locale.setenv(name, value)
    assert is_chinese() is chinese


def test_sentences_in_sentences_are_turned(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LANG", "zh_CN.UTF-8")
    assert spoken("Skipped: 报告.txt: is empty") == "未读取：报告.txt：文件是空的"
    assert spoken("  kept") == "  保留"
    assert spoken("Something that nobody has turned") == "Something that nobody has turned"


def test_text_of_a_document_in_a_gap_is_never_read_as_a_template(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LANG", "zh_CN.UTF-8")
    assert spoken(r"Report: {place} \1 (?P<x>)") == r"报告：{place} \1 (?P<x>)"


def test_every_template_has_the_same_gaps_on_both_sides() -> None:
    assert len(templates()) > 100
    for pattern, chinese in templates():
        assert set(pattern.groupindex) == set(re.findall(r"\{(\w+)\}", chinese)), pattern.pattern
        assert re.search("[\u4e00-\u9fff]|^(JSON|GraphML|Parquet|Word|TEI)", chinese), chinese


def test_help_is_turned(locale: pytest.MonkeyPatch) -> None:
    locale.setenv("LANG", "zh_CN.UTF-8")
    texts = {
        text
        for command in (compare, config, show, doctor, explain, completion)
        for text in (command.short_help, *(one.help for one in command.params if isinstance(one, click.Option)))
        if text
    }
    english = {text for text in texts if not re.search("[\u4e00-\u9fff]", spoken(text))}
    assert len(english) <= 0.15 * len(texts), english  # a new option may come before its Chinese


def test_a_whole_call_in_chinese(run: Run, speeches: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("compare", *speeches, "missing.txt", variables={"SPEECH_REUSE_MESSAGES": "zh"})
    assert done.returncode == 3
    assert "未读取：missing.txt：没有这个文件或文件夹" in done.stderr
    assert "2 篇讲话" in done.stdout
    assert "最强的相同表述" in done.stdout
    assert not re.search(r"[A-Z][a-z]+ ", done.stdout), done.stdout


def test_the_same_json_in_every_language(run: Run, speeches: tuple[str, str]) -> None:
    outputs = {
        run("compare", *speeches, "--json", "-", variables={"SPEECH_REUSE_MESSAGES": name}).stdout
        for name in ("en", "zh")
    }
    assert len(outputs) == 1


def test_a_shell_is_told_what_could_come_next(run: Run) -> None:
    done = run(
        variables={"_SPEECH_REUSE_COMPLETE": "bash_complete", "COMP_WORDS": "speech-reuse co", "COMP_CWORD": "1"}
    )
    assert {line.partition(",")[2] for line in done.stdout.splitlines()} >= {"compare", "config", "completion"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_SPEECH_REUSE_COMPLETE" in capsys.readouterr().out
