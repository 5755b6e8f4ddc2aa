"""Exports, read back with the libraries that their users have."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pandas
import polars
import pytest
from lxml import etree
from small_result import nothing_found, small_result

from reuse.errors import RequestError
from reuse.exports import write_parquet_folder, write_tei, write_word
from reuse.exports.tei import to_tei_text
from reuse.model import Document, Locus
from reuse.tables import tables

TEI = "{http://www.tei-c.org/ns/1.0}"


def printable(text: object) -> object:
    return text.encode("utf-8", "replace").decode() if isinstance(text, str) else text


@pytest.mark.parametrize("made", [small_result(), nothing_found()], ids=["found", "nothing"])
def test_parquet_is_what_the_tables_are(tmp_path: Path, made: object) -> None:
    result = small_result() if made is None else made
    paths = write_parquet_folder(tmp_path, result)  # type: ignore[arg-type]
    expected = tables(result)  # type: ignore[arg-type]
    assert [path.stem for path in paths] == list(expected)
    for path in paths:
        table = expected[path.stem]
        frame = polars.read_parquet(path)
        assert tuple(frame.columns) == table.columns
        assert [list(row) for row in frame.rows()] == [[printable(cell) for cell in row] for row in table.rows]
        assert len(pandas.read_parquet(path)) == len(table.rows)
    alignments = polars.read_parquet(tmp_path / "alignments.parquet")
    assert alignments.schema["source_start"] == polars.Int64
    assert polars.read_parquet(tmp_path / "pairs.parquet").schema["source_share"] == polars.Float64


def test_parquet_is_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_parquet_folder(tmp_path / name, small_result())
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize(("module", "write"), [("pyarrow", write_parquet_folder), ("docx", write_word)])
def test_missing_libraries_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, write: object
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        RequestError, match=rf'needs the package {module}; install it with: pip install "speech-reuse\['
    ):
        write(tmp_path / "x", small_result())  # type: ignore[operator]
    assert list(tmp_path.iterdir()) == []


def test_word_table_shows_each_alignment_with_its_differences(tmp_path: Path) -> None:
    result = small_result()
    write_word(tmp_path / "x.docx", result)
    file = docx.Document(str(tmp_path / "x.docx"))
    (table,) = file.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["", "=开幕词 (2022-05-01)", "<b>致辞</b>", "类型"]
    for number, (row, alignment) in enumerate(zip(rows[1:], result.alignments, strict=True), 1):
        assert row[:3] == [str(number), result.text(alignment.source), result.text(alignment.target)]
    assert [row[3] for row in rows[1:]] == ["调序", "逐字 · 套话"]
    runs = [run for row in table.rows[1:] for run in row.cells[2].paragraphs[0].runs]
    assert {run.text for run in runs if run.underline} == {"广大", "纽带", "桥梁"}
    assert {run.text for run in runs if run.bold} == {"广大"}
    assert "前者有 80.0% 见于后者" in "\n".join(paragraph.text for paragraph in file.paragraphs)


def test_word_table_closes_quotation_marks_that_a_wording_tears(tmp_path: Path) -> None:
    text = "要把车间建成“职工之家”，请大家一起来。"
    documents = [Document.from_text(text, id=name) for name in "ab"]
    result = small_result()
    torn = Locus("a", 1, text.index("”")), Locus("b", 1, text.index("”"))
    length = torn[0].end - torn[0].start
    row = replace(
        result.alignments[0], source=torn[0], target=torn[1], opcodes=(("equal", 0, length, 0, length),), moves=()
    )
    pair = replace(result.pairs[0], source="a", target="b")
    write_word(tmp_path / "x.docx", replace(result, documents=tuple(documents), pairs=(pair,), alignments=(row,)))
    table = docx.Document(str(tmp_path / "x.docx")).tables[0]
    assert [cell.text for cell in table.rows[1].cells][1:3] == ["把车间建成“职工之家”"] * 2


def test_word_file_in_english_and_without_findings(tmp_path: Path) -> None:
    write_word(tmp_path / "x.docx", nothing_found(), language="en")
    paragraphs = [paragraph.text for paragraph in docx.Document(str(tmp_path / "x.docx")).paragraphs]
    assert paragraphs[0] == "What these speeches share"
    assert paragraphs[-1] == "No shared wording was found."


def test_word_file_is_the_same_bytes_twice_and_holds_what_xml_cannot(tmp_path: Path) -> None:
    result = small_result()
    wild = replace(result.alignments[0], source=Locus("second", 20, 36), opcodes=(("delete", 0, 16, 0, 18),))
    result = replace(result, alignments=(wild,))
    for name in ("one", "two"):
        write_word(tmp_path / f"{name}.docx", result)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_tei_pointers_lead_to_the_wording() -> None:
    result = small_result()
    root = etree.fromstring(to_tei_text(result).encode("utf-8"))
    texts = {ab.get("{http://www.w3.org/XML/1998/namespace}id"): ab.text for ab in root.iter(f"{TEI}ab")}
    assert [len(text) for text in texts.values()] == [len(document.text) for document in result.documents]

    def wordings(link: etree._Element) -> list[str]:
        found = re.findall(r"#string-range\((\w+),(\d+),(\d+)\)", link.get("target"))
        return [texts[name][int(start) : int(start) + int(length)] for name, start, length in found]

    groups = {group.get("type"): group.findall(f"{TEI}link") for group in root.iter(f"{TEI}linkGrp")}
    assert list(groups) == ["alignment", "sentence", "passage", "formula"]
    for link, alignment in zip(groups["alignment"], result.alignments, strict=True):
        assert wordings(link) == [result.text(alignment.source), result.text(alignment.target)]
        assert link.get("type") == alignment.kind
    assert [link.get("subtype") for link in groups["alignment"]] == ["distinctive", "stock"]
    assert groups["formula"][0].get("n") == result.families[0].template
    ids = root.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    for pointer in " ".join(root.xpath("//@corresp")).split():
        assert pointer.removeprefix("#") in ids


def test_tei_keeps_line_ends_and_is_written_whole(tmp_path: Path) -> None:
    result = small_result()
    documents = (replace(result.documents[0], text=result.documents[0].text + "\r\n尾"), result.documents[1])
    write_tei(tmp_path / "x.xml", replace(result, documents=documents))
    root = etree.parse(str(tmp_path / "x.xml")).getroot()
    assert next(root.iter(f"{TEI}ab")).text.endswith("\r\n尾")
