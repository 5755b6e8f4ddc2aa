"""Which language a text is in, told from what it says; and nothing in what it does not say."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from made_texts import any_text, unhurried

from reuse.model import Document
from reuse.segment import detect_language, segment

SAMPLES = {
    "zh-Hans": "各位代表，今天我们在这里隆重集会，庆祝市工会第九次代表大会开幕。我代表市委向大会表示祝贺！",
    "zh-Hant": "各位代表，今天我們在這裡隆重集會，慶祝市工會第九次代表大會開幕。我代表市委向大會表示祝賀！",
    "ja": "本日ここに大会を開催できることを、心からうれしく思います。皆様のご協力に感謝いたします。",
    "ko": "오늘 이 자리에 함께해 주신 여러분께 깊은 감사의 말씀을 드립니다. 우리는 앞으로 나아갈 것입니다.",
    "en": "Today we open the ninth congress of our union, and I want to thank you for the work that you have done.",
    "de": "Heute eröffnen wir den neunten Kongress unserer Gewerkschaft, und ich danke Ihnen für die Arbeit.",
    "fr": "Aujourd’hui nous ouvrons le neuvième congrès de notre syndicat, et je vous remercie pour votre travail.",
    "mixed": "各位代表 dear delegates 今天大会开幕 today the congress opens in our city 我们感谢大家 we thank you all",
    "und": "Anna Kowalczyk, Piotr Lindqvist, Marta Okonkwo, Jonas Petrossian, Ewa Thorvaldsen, Igor Banerjee",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_language_is_told(language: str) -> None:
    assert detect_language(SAMPLES[language]) == language
    assert segment(Document.from_text(SAMPLES[language], id="d")).document.language == language


@pytest.mark.parametrize("text", ["", " \n\u3000", "1 2 3", "……！", "\ud800", "👍👍", "\x00\x01"])
def test_text_in_no_language_at_all(text: str) -> None:
    assert detect_language(text) == "und"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "今天我们参观了ABC公司，听取了CEO关于5G网络的介绍，大家都认为这项工作很有意义。",
            "zh-Hans",
        ),  # names in letters
        (
            "他在日本读过《ノルウェイの森》这本小说，后来把它介绍给了全校的老师和同学们，大家都非常喜欢，一再传阅，反复讨论，"
            + "还请他在校庆那天为全体师生作了一场关于翻译的报告，会场里座无虚席。",
            "zh-Hans",
        ),
        ("She quoted 天下為公 and said that this is what we owe to those who come after us in this city.", "en"),
        ("2023年、東京で大会が開かれました。", "ja"),
        ("發展", "zh-Hant"),
        ("发展", "zh-Hans"),
        ("代表大会", "zh-Hans"),
    ],
)
def test_borrowed_words_do_not_decide(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_language_that_is_given_is_kept() -> None:
    document = Document.from_text(SAMPLES["zh-Hant"], id="d", language="ja")
    assert segment(document).document.language == "ja"


@unhurried
@given(any_text())
def test_any_text_has_a_language_and_it_is_always_the_same(text: str) -> None:
    assert detect_language(text) == detect_language(text) != ""
    assert segment(Document.from_text(text, id="d")).document.language == detect_language(text)


def test_specimens_are_in_the_language_of_their_manifest(root: Path) -> None:
    folder = root / "corpus" / "specimens"
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) > 10
    told = {row["file"]: detect_language((folder / row["file"]).read_text(encoding="utf-8")) for row in rows}
    assert told == {row["file"]: row["language"] for row in rows}


def test_one_text_in_many_languages(shared: Path) -> None:
    folder = shared / "corpora" / "enc_samples" / "udhr_orig"
    wanted = {
        "English-Latin1": "en",
        "German_Deutsch-Latin1": "de",
        "French_Francais-Latin1": "fr",
        "Japanese_Nihongo-UTF8": "ja",
        "Korean_Hankuko-UTF8": "ko",
        "Chinese_Mandarin-UTF8": "zh-Hans",
        "Chinese_Mandarin-GB2312": "zh-Hans",
        "Russian-UTF8": "ru",
    }
    codecs = {"Latin1": "latin-1", "UTF8": "utf-8", "GB2312": "gb18030"}
    texts = {name: (folder / name).read_bytes().decode(codecs[name.split("-")[1]], "replace") for name in wanted}
    assert {name: detect_language(text) for name, text in texts.items()} == wanted


def test_many_threads_tell_one_script() -> None:
    """What is known of characters grows while threads ask: none may see half of it."""
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from reuse.segment import detect_language\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    print(set(pool.map(detect_language, ['國務院總理發表講話，強調經濟發展。'] * 8)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "{'zh-Hant'}"
