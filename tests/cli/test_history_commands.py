"""`history`, `editions` and `background` as their users call them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from program import Run, tree

import reuse

FILL = ("山河壮丽。", "江海奔流。", "星月同辉。", "草木葱茏。", "风雨兼程。", "日新月异。")


@pytest.fixture
def series(tmp_path: Path) -> str:
    """Twelve yearly reports; the policy's name changes in 2006, the opening stands to the end."""
    (tmp_path / "reports").mkdir()
    for year in range(2000, 2012):
        policy = "从紧" if year < 2006 else "稳健"
        opening = f"{year}年工作报告\n坚持稳中求进工作总基调。{FILL[year % 6]}"
        text = f"{opening}我们将继续实施{policy}的货币政策，{FILL[(year + 1) % 6]}"
        (tmp_path / "reports" / f"{year}.txt").write_text(text, encoding="utf-8")
    return "reports"


def test_history_shows_dated_wordings_and_the_caveat(run: Run, series: str, tmp_path: Path) -> None:
    done = run("history", series, "--json", "h.json", "--csv", "tables")
    assert (done.returncode, done.stderr) == (0, "")
    assert "从紧的货币政策" in done.stdout
    assert "2000–2005 (6)" in done.stdout
    assert "Covered: 12 speeches, 2000 to 2011." in done.stdout
    content = json.loads((tmp_path / "h.json").read_text(encoding="utf-8"))
    assert content["schema"] == "speech-reuse-history/1"
    assert content["changes"]
    assert content["background"]["fingerprint"]
    with (tmp_path / "tables" / "changes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(content["changes"])
    again = run("history", series, "--json", "-")
    assert again.stdout == (tmp_path / "h.json").read_text(encoding="utf-8")


def test_history_finds_the_changes_of_one_formula(run: Run, series: str) -> None:
    found = run("history", series, "--find", "稳健")
    assert "稳健的货币政策" in found.stdout
    assert "Changes of wording (1, most significant first)" in found.stdout
    nothing = run("history", series, "--find", "雪豹")
    assert (nothing.returncode, nothing.stderr) == (0, "")
    assert "No change of wording has “雪豹” in one of its wordings." in nothing.stdout


def test_history_of_few_or_undated_speeches_says_why_it_is_empty(run: Run, series: str, tmp_path: Path) -> None:
    some = [f"{series}/{year}.txt" for year in (2000, 2001, 2010)]
    for given, dated in ((some, "3 of 3"), (some[:1], "1 of 1")):
        done = run("history", *given, "--json", "h.json")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"Error: A history needs six dated speeches or more; dated here: {dated}; give more, or dates in a "
            "manifest.csv.\n"
        )
        assert not (tmp_path / "h.json").exists()
    many_gaps = [f"{series}/{year}.txt" for year in range(2000, 2012, 2)]
    for year in (1950, 1960):
        (tmp_path / series / f"{year}.txt").write_text("坚持稳中求进工作总基调。", encoding="utf-8")
        many_gaps.append(f"{series}/{year}.txt")
    assert "Covered: 8 speeches, 1950 to 2010; none in 53 of the 61 years." in run("history", *many_gaps).stdout
    sought = run("history", *many_gaps, "--find", "雪豹")
    assert "No change of wording was found, with “雪豹” or without: no formula's" in sought.stdout


def test_editions_tell_kept_new_dropped_and_missing(run: Run, series: str, tmp_path: Path) -> None:
    (tmp_path / "2012.txt").write_text(
        "2012年工作报告\n我们将继续实施稳健的货币政策，雪豹重回高原深处的岩壁。", encoding="utf-8"
    )
    done = run("editions", "2012.txt", "--against", series, "--last", "3", "--json", "e.json", "--csv", "tables")
    assert (done.returncode, done.stderr) == (0, "")
    assert "against the last 3 editions" in done.stdout
    assert "雪豹重回高原深处的岩壁" in done.stdout
    assert "Missing though expected" in done.stdout
    content = json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))
    assert content["schema"] == "speech-reuse-editions/1"
    assert content["missing"][0]["text"] == "坚持稳中求进工作总基调"
    assert content["missing"][0]["run"] == 12
    assert tree(tmp_path / "tables") == ["items.csv", "missing.csv"]


