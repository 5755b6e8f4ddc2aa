"""Real files in many encodings, from the corpora beside the checkout."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from rapidfuzz.distance import Indel

from reuse.pipeline import compare
from reuse.read import read, read_inputs
from reuse.read.decode import decode
from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats.doc import office

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
# Fonts with letters in places of their own, letters lost, and codes that Python does not know.
NO_ENCODING = {
    "Abkhaz-Cyrillic+Abkh",
    "Abkhaz-UTF8",
    "Amharic-Afenegus6..60375",
    "Armenian-DallakHelv",
    "Azeri_Azerbaijani_Cyrillic-Az.Times.Cyr.Normal0117",
    "Azeri_Azerbaijani_Latin-Az.Times.Lat0117",
    "Bhojpuri-Agra",
    "Burmese_Myanmar-WinResearcher",
    "Esperanto-T61",
    "Magahi-Agra",
    "Navaho_Dine-Navajo-Navaho-font",
    "Tigrinya_Tigrigna-VG2Main",
    "Vietnamese-TCVN",
    "Vietnamese-VIQR",
    "Vietnamese-VPS",
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
        assert found is None or re.search("guessed|signs stand among", found.warnings[0]), name


def test_no_sound_text_is_taken_for_one_of_a_font(readings: dict[str, Extracted | None]) -> None:
    warned = {
        name
        for name, found in readings.items()
        if found is not None and any("signs stand among" in warning for warning in found.warnings)
    }
    assert warned <= NO_ENCODING
    assert len(warned) == 10


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


# How each opens and how much text it gives, looked at by eye beside the program that made it.
FORMATS = {
    "en_lookingglass.docx": ("THROUGH THE LOOKING-GLASS", 17_000),
    "zh_articles.rtf": ("下载文章总数 : 412", 640_000),
    "zh_buddhist_nlp.htm": ("Improving Part-of-Speech and Dependency Tagging of Pre-Modern", 12_000),
    "zh_en_GR2013.tmx": ("政府工作报告\n——2013年3月5日在第十二届全国人民代表大会第一次会议上", 16_000),
    "zh_govdoc_397.pdf": ("发展改革委办公厅", 2_500),
    "zh_govdoc_397.txt": ("发展改革委办公厅", 2_500),
    "zh_manual.docx": ("北京英富森软件股份有限公司", 5_500),
    "zh_page_01.html": ("红色传记《三个新四军女兵的多彩人生》宣传推介会在南京举行", 1_300),
    "zh_page_02.html": ("2013年1月8日是周恩来总理逝世37周年纪念日", 1_500),
    "zh_page_03.html": ("纪念陶勇将军百年诞辰", 1_600),
    "zh_page_04.html": ("纪念张茜同志逝世40周年", 1_400),
    "zh_page_05.html": ("> 动态列表\n《“要把翻译当成你们的终生事业”", 700),
    "zh_qa.docx": ("安装哈工大ltp模型", 1_200),
    "zh_report_2017_utf16.txt": ("十八大以来的五年，是党和国家发展进程中极不平凡的五年", 32_000),
    "zh_template.docx": ("Paper Reading Template", 2_200),
}


def test_files_of_many_formats_are_read(shared: Path) -> None:
    inputs = read_inputs([str(shared / "corpora" / "enc_samples" / "formats")])
    found = {Path((document.path or "").partition("#")[0]).name: document for document in inputs.documents[::-1]}
    for name, (opening, characters) in FORMATS.items():
        document = found[name]
        assert document.text.startswith(opening), name
        assert characters <= len(document.text) <= 1.15 * characters, name
        assert document.warnings == (), name
    reasons = {Path(skipped.path).name: skipped.reason for skipped in inputs.skipped}
    assert "fonts that do not say which characters they draw" in reasons.pop("zh_qa_guide.pdf")
    if office() is None:
        assert "LibreOffice" in reasons.pop("zh_pku_statement.doc")
    else:
        assert found["zh_pku_statement.doc"].text.startswith("PFR人民日报标注语料")
    assert reasons == {}


def test_a_pdf_gives_what_its_text_file_gives(shared: Path) -> None:
    folder = shared / "corpora" / "enc_samples" / "formats"
    one, other = ("".join(read(folder / f"zh_govdoc_397{suffix}").text.split()) for suffix in (".pdf", ".txt"))
    assert Indel.normalized_similarity(one, other) > 0.99
    comparison = compare([read(folder / "zh_govdoc_397.pdf"), replace(read(folder / "zh_govdoc_397.txt"), id="text")])
    assert min(comparison.pairs[0].source_share, comparison.pairs[0].target_share) > 0.98
    # Lines wrapped by the PDF are no ends of sentences.
    counts = [measures.sentences for measures in comparison.measures.values()]
    assert max(counts) - min(counts) < 0.25 * max(counts)
