"""What corpus/README.md promises of the texts that come with the project."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
SPECIMENS = CORPUS / "specimens"
COLUMNS = ["file", "id", "title", "date", "speaker", "series", "language"]
ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
SEEDS = {
    "union_congress_a.txt": "7b8770867fe69ac38d2c7ffa5515ae75175b26a0c16ae898581e6fb1d9fc4027",
    "union_congress_harbin.txt": "164d9ab12581ed15cd2c8d023be8410936412b49a14ee0b89a8434b93a2b6079",
}


def rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def text(row: dict[str, str]) -> str:
    return (SPECIMENS / row["file"]).read_bytes().decode("utf-8")


def row(id: str) -> dict[str, str]:  # noqa: A002 - the manifest's word
    return next(row for row in rows(SPECIMENS) if row["id"] == id)


def in_language(language: str) -> list[dict[str, str]]:
    return [row for row in rows(SPECIMENS) if row["language"].startswith(language)]


@pytest.mark.parametrize("folder", [CORPUS, SPECIMENS], ids=lambda folder: folder.name)
def test_manifest_lists_exactly_the_files_there(folder: Path) -> None:
    listed = rows(folder)
    assert list(listed[0]) == COLUMNS
    assert sorted(row["file"] for row in listed) == sorted(path.name for path in folder.glob("*.txt"))
    assert len({row["id"] for row in listed}) == len(listed)
    assert all(row["title"] and row["series"] for row in listed)


@pytest.mark.parametrize("folder", [CORPUS, SPECIMENS], ids=lambda folder: folder.name)
def test_dates_are_iso_or_empty(folder: Path) -> None:
    for listed in rows(folder):
        assert listed["date"] == "" or ISO_DATE.fullmatch(listed["date"]), listed


@pytest.mark.parametrize(("name", "sha256"), SEEDS.items())
def test_seeds_are_kept_byte_for_byte(name: str, sha256: str) -> None:
    assert hashlib.sha256((CORPUS / name).read_bytes()).hexdigest() == sha256


def test_seeds_say_no_more_than_the_texts() -> None:
    for listed in rows(CORPUS):
        written = (CORPUS / listed["file"]).read_text(encoding="utf-8")
        assert listed["title"] in written
        assert listed["date"] in written.splitlines()[0]
        assert listed["speaker"] == ""


def test_ten_chinese_and_four_english_specimens() -> None:
    languages = Counter(listed["language"] for listed in rows(SPECIMENS))
    assert languages == {"zh-Hans": 9, "zh-Hant": 1, "en": 4}


def test_specimens_are_dated_and_signed() -> None:
    for listed in rows(SPECIMENS):
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", listed["date"]), listed
        assert listed["speaker"], listed
        year, month, day = (int(part) for part in listed["date"].split("-"))
        head = text(listed)[:120]
        assert f"{year}年{month}月{day}日" in head or re.search(rf"\b{day} \w+ {year}\b", head), listed["file"]


def test_chinese_specimens_have_400_to_900_characters() -> None:
    for listed in in_language("zh"):
        assert 400 <= len("".join(text(listed).split())) <= 900, listed["file"]


def test_english_specimens_have_300_to_500_words() -> None:
    for listed in in_language("en"):
        assert 300 <= len(text(listed).split()) <= 500, listed["file"]


def test_several_cities_speakers_series_and_years() -> None:
    chinese = in_language("zh")
    assert len({listed["id"].partition("-")[0] for listed in chinese}) == 5
    assert len({listed["speaker"] for listed in chinese}) >= 5
    assert len({listed["series"] for listed in chinese}) == 4
    assert {listed["date"][:4] for listed in chinese} >= {"2012", "2024"}


def test_one_text_is_in_traditional_characters() -> None:
    traditional = row("wanghu-2022")
    assert traditional["language"] == "zh-Hant"
    assert {character for character in "會們黨團為這" if character in text(traditional)} == set("會們黨團為這")
    for listed in in_language("zh-Hans"):
        assert not set("會們黨團為這") & set(text(listed)), listed["file"]


def test_an_image_travels_with_words_inserted() -> None:
    assert "在雨夜里为晚归的人留一盏灯" in text(row("lanxi-2014"))
    borrowed = text(row("wanghu-2019"))
    assert "在雨夜里，为每一个晚归的人留一盏灯" in borrowed
    assert "在雨夜里为晚归的人留一盏灯" not in borrowed
    holders = [listed["id"] for listed in rows(SPECIMENS) if "晚归的人" in text(listed)]
    assert holders == ["lanxi-2014", "wanghu-2019"]


def test_attribute_of_growth_moves_with_the_years() -> None:
    wording = {2012: "又好又快发展", 2018: "持续健康发展", 2024: "高质量发展"}
    for year, phrase in wording.items():
        assert f"经济社会{phrase}" in text(row(f"yunqi-{year}"))


def test_close_versions_differ_in_figures_only_where_figures_stand() -> None:
    def sentences(id: str) -> set[str]:  # noqa: A002 - the manifest's word
        return {part for part in re.split(r"[。！？；\n]", text(row(id))) if part}

    def masked(parts: set[str]) -> set[str]:
        return {re.sub(r"\d+(\.\d+)?", "#", part) for part in parts}

    first, second = sentences("qingyan-2016"), sentences("qingyan-2017")
    same_but_figures = masked(first - second) & masked(second - first)
    assert len(first & second) >= 8
    assert len(same_but_figures) >= 3
