import pytest
from plain_speeches import speech

from reuse.formulas.joints import CONJUNCTIONS, joints, loose_ends


@pytest.mark.parametrize(
    ("language", "text", "joining", "loose"),
    [
        ("en", "And peace of mind, but not for long", {"and", "of", "but"}, {"and", "of", "but", "not", "for"}),
        ("de", "Und Mut, aber nicht ohne Maß", {"und", "aber"}, {"und", "aber", "nicht", "ohne"}),
        ("fr", "Et le courage, mais sans hâte", {"et", "mais"}, {"et", "le", "mais", "sans"}),
        ("und", "and of but", set(), set()),
        ("zh-Hans", "和平与发展 and of", set(), set()),
    ],
)
def test_by_the_language_of_the_document(language: str, text: str, joining: set[str], loose: set[str]) -> None:
    segments = speech(text, language=language)
    for flags, words in ((joints(segments), joining), (loose_ends(segments), loose)):
        assert {segments.units[i] for i in flags.nonzero()[0]} == words


def test_a_conjunction_is_a_joint() -> None:
    for language, words in CONJUNCTIONS.items():
        assert joints(speech(" ".join(sorted(words)), language=language)).all()
