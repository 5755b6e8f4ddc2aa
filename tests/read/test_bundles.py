"""Archives and collections: several speeches in one file, and what a hostile one cannot do."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import made_files as made
import pytest

from reuse.errors import InputError
from reuse.params import ReadParams
from reuse.read import Inputs, read, read_inputs


def opened(folder: Path, name: str, data: bytes, **params: int) -> Inputs:
    (folder / name).write_bytes(data)
    return read_inputs([str(folder / name)], params=ReadParams(**params))


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet", ".xlsx"])
def test_rows_become_speeches(tmp_path: Path, suffix: str) -> None:
    inputs = opened(tmp_path, f"all{suffix}", made.MAKERS[suffix]())
    first, second = inputs.documents
    assert (first.id, first.text, first.title, first.title_from) == ("k1", made.PARAGRAPH, "致辞", "record")
    assert (first.date, first.date_from, first.speaker, first.series) == ("2023-02-05", "record", "张三", "工会大会")
    assert first.path == str(tmp_path / f"all{suffix}#k1")
    assert (second.id, second.date) == ("k2", "2024")
    assert second.language == ("en" if suffix != ".xlsx" else None)
    assert (inputs.skipped, inputs.warnings) == ((), ())
    assert inputs.files == (str(tmp_path / f"all{suffix}"),)


def test_a_translation_memory_holds_a_speech_in_each_language(tmp_path: Path) -> None:
    chinese, english = opened(tmp_path, "m.tmx", made.tmx()).documents
    assert (chinese.id, chinese.text, chinese.language) == ("m-zh-CN", made.PARAGRAPH, "zh-Hans")
    assert (english.id, english.text, english.language) == ("m-en-US", made.SECOND, "en")


def test_lines_that_are_no_row_are_named(tmp_path: Path) -> None:
    lines = '{"text": "同志们，大会开幕了。"}\nnot json\n[1]\n\n{"id": "k3"}\n'
    inputs = opened(tmp_path, "a.jsonl", lines.encode())
    (document,) = inputs.documents
    assert document.id == "a-line-1"
    reasons = {Path(skipped.path).name: skipped.reason for skipped in inputs.skipped}
    assert set(reasons) == {"a.jsonl#line 2", "a.jsonl#line 3", "a.jsonl#k3"}
    assert "no JSON" in reasons["a.jsonl#line 2"]
    assert "has no text" in reasons["a.jsonl#k3"]


@pytest.mark.parametrize(
    ("name", "data"), [("a.jsonl", b'{"words": "x"}'), ("a.xlsx", made.xlsx([["a", "b"], [1, 2]]))]
)
def test_a_collection_without_texts_says_which_column_is_looked_for(tmp_path: Path, name: str, data: bytes) -> None:
    (skipped,) = opened(tmp_path, name, data).skipped
    assert "name the column of the speeches “text”" in skipped.reason


@pytest.mark.parametrize("suffix", [".zip", ".tar.gz"])
def test_an_archive_is_read_like_a_folder(tmp_path: Path, suffix: str) -> None:
    inputs = opened(tmp_path, f"all{suffix}", made.MAKERS[suffix]())
    first, second = inputs.documents
    assert (first.id, first.title, first.date, first.title_from) == ("a", "打包的标题", "2023-02-05", "manifest")
    assert first.path == str(tmp_path / f"all{suffix}" / "a.txt")
    assert first.encoding == "gb18030"
    assert second.text.startswith(made.PARAGRAPH)
    assert inputs.skipped == ()
    (warning,) = inputs.warnings
    assert "passed over 2 hidden or system files, 1 empty file, 1 other file (.png 1)" in warning


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar_however_it_is_packed(tmp_path: Path, mode: str) -> None:
    suffix = ".tar" + mode[1:].replace(":", ".")
    data = made.tarred({"a.txt": made.PARAGRAPH.encode(), "b.txt": made.SECOND.encode()}, mode)
    assert [document.id for document in opened(tmp_path, f"x{suffix}", data).documents] == ["a", "b"]
    assert len(opened(tmp_path, "unnamed", data).documents) == 2


def test_names_that_lead_outside_stay_inside(tmp_path: Path) -> None:
    names = ("../../evil.txt", "/etc/passwd.txt", "C:\\temp\\x.txt")
    packed = made.zipped(dict.fromkeys(names, made.PARAGRAPH))
    tarred = made.tarred(dict.fromkeys(names, made.PARAGRAPH.encode()))
    for name, data in (("a.zip", packed), ("a.tar.gz", tarred)):
        paths = [document.path for document in opened(tmp_path, name, data).documents]
        assert paths == [str(tmp_path / name / inside) for inside in ("etc/passwd.txt", "evil.txt", "temp/x.txt")]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar.gz", "a.zip"]


def test_links_and_devices_in_an_archive_are_no_speeches(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("device.txt", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = len(made.PARAGRAPH.encode())
        archive.addfile(info, io.BytesIO(made.PARAGRAPH.encode()))
    assert [document.id for document in opened(tmp_path, "a.tar", out.getvalue()).documents] == ["a"]


BOMB = 5_000_000


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", made.zipped({"a.txt": b"0" * BOMB})),
        ("a.docx", made.zipped({"word/document.xml": b" " * BOMB})),
        ("a.tar.gz", made.tarred({"a.txt": b"0" * BOMB})),
        ("b.tar.gz", gzip.compress(b"0" * BOMB)),
        ("a.tar.bz2", bz2.compress(b"0" * BOMB)),
    ],
)
def test_bombs_are_not_unpacked(tmp_path: Path, name: str, data: bytes) -> None:
    inputs = opened(tmp_path, name, data, max_unpacked_bytes=1_000_000)
    assert inputs.documents == ()
    (skipped,) = inputs.skipped
    assert "unpacks to more than 1,000,000 bytes" in skipped.reason or "no sound tar archive" in skipped.reason


def test_a_size_in_a_header_is_not_believed(tmp_path: Path) -> None:
    data = bytearray(made.zipped({"a.txt": b"0" * BOMB}))
    for place in (22, data.rindex(b"PK\x01\x02") + 24):  # uncompressed size, in the member's head and in the directory
        data[place : place + 4] = (100).to_bytes(4, "little")
    inputs = opened(tmp_path, "a.zip", bytes(data), max_unpacked_bytes=1_000_000)
    assert inputs.documents == () or len(inputs.documents[0].text) <= 100


def test_locked_members_and_archives_inside_archives_are_named(tmp_path: Path) -> None:
    data = bytearray(
        made.zipped({"a.txt": made.PARAGRAPH, "b.txt": made.SECOND, "inner.zip": made.zipped({"c.txt": "x"})})
    )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["a.txt", "b.txt", "inner.zip"]
    end = data.rindex(b"PK\x05\x06")
    data[int.from_bytes(data[end + 16 : end + 20], "little") + 8] |= 1  # the first member claims to be encrypted
    inputs = opened(tmp_path, "a.zip", bytes(data))
    assert [document.id for document in inputs.documents] == ["b"]
    reasons = {Path(skipped.path).name: skipped.reason for skipped in inputs.skipped}
    assert "password" in reasons["a.txt"]
    assert "inside an archive" in reasons["inner.zip"]


def test_names_that_an_old_chinese_system_wrote(tmp_path: Path) -> None:
    data = made.zipped({"xxxx.txt": made.PARAGRAPH}).replace(b"xxxx.txt", "大会.txt".encode("gbk"))
    (document,) = opened(tmp_path, "a.zip", data).documents
    assert document.id == "大会"


def test_one_speech_in_an_archive_can_be_read_alone(tmp_path: Path) -> None:
    (tmp_path / "one.zip").write_bytes(made.zipped({"a.txt": made.PARAGRAPH}))
    (tmp_path / "two.zip").write_bytes(made.zipped({"a.txt": made.PARAGRAPH, "b.txt": made.SECOND}))
    assert read(tmp_path / "one.zip").text == made.PARAGRAPH
    with pytest.raises(InputError, match="holds 2 speeches"):
        read(tmp_path / "two.zip")


@pytest.mark.parametrize("name", ["manifest.xlsx", "manifest.jsonl", "manifest.tsv", "Manifest.CSV"])
def test_manifests_of_every_kind(tmp_path: Path, name: str) -> None:
    rows: list[list[object]] = [["文件", "标题", "日期"], ["a.txt", "开幕词", "二〇二三年二月五日"]]
    contents = {
        ".xlsx": made.xlsx(rows),
        ".jsonl": '{"文件": "a.txt", "标题": "开幕词", "日期": "二〇二三年二月五日"}'.encode(),
        ".tsv": "\n".join("\t".join(map(str, row)) for row in rows).encode(),
        ".csv": "\n".join(",".join(map(str, row)) for row in rows).encode("gb18030"),
    }
    (tmp_path / name).write_bytes(contents[Path(name).suffix.lower()])
    (tmp_path / "a.txt").write_text(made.PARAGRAPH, encoding="utf-8")
    inputs = read_inputs([str(tmp_path)])
    (document,) = inputs.documents
    assert (document.title, document.date, document.date_from) == ("开幕词", "2023-02-05", "manifest")
    assert inputs.warnings == ()


def test_empty_files_of_a_folder_are_counted(tmp_path: Path) -> None:
    for name in ("empty.txt", "._a.txt", ".DS_Store"):
        (tmp_path / name).touch()
    (tmp_path / "a.txt").write_text(made.PARAGRAPH, encoding="utf-8")
    inputs = read_inputs([str(tmp_path)])
    assert inputs.skipped == ()
    assert inputs.warnings == (f"{tmp_path}: passed over 2 hidden or system files, 1 empty file",)