def test_editions_of_a_short_series_say_why_nothing_is_missing(run: Run, series: str) -> None:
    done = run("editions", f"{series}/2001.txt", "--against", f"{series}/2000.txt", "--json", "e.json")
    assert done.returncode == 0
    assert "No formula is listed as missing: the series has 1 earlier edition, and fewer than 3" in done.stderr
    assert "Missing though expected" not in done.stdout


def test_shares_of_editions_are_of_the_phrases_that_are_counted(run: Run, series: str, tmp_path: Path) -> None:
    done = run("editions", f"{series}/2007.txt", "--against", series, "--json", "e.json")
    items = json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))["items"]
    own = [item["kind"] for item in items if item["kind"] != "dropped"]
    assert f"of its {len(own)} phrases:" in done.stdout
    assert f"{own.count('kept')} word for word as before ({100 * own.count('kept') / len(own):.1f} %)" in done.stdout


def test_dropped_phrases_and_expectations_say_what_they_are_of(run: Run, series: str, tmp_path: Path) -> None:
    (tmp_path / "2012.txt").write_text("2012年工作报告\n雪豹重回高原深处的岩壁。", encoding="utf-8")
    done = run("editions", "2012.txt", "--against", series, "--last", "3")
    dropped = r"Dropped: \d+ phrases? of {} that it lacks\."
    assert re.search(dropped.format("the latest of these 3 editions, or of half of them,"), done.stdout)
    assert "Expected: how often a formula with such a record came again" in done.stdout
    three = [part for year in (2009, 2010, 2011) for part in ("--against", f"{series}/{year}.txt")]
    few = run("editions", "2012.txt", *three)
    assert "% (0)" in few.stdout
    assert "(0): no such case yet" in few.stdout
    assert "(0): " not in done.stdout
    one = run("editions", f"{series}/2001.txt", "--against", f"{series}/2000.txt")
    assert re.search(dropped.format("that edition"), one.stdout)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_order_that_no_date_tells_is_named(run: Run, tmp_path: Path, language: str) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"我们要把渡口的渔火写进第{name}本账簿，再也不忘。", encoding="utf-8")
    done = run(
        "editions", "c.txt", "--against", "a.txt", "--against", "b.txt", variables={"SPEECH_REUSE_MESSAGES": language}
    )
    assert done.returncode == 0
    if language == "en":
        assert "c.txt has no date and is taken to come after all that it is laid beside." in done.stderr
        assert "taken in the order given, files by their names: 2 of the speeches." in done.stderr
    else:
        assert "c.txt 没有日期，视为晚于与它对照的各篇。" in done.stderr
        assert "没有日期、按给出的顺序（文件按名称）排列的讲话：2 篇。" in done.stderr


def test_a_formula_that_comes_back_is_listed_with_where_it_stood(run: Run, series: str, tmp_path: Path) -> None:
    (tmp_path / "2012.txt").write_text("2012年工作报告\n我们将继续实施从紧的货币政策。", encoding="utf-8")
    done = run("editions", "2012.txt", "--against", series, "--last", "3", "--set", "history.min_length_chars=4")
    assert done.returncode == 0
    listed = done.stdout.split("Reworded (1)")[1]
    assert "2011  我们将继续实施稳健的货币政策" in " ".join(listed.split("\n"))


def test_what_reading_told_stands_in_history_and_editions(series: str, tmp_path: Path) -> None:
    (tmp_path / series / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / series / "empty.txt").write_text("", encoding="utf-8")
    inputs = reuse.read_all(tmp_path / series)
    assert inputs.skipped
    assert inputs.warnings
    chronicle = reuse.history(inputs)
    assert chronicle.skipped == inputs.skipped
    assert set(inputs.warnings) <= set(chronicle.warnings)
    laid = reuse.editions(inputs[-1], inputs)
    assert laid.skipped == inputs.skipped
    assert set(inputs.warnings) <= set(laid.warnings)


