"""Where outputs go, and what they may not overwrite."""

from __future__ import annotations

import json
import os
from pathlib import Path

import docx
import polars
import pytest
from lxml import etree
from program import Run

from reuse.cli.places import Places, report_place
from reuse.errors import OutputError, RequestError
from reuse.model import Document


def documents(*ids: str) -> list[Document]:
    return [Document.from_text("x", id=name) for name in ids]


@pytest.mark.parametrize(
    ("ids", "inputs", "place"),
    [
        (["2022", "2023"], ["2022.txt", "2023.txt"], "reports/2022--2023.html"),
        (["工会 开幕", "a/b:c"], ["x", "y"], "reports/工会-开幕--a-b-c.html"),
        (["..", "--"], ["x", "y"], "reports/speech--speech.html"),
        (["a", "b", "c"], ["a.txt", "b.txt", "c.txt"], "reports/a--c--3-speeches.html"),
        (["a", "b", "c"], ["talks/"], "reports/talks--3-speeches.html"),
        (["a", "b", "c"], ["/"], "reports/a--c--3-speeches.html"),
    ],
)
def test_report_is_named_after_what_is_compared(ids: list[str], inputs: list[str], place: str) -> None:
    assert report_place(documents(*ids), inputs) == Path(place)


def test_longest_name_still_fits_a_disk() -> None:
    place = report_place(documents(*(letter * 300 for letter in "工会员")), ["x", "y", "z"])
    assert len(os.fsencode(place.name)) <= 255


def test_no_output_over_an_input(tmp_path: Path) -> None:
    speech = tmp_path / "speech.txt"
    speech.write_text("x")
    for places in (Places(report=speech), Places(json=str(tmp_path / "." / "speech.txt")), Places(gexf=speech)):
        with pytest.raises(RequestError, match=r"would overwrite the input .*speech\.txt"):
            places.check([str(speech)])
    assert speech.read_text() == "x"


def test_no_output_over_another(tmp_path: Path) -> None:
    place = tmp_path / "out"
    with pytest.raises(RequestError, match=r"JSON at .* would overwrite another output"):
        Places(report=place, json=str(place)).check([])


def test_one_null_device_takes_all() -> None:
    null = Path(os.devnull)
    Places(report=null, json=os.devnull, gexf=null).check(["-"])


def test_places_are_checked_before_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a folder"):
        Places(report=tmp_path).check([])
    with pytest.raises(OutputError, match="is a file, not a folder"):
        Places(csv=tmp_path / "file").check([])
    Places(csv=tmp_path).check([])


def test_json_on_stdout_is_no_file() -> None:
    places = Places(json="-").with_report(Path("r.html"))
    assert places.json_on_stdout
    assert places.files() == {"Report": Path("r.html")}
    assert Places(report=Path("mine")).with_report(Path("r.html")).report == Path("mine")


def test_exports_for_other_programs(run: Run, speeches: tuple[str, str], tmp_path: Path) -> None:
    outputs = ("--parquet", "out/tables", "--docx", "out/r.docx", "--tei", "out/r.xml", "--json", "out/r.json")
    done = run("compare", *speeches, *outputs)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-3:] == ["Parquet: out/tables", "Word: out/r.docx", "TEI: out/r.xml"]
    found = len(json.loads((tmp_path / "out" / "r.json").read_text(encoding="utf-8"))["alignments"])
    assert found
    assert len(polars.read_parquet(tmp_path / "out" / "tables" / "alignments.parquet")) == found
    assert len(docx.Document(str(tmp_path / "out" / "r.docx")).tables[0].rows) == found + 1
    tree = etree.parse(str(tmp_path / "out" / "r.xml"))
    assert len(tree.findall(".//{*}linkGrp[@type='alignment']/{*}link")) == found
