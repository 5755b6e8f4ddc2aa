import pytest
from plain_speeches import speech

from reuse.formulas.bare import bare


@pytest.mark.parametrize(
    ("language", "wording", "answer"),
    [
        ("en", "the Harbour Improvement and Dredging Act", True),
        ("en", "the Harbour Act of 1907", True),
        ("en", "the Harbour", False),
        ("en", "the improvement of the Harbour", False),
        ("en", "Ladies and Gentlemen", False),
        ("en", "young and old", False),
        ("en", "at Harbour Hall", True),
        ("en", "in the New Town Hall", True),
        ("de", "im Neuen Rathaus am Markt", False),
        ("en", "to this end", True),
        ("en", "from time to time", True),
        ("en", "on the other hand", True),
        ("en", "from shore to shore to shore", False),
        ("en", "in full cooperation with the towns", False),
        ("en", "yes we can", False),
        ("de", "zu diesem Zweck", True),
        ("de", "auf der anderen Seite", True),
        ("de", "die Würde des Menschen", False),
        ("de", "Meine Damen und Herren", False),
        ("fr", "à cette fin", True),
        ("fr", "la Caisse de Dépôt", True),
        ("fr", "pour une ville plus juste", False),
        ("und", "to this end", False),
        ("zh-Hans", "为此目的", False),
        ("zh-Hans", "水库建成以来", True),
        ("zh-Hans", "春耕期间", True),
        ("zh-Hant", "水庫建成以來", True),
        ("zh-Hans", "春耕期间要保障农具、种子和化肥供应", False),
        ("zh-Hans", "自水库建成以来全村的收成一年好过一年以后", False),
    ],
)
def test_names_and_adverbials(language: str, wording: str, answer: bool) -> None:
    segments = speech(wording, language=language)
    assert bare(segments, [(0, len(segments))]) == [answer]


def test_many_spans_of_one_speech() -> None:
    segments = speech("To this end the Harbour Improvement Act was passed.", language="en")
    assert bare(segments, [(0, 3), (3, 7), (3, 9)]) == [True, True, False]
    assert bare(segments, []) == []


@pytest.mark.parametrize(
    ("language", "text", "span", "answer"),
    [
        ("en", "We greet you, young and old, on this day.", (3, 6), True),
        ("en", "We greet you, young and very old, on this day.", (3, 7), False),
        ("en", "Ladies and gentlemen, we greet you.", (0, 3), False),
        ("de", "Wir grüßen euch, jung und alt, an diesem Tag.", (3, 6), True),
    ],
)
def test_a_pair_of_words_is_bare_where_it_opens_no_sentence(
    language: str, text: str, span: tuple[int, int], answer: bool
) -> None:
    assert bare(speech(text, language=language), [span]) == [answer]
