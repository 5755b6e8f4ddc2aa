"""Writing whole or not at all: what a reader of the name can ever see."""

from __future__ import annotations

import csv
import errno
import os
import stat
from pathlib import Path

import pytest
from small_result import small_result

from reuse.errors import OutputError
from reuse.output import check_writable, whole_file, write_csv_folder, write_text
from reuse.tables import Table, tables


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_text_is_written_as_it_is_into_folders_made_for_it(tmp_path: Path) -> None:
    place = tmp_path / "a" / "报告.html"
    write_text(place, "同志们\r\n\n好")
    assert place.read_bytes() == "同志们\r\n\n好".encode()
    assert names(tmp_path) == ["a", "报告.html"]


def test_lone_surrogate_becomes_a_question_mark(tmp_path: Path) -> None:
    write_text(tmp_path / "x", "a\ud800b")
    assert (tmp_path / "x").read_text() == "a?b"


def test_rights_are_those_of_any_new_file_and_are_kept(tmp_path: Path) -> None:
    place = tmp_path / "x"
    before = os.umask(0o022)
    try:
        write_text(place, "one")
        assert stat.S_IMODE(place.stat().st_mode) == 0o644
        place.chmod(0o600)
        write_text(place, "two")
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    finally:
        os.umask(before)


@pytest.mark.parametrize("ends", [KeyboardInterrupt, SystemExit, ValueError, MemoryError])
def test_block_that_ends_early_leaves_what_was_there(tmp_path: Path, ends: type[BaseException]) -> None:
    place = tmp_path / "x"
    place.write_text("before")

    def half() -> None:
        with whole_file(place) as draft:
            draft.write_text("half of i")
            raise ends

    with pytest.raises(ends):
        half()
    assert place.read_text() == "before"
    assert names(tmp_path) == ["x"]


def test_reader_sees_old_or_new_and_never_half(tmp_path: Path) -> None:
    place = tmp_path / "x.html"
    place.write_text("before")
    with whole_file(place) as draft:
        draft.write_text("after")
        assert place.read_text() == "before"
        assert draft.parent == place.parent  # another disk could not be renamed from
        assert draft.suffix == ".html"
    assert place.read_text() == "after"


def test_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    place, link = tmp_path / "file", tmp_path / "link"
    place.write_text("before")
    link.symlink_to(place)
    write_text(link, "after")
    assert link.is_symlink()
    assert place.read_text() == "after"


def test_device_is_written_to_and_not_replaced() -> None:
    write_text(os.devnull, "gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_full_disk_is_named() -> None:
    with pytest.raises(OutputError, match=r"^Cannot write /dev/full: the disk is full; .*\.$"):
        write_text("/dev/full", "text")


@pytest.mark.parametrize(
    ("number", "cause"),
    [(errno.EACCES, "no right"), (errno.EROFS, "read-only"), (errno.ENOSPC, "full"), (errno.EIO, "choose another")],
)
def test_refusal_of_the_disk_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, cause: str
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OutputError, match=cause) as caught:
        write_text(tmp_path / "x", "text")
    assert str(caught.value).count(".") == 1
    assert names(tmp_path) == []


def test_folder_and_file_in_the_way_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for check in (lambda path: write_text(path, "x"), check_writable):
        with pytest.raises(OutputError, match="that is a folder; give the name of a file"):
            check(tmp_path)
        with pytest.raises(OutputError, match="a part of that path is a file"):
            check(tmp_path / "file" / "x.html")
    assert names(tmp_path) == ["file"]


def test_name_too_long_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="too long"):
        write_text(tmp_path / ("x" * 300), "text")
    assert names(tmp_path) == []


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_missing_right_is_seen_beforehand_and_when_writing(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    for check in (lambda path: write_text(path, "x"), check_writable):
        with pytest.raises(OutputError, match="no right to write there"):
            check(closed / "x")


def test_checking_makes_nothing(tmp_path: Path) -> None:
    check_writable(tmp_path / "new" / "x.html")
    check_writable(tmp_path / "new", folder=True)
    check_writable(tmp_path, folder=True)
    check_writable(os.devnull)
    assert names(tmp_path) == []


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_tables_are_written_for_spreadsheets(tmp_path: Path) -> None:
    paths = write_csv_folder(tmp_path / "out", tables(small_result()))
    wanted = [
        "alignments",
        "changes",
        "documents",
        "families",
        "formulas",
        "pairs",
        "parallelisms",
        "passages",
        "sentences",
    ]
    assert sorted(path.name for path in paths) == [f"{name}.csv" for name in wanted]
    assert names(tmp_path / "out") == [f"{name}.csv" for name in wanted]
    for path in paths:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        header, *rows = read_csv(path)
        assert rows
        assert all(len(row) == len(header) for row in rows)


def test_cells_that_start_a_formula_are_guarded_and_numbers_stay(tmp_path: Path) -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]
    table = Table(("text", "number", "none", "flag"), tuple((text, -1.5, None, True) for text in hostile))
    (path,) = write_csv_folder(tmp_path, {"t": table})
    rows = read_csv(path)[1:]
    assert [row[0] for row in rows] == ["'" + text for text in hostile]
    assert rows[0][1:] == ["-1.5", "", "true"]


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write_csv_folder(tmp_path, {"t": Table(("a",), (('=x,\n"y"',),))})
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert read_csv(tmp_path / "t.csv")[1] == ['\'=x,\n"y"']


def test_failing_table_leaves_all_tables_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "first.csv").write_text("before")
    (tmp_path / "second.csv").mkdir()
    table = Table(("a",), ((1,),))
    with pytest.raises(OutputError):
        write_csv_folder(tmp_path, {"first": table, "second": table})
    assert (tmp_path / "first.csv").read_text() == "before"
    assert names(tmp_path) == ["first.csv", "second.csv"]
