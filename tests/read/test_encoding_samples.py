"""Real files in many encodings, from the corpora beside the checkout."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reuse.read import read, read_inputs
from reuse.read.decode import decode
from reuse.read.extracted import Extracted, Unreadable

# What the last part of a file's name says of its encoding. Windows code pages stand for the ISO ones they contain;
# the name Latin2 stands for both, told apart by bytes that only cp1250 uses.
NAMED = {
    "Latin1": "cp1252",
    "UTF8": "utf-8-sig",
    "UTF8~": "utf-8-sig",
    "Cyrillic": "cp1251",
    "Turkish": "cp1254",
    "SJIS": "cp932",
    "JIS": "iso2022_jp",
    "Hebrew": "cp1255",
    "HZ": "hz",
    "Greek": "cp1253",
    "GB2312": "gb18030",
    "EUC": "euc_jp",
    "Baltic": "iso8859-4",
    "Arabic": "cp1256",
    "Unicode": "utf-16",
}
# Czech_Cesky-UTF8 is in cp1250 and Mongolian_Khalkha-Cyrillic in ISO 8859-5: both are read right, against their names.
# Hungarian_Magyar-Latin1 writes û for ű, two Croatian files have ć for č.
MISREAD = {
    "Croatian_Hrvatski-Latin2",
    "Czech_Cesky-UTF8",
    "Hrvatski_Croatian-Latin2",
    "Hungarian_Magyar-Latin1",
    "Mongolian_Khalkha-Cyrillic",
}
# Fonts with letters in places of their own, and one Vietnamese code that Python does not know.
NO_ENCODING = {
    "Armenian-DallakHelv",
    "Azeri_Azerbaijani_Cyrillic-Az.Times.Cyr.Normal0117",
    "Azeri_Azerbaijani_Latin-Az.Times.Lat0117",
    "Vietnamese-TCVN",
}


@pytest.fixture(scope="module")
def declarations(shared: Path) -> dict[str, bytes]:
    folder = shared / "corpora" / "enc_samples" / "udhr_orig"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def named_codec(name: str, data: bytes) -> str | None:
    suffix = name.rsplit("-", 1)[-1]
    if suffix == "Latin2":
        return "cp1250" if re.search(rb"[\x80-\x9f]", data) else "iso8859-2"
    return NAMED.get(suffix)


def extracted(data: bytes) -> Extracted | None:
    try:
        return decode(data)
    except Unreadable:
        return None


@pytest.fixture(scope="module")
def readings(declarations: dict[str, bytes]) -> dict[str, Extracted | None]:
    return {name: extracted(data) for name, data in declarations.items()}


def test_declarations_are_read_as_their_names_say(
    declarations: dict[str, bytes], readings: dict[str, Extracted | None]
) -> None:
    assert len(declarations) == 335
    codecs = {name: codec for name, data in declarations.items() if (codec := named_codec(name, data))}
    assert len(codecs) == 319  # the others name a font, or nothing
    misread = {
        name
        for name, codec in codecs.items()
        if (found := readings[name]) is None or found.text != declarations[name].decode(codec, "replace")
    }
    assert misread == MISREAD


def test_those_in_no_encoding_are_refused_or_doubted(readings: dict[str, Extracted | None]) -> None:
    for name in sorted(NO_ENCODING):
        found = readings[name]
        assert found is None or "guessed" in found.warnings[0], name


def test_the_codec_named_gives_the_text_everywhere(
    declarations: dict[str, bytes], readings: dict[str, Extracted | None]
) -> None:
    read_at_all = [(data, found) for name, data in declarations.items() if (found := readings[name]) is not None]
    assert len(read_at_all) > 300
    for data, found in read_at_all:
        assert found.encoding is not None
        assert data.decode(found.encoding, "replace") == found.text


def test_every_garbled_report_is_kept_and_marked_where_it_turns(shared: Path) -> None:
    inputs = read_inputs([str(shared / "corpora" / "enc_samples" / "mojibake")])
    assert len(inputs.documents) == 30
    assert inputs.skipped == ()
    for document in inputs.documents:
        (warning,) = document.warnings
        assert "UTF-8 was read as GBK" in warning
        place = re.search(r"line (\d+), character (\d+)", warning)
        assert place is not None
        # Independent of the search: 銆 is what the first two bytes of a full-width blank or stop give in GBK.
        line = document.text.split("\n")[int(place[1]) - 1]
        assert abs(int(place[2]) - 1 - line.index("銆")) <= 60, document.path


@pytest.mark.parametrize(
    ("folder", "damaged"),
    [
        ("gwr_national", 0),
        ("npc_resolutions", 0),
        ("gwr_neimenggu", 0),
        ("xi_speeches_2013_2017", 0),
        ("new_year_addresses", 0),
        ("law_versions", 0),
        ("us_inaugural", 1),  # private-use dashes
        ("canada_throne", 1),  # four characters lost
    ],
)
def test_sound_corpora_are_read_without_complaint(shared: Path, folder: str, damaged: int) -> None:
    inputs = read_inputs([str(shared / "corpora" / folder)])
    assert inputs.documents
    assert inputs.skipped == ()
    assert sum(bool(document.warnings) for document in inputs.documents) == damaged


def test_reports_in_gb18030_keep_their_line_ends(shared: Path) -> None:
    paths = sorted((shared / "corpora" / "gwr_neimenggu" / "orig").glob("*.txt"))
    assert len(paths) == 8
    for path in paths:
        document = read(path)
        assert document.encoding == "gb18030"
        assert document.text == path.read_bytes().decode("gb18030")
        assert "\r\n" in document.text


def test_manifests_of_the_corpora_are_understood(shared: Path) -> None:
    inputs = read_inputs([str(shared / "corpora" / "gwr_national")])
    assert len(inputs.documents) == 57
    assert inputs.warnings == ()
    assert {document.title_from for document in inputs.documents} == {"manifest"}
    assert {document.date_from for document in inputs.documents} == {"manifest"}
    assert len({document.id for document in inputs.documents}) == 57


def test_formats_are_skipped_with_true_reasons(shared: Path) -> None:
    inputs = read_inputs([str(shared / "corpora" / "enc_samples" / "formats")])
    assert sorted(Path(document.path or "").suffix for document in inputs.documents) == [".txt", ".txt"]
    said = {".docx": "Word", ".doc": "old Word", ".pdf": "PDF", ".rtf": "rich text", ".html": "web page"}
    said[".htm"] = said[".html"]
    assert len(inputs.skipped) == 14
    for skipped in inputs.skipped:
        assert said[Path(skipped.path).suffix] in skipped.reason
