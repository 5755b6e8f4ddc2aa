"""Every format: what is kept of it, what is refused and with which reason."""

from __future__ import annotations

import sys
from pathlib import Path

import made_files as made
import pytest

from reuse.errors import InputError
from reuse.model import Document
from reuse.read import read
from reuse.read.formats import doc
from reuse.segment import segment


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read_made(folder: Path, suffix: str) -> Document:
    return read(saved(folder, f"a{suffix}", made.MAKERS[suffix]()))


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".fodt", ".rtf"])
def test_what_a_reader_of_an_office_file_sees(tmp_path: Path, suffix: str) -> None:
    document = read_made(tmp_path, suffix)
    lines = document.text.split("\n")
    assert lines[0] == made.PARAGRAPH
    assert made.SECOND in document.text
    assert f"{made.CELL}\t{made.OTHER_CELL}" in lines
    assert lines[-1] in (made.NOTE, made.BOX), "what tears no sentence stands behind"
    for kept in (made.BOX, made.NOTE, made.INSERTED):
        assert document.text.count(kept) == 1
    for left_out in (made.DELETED, made.HIDDEN, made.COMMENT, made.HEADER, "separator"):
        assert left_out not in document.text
    assert document.warnings == ()


@pytest.mark.parametrize("suffix", [".html", ".epub"])
def test_pages_are_read_without_what_stands_around(tmp_path: Path, suffix: str) -> None:
    document = read_made(tmp_path, suffix)
    lines = document.text.split("\n")
    assert made.PARAGRAPH in lines
    assert made.SECOND in lines
    assert made.CELL in document.text
    assert made.HEADER not in document.text
    assert "alert" not in document.text
    assert document.title == {".html": "大会致辞", ".epub": "致辞集"}[suffix]
    assert document.title_from == "record"


def test_an_edition_with_its_header(tmp_path: Path) -> None:
    document = read_made(tmp_path, ".xml")
    expected = (made.PARAGRAPH, made.SECOND, f"{made.CELL}\t{made.OTHER_CELL}", made.INSERTED, made.NOTE)
    assert document.text == "\n".join(expected)
    assert (document.id, document.title, document.speaker) == ("speech-7", "大会致辞", "张三")
    assert (document.date, document.date_from) == ("2023-02-05", "record")


def test_a_manifest_counts_more_than_the_files_own_record(tmp_path: Path) -> None:
    (tmp_path / "manifest.csv").write_text("file,title\na.xml,Listed\n")
    document = read_made(tmp_path, ".xml")
    assert (document.title, document.title_from) == ("Listed", "manifest")
    assert (document.date, document.date_from) == ("2023-02-05", "record")


@pytest.mark.parametrize(
    ("name", "maker"),
    [("word.txt", ".docx"), ("word.doc", ".rtf"), ("book.zip", ".epub"), ("page.txt", ".html"), ("noname", ".pdf")],
)
def test_content_counts_more_than_the_suffix(tmp_path: Path, name: str, maker: str) -> None:
    assert read(saved(tmp_path, name, made.MAKERS[maker]())).text == read_made(tmp_path, maker).text


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".pdf", ".rtf", ".epub", ".xml", ".doc"])
@pytest.mark.parametrize("damage", ["cut", "none", "scrambled"])
def test_broken_files_are_refused_with_a_reason(tmp_path: Path, suffix: str, damage: str) -> None:
    data = made.MAKERS.get(suffix, made.docx)()
    broken = {"cut": data[: len(data) // 3], "none": "不是这种文件".encode(), "scrambled": data[:60] + data[90:]}[
        damage
    ]
    path = saved(tmp_path, f"a{suffix}", broken)
    if (suffix, damage) == (".rtf", "cut"):  # read as far as it goes
        assert read(path).warnings == ("the file breaks off in the middle; look for a whole copy",)
        return
    if (suffix, damage) == (".doc", "none"):  # text under a Word file's name
        assert read(path).text == "不是这种文件"
        return
    with pytest.raises(InputError) as raised:
        read(path)
    assert len(raised.value.reason) > 10
    assert "\n" not in raised.value.reason


def test_declared_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><TEI><text>&b;</text></TEI>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(InputError, match="entities"):
            read(saved(tmp_path, "bomb.xml", bomb.encode(encoding)))


def test_other_xml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="<feed> at its root"):
        read(saved(tmp_path, "a.xml", b'<?xml version="1.0"?><feed>x</feed>'))


