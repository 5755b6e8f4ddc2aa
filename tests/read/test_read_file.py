"""read: one file, one Document, or an InputError that says what to do."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reuse.errors import InputError
from reuse.params import ReadParams
from reuse.read import read

SPEECH = "2023年工会代表大会开幕词\r\n各位代表、同志们：\r\n大会今天隆重开幕了。"


def saved(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_speech_without_manifest(tmp_path: Path) -> None:
    path = saved(tmp_path, "开幕词.txt", SPEECH.encode("gbk"))
    document = read(path)
    assert document.text == SPEECH
    assert document.id == "开幕词"
    assert (document.title, document.title_from) == ("2023年工会代表大会开幕词", "text")
    assert (document.date, document.date_from) == ("2023", "text")
    assert (document.speaker, document.series, document.language) == (None, None, None)
    assert document.encoding == "gb18030"
    assert document.path == str(path)
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.warnings == ()


def test_a_manifest_beside_the_file_counts_most(tmp_path: Path) -> None:
    path = saved(tmp_path, "2022-01-01.txt", SPEECH)
    rows = "2022-01-01.txt,k1,大会开幕词,2023-02-05,张三,工会代表大会,zh-Hans\n"
    saved(tmp_path, "manifest.csv", "file,id,title,date,speaker,series,language\n" + rows)
    document = read(path)
    assert (document.id, document.title, document.title_from) == ("k1", "大会开幕词", "manifest")
    assert (document.date, document.date_from) == ("2023-02-05", "manifest")
    assert (document.speaker, document.series, document.language) == ("张三", "工会代表大会", "zh-Hans")


def test_what_the_manifest_leaves_empty_comes_from_name_and_text(tmp_path: Path) -> None:
    path = saved(tmp_path, "2022-01-01.txt", SPEECH)
    saved(tmp_path, "manifest.csv", "file,title,date\n2022-01-01.txt,,\n")
    document = read(path)
    assert document.title_from == "text"
    assert (document.date, document.date_from) == ("2022-01-01", "file name")


def test_a_title_from_the_file_name(tmp_path: Path) -> None:
    document = read(saved(tmp_path, "greeting.md", "同志们：\n"))
    assert (document.title, document.title_from) == ("greeting", "file name")


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("2023-02-31.txt", "讲话\n（2023年2月5日）\n", "the file name gives the date 2023-02-31"),
        ("a.txt", "讲话\n（2023年2月31日）\n", "the head of the text gives the date 2023年2月31日"),
    ],
)
def test_a_day_that_does_not_exist_is_no_date(tmp_path: Path, name: str, text: str, where: str) -> None:
    document = read(saved(tmp_path, name, text))
    assert (document.date, document.date_from) == (None, None)
    assert len(document.warnings) == 1
    assert where in document.warnings[0]


def test_a_wrong_date_in_the_manifest_is_no_date_either(tmp_path: Path) -> None:
    path = saved(tmp_path, "2023-02-05.txt", SPEECH)
    saved(tmp_path, "manifest.csv", "file,date\n2023-02-05.txt,2023-02-31\n")
    document = read(path)
    assert (document.date, document.date_from) == (None, None)
    assert ["2023-02-31" in warning for warning in document.warnings] == [True]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "nothing but blanks"),
        ("blank.txt", " \r\n\t\u3000\u200b\xa0".encode(), "nothing but blanks"),
        ("binary.txt", bytes(range(256)) * 10, "binary"),
        ("word.txt", b"PK\x03\x04" + bytes(30) + b"word/document.xml", "no sound Word file"),
        ("scan.pdf", b"%PDF-1.4 \0\0", "no sound PDF"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    path = saved(tmp_path, name, data)
    with pytest.raises(InputError, match=reason) as raised:
        read(path)
    assert raised.value.path == str(path)
    assert str(raised.value) == f"{path}: {raised.value.reason}"


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(InputError, match="no such file"):
        read(str(tmp_path / "a\0b"))


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = saved(tmp_path, "a.txt", SPEECH)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="permission denied"):
        read(path)


def test_large_files_are_refused_at_the_limit(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", "x" * 1000)
    assert len(read(path, params=ReadParams(max_file_bytes=1000)).text) == 1000
    with pytest.raises(InputError, match="larger than 999 bytes"):
        read(path, params=ReadParams(max_file_bytes=999))


@pytest.mark.parametrize("text", ["12 345", "。，！", "☺☺", "====\n----"])
def test_text_in_no_language_is_kept_with_a_warning(tmp_path: Path, text: str) -> None:
    document = read(saved(tmp_path, "a.txt", text))
    assert document.text == text
    assert "no letters" in document.warnings[-1]


@pytest.mark.parametrize("name", ["speech", "speech.text", "speech.2023", "讲话"])
def test_other_suffixes_are_read_as_text_when_named(tmp_path: Path, name: str) -> None:
    assert read(saved(tmp_path, name, SPEECH)).text == SPEECH


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux file names may hold any bytes")
def test_a_file_name_in_gbk_is_shown_right(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), "开幕词.txt".encode("gbk"))  # noqa: PTH118
    Path(os.fsdecode(path)).write_bytes(SPEECH.encode())
    document = read(os.fsdecode(path))
    assert document.id == "开幕词"
    assert document.path == str(tmp_path / "开幕词.txt")


anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # each example overwrites the same file
@given(anything, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_reads_back_or_is_blank(tmp_path: Path, text: str, encoding: str) -> None:
    path = saved(tmp_path, "any.txt", text.encode(encoding))
    if any(character.isprintable() and not character.isspace() for character in text):
        assert read(path).text == text
    else:
        assert _text_or_reason(path) in (text, "holds nothing but blanks")


def _text_or_reason(path: Path) -> str:
    try:
        return read(path).text
    except InputError as error:
        return error.reason


def test_public_names() -> None:
    stage = import_module("reuse.read")
    assert stage.__all__ == ["Inputs", "read", "read_all", "read_inputs"]
    assert all(hasattr(stage, name) for name in stage.__all__)


@pytest.mark.parametrize(
    "first", ["import reuse.read", "from reuse.read import read_inputs", "import reuse; reuse.read"]
)
def test_the_function_and_the_stage_share_a_name(tmp_path: Path, first: str) -> None:
    path = saved(tmp_path, "a.txt", SPEECH)
    program = f"{first}; import reuse; print(reuse.read({str(path)!r}).id)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "a\n"


def test_importing_the_stage_loads_no_detector_and_no_other_stage() -> None:
    program = (
        "import sys, reuse.read;"
        "others = ['segment', 'background', 'align', 'formulas', 'graph', 'report', 'cli'];"
        "sys.exit('charset_normalizer' in sys.modules or any('reuse.' + name in sys.modules for name in others))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
