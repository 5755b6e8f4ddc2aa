"""doctor and explain, and the exit code that a share asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Run

from reuse import explain
from reuse.cli import doctor as commands
from reuse.cli import main
from reuse.cli.doctor import Finding


def test_doctor_looks_at_everything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    for words in (
        "Python",
        "“reuse” is ours",
        "hot loops",
        "[docs]",
        "[web]",
        "[tables]",
        "cache",
        "settings",
        "LibreOffice",
    ):
        assert words in out
    assert "a comparison works" in out


def test_doctor_names_what_is_missing_with_its_mend(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reuse.extras.is_there", lambda module: module != "trafilatura")
    monkeypatch.setattr(commands, "CHECKS", (commands._extras,))
    assert main(["doctor"]) == 0
    assert 'missing [web] trafilatura: pip install "speech-reuse[web]"' in capsys.readouterr().out


def test_doctor_ends_with_one_where_something_is_wrong(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "speech-reuse.toml").write_text("[algin]\nx = 1\n")
    monkeypatch.setattr(commands, "CHECKS", (commands._settings, lambda: [Finding("ok", "fine")]))
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.startswith("WRONG")


def test_explain_tells_keys_pieces_and_the_rule(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "党联系職工群众的桥梁和纽带", "党联系广大职工群众的纽带和桥梁"]) == 0
    out = capsys.readouterr().out
    assert "keys of the first: 党 联 系 职 工" in out
    assert "needed: kept" in out
    assert "桥梁 ~ 桥梁" in out
    assert main(["explain", "abc def", "xyz"]) == 1
    assert "do not align" in capsys.readouterr().out


def test_terminal_and_python_tell_of_the_threshold_in_the_same_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    wordings = ("党联系职工群众的桥梁和纽带", "党联系广大职工群众的纽带和桥梁")
    main(["explain", *wordings])
    shown, told = (
        [line for line in text.splitlines() if "bits, " in line and not line.startswith(" ")]
        for text in (capsys.readouterr().out, str(explain(*wordings)))
    )
    assert len(told) > 1
    assert told[0].startswith("threshold: ")
    assert shown == told
    monkeypatch.setenv("SPEECH_REUSE_MESSAGES", "zh")
    main(["explain", *wordings])
    out = capsys.readouterr().out
    assert "门槛：" in out
    assert "比特，需要 " in out
    assert " bits" not in out


def test_words_that_stand_for_each_other_can_be_switched_off(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    call = ["explain", "强化主人翁精神", "增强主人翁意识"]
    main(call)
    assert "强化 ~ 增强" in capsys.readouterr().out
    main([*call, "--set", "align.substitute_bits=0"])
    assert "强化 ~ 增强" not in capsys.readouterr().out


@pytest.mark.parametrize(("limit", "code"), [("1%", 1), ("0.01", 1), ("100%", 0), ("2", 2), ("much", 2)])
def test_a_share_can_fail_a_script(run: Run, speeches: tuple[str, str], tmp_path: Path, limit: str, code: int) -> None:
    for name, own in zip(speeches, ("去年冬天渡口下了一场大雪。", "码头边的老槐树开花了。"), strict=True):
        path = tmp_path / name
        path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")  # neither stands whole in the other
    done = run("compare", *speeches, "-o", "r.html", "--fail-on", limit)
    assert done.returncode == code
    if code == 1:
        assert "reaches" in done.stderr
        assert "--fail-on" in done.stderr
        assert "Report: r.html" in done.stdout, "everything is written all the same"
    if code == 2:
        assert "write 0.3 or 30%" in done.stderr


def test_explain_closes_quotation_marks_as_the_report_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "各级工会要建成“职工之家！”大家努力", "各级工会要建成“职工之家。”你们努力"]) == 0
    out = capsys.readouterr().out
    assert "  各级工会要建成“职工之家！” = 各级工会要建成“职工之家。”" in out
    assert "建成“职工之家 " not in out
