from reuse.formulas.furniture import furniture_starts

NOTE = "本作品来自某处" * 10


def test_a_long_ending_of_three_documents_is_furniture() -> None:
    speeches = ["甲乙丙" + NOTE, "丁戊己庚" + NOTE, "辛壬" + NOTE, "子丑寅卯"]
    assert furniture_starts(speeches) == [3, 4, 2, 4]


def test_an_ending_of_two_documents_is_a_finding() -> None:
    assert furniture_starts(["甲" + NOTE, "乙" + NOTE, "丙"]) == [71, 71, 1]


def test_a_closing_sentence_is_no_furniture() -> None:
    closing = "让我们更加紧密地团结起来"
    assert furniture_starts(["甲" + closing, "乙" + closing, "丙" + closing]) == [13, 13, 13]
    assert furniture_starts([]) == []
