import itertools
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from plain_speeches import laid

from reuse.formulas.templates import Template, build
from reuse.formulas.variants import readings, without_overlap


def template(*texts: str) -> Template:
    speeches = laid(*texts)
    return build(readings([(i, 0, len(s)) for i, s in enumerate(speeches.segments)], speeches), speeches)


def shown(*texts: str) -> list[tuple[str, list[tuple[str, int]]]]:
    return [(s.kind, [(f.text, f.documents) for f in s.fillers]) for s in template(*texts).slots]


def test_equal_wordings_make_a_template_without_slots() -> None:
    whole = template("贴近基层、贴近职工", "贴近基层，贴近职工")
    assert whole.text == "贴近基层、贴近职工"
    assert whole.slots == ()
    assert whole.bits == 11 + 7 * 6


def test_ordinals_and_additions_become_slots() -> None:
    texts = ("望湖市工会第二十一次代表大会今天开幕了", "望湖市工会第十七次代表大会今天隆重开幕了")
    assert template(*texts).text == "望湖市工会〔1〕次代表大会今天〔2〕开幕了"
    assert shown(*texts) == [
        ("ordinal", [("第二十一", 1), ("第十七", 1)]),
        ("modifier", [("", 1), ("隆重", 1)]),
    ]


def test_figures_differ_where_keys_do_not() -> None:
    texts = ("城镇新增就业1100万人", "城镇新增就业1200万人", "城镇新增就业１１００万人")
    assert template(*texts).text == "城镇新增就业〔1〕万人"
    assert shown(*texts) == [("number", [("1100", 2), ("1200", 1)])]


def test_a_mask_fills_a_slot() -> None:
    texts = ("开创新时代*工会工作新局面", "开创我市工会工作新局面")
    assert template(*texts).text == "开创〔1〕工会工作新局面"
    assert shown(*texts) == [("mask", [("我市", 1), ("新时代*", 1)])]


def test_reordered_items_are_one_slot() -> None:
    texts = ("党联系职工群众的桥梁和纽带", "党联系广大职工群众的纽带和桥梁")
    assert template(*texts).text == "党联系〔1〕职工群众的〔2〕"
    assert shown(*texts)[1] == ("other", [("桥梁和纽带", 1), ("纽带和桥梁", 1)])


def test_punctuation_around_a_slot_stays_in_the_template() -> None:
    assert (
        template("代表市委、市人大、市政府", "代表市委、市人大常委会、市政府").text == "代表市委、市人大〔1〕、市政府"
    )
    assert (
        template("使工会真正成为可靠的“职工之家”", "使工会真正成为温暖的“职工之家”").text
        == "使工会真正成为〔1〕的“职工之家”"
    )


def test_fillings_hold_whole_brackets_and_quotes() -> None:
    whole = shown("（五）努力做好就业工作", "做好就业工作", "抓住“十五”时期做好就业工作")
    assert {filler for _, fillers in whole for filler, _ in fillers} >= {"（五）努力", "抓住“十五”时期"}


def test_brackets_of_the_text_are_not_taken_for_slots() -> None:
    assert template("关于印发〔甲乙〕办法的通知").text == "关于印发［甲乙］办法的通知"


def test_bits_count_what_is_fixed() -> None:
    assert template("推动经济持续发展", "促进经济持续发展").bits == 11 + 5 * 6
    assert template("推动经济持续发展", "促进经济持续发展").fixed == (((2, 8),), ((2, 8),))


def test_places_do_not_overlap_and_the_longer_one_stays() -> None:
    assert without_overlap([(0, 0, 5), (0, 3, 9), (0, 5, 7), (1, 3, 9), (0, 0, 5)]) == [(0, 3, 9), (1, 3, 9)]


def test_the_wording_nearest_to_the_others_leads() -> None:
    speeches = laid("2023年工会代表大会开幕词", "望湖市工会代表大会今天开幕了", "云栖市工会代表大会今天隆重开幕了")
    found = readings([(i, 0, len(s)) for i, s in enumerate(speeches.segments)], speeches)
    assert found[0].places[0][0] == 1


def letters(text: str) -> str:
    """What a wording is compared by: neither punctuation nor width."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())


CLAUSES = st.lists(
    st.lists(
        st.sampled_from(("要", "继续", "坚持", "全面", "深化改革", "扩大开放", "第三次", "2019年", "和", "工作")),
        min_size=1,
        max_size=6,
    ),
    min_size=2,
    max_size=8,
)


@given(CLAUSES)
def test_filling_the_slots_gives_the_members_that_are_not_named_as_exceptions(clauses: list[list[str]]) -> None:
    speeches = laid(*("".join(words) for words in clauses))
    found = readings([(i, 0, len(s)) for i, s in enumerate(speeches.segments)], speeches)
    whole = build(found, speeches)
    pieces = [whole.text]
    for number in range(1, len(whole.slots) + 1):
        *before, last = pieces
        head, _, tail = last.partition(f"〔{number}〕")
        pieces = [*before, head, tail]
    choices = itertools.product(*([filler.text for filler in slot.fillers] for slot in whole.slots))
    made = {
        letters("".join(itertools.chain(*itertools.zip_longest(pieces, filling, fillvalue="")))) for filling in choices
    }
    texts = [letters(speeches.segments[r.places[0][0]].document.text) for r in found]
    assert [text in made for text in texts] == list(whole.fits)
    assert whole.fits[0]


def test_a_member_without_a_word_that_nearly_all_have_stands_beside_the_template() -> None:
    common = [f"要坚持全面深化{what}改革开放" for what in ("经济", "教育", "医药", "住房", "农村", "金融", "财税")]
    whole = template(*common, "要坚持深化科技改革开放")
    assert whole.text == "要坚持全面深化〔1〕改革开放"
    assert whole.fits.count(False) == 1
    assert template(*common).fits == (True,) * len(common)