def test_garbled_text_in_a_sound_file_is_warned_of(tmp_path: Path) -> None:
    garbled = "大会今天隆重开幕，向全市职工致以诚挚的问候。".encode().decode("gb18030", "replace") * 3
    document = read(saved(tmp_path, "a.docx", made.docx(f"<w:p>{made.run(garbled)}</w:p>")))
    (warning,) = document.warnings
    assert "UTF-8 was read as GBK" in warning


def test_two_byte_characters_that_end_in_a_brace(tmp_path: Path) -> None:
    text = "學生" + b"\x94{".decode("gbk") + "住遮"
    assert b"{" in text.encode("gbk")
    data = b"{\\rtf1\\ansi\\ansicpg936 " + text.encode("gbk") + b"\\par}"
    assert read(saved(tmp_path, "a.rtf", data)).text == text


def test_unicode_pairs_and_stand_ins_in_rich_text(tmp_path: Path) -> None:
    data = rb"{\rtf1\ansi\uc2\u-10179\'3f\'3f\u-8704\'3f\'3f ok \emdash\~end}"
    assert read(saved(tmp_path, "a.rtf", data)).text == "\U0001f600 ok —\u00a0end"


def test_pages_without_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is a scan: 2 pages of pictures without text; run text recognition"):
        read(saved(tmp_path, "a.pdf", made.pdf([], [])))
    document = read(saved(tmp_path, "b.pdf", made.pdf([made.SECOND], [])))
    assert document.text == made.SECOND
    assert document.warnings == ("no text on 1 page of 2 (2); pictures are not read",)


def test_running_lines_and_page_numbers_tear_no_sentence(tmp_path: Path) -> None:
    pages = [
        ["Annual Address 2023", f"the mayor spoke of {topic} and of", f"the long road to {topic}", f"- {number} -"]
        for number, topic in enumerate(["harbours", "schools", "bridges", "mills"], 1)
    ]
    document = read(saved(tmp_path, "a.pdf", made.pdf(*pages)))
    assert document.text == "\n".join(line for page in pages for line in page[1:3])
    assert document.warnings == ("left out as running heads or feet: “Annual Address 2023”",)


def test_figures_at_the_end_of_one_page_are_no_page_number(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "a.pdf", made.pdf(["The year was", "1984"]))).text == "The year was\n1984"


def test_words_hyphenated_at_a_line_end_are_one_word(tmp_path: Path) -> None:
    document = read(
        saved(tmp_path, "a.pdf", made.pdf(["we speak of the develop-", "ment of the town and its har-", "bour"]))
    )
    assert "develop-\nment" in document.text
    segments = segment(document)
    assert "development" in segments.units
    place = segments.units.index("development")
    assert document.text[segments.starts[place] : segments.ends[place]] == "develop-\nment"


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(
        InputError, match=r'PDF files need the package pypdfium2; .* pip install "speech-reuse\[docs\]"'
    ):
        read_made(tmp_path, ".pdf")


def test_a_page_is_read_whole_without_the_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    document = read_made(tmp_path, ".html")
    assert made.HEADER in document.text
    assert document.text.split("\n").count(made.PARAGRAPH) == 1
    assert document.encoding == "gb18030"
    assert 'pip install "speech-reuse[web]"' in document.warnings[-1]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")


def test_old_word_files_say_what_they_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "office", lambda: None)
    with pytest.raises(InputError, match=r"install LibreOffice, or save the file as \.docx"):
        read(saved(tmp_path, "a.doc", OLD))


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")
def test_old_word_files_go_through_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in, made_odt = tmp_path / "soffice", saved(tmp_path, "made.odt", made.odt())
    stand_in.write_text(
        '#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\ntest -s "$3" || exit 1\n'
        f'cp {made_odt} "$2/document.odt"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setattr(doc, "office", lambda: str(stand_in))
    assert read(saved(tmp_path, "a.doc", OLD)).text.split("\n")[0] == made.PARAGRAPH
    stand_in.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(InputError, match="could not be opened with LibreOffice"):
        read(saved(tmp_path, "a.doc", OLD))
