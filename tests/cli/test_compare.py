"""The command as its users call it: outputs, streams, exit codes, the same bytes twice."""

from __future__ import annotations

import csv
import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import networkx
import pytest
from program import ENVIRONMENT, PROGRAM, Run, tree

from reuse.cli import main


def test_two_speeches(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    done = run("compare", *speeches)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 speeches" in done.stdout
    assert "把根扎在泥里" in done.stdout
    assert done.stdout.endswith("Report: reports/2020--2021.html\n")
    assert tree(tmp_path) == ["2020.txt", "2021.txt", "reports/2020--2021.html"]
    page = (tmp_path / "reports" / "2020--2021.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")


def test_whoever_asks_for_very_many_pairs_hears_of_the_way_without_pairs(
    speeches: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.modules["reuse.cli.compare"], "MANY_PAIRS", 1)
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *speeches]) == 0
    assert "Note: 2 speeches make 1 pairs" in capsys.readouterr().err


def test_report_as_a_folder(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    done = run("compare", *speeches, "--report-dir", "out")
    assert done.returncode == 0
    assert f"Report folder: {Path('out') / 'index.html'}" in done.stdout
    assert {"out/index.html", "out/parts/page.js", "out/parts/text-1.js"} <= set(tree(tmp_path))
    assert not (tmp_path / "reports").exists()


def test_all_outputs_agree(run: Run, speeches: tuple[str, str], root: Path, tmp_path: Path) -> None:
    outputs = ("-o", "out/r.html", "--json", "out/r.json", "--csv", "out/tables", "--gexf", "out/r.gexf")
    done = run("compare", *speeches, *outputs)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-4:] == [
        "Report: out/r.html",
        "JSON: out/r.json",
        "Tables: out/tables",
        "Network: out/r.gexf",
    ]
    content = json.loads((tmp_path / "out" / "r.json").read_text(encoding="utf-8"))
    schema = json.loads((root / "docs" / "schema" / "speech-reuse-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)
    assert content["alignments"]
    for name in ("documents", "pairs", "alignments", "sentences", "passages", "families"):
        with (tmp_path / "out" / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == len(content[name]), name
    graph = networkx.read_gexf(tmp_path / "out" / "r.gexf")
    assert graph.number_of_nodes() >= 2


def test_two_runs_give_the_same_bytes(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    made = []
    for folder in ("one", "two"):
        outputs = ("-o", "r.html", "--json", "r.json", "--csv", "tables", "--gexf", "r.gexf")
        done = run("compare", *speeches, *outputs)
        assert done.returncode == 0, done.stderr
        (tmp_path / folder).mkdir()
        for name in ("r.html", "r.json", "r.gexf", "tables"):
            (tmp_path / name).rename(tmp_path / folder / name)
        made.append({name: (tmp_path / folder / name).read_bytes() for name in tree(tmp_path / folder)})
    assert len(made[0]) == 12
    assert made[0] == made[1]


def test_json_on_stdout_is_alone_there(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    done = run("compare", *speeches, "--json", "-")
    assert done.returncode == 0
    assert json.loads(done.stdout)["schema"] == "speech-reuse/1"
    assert tree(tmp_path) == ["2020.txt", "2021.txt"]
    with_report = run("compare", *speeches, "--json", "-", "-o", "r.html")
    assert with_report.stdout.replace("\r", "") == done.stdout
    assert with_report.stderr == "Report: r.html\n"


def test_timings_are_written_only_when_asked_for(run: Run, speeches: tuple[str, str]) -> None:
    plain, timed = run("compare", *speeches, "--json", "-"), run("compare", *speeches, "--json", "-", "--timings")
    assert "timings" not in json.loads(plain.stdout)
    assert all(seconds >= 0 for seconds in json.loads(timed.stdout)["timings"].values())
    assert timed.stderr.startswith("Seconds: ")


def test_standard_input_is_a_speech(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    done = run("compare", "-", speeches[1], "--json", "-", stdin=(tmp_path / speeches[0]).read_bytes())
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["alignments"]


def test_min_chars_leaves_shorter_wordings_out(run: Run, speeches: tuple[str, str]) -> None:
    def lengths(*options: str) -> list[int]:
        content: Any = json.loads(run("compare", *speeches, "--json", "-", *options).stdout)
        return [max(len(row["source"]["text"]), len(row["target"]["text"])) for row in content["alignments"]]

    assert min(lengths()) < 9
    longer = lengths("--min-chars", "9")
    assert longer
    assert min(longer) >= 9


def test_language_of_the_page(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    for language, tag in (("en", 'lang="en"'), ("zh", 'lang="zh')):
        assert run("compare", *speeches, "--lang", language, "-o", f"{language}.html").returncode == 0
        head = (tmp_path / f"{language}.html").read_text(encoding="utf-8")[:300]
        assert tag in head


def test_folder_of_speeches(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    for name in speeches:
        (tmp_path / name).rename(folder / name)
    (folder / "2022.txt").write_text((folder / "2021.txt").read_text(encoding="utf-8") + "再见。", encoding="utf-8")
    done = run("compare", "talks")
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 speeches" in done.stdout
    assert done.stdout.endswith("Report: reports/talks--3-speeches.html\n")


def test_quiet_prints_nothing(run: Run, speeches: tuple[str, str]) -> None:
    done = run("compare", *speeches, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_shared_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("湖面结冰了，孩子们在岸边放风筝。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The committee adjourned after a short vote.", encoding="utf-8")
    done = run("compare", "a.txt", "b.txt")
    assert done.returncode == 0
    assert "No shared wording was found." in done.stdout
    assert "English" in done.stdout
    assert "seeds" in done.stdout
    assert (tmp_path / "reports" / "a--b.html").exists()


def test_reader_that_leaves_early_is_no_error(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "compare", *speeches, "--json", "-"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout
    assert program.stderr
    program.stdout.close()
    errors = program.stderr.read()
    program.stderr.close()
    assert (program.wait(), errors) == (0, b"")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupt_leaves_nothing_half_written(
    speeches: tuple[str, str], tmp_path: Path, number: int, code: int
) -> None:
    # Standard input that never ends keeps the program busy. More than a pipe holds can be written only once the
    # program reads it, and that is when it is told to stop.
    program = subprocess.Popen(
        [*PROGRAM, "compare", "-", *speeches, "-o", "r.html"],
        cwd=tmp_path,
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdin
    program.stdin.write(b"x" * 1_000_000)
    program.stdin.flush()
    program.send_signal(number)
    _out, errors = program.communicate()
    assert program.returncode == code
    assert b"Traceback" not in errors
    assert tree(tmp_path) == sorted(speeches)


def test_report_is_opened_on_request(
    speeches: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("click.launch", lambda url: opened.append(url) or len(opened) - 1)
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *speeches, "--open"]) == 0
    assert "could not be opened" not in capsys.readouterr().err
    assert main(["compare", *speeches, "--open", "--json", "-", "-q"]) == 0
    place = str(tmp_path / "reports" / "2020--2021.html")
    assert opened == [place, place]
    assert "could not be opened" in capsys.readouterr().err


def test_agreements_that_are_too_short_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("在雨夜里为晚归的纺织女工留一盏灯。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("我们在雨夜里为晚归的纺织女工留一盏灯。", encoding="utf-8")
    done = run("compare", "a.txt", "b.txt", "--min-chars", "30")
    assert done.returncode == 0
    assert "Nothing came near" not in done.stdout
    assert "fewer than 30 characters" in done.stdout


def test_passages_without_a_clause_in_common_are_told(run: Run, tmp_path: Path) -> None:
    chance = random.Random(11)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(4000)]
    shared = [chance.sample(words, 12) for _ in range(6)]

    def text(*, turned: bool) -> str:
        before, behind = ([chance.sample(words, 12) for _ in range(20)] for _ in range(2))
        middle = [sentence[::-2] + sentence[::2] for sentence in shared] if turned else shared
        return " ".join(" ".join(sentence).capitalize() + "." for sentence in (*before, *middle, *behind))

    (tmp_path / "a.txt").write_text(text(turned=False), encoding="utf-8")
    (tmp_path / "b.txt").write_text(text(turned=True), encoding="utf-8")
    done = run("compare", "a.txt", "b.txt", "--preset", "passages", "-o", "r.html", "--json", "r.json")
    assert done.returncode == 0
    found = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert (found["alignments"], len(found["passages"])) == ([], 1)
    assert found["pairs"][0]["passages"] == 1
    assert "No shared wording" not in done.stdout
    assert "1 passage with the same words in another order" in done.stdout
