"""read_inputs: a request with good and bad files in it; one clear sentence for each, and the rest goes on."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from reuse.errors import RequestError
from reuse.model import Document
from reuse.params import ReadParams
from reuse.pipeline import compare
from reuse.read import Inputs, read_inputs
from reuse.read import inputs as stage

ONE = "第一篇讲话\n同志们：大会今天开幕了。"
TWO = "第二篇讲话\n同志们：大会今天闭幕了。"


def saved(folder: Path, **files: str) -> list[str]:
    """Files named by keyword, `_` for the dot before the suffix."""
    paths = []
    for name, text in files.items():
        path = folder / name.replace("_", ".")
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(str(path))
    return paths


def put(folder: Path, *paths: str) -> None:
    for number, path in enumerate(paths):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"{ONE} {number}", encoding="utf-8")


def names(inputs: Inputs, folder: Path) -> list[str]:
    return [os.path.relpath(document.path or "", folder) for document in inputs.documents]


def only(inputs: Inputs) -> Document:
    (document,) = inputs.documents
    return document


def test_files_keep_their_order(tmp_path: Path) -> None:
    one, two = saved(tmp_path, b_txt=ONE, a_md=TWO)
    inputs = read_inputs([one, two])
    assert [document.text for document in inputs.documents] == [ONE, TWO]
    assert [document.path for document in inputs.documents] == [one, two]
    assert (inputs.skipped, inputs.warnings) == ((), ())


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/z.txt", "a/b/c.md", "C.TXT", "2.txt", "10.txt")
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["10.txt", "2.txt", "C.TXT", "a/b/c.md", "a/z.txt", "b.txt"]
    assert (inputs.skipped, inputs.warnings) == ((), ())


def test_paths_stand_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "in/sub/a.txt")
    monkeypatch.chdir(tmp_path)
    assert only(read_inputs(["in"])).path == "in/sub/a.txt"
    assert only(read_inputs(["./in/"])).path == "./in/sub/a.txt"
    assert only(read_inputs(["in/../in/sub/a.txt"])).path == "in/../in/sub/a.txt"


def test_reports_and_results_of_this_program_are_no_speeches(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    result = compare(read_inputs([str(tmp_path)]).documents)
    result.to_html(tmp_path / "reports" / "one.html")
    result.to_json(tmp_path / "result.json")
    (tmp_path / "speech.html").write_text("<!doctype html><p>同志们！", encoding="utf-8")
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["a.txt", "b.txt", "speech.html"]
    assert inputs.skipped == ()
    assert f"{tmp_path}: passed over 2 speech-reuse files" in inputs.warnings


def test_hidden_and_system_files_are_passed_over_and_counted(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "._a.txt", ".DS_Store", "Thumbs.db", "~$a.docx", ".git/b.txt", "__MACOSX/c.txt")
    put(tmp_path, "README.md", "x.png", "y.png", "table.csv")
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["a.txt"]
    assert inputs.skipped == ()
    assert inputs.warnings == (
        f"{tmp_path}: passed over 6 hidden or system files, 1 README or licence file, 3 other files (.png 2, .csv 1)",
    )


def test_documents_of_other_formats_in_a_folder_are_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.caj").write_bytes(b"CAJ\0" + bytes(30))
    inputs = read_inputs([str(tmp_path)])
    (skipped,) = inputs.skipped
    assert skipped.path == str(tmp_path / "b.caj")
    assert skipped.reason == "looks like a CAJ file; save it as plain text (.txt)"


def test_bad_files_are_skipped_and_the_others_read(tmp_path: Path) -> None:
    good, empty, blank = saved(tmp_path, good_txt=ONE, empty_txt="", blank_txt=" \n")
    (tmp_path / "nul.txt").write_bytes(bytes(100))
    (tmp_path / "hollow").mkdir()
    paths = [str(tmp_path / "missing.txt"), empty, str(tmp_path / "hollow"), good, blank, str(tmp_path / "nul.txt")]
    inputs = read_inputs(paths)
    assert only(inputs).text == ONE
    reasons = {Path(skipped.path).name: skipped.reason for skipped in inputs.skipped}
    assert set(reasons) == {"missing.txt", "empty.txt", "hollow", "blank.txt", "nul.txt"}
    assert "no such file" in reasons["missing.txt"]
    assert reasons["empty.txt"] == "is empty"
    assert "holds no texts (.doc, .docm, .docx" in reasons["hollow"]
    assert "blanks" in reasons["blank.txt"]
    assert "binary" in reasons["nul.txt"]


def test_a_folder_with_other_files_only_says_what_it_holds(tmp_path: Path) -> None:
    put(tmp_path, "speech", "b.csv")
    (skipped,) = read_inputs([str(tmp_path)]).skipped
    assert "2 other files (no suffix 1, .csv 1)" in skipped.reason
    assert "one by one" in skipped.reason


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (one,) = saved(tmp_path, a_txt=ONE)
    (tmp_path / "link.txt").symlink_to(one)
    (tmp_path / "hard.txt").hardlink_to(one)
    other = str(tmp_path / "." / ".." / tmp_path.name / "a.txt")
    inputs = read_inputs([one, one, other, str(tmp_path / "link.txt"), str(tmp_path / "hard.txt")])
    assert only(inputs).path == one
    assert inputs.skipped == ()
    assert len(inputs.warnings) == 4
    assert inputs.warnings[0] == f"{one} was named twice; it is compared once"
    assert all("compared once" in warning and one in warning for warning in inputs.warnings)


def test_a_file_and_its_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt", "c.txt")
    inputs = read_inputs([str(tmp_path / "b.txt"), str(tmp_path), str(tmp_path)])
    assert names(inputs, tmp_path) == ["b.txt", "a.txt", "c.txt"]
    assert "are the same file" not in inputs.warnings[0]  # one spelling
    assert "3 of its files were named before" in inputs.warnings[1]
    assert len(inputs.warnings) == 2


def test_links_that_go_round_end(tmp_path: Path) -> None:
    put(tmp_path, "sub/a.txt")
    (tmp_path / "sub" / "round").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["sub/a.txt"]
    assert [(Path(s.path).name, "no such file" in s.reason) for s in inputs.skipped] == [("broken.txt", True)]


def test_the_same_text_in_two_files_is_kept_twice(tmp_path: Path) -> None:
    one, two, three = saved(tmp_path, a_txt=ONE, b_txt=ONE, c_txt=ONE)
    inputs = read_inputs([one, two, three])
    assert len(inputs.documents) == 3
    assert inputs.warnings == (f"{one}, {two} and {three} hold the same text; all are compared",)


def test_the_same_text_in_another_encoding_with_other_line_ends_is_noticed(tmp_path: Path) -> None:
    text = "各位代表，现在我向大会报告工作。\n请予审议。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    inputs = read_inputs([str(tmp_path)])
    assert [warning for warning in inputs.warnings if "hold the same text" in warning] == [
        f"{tmp_path / 'a.txt'} and {tmp_path / 'b.txt'} hold the same text; all are compared"
    ]


def test_many_speeches_of_one_text_make_one_warning(tmp_path: Path) -> None:
    for number in range(5):
        for copy in range(3):
            (tmp_path / f"{number}-{copy}.txt").write_text(f"{ONE}{number}\n", encoding="utf-8")
    warnings = read_inputs([str(tmp_path)]).warnings
    assert [warning.split(",")[0] for warning in warnings] == ["10 of the speeches hold the same text as another"]


def test_a_file_that_vanishes_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = saved(tmp_path, a_txt=ONE, b_txt=TWO)

    def vanish(what: str, done: int, _: int) -> None:
        if (what, done) == ("read", 0):
            Path(one).unlink()

    inputs = read_inputs([one, two], progress=vanish)
    assert only(inputs).path == two
    assert [(s.path, s.reason) for s in inputs.skipped] == [(one, "vanished after it was listed; run again")]


def test_files_and_folders_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", "b.txt", "locked/c.txt")
    opened, listed = Path.open, os.listdir

    def open_most(path: Path, *arguments: str) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments)  # type: ignore[call-overload]

    def list_most(path: str | Path) -> list[str]:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "open", open_most)
    monkeypatch.setattr(os, "listdir", list_most)
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["a.txt"]
    reasons = {Path(skipped.path).name: skipped.reason for skipped in inputs.skipped}
    assert "permission denied" in reasons["b.txt"]
    assert "folder cannot be opened" in reasons["locked"]


def test_large_files_are_skipped(tmp_path: Path) -> None:
    one, two = saved(tmp_path, a_txt="x" * 2000, b_txt=TWO)
    inputs = read_inputs([one, two], params=ReadParams(max_file_bytes=1000))
    assert only(inputs).path == two
    assert "larger than 1,000 bytes" in inputs.skipped[0].reason


def test_standard_input(tmp_path: Path) -> None:
    inputs = read_inputs(["-", "-"], stdin=io.BytesIO(ONE.encode("gbk")))
    document = only(inputs)
    assert (document.id, document.path, document.text) == ("stdin", "-", ONE)
    assert (document.title, document.title_from) == ("第一篇讲话", "text")
    assert inputs.warnings == ("- was named twice; it is compared once",)


@pytest.mark.parametrize("data", [b"", b" \n", bytes(50), b"x" * 2000])
def test_bad_standard_input_is_skipped(data: bytes) -> None:
    inputs = read_inputs(["-"], stdin=io.BytesIO(data), params=ReadParams(max_file_bytes=1000))
    assert inputs.documents == ()
    assert [skipped.path for skipped in inputs.skipped] == ["-"]


def test_a_process_without_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    (skipped,) = read_inputs(["-"]).skipped
    assert "no standard input" in skipped.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_in_folders_are_not_waited_on(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    inputs = read_inputs([str(tmp_path)])
    assert names(inputs, tmp_path) == ["a.txt"]
    assert [skipped.reason for skipped in inputs.skipped] == ["is no ordinary file"]


def test_devices_are_not_read() -> None:
    (skipped,) = read_inputs([os.devnull]).skipped
    assert "neither a file nor a folder" in skipped.reason


@pytest.mark.parametrize("paths", [[], (), "speech.txt"])
def test_a_request_without_a_list_of_paths_is_refused(paths: list[str]) -> None:
    with pytest.raises(RequestError, match="list of paths"):
        read_inputs(paths)


def test_manifests_beside_and_above(tmp_path: Path) -> None:
    put(tmp_path, "top.txt", "sub/deep.txt", "sub/own/near.txt")
    (tmp_path / "manifest.csv").write_text("file,title\ntop.txt,Top\nsub/deep.txt,Deep\nnear.txt,Far\n")
    (tmp_path / "sub" / "own" / "manifest.csv").write_text("id,title\nnear,Near\n")
    inputs = read_inputs([str(tmp_path)])
    assert {document.id: document.title for document in inputs.documents} == {
        "top": "Top",
        "deep": "Deep",
        "near": "Near",
    }
    assert inputs.warnings == ()


def test_a_manifest_above_the_folder_given_is_not_looked_for(tmp_path: Path) -> None:
    put(tmp_path, "sub/a.txt")
    (tmp_path / "manifest.csv").write_text("file,title\nsub/a.txt,Above\n")
    assert only(read_inputs([str(tmp_path / "sub")])).title == "第一篇讲话"
    assert only(read_inputs([str(tmp_path / "sub" / "a.txt")])).title == "第一篇讲话"


def test_a_manifest_named_along_with_its_files_is_used(tmp_path: Path) -> None:
    one, two = saved(tmp_path, a_txt=ONE, b_txt=TWO)
    (manifest,) = saved(tmp_path, manifest_csv="file,title\na.txt,Titled\n")
    inputs = read_inputs([one, two, manifest])
    assert [document.title for document in inputs.documents] == ["Titled", "第二篇讲话"]
    assert (inputs.skipped, inputs.warnings) == ((), ())
    (skipped,) = read_inputs([manifest]).skipped
    assert "describes other files" in skipped.reason


def test_rows_for_files_that_are_there_but_not_asked_for_are_no_fault(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt", "sub/c.txt")
    (tmp_path / "manifest.csv").write_text("file,id,title\na.txt,,A\n,b,B\nsub/c.txt,,C\nlost.txt,,D\n")
    inputs = read_inputs([str(tmp_path / "a.txt")])
    (warning,) = inputs.warnings
    assert "no file belongs to 1 row (lost.txt)" in warning


def test_ids_are_unique_and_do_not_depend_on_order(tmp_path: Path) -> None:
    put(tmp_path, "2022/speech.txt", "2023/speech.txt", "other.txt")
    paths = [str(tmp_path / path) for path in ("2022/speech.txt", "2023/speech.txt", "other.txt")]
    ids = {document.path: document.id for document in read_inputs(paths).documents}
    assert list(ids.values()) == ["2022-speech", "2023-speech", "other"]
    assert {document.path: document.id for document in read_inputs(paths[::-1]).documents} == ids


def test_documents_carry_their_own_warnings(tmp_path: Path) -> None:
    (one,) = saved(tmp_path, a_txt="讲话\n同志们\ufffd，大会今天开幕了。")
    inputs = read_inputs([one])
    assert inputs.warnings == ()
    (warning,) = only(inputs).warnings
    assert "line 2, character 4" in warning


def test_progress_counts_files(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.txt")
    seen: list[tuple[str, int, int]] = []
    read_inputs([str(tmp_path)], progress=lambda *step: seen.append(step))
    assert seen == [("read", 0, 2), ("read", 1, 2), ("read", 2, 2)]


def test_two_runs_give_the_same(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", "a/b.txt", "a/c.txt", "README.md")
    assert read_inputs([str(tmp_path)]) == read_inputs([str(tmp_path)])


def test_public_class_is_the_one_returned(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    assert type(read_inputs([str(tmp_path)])) is stage.Inputs is Inputs