def test_chinese_readers_are_told_all_of_it_in_chinese(run: Run, series: str) -> None:
    for command in (
        ("history", series),
        ("history", series, "--find", "雪豹"),
        ("history", f"{series}/2000.txt", f"{series}/2001.txt"),
        ("editions", f"{series}/2009.txt", "--against", series),
        ("editions", f"{series}/2001.txt", "--against", series),
    ):
        done = run(*command, variables={"SPEECH_REUSE_MESSAGES": "zh"})
        assert done.returncode == (2 if "2001.txt" in command[-1] and command[0] == "history" else 0)
        foreign = re.findall(r"[A-Za-z]{2,}", re.sub(r"speeches（\w+）|manifest.csv", "", done.stdout + done.stderr))
        assert foreign == [], command


def test_editions_pass_over_the_speech_itself_and_what_came_later(run: Run, series: str) -> None:
    done = run("editions", f"{series}/2008.txt", "--against", series, "--json", "-")
    assert done.returncode == 0
    content = json.loads(done.stdout)
    assert [document["date"] for document in content["documents"]] == [str(year) for year in range(2000, 2008)]
    assert any("Not before 2008" in warning for warning in content["warnings"])


def test_editions_without_a_series_say_so(run: Run, series: str) -> None:
    first = run("editions", f"{series}/2000.txt", "--against", series)
    assert first.returncode == 2
    assert "no edition before" in first.stderr
    assert "11 given, none earlier than 2000" in first.stderr
    folder = run("editions", series, "--against", series)
    assert folder.returncode == 2
    assert "name one speech" in folder.stderr


def test_a_background_is_built_shown_and_used(run: Run, series: str, speeches: tuple[str, str], tmp_path: Path) -> None:
    built = run("background", "build", series, *speeches, "-o", "mine.pack")
    assert (built.returncode, built.stderr) == (0, "")
    assert "reports: 12" in built.stdout
    shown = run("background", "show", "mine.pack")
    assert shown.returncode == 0
    fingerprint = next(line.split()[1] for line in shown.stdout.splitlines() if line.startswith("Fingerprint"))
    used = run("compare", *speeches, "--background", "mine.pack", "--json", "-")
    background = json.loads(used.stdout)["background"]
    assert (background["name"], background["fingerprint"]) == ("mine", fingerprint)
    assert background["collections"] == {"2020.txt": 1, "2021.txt": 1, "reports": 12}
    again = run("background", "build", series, *speeches, "-o", "again.pack", "--name", "mine")
    assert again.returncode == 0
    assert (tmp_path / "again.pack").read_bytes() == (tmp_path / "mine.pack").read_bytes()


def test_no_background_and_a_wrong_one(run: Run, speeches: tuple[str, str]) -> None:
    none = run("compare", *speeches, "--background", "none", "--json", "-")
    assert json.loads(none.stdout)["background"]["name"] == "none"
    assert run("background", "show").stdout.startswith("Name: speeches\n")
    wrong = run("compare", *speeches, "--background", speeches[0])
    assert wrong.returncode == 2
    assert "no background pack" in wrong.stderr
    missing = run("background", "show", "nowhere.pack")
    assert missing.returncode == 2
    assert "nowhere.pack" in missing.stderr


def test_a_pack_never_replaces_one_of_its_texts(run: Run, series: str, tmp_path: Path) -> None:
    before = (tmp_path / series / "2000.txt").read_bytes()
    done = run("background", "build", series, "-o", f"{series}/2000.txt")
    assert done.returncode == 2
    assert "overwrite" in done.stderr
    assert (tmp_path / series / "2000.txt").read_bytes() == before


def test_graphml_beside_gexf(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    import networkx  # noqa: PLC0415

    done = run("compare", *speeches, "--graphml", "n.graphml", "--gexf", "n.gexf", "--node-link", "n.json")
    assert done.returncode == 0, done.stderr
    graphs = [
        networkx.read_graphml(tmp_path / "n.graphml"),
        networkx.read_gexf(tmp_path / "n.gexf"),
        networkx.node_link_graph(json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))),
    ]
    assert len({frozenset(graph) for graph in graphs}) == 1
    assert len({frozenset(map(frozenset, graph.edges)) for graph in graphs}) == 1
    bare = run("compare", *speeches, "--gexf", "bare.gexf", "--backbone", "5%")
    assert bare.returncode == 0, bare.stderr
    assert len(networkx.read_gexf(tmp_path / "bare.gexf").edges) < len(graphs[0].edges)
