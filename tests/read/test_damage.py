"""damage: garbage is found where it starts, sound text is left in peace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.read.damage import damage

SOUND = "同志们：市工会第十七次代表大会今天隆重开幕了。首先，我代表市委，向大会的召开表示热烈的祝贺！\n"
MORE = "一年来，全市各级工会组织认真学习贯彻党的精神，团结动员广大职工，做了大量工作，取得了新的成绩。\n"
TRADITIONAL = "我們國家的經濟原來是很落後的；如果我們不建設起強大的現代化的工業，我們就不能擺脫落後。\n"
FRENCH = "Déjà, à la fête, l'élève écoutait; «CAFÉ» était écrit là-bas, près de l’hôtel.\n"


def read_wrongly(text: str, written: str, read_as: str) -> str:
    return text.encode(written).decode(read_as, "replace")


@pytest.mark.parametrize(
    ("text", "written", "read_as"),
    [
        (MORE, "utf-8", "gb18030"),
        (TRADITIONAL, "big5hkscs", "gb18030"),
        (MORE, "gb18030", "big5hkscs"),
        (MORE, "gb18030", "latin-1"),
        (MORE, "utf-8", "cp1252"),
        (FRENCH, "utf-8", "cp1252"),
        (FRENCH, "utf-8", "latin-1"),
    ],
)
def test_a_wrong_reading_midway_is_found_in_its_line(text: str, written: str, read_as: str) -> None:
    warning = damage(SOUND * 3 + read_wrongly(text, written, read_as) * 3)
    assert warning is not None
    assert "line 4," in warning
    assert "sound copy" in warning


@pytest.mark.parametrize(("written", "name"), [("utf-8", "UTF-8"), ("big5hkscs", "Big5")])
def test_the_mistake_is_named(written: str, name: str) -> None:
    warning = damage(SOUND + read_wrongly(TRADITIONAL * 2, written, "gb18030"))
    assert warning is not None
    assert f"{name} was read as GBK" in warning


def test_the_place_is_counted_from_one() -> None:
    warning = damage("甲乙\n丙\ufffd丁戊己庚")
    assert warning == (
        "1 character is lost, at line 2, character 2 (“\ufffd丁戊己庚”); "
        "look for a sound copy, or save the text as UTF-8 anew"
    )


@pytest.mark.parametrize("sign", ["锟斤拷", "烫烫烫", "屯屯屯"])
def test_signs_of_lost_bytes(sign: str) -> None:
    warning = damage(SOUND + sign)
    assert warning is not None
    assert "line 2, character 1 " in warning


def test_private_use_characters_are_counted_from_three_on() -> None:
    assert damage(SOUND + "\ue123\ue456") is None
    warning = damage(SOUND + "\ue123\ue456\ue789")
    assert warning is not None
    assert "3 private-use characters" in warning


def test_the_blank_of_old_web_pages_and_bullets_of_symbol_fonts_are_no_garbage() -> None:
    assert damage(SOUND.replace("，", "，\ue5e5\ue5e5\uf0b7")) is None


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        TRADITIONAL,
        FRENCH * 20,
        "«É» «Â» é» " * 5,
        "人名：龚奭、虢羿、鑫淼、焱垚、骉犇、羴猋、赟璟、昇玥、珺琰、翀翯、喆甯、祎禤。",
        "Съешь ещё этих мягких французских булок, да выпей чаю.",
        "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.",
        "เป็นมนุษย์สุดประเสริฐเลิศคุณค่ากว่าบรรดาฝูงสัตว์เดรัจฉาน",
        "いろはにほへと ちりぬるを わかよたれそ つねならむ",
        "𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈𠀉𠀊𠀋𠀌𠀍𠀎𠀏",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
        "",
    ],
)
def test_sound_text_is_left_in_peace(text: str) -> None:
    assert damage(text) is None


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Po", "Zs"], max_codepoint=0x2FFF)))
def test_no_text_without_han_is_called_garbled_chinese(text: str) -> None:
    warning = damage(text)
    assert warning is None or "GBK" not in warning
