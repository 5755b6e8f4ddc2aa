"""Settings from flags, variables and files: which counts, where it came from, what is unknown."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reuse.cli import main, settings
from reuse.cli.settings import gathered
from reuse.errors import ParameterError
from reuse.params import Params


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without settings anywhere above it that counts, and a user without a file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(settings, "user_file", lambda: tmp_path / "user" / "config.toml")
    return tmp_path


def user_says(folder: Path, text: str) -> None:
    (folder / "user").mkdir()
    (folder / "user" / "config.toml").write_text(text, encoding="utf-8")


def test_without_anything_the_defaults_hold() -> None:
    found = gathered()
    assert found.params == Params()
    assert found.origins == {}


def test_what_is_nearer_to_the_hand_counts_more(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def least() -> tuple[int, str]:
        found = gathered(flags)
        return found.params.align.min_length_chars, found.origins["align.min_length_chars"]

    flags: dict[str, dict[str, object]] = {}
    user_says(alone, "[align]\nmin_length_chars = 5\ngap_bits = 1.5\n")
    assert least() == (5, str(alone / "user" / "config.toml"))
    (alone / "pyproject.toml").write_text("[tool.speech-reuse.align]\nmin_length_chars = 6\n")
    assert least() == (6, f"{alone / 'pyproject.toml'} [tool.speech-reuse]")
    (alone / "speech-reuse.toml").write_text("[align]\nmin_length_chars = 7\n")
    assert least() == (7, str(alone / "speech-reuse.toml"))
    monkeypatch.setenv("SPEECH_REUSE_ALIGN_MIN_LENGTH_CHARS", "8")
    assert least() == (8, "SPEECH_REUSE_ALIGN_MIN_LENGTH_CHARS")
    flags = {"align": {"min_length_chars": 9}}
    assert least() == (9, "flag")
    assert gathered(flags, sets=["align.min_length_chars=10"]).params.align.min_length_chars == 10
    assert gathered(flags).params.align.gap_bits == 1.5, "what no nearer place says stays"


def test_the_nearest_project_file_above_counts(alone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (alone / "a" / "b").mkdir(parents=True)
    (alone / "speech-reuse.toml").write_text('preset = "passages"')
    (alone / "a" / "pyproject.toml").write_text("[project]\n")  # says nothing of us
    monkeypatch.chdir(alone / "a" / "b")
    assert gathered().params == Params.preset("passages")


def test_single_settings_count_more_than_a_preset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_PASSAGES_MIN_BITS", "60")
    params = gathered(preset="summaries").params
    assert (params.passages.min_bits, params.passages.summary_ratio) == (60, 2.5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[align]\nmin_length_char = 3", "no setting “align.min_length_char”; did you mean “align.min_length_chars”"),
        ("[algin]\ngap_bits = 3", "no setting “algin.gap_bits”; did you mean “align.gap_bits”"),
        ("presets = 'x'", "did you mean “preset”"),
        ("zzzzqq = 1", "config show"),
        ("[align]\ngap_bits = 'many'", "wants a number"),
        ("preset = 'speech'", "there is no preset “speech”"),
        ("messages = 'fr'", "one of auto, en, zh"),
        ("[align", "cannot be read as TOML"),
    ],
)
def test_what_is_unknown_or_wrong_is_named_with_its_place(alone: Path, text: str, message: str) -> None:
    (alone / "speech-reuse.toml").write_text(text)
    with pytest.raises(ParameterError) as raised:
        gathered()
    assert message in str(raised.value)
    assert "speech-reuse.toml" in str(raised.value)


def test_an_emptied_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_ALIGN_GAP_BITS", "")
    assert gathered().origins == {}


def test_unknown_variables_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_REUSE_PURE", "1")  # of the build
    gathered()
    monkeypatch.setenv("SPEECH_REUSE_ALIGN_MIN_LENGHT_CHARS", "1")
    with pytest.raises(ParameterError, match="did you mean SPEECH_REUSE_ALIGN_MIN_LENGTH_CHARS"):
        gathered()


@pytest.mark.parametrize("text", ["align.gap_bits", "=3", "nothing.there=1"])
def test_set_wants_a_setting_and_a_value(text: str) -> None:
    with pytest.raises(ParameterError, match="--set"):
        gathered(sets=[text])


def test_config_show_is_a_settings_file_itself(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (alone / "speech-reuse.toml").write_text("[report]\nlanguage = 'zh'\n")
    assert main(["config", "show", "--preset", "passages", "--set", "align.gap_bits=2.5"]) == 0
    whole = capsys.readouterr().out
    assert f'language = "zh"  # {alone / "speech-reuse.toml"}' in whole
    assert "gap_bits = 2.5  # --set align.gap_bits" in whole
    assert "search_passages = true  # preset" in whole
    assert "snap_units = 6  # default" in whole
    values = tomllib.loads(whole)
    expected = gathered(preset="passages", sets=["align.gap_bits=2.5"]).params
    assert {stage: values[stage] for stage in expected.to_dict()} == expected.to_dict()
    assert main(["config", "show", "--changed"]) == 0
    assert tomllib.loads(capsys.readouterr().out) == {"report": {"language": "zh"}}


def test_settings_reach_the_comparison(alone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (alone / name).write_text("同志们，大会今天隆重开幕了。", encoding="utf-8")
    (alone / "speech-reuse.toml").write_text("[align]\nmin_length_chars = 40\n")
    assert main(["compare", "a.txt", "b.txt", "-o", "r.html"]) == 0
    assert "No shared wording was found." in capsys.readouterr().out
    assert main(["compare", "a.txt", "b.txt", "-o", "r.html", "--min-chars", "4"]) == 0
    assert "No shared wording" not in capsys.readouterr().out
    assert main(["compare", "a.txt", "b.txt", "--preset", "talks"]) == 2
    assert "there is no preset “talks”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "value"),
    [("0.3", 0.3), ("30%", 0.3), ("30％", 0.3), ("３０ ％", 0.3), ("０．３", 0.3), ("1", 1)],
)
def test_a_setting_may_be_written_in_either_width_and_as_a_percentage(written: str, value: float) -> None:
    assert gathered(sets=[f"formulas.closed_share={written}"]).params.formulas.closed_share == value
