"""One call with every output, each read back with what its users would read it with; all of them tell the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import networkx
import pandas
import polars
import pyarrow.parquet
import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from reuse.cli import main

SPEECHES = ("2014-lanxi-women.txt", "2021-baichuan-women.txt", "2016-qingyan-people.txt")
TEI = {"tei": "http://www.tei-c.org/ns/1.0"}


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("outputs")
    specimens = root / "corpus" / "specimens"
    for name in (*SPEECHES, "manifest.csv"):
        shutil.copy(specimens / name, made)
    files = [str(made / name) for name in SPEECHES]
    outputs = {
        "-o": "r.html", "--json": "r.json", "--csv": "csv", "--parquet": "parquet", "--gexf": "n.gexf",
        "--graphml": "n.graphml", "--node-link": "n.json", "--docx": "r.docx", "--tei": "r.xml",
    }  # fmt: skip
    options = [word for option, name in outputs.items() for word in (option, str(made / name))]
    assert main(["compare", *files, "--quiet", *options]) == 0
    return made


@pytest.fixture(scope="module")
def result(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "r.json").read_text(encoding="utf-8"))


def test_json_keeps_its_contract(root: Path, result: dict[str, Any]) -> None:
    schema = json.loads((root / "docs" / "schema" / "speech-reuse-1.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(result)) == []
    assert len(result["documents"]) == 3
    assert len(result["alignments"]) > 10


@pytest.mark.parametrize(
    "read",
    [
        lambda folder, name: pandas.read_csv(folder / "csv" / f"{name}.csv"),
        lambda folder, name: polars.read_csv(folder / "csv" / f"{name}.csv").to_pandas(),
        lambda folder, name: pandas.read_parquet(folder / "parquet" / f"{name}.parquet"),
        lambda folder, name: polars.read_parquet(folder / "parquet" / f"{name}.parquet").to_pandas(),
        lambda folder, name: pyarrow.parquet.read_table(folder / "parquet" / f"{name}.parquet").to_pandas(),
    ],
    ids=["csv-pandas", "csv-polars", "parquet-pandas", "parquet-polars", "parquet-pyarrow"],
)
def test_tables(folder: Path, result: dict[str, Any], read: Callable[[Path, str], pandas.DataFrame]) -> None:
    alignments = read(folder, "alignments")
    assert list(alignments["id"]) == [row["id"] for row in result["alignments"]]
    assert list(alignments["source_start"]) == [row["source"]["start"] for row in result["alignments"]]
    assert list(alignments["source_text"]) == [row["source"]["text"] for row in result["alignments"]]
    assert list(alignments["bits"]) == pytest.approx([row["bits"] for row in result["alignments"]])
    documents = read(folder, "documents")
    assert list(documents["id"]) == [row["id"] for row in result["documents"]]
    assert list(read(folder, "pairs")["source_share"]) == pytest.approx([p["source_share"] for p in result["pairs"]])


def test_networks_are_one_and_the_same(folder: Path, result: dict[str, Any]) -> None:
    graphs = [
        networkx.read_gexf(folder / "n.gexf"),
        networkx.read_graphml(folder / "n.graphml"),
        networkx.node_link_graph(json.loads((folder / "n.json").read_text(encoding="utf-8")), edges="edges"),
    ]
    for graph in graphs:
        assert set(graph) == set(graphs[0])
        assert {frozenset(edge) for edge in graph.edges()} == {frozenset(edge) for edge in graphs[0].edges()}
        speeches = [data for _, data in graph.nodes(data=True) if data["kind"] == "speech"]
        assert {data["date"] for data in speeches} == {row["date"] for row in result["documents"]}


def test_gexf_has_the_dates_that_a_timeline_wants(folder: Path, result: dict[str, Any]) -> None:
    root = etree.parse(str(folder / "n.gexf")).getroot()
    (graph,) = root.findall("gexf:graph", {"gexf": etree.QName(root).namespace})
    assert graph.get("mode") == "dynamic"
    assert graph.get("timeformat") == "date"
    starts = {node.get("start") for node in root.iter(f"{{{etree.QName(root).namespace}}}node")} - {None}
    assert {row["date"] for row in result["documents"]} <= starts


def test_word_table_has_a_row_for_each_alignment(folder: Path, result: dict[str, Any]) -> None:
    file = docx.Document(str(folder / "r.docx"))
    cells = [[cell.text for cell in row.cells] for table in file.tables for row in table.rows[1:]]
    wordings = {(row["source"]["text"], row["target"]["text"]) for row in result["alignments"]}
    assert len(cells) == len(result["alignments"])
    assert {(source, target) for _, source, target, _ in cells} == wordings


def test_tei_has_texts_and_links(folder: Path, result: dict[str, Any]) -> None:
    root = etree.parse(str(folder / "r.xml")).getroot()
    links = root.xpath("//tei:linkGrp[@type='alignment']/tei:link", namespaces=TEI)
    assert len(links) == len(result["alignments"])
    assert len(root.xpath("//tei:ab", namespaces=TEI)) == 3


def test_all_of_it_is_the_same_bytes_again(folder: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert len(made) > 15
    options = ["-o", "r.html", "--csv", "csv", "--gexf", "n.gexf", "--graphml", "n.graphml", "--node-link", "n.json"]
    options += ["--parquet", "parquet", "--docx", "r.docx", "--tei", "r.xml"]
    places = [str(folder / word) if not word.startswith("-") else word for word in options]
    assert main(["compare", *(str(folder / name) for name in SPEECHES), "--quiet", *places]) == 0
    for name, data in made.items():
        assert (folder / name).read_bytes() == data, name


def test_every_output_for_readers_and_programs_names_the_background(folder: Path, result: dict[str, Any]) -> None:
    fingerprint = result["background"]["fingerprint"]
    assert result["background"]["name"] == "speeches"
    written = [
        (folder / name).read_text(encoding="utf-8") for name in ("r.html", "n.gexf", "n.graphml", "n.json", "r.xml")
    ]
    written.append("\n".join(paragraph.text for paragraph in docx.Document(str(folder / "r.docx")).paragraphs))
    assert all(fingerprint in text for text in written)
