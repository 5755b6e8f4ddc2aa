"""Requests that the command line does not allow: one sentence in the language of the user, and where to look."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from reuse.cli import main
from reuse.cli.language import spoken
from reuse.output import CAUSES

BAD = {
    "compare --nope": "there is no option --nope (did you mean --open?)",
    "compare": "the argument FILES|FOLDERS... is missing",
    "comapre x": "there is no command comapre (did you mean compare?)",
    "qqq": "there is no command qqq",
    "compare --o a": "there is no option --o (did you mean --docx, --json, --open?)",
    "compare --min-chars x a b": "--min-chars: “x” is no whole number from 1 on",
    "history --top 0 a": "--top: “0” is no whole number from 1 on",
    "formulas --min-documents １ a": "--min-documents: “１” is no whole number from 2 on",
    "compare --lang fr a b": "--lang: 'fr' is not one of 'auto', 'en', 'zh'",
    "compare -o": "the option -o wants a value behind it",
    "compare --quiet=3 a": "the option --quiet takes no value",
    "editions x": "the option --against is missing",
    "explain a b c": "what stands at the end is too much: c",
    "completion": "the argument {bash|zsh|fish} is missing",
    "background build x": "the option --output is missing",
    "compare --fail-on abc a": "--fail-on: “abc” is no share; write 0.3 or 30%",
}


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", request.param)
    return str(request.param)


@pytest.mark.parametrize("call", BAD)
def test_a_call_that_is_not_allowed_gets_one_sentence(
    call: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call.split()) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    command = re.match(r"(compare|history|formulas|editions|explain|completion|background build)\b", call)
    asked = f"“speech-reuse {command[0]} --help”" if command else "“speech-reuse --help”"
    if language == "en":
        assert err == f"Error: {BAD[call]}; {asked} shows what can be asked.\n"
    else:
        assert err.startswith("错误：")
        assert asked in err
        said = re.sub(
            r"“speech-reuse.*?”|--?[a-z-]+|'[a-z]+'|“.*?”|FILES\|FOLDERS|bash\|zsh\|fish|comapre|compare|qqq", "", err
        )
        assert not re.search("[A-Za-z]{2}", said), said


@pytest.mark.parametrize("cause", sorted(CAUSES.values()))
def test_what_a_disk_refuses_is_told_in_chinese(cause: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "zh")
    said = spoken(f"Error: Cannot write x.html: {cause}.")
    assert said.startswith("错误：无法写入 x.html：")
    assert not re.search("[A-Za-z]{2}", said.replace("x.html", ""))


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EIO, errno.ELOOP, errno.EMFILE, errno.EINVAL])
@pytest.mark.parametrize(
    "sentence",
    [
        "Error: Cannot write x.html: {}; choose another place.",
        "Error: x.toml cannot be read as TOML: {}",
        "Skipped: x.txt: cannot be read ({})",
        "Skipped: x: the folder cannot be opened ({}); check its permissions",
    ],
)
def test_what_the_system_says_is_told_in_chinese(number: int, sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "zh")
    said = spoken(sentence.format(os.strerror(number)))
    assert not re.search("[A-Za-z]{3}", re.sub(r"x\.\w+|TOML", "", said)), said


def test_an_output_over_another_is_named_in_chinese(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "zh")
    assert main(["compare", "a.txt", "b.txt", "-o", "x.html", "--json", "x.html"]) == 2
    assert "会覆盖另一项输出 x.html" in capsys.readouterr().err
    assert main(["compare", "a.txt", "b.txt", "-o", "a.txt"]) == 2
    assert "报告写到 a.txt 会覆盖输入文件 a.txt" in capsys.readouterr().err


def test_a_folder_without_texts_is_told_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "zh")
    assert main(["formulas", str(tmp_path)]) == 2
    assert "：文件夹里没有可读的文本（.doc、" in capsys.readouterr().err.replace(", ", "、")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert main(["formulas", str(tmp_path)]) == 2
    assert "其他扩展名的文件逐个写出名称即可读取" in capsys.readouterr().err
