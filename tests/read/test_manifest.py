"""manifest: rows find their files, faults are told once each."""

from __future__ import annotations

from pathlib import Path

import pytest

from reuse.read.dates import DateFound
from reuse.read.manifest import Manifest, Row, is_manifest, load_manifest

FULL = "file,id,title,date,speaker,series,language\na.txt,one,开幕词,2023-02-05,张三,工会,zh-Hans\n"
EVERYTHING = Row("a.txt", "one", "开幕词", DateFound("2023-02-05"), "张三", "工会", "zh-Hans")


def loaded(folder: Path, text: str, encoding: str = "utf-8", name: str = "manifest.csv") -> Manifest:
    (folder / name).write_bytes(text.encode(encoding))
    manifest = load_manifest(folder)
    assert manifest is not None
    return manifest


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    manifest = loaded(tmp_path, FULL.replace(",", delimiter).replace("\n", end), encoding)
    assert manifest.warnings == ()
    assert manifest.row("a.txt") == EVERYTHING


def test_columns_in_any_order_and_case_with_others_between(tmp_path: Path) -> None:
    manifest = loaded(tmp_path, "Chars,LANG, Title ,ID,url\n12,en,A Speech,a,http://x\n", name="Manifest.CSV")
    assert manifest.row("a.txt") == Row(id="a", title="A Speech", language="en")
    assert manifest.warnings == ()


@pytest.mark.parametrize(
    ("row", "path"),
    [
        ("a.txt,", "a.txt"),
        ("sub/a.txt,", "sub/a.txt"),
        ("sub\\a.txt,", "sub/a.txt"),
        ("./a.txt,", "a.txt"),
        ("a.txt,", "sub/a.txt"),
        (",a", "a.txt"),
        (",a.txt", "a.txt"),
        (",2013.gb18030", "2013.gb18030.txt"),
        (",sub/a", "sub/a.md"),
        ("cafe\u0301.txt,", "caf\u00e9.txt"),
        (",caf\u00e9", "cafe\u0301.txt"),
    ],
)
def test_rows_are_found_by_file_or_id(tmp_path: Path, row: str, path: str) -> None:
    manifest = loaded(tmp_path, f"file,id,title\n{row},Found\n")
    found = manifest.row(path)
    assert found is not None
    assert found.title == "Found"
    assert manifest.without_file([path]) is None


def test_file_counts_before_id(tmp_path: Path) -> None:
    manifest = loaded(tmp_path, "file,id,title\n,a,by id\na.txt,b,by file\n")
    found = manifest.row("a.txt")
    assert found is not None
    assert found.title == "by file"


def test_a_quoted_title_may_hold_anything(tmp_path: Path) -> None:
    manifest = loaded(tmp_path, 'file,title\na.txt,"在会上的讲话,\n""全文"""\n')
    found = manifest.row("a.txt")
    assert found is not None
    assert found.title == '在会上的讲话,\n"全文"'


def test_short_long_and_blank_rows(tmp_path: Path) -> None:
    manifest = loaded(tmp_path, "file,title,date\na.txt\n\n , , \nb.txt,B,2023,left,over\n")
    assert manifest.row("a.txt") == Row(file="a.txt")
    assert manifest.row("b.txt") == Row(file="b.txt", title="B", date=DateFound("2023"))
    assert manifest.warnings == ()


def test_rows_without_a_file_give_one_warning(tmp_path: Path) -> None:
    manifest = loaded(tmp_path, "file,title\n" + "".join(f"lost{i}.txt,x\n" for i in range(9)) + "here.txt,x\n")
    said = manifest.without_file(["here.txt", "other.txt"])
    assert said is not None
    assert "9 rows (lost0.txt, lost1.txt, lost2.txt, …)" in said
    assert str(tmp_path / "manifest.csv") in said


def test_every_kind_of_fault_gives_one_warning(tmp_path: Path) -> None:
    rows = "a.txt,2023-02-31,xx\nb.txt,soon,en\na.txt,2023,en\n,2023,en\n"
    manifest = loaded(tmp_path, "file,date,language\n" + rows)
    dates, languages, nameless, twice = manifest.warnings
    assert "2 dates (2023-02-31, soon)" in dates
    assert "1 language (xx)" in languages
    assert "1 rows have neither" in nameless
    assert "1 file (a.txt) listed more than once" in twice
    assert manifest.row("a.txt") == Row(file="a.txt", date=DateFound(None, "2023-02-31"))


@pytest.mark.parametrize(
    ("written", "language"),
    [("zh-Hans", "zh-Hans"), ("zh_CN", "zh-Hans"), ("ZH-tw", "zh-Hant"), ("en", "en"), ("zh", None), ("中文", None)],
)
def test_languages_are_those_of_the_contract(tmp_path: Path, written: str, language: str | None) -> None:
    manifest = loaded(tmp_path, f"file,language\na.txt,{written}\n")
    found = manifest.row("a.txt")
    assert found is not None
    assert found.language == language
    assert manifest.warnings == ()


@pytest.mark.parametrize("text", ["", "\n\n", "title,date\nA,2023\n", "file,title\n"])
def test_a_manifest_that_names_no_file_is_not_used(tmp_path: Path, text: str) -> None:
    manifest = loaded(tmp_path, text)
    assert manifest.row("a.txt") is None
    assert len(manifest.warnings) == 1
    assert "was not used" in manifest.warnings[0]


@pytest.mark.parametrize("data", [b"\0\1\2\3" * 50, b'file,title\na.txt,"' + b"x" * 200_000], ids=["binary", "quote"])
def test_a_manifest_that_cannot_be_read_is_not_used(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "manifest.csv").write_bytes(data)
    manifest = load_manifest(tmp_path)
    assert manifest is not None
    assert manifest.row("a.txt") is None
    assert "was not used" in manifest.warnings[0]


def test_no_manifest(tmp_path: Path) -> None:
    assert load_manifest(tmp_path) is None
    assert load_manifest(tmp_path / "nowhere") is None


def test_names_of_manifests() -> None:
    assert is_manifest("MANIFEST.CSV")
    assert not is_manifest("my manifest.csv")
