"""decode: the encoding is found, nothing else is changed, binary data is refused."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.read.decode import decode
from reuse.read.extracted import Unreadable
from reuse.read.frequent import CHINESE

HANS = "各位代表、同志们：\r\n市工会第十七次代表大会今天隆重开幕了。\u3000\u3000首先，我代表市委表示热烈的祝贺！\n"
HANT = (
    "各位代表：\n第一屆全國人民代表大會第一次會議，在聽了關於憲法草案的報告，並進行了三天的討論以後，已經光榮地完成了。"
)
JAPANESE = "国際連合の諸国民は、国連憲章において、基本的人権、人間の尊厳及び価値についての信念を再確認した。"
KOREAN = "국제연합의 모든 사람들은 그 헌장에서 기본적 인권, 인간의 존엄과 가치에 대한 신념을 재확인하였다."
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью."
UKRAINIAN = "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю."
GREEK = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."
HEBREW = "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון."
ARABIC = "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا."
THAI = "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ\n"
FRENCH = "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison – déjà."
GERMAN = "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie müssen einander begegnen – „brüderlich“."
CZECH = "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem; třeba též svědomím."
POLISH = "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są obdarzeni; także łaską."
TURKISH = "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler."
LITHUANIAN = "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteikta sąžinė; jų pareiga – šventa."


def decoded(data: bytes) -> tuple[str, str | None]:
    extracted = decode(data)
    return extracted.text, extracted.encoding


@pytest.mark.parametrize(
    ("text", "codec", "found"),
    [
        (HANS, "gbk", "gb18030"),
        (HANS, "gb2312", "gb18030"),
        (HANS, "cp936", "gb18030"),
        (HANT, "gb18030", "gb18030"),
        (HANT, "big5", "big5hkscs"),
        (HANT, "cp950", "big5hkscs"),
        (HANT + "佢哋嘅", "big5hkscs", "big5hkscs"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (KOREAN, "euc_kr", "cp949"),
        (HANS, "hz", "hz"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8_u"),
        (RUSSIAN, "iso8859-5", "iso8859-5"),
        (UKRAINIAN, "cp1251", "cp1251"),
        (GREEK, "cp1253", "cp1253"),
        (HEBREW, "cp1255", "cp1255"),
        (ARABIC, "cp1256", "cp1256"),
        (THAI, "cp874", "cp874"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (CZECH, "cp1250", "cp1250"),
        (POLISH, "cp1250", "cp1250"),
        (POLISH, "iso8859-2", "iso8859-2"),
        (TURKISH, "cp1254", "cp1254"),
        (LITHUANIAN, "cp1257", "cp1257"),
    ],
)
def test_legacy_encodings_are_found(text: str, codec: str, found: str) -> None:
    assert decoded(text.encode(codec)) == (text, found)


@pytest.mark.parametrize(
    "text", [HANS, HANT, JAPANESE, KOREAN, RUSSIAN, HEBREW, ARABIC, THAI, GERMAN, "Fellow citizens,\nwe meet again."]
)
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_utf_16_and_32_without_mark(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("text", ["各位代表", "同志们：", "新年贺词", "工会工作报告", "在大会上的讲话"])
def test_a_title_in_gbk_is_enough(text: str) -> None:
    assert decoded(text.encode("gbk")) == (text, "gb18030")


@pytest.mark.parametrize("text", ["Schlüssel für Büchlein", "déjà vu", "élégant", "El Niño", "Ærøskøbing"])
def test_a_few_latin_letters_are_not_taken_for_han(text: str) -> None:
    assert decoded(text.encode("cp1252")) == (text, "cp1252")


def test_line_ends_and_blanks_stay() -> None:
    text = "一\r\n\r\n二\n三\r四\x85五\u2028六\t　 七\x0c"
    assert decode(text.encode()).text == text


def test_only_a_mark_at_the_very_start_goes() -> None:
    text = "\ufeff第一\ufeff第二"
    assert decoded(text.encode("utf-8-sig")) == (text, "utf-8-sig")
    assert decoded(text.encode("utf-8")) == (text[1:], "utf-8-sig")


anything = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(anything, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_with_a_mark_reads_back(text: str, codec: str) -> None:
    assert decoded(text.encode(codec)) == (text, codec)


@given(anything.filter(lambda text: not text.startswith("\ufeff")))
def test_any_text_in_utf_8_reads_back(text: str) -> None:
    assert decoded(text.encode()) == (text, "utf-8")


@given(
    st.lists(st.sampled_from(sorted(CHINESE)), min_size=12, unique=True),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E) | st.characters(categories=["Lo"]), max_size=12),
)
def test_chinese_in_gb18030_reads_back(frequent: list[str], other: str) -> None:
    # Bytes of GB18030 are valid in a dozen encodings, and few of them even in UTF-8: what tells is how many frequent
    # characters a reading has. So at least half of the characters are frequent ones, as in every real text.
    text = "".join(frequent) + "\n" + other
    assert decoded(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("codec", ["gb18030", "big5hkscs", "cp932", "utf-16-le", "cp1251", "cp1252"])
@pytest.mark.parametrize("text", [HANS, HANT, JAPANESE, RUSSIAN, FRENCH])
def test_the_named_codec_gives_the_text(text: str, codec: str) -> None:
    data = text.encode(codec, "ignore")
    extracted = decode(data)
    assert extracted.encoding is not None
    assert data.decode(extracted.encoding, "replace") == extracted.text


def test_utf_8_cut_off_in_a_character_stays_utf_8() -> None:
    extracted = decode(HANS.strip().encode()[:-1])
    assert extracted.encoding == "utf-8"
    assert extracted.text == HANS.strip()[:-1] + "\ufffd"
    assert len(extracted.warnings) == 1
    assert "breaks off" in extracted.warnings[0]


def test_utf_8_with_broken_bytes_stays_utf_8() -> None:
    data = HANS.encode()
    place = data.index("首先".encode())
    extracted = decode(data[:place] + b"\xff\xfe\xfd" + data[place:])
    assert extracted.encoding == "utf-8"
    assert extracted.text.replace("\ufffd", "") == HANS
    assert "3 characters are lost" in extracted.warnings[0]
    assert "line 2" in extracted.warnings[0]


def test_a_gbk_file_with_a_broken_byte_is_kept_with_a_warning() -> None:
    data = HANS.encode("gbk")
    place = data.index("首先".encode("gbk"))
    extracted = decode(data[:place] + b"\xff" + data[place:])
    assert extracted.encoding == "gb18030"
    assert extracted.text.startswith(HANS[:20])
    assert len(extracted.warnings) == 1


@pytest.mark.parametrize(
    "data",
    [b"\0" * 100, bytes(range(256)) * 40, b"text\0" * 20 + b"\xff\x00\x80" * 300, b"MZ\x90\0\x03\0\0\0"],
    ids=["zeros", "all bytes", "mixed", "program"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(data)


def test_control_characters_without_zeros_are_binary_too() -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(bytes([*range(1, 32), 0xFF, 0xC3]) * 50)


@pytest.mark.parametrize(("text", "codec"), [(HEBREW, "cp862"), (RUSSIAN, "cp855"), (GERMAN, "cp850")])
def test_what_the_evidence_leaves_open_is_never_passed_off_as_sure(text: str, codec: str) -> None:
    data = text.encode(codec, "ignore")
    try:
        said = " ".join(decode(data).warnings)
    except Unreadable as error:
        said = str(error)
    assert "the encoding was guessed" in said or "its encoding was not recognised" in said


def test_detection_does_not_load_the_general_detector() -> None:
    program = (
        "import sys; from reuse.read.decode import decode;"
        f"decode({HANS.encode('gbk')!r}); decode({FRENCH.encode('cp1252')!r});"
        "sys.exit('charset_normalizer' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("parts", "utf8", "other"),
    [
        ((("utf-8", 3), ("gb18030", 2)), 2, 8),
        ((("gb18030", 2), ("utf-8", 3)), 6, 2),
        ((("big5", 3), ("utf-8", 2)), 8, 2),
    ],
)
def test_a_text_pasted_together_of_two_encodings_is_named_with_its_lines(
    parts: tuple[tuple[str, int], ...], utf8: int, other: int
) -> None:
    """HANT has two lines, the first of them too short to tell. Where less is foreign, `damage` warns of it."""
    data = b"".join((HANT + "\n").encode(codec) * times for codec, times in parts)
    with pytest.raises(Unreadable, match=f"mixes encodings: line {utf8} is UTF-8 and line {other} is not"):
        decode(data)
