"""`speech-reuse formulas` as its users call it."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from program import Run


def test_a_folder_gives_formulas_families_and_parallelisms(run: Run, root: Path, tmp_path: Path) -> None:
    done = run("formulas", root / "corpus", "--top", "8", "--csv", "tables", "--json", "f.json")
    assert done.returncode == 0, done.stderr
    for part in ("Formulas", "Families of wordings", "Names and set phrases", "repeats close together"):
        assert part in done.stdout
    content = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    texts = [row["text"] for row in content["formulas"]]
    assert "必须全心全意依靠工人阶级" in texts
    assert texts[0] in done.stdout
    names = sorted(path.name for path in (tmp_path / "tables").iterdir())
    assert names == ["families.csv", "fillers.csv", "formulas.csv", "parallelisms.csv"]
    with (tmp_path / "tables" / "formulas.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["text"] for row in csv.DictReader(file)] == texts


def test_one_speech_alone_is_told_so(run: Run, speeches: tuple[str, str]) -> None:
    done = run("formulas", speeches[0])
    assert done.returncode == 0, done.stderr
    assert "no formulas, since one speech alone has none" in done.stdout


def test_json_alone_goes_to_standard_output_the_same_each_time(run: Run, speeches: tuple[str, str]) -> None:
    done = [run("formulas", *speeches, "--json", "-") for _ in range(2)]
    assert done[0].stdout == done[1].stdout
    content = json.loads(done[0].stdout)
    assert content["schema"] == "speech-reuse-formulas/1"
    assert any("把腰杆挺在风中" in row["text"] for row in content["formulas"])


def test_nothing_readable_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = run("formulas", "empty.txt")
    assert done.returncode == 2
    assert "no text could be read" in done.stderr
