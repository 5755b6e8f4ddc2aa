from plain_speeches import speech

from reuse.formulas.brackets import bracketed


def test_units_of_pairs_the_widest_first() -> None:
    assert bracketed(speech("甲“乙《丙丁戊》己”庚（辛）")) == [(1, 6), (2, 5), (7, 8)]


def test_what_does_not_close_in_its_line_holds_nothing() -> None:
    assert bracketed(speech("甲“乙丙\n丁戊”己")) == []
    assert bracketed(speech("甲）乙（丙")) == []
    assert bracketed(speech("")) == []
