"""Bad input and bad places: one clear sentence each, the others go on, nothing half-written stays."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from program import ENVIRONMENT, PROGRAM, Run, tree

from reuse.cli import main

SOME_UNREADABLE = 3


def sentences(errors: str) -> list[str]:
    assert "Traceback" not in errors
    lines = errors.splitlines()
    assert all(re.match(r"(Skipped|Warning|Error): \S", line) for line in lines), errors
    return lines


BAD_FILES = {
    "empty": b"",
    "blank": b" \r\n\t\n",
    "word": b"PK\x03\x04\x14\x00" + bytes(range(256)) * 8,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "noise": bytes(range(256)) * 40,
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_bad_file_is_named_and_the_others_are_compared(
    run: Run, speeches: tuple[str, str], tmp_path: Path, kind: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(BAD_FILES[kind])
    done = run("compare", speeches[0], "bad.txt", speeches[1])
    assert done.returncode == SOME_UNREADABLE
    (line,) = sentences(done.stderr)
    assert line.startswith("Skipped: bad.txt: ")
    assert "2 speeches" in done.stdout
    assert (tmp_path / "reports" / "2020--2021.html").exists()


def test_missing_file_is_named(run: Run, speeches: tuple[str, str]) -> None:
    done = run("compare", *speeches, "gone.txt")
    assert done.returncode == SOME_UNREADABLE
    assert sentences(done.stderr)[0].startswith("Skipped: gone.txt: ")


def test_folder_without_texts_is_named(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "nothing" / "in").mkdir(parents=True)
    done = run("compare", *speeches, "nothing")
    assert done.returncode == SOME_UNREADABLE
    assert sentences(done.stderr)[0].startswith("Skipped: nothing: ")


def test_file_named_twice_is_compared_once(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / speeches[0])
    done = run("compare", speeches[0], f"./{speeches[0]}", "link.txt", speeches[1])
    assert "2 speeches" in done.stdout
    assert any(speeches[0] in line for line in sentences(done.stderr))


@pytest.mark.parametrize(
    "arguments", [["2020.txt"], ["2020.txt", "./2020.txt"], ["gone.txt"], ["none/"], ["gone", "2020.txt"]]
)
def test_too_few_speeches_are_a_bad_request(
    run: Run, speeches: tuple[str, str], tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "none").mkdir()
    done = run("compare", *arguments, "-o", "r.html")
    assert done.returncode == 2
    assert done.stdout == ""
    last = sentences(done.stderr)[-1]
    assert last.startswith("Error: Nothing to compare: ")
    assert "two speeches or more" in last
    assert tree(tmp_path) == sorted(speeches)


def test_file_that_vanishes_is_named(
    speeches: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Listed in its folder, gone when it is opened.
    folder = tmp_path / "talks"
    folder.mkdir()
    for name in (*speeches, "vanishing.txt"):
        (folder / name).write_bytes((tmp_path / speeches[0]).read_bytes())
    opened, read_bytes = Path.open, Path.read_bytes

    def vanish(path: Path) -> None:
        if path.name == "vanishing.txt":
            path.unlink(missing_ok=True)

    monkeypatch.setattr(Path, "open", lambda self, *a, **k: (vanish(self), opened(self, *a, **k))[1])
    monkeypatch.setattr(Path, "read_bytes", lambda self: (vanish(self), read_bytes(self))[1])
    monkeypatch.chdir(tmp_path)
    assert main(["compare", "talks", "-o", "r.html"]) == SOME_UNREADABLE
    errors = capsys.readouterr().err
    assert any(line.startswith("Skipped: talks/vanishing.txt: ") for line in sentences(errors))
    assert (tmp_path / "r.html").exists()


@pytest.mark.parametrize(
    ("option", "place"),
    [
        ("-o", "folder"),
        ("--json", "folder"),
        ("--gexf", "folder"),
        ("-o", "2020.txt/r.html"),
        ("--csv", "2020.txt"),
        ("--csv", "2020.txt/t"),
    ],
)
def test_place_that_cannot_be_written_is_named_before_work(
    run: Run, speeches: tuple[str, str], tmp_path: Path, option: str, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    done = run("compare", *speeches, option, place)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = sentences(done.stderr)
    assert line.startswith(f"Error: Cannot write {place}: ")
    assert tree(tmp_path) == sorted(speeches)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("option", ["-o", "--json", "--gexf"])
def test_full_disk_is_one_sentence(run: Run, speeches: tuple[str, str], option: str) -> None:
    done = run("compare", *speeches, option, "/dev/full")
    assert done.returncode == 2
    (line,) = sentences(done.stderr)
    assert line == "Error: Cannot write /dev/full: the disk is full; free some space or choose another place."


def test_output_over_an_input_is_refused(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    before = (tmp_path / speeches[0]).read_bytes()
    done = run("compare", ".", "-o", speeches[0])
    assert (done.returncode, done.stdout) == (2, "")
    assert "would overwrite the input" in sentences(done.stderr)[-1]
    assert (tmp_path / speeches[0]).read_bytes() == before


def test_text_in_no_language_at_all(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "digits.txt").write_text("0123 4567 !!! ??? 890\n" * 50, encoding="utf-8")
    done = run("compare", *speeches, "digits.txt")
    assert done.returncode in {0, SOME_UNREADABLE}
    assert any("no letters" in line for line in sentences(done.stderr))
    assert (tmp_path / "reports").is_dir()


def test_twenty_megabytes_in_a_single_line(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"word " * 4_000_000)
    done = run("compare", speeches[0], "long.txt", "--json", "out.json")
    assert done.returncode == 0, done.stderr
    sentences(done.stderr)
    assert (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "FILES|FOLDERS"),
        (["compare", "a", "b", "--min-chars", "0"], "--min-chars"),
        (["compare", "a", "b", "--lang", "fr"], "--lang"),
        (["compare", "a", "b", "--jsn", "x"], "--jsn"),
        (["contrast", "a", "b"], "contrast"),
    ],
)
def test_bad_option_is_one_sentence(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = sentences(done.stderr)
    assert said in line
    assert "--help" in line


def test_fault_of_the_program_is_one_sentence_and_its_trace_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_arguments: object, **_settings: object) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("reuse.cli.compare._read", fail)
    assert main(["compare", "a", "b"]) == 1
    (line,) = sentences(capsys.readouterr().err)
    assert "RuntimeError: two lines" in line
    assert main(["compare", "a", "b", "--verbose"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_lack_of_memory_is_told_as_such(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_arguments: object, **_settings: object) -> None:
        raise MemoryError

    monkeypatch.setattr("reuse.cli.compare._read", fail)
    assert main(["compare", "a", "b"]) == 1
    assert "too little memory" in sentences(capsys.readouterr().err)[0]


def test_nothing_asked_shows_the_help(run: Run) -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Examples:")


@pytest.mark.parametrize("group", ["config", "background"])
def test_a_group_without_its_command_shows_its_help(run: Run, group: str) -> None:
    done = run(group)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Examples:\n  speech-reuse {group} ")
    assert "Error" not in done.stderr


def test_the_report_does_not_go_into_a_file_named_like_standard_output(
    run: Run, speeches: tuple[str, str], tmp_path: Path
) -> None:
    done = run("compare", *speeches, "-o", "-")
    assert done.returncode == 2
    assert done.stderr == ("Error: The report cannot go to standard output; name a file, or ask for --json - there.\n")
    assert not (tmp_path / "-").exists()


def test_an_unknown_preset_is_named_with_its_option(run: Run, speeches: tuple[str, str]) -> None:
    done = run("compare", *speeches, "--preset", "passage")
    assert done.stderr == "Error: --preset: there is no preset “passage” (known: speeches, passages, summaries)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    "call", ["compare 2020.txt 2021.txt", "formulas 2020.txt 2021.txt --json -", "explain 甲乙 甲丙"]
)
def test_a_full_disk_behind_the_output_is_no_fault_of_the_program(
    speeches: tuple[str, str], tmp_path: Path, call: str
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *call.split()], cwd=tmp_path, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    said = done.stderr.decode("utf-8").strip().splitlines()
    assert said[-1] == "Error: Cannot write the output: the disk is full; free some space or choose another place."
    assert done.returncode == 2


def test_explain_says_how_to_ask_where_files_are_named(run: Run, speeches: tuple[str, str]) -> None:
    done = run("explain", *speeches)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Error: {speeches[0]} is a file or folder, and explain takes two wordings")
    assert "compare" in done.stderr


def test_links_in_a_circle_are_named(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "one.txt").symlink_to("two.txt")
    (tmp_path / "two.txt").symlink_to("one.txt")
    done = run("compare", *speeches, "one.txt")
    assert done.returncode == SOME_UNREADABLE
    assert sentences(done.stderr)[0].startswith("Skipped: one.txt: ")
    done = run("compare", *speeches, "-o", "one.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(sentences(done.stderr)) == 1


@pytest.mark.parametrize("option", ["-o", "--json", "--csv", "--report-dir"])
def test_a_place_whose_name_is_too_long_is_named(run: Run, speeches: tuple[str, str], option: str) -> None:
    done = run("compare", *speeches, option, "b" * 300)
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = sentences(done.stderr)
    assert line.endswith("the name is too long; choose a shorter one.")


def test_one_file_given_twice_is_no_pair(run: Run, speeches: tuple[str, str]) -> None:
    done = run("compare", speeches[0], f"./{speeches[0]}")
    assert done.returncode == 2
    assert f"Error: Nothing to compare: all that was given is one and the same file ({speeches[0]});" in done.stderr


def test_an_empty_name_is_shown_as_one(run: Run, speeches: tuple[str, str]) -> None:
    done = run("compare", *speeches, "")
    assert done.returncode == SOME_UNREADABLE
    assert sentences(done.stderr)[0].startswith("Skipped: “”: there is no such file")


def test_a_file_that_looks_like_an_option_is_told_how_to_be_named(
    run: Run, speeches: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "-x.txt").write_text((tmp_path / speeches[0]).read_text(encoding="utf-8"), encoding="utf-8")
    done = run("compare", speeches[1], "-x.txt")
    assert done.returncode == 2
    assert "there is no option -x (the file of that name is ./-x.txt); " in done.stderr
    assert run("compare", speeches[1], "./-x.txt").returncode == 0


@pytest.mark.parametrize("name", ["a\nb.txt", "[red]x.txt", '<b>&"x.txt', "😀.txt", "一 二.txt", "\u202e.txt"])
def test_a_strange_name_is_shown_on_one_line_and_never_as_markup(
    run: Run, speeches: tuple[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"")
    done = run("compare", *speeches, name)
    assert done.returncode == SOME_UNREADABLE
    (line,) = sentences(done.stderr)
    assert line.startswith("Skipped: ")
    assert line.endswith(".txt: is empty")
    (tmp_path / name).write_bytes((tmp_path / speeches[0]).read_bytes() + "去年冬天渡口下了一场大雪。".encode())
    done = run("compare", name, speeches[1])
    assert (done.returncode, done.stderr) == (0, "")
