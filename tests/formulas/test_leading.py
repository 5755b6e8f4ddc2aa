from __future__ import annotations

from plain_speeches import laid

from reuse.formulas.leading import joined_by_core
from reuse.formulas.wordings import collect


def groups_of(*texts: str) -> list[set[str]]:
    speeches = laid(*texts)
    wordings = collect(speeches, [], min_length_chars=4)
    surfaces = [speeches.segments[d].surface(first, last) for ((d, first, last), *_) in wordings.places]
    joined = joined_by_core({i: [i] for i in range(len(wordings))}, wordings, speeches)
    assert sorted(n for members in joined.values() for n in members) == list(range(len(wordings)))
    assert all(members[0] == chief for chief, members in joined.items())
    return [{surfaces[n] for n in members} for members in joined.values()]


def test_leading_and_function_words_make_no_other_formula() -> None:
    found = groups_of("坚持稳中求进工作总基调。", "我们要牢牢把握稳中求进的工作总基调。", "必须加强宏观政策调节。")
    assert {"坚持稳中求进工作总基调", "我们要牢牢把握稳中求进的工作总基调"} in found
    assert {"必须加强宏观政策调节"} in found


def test_short_rests_and_other_subjects_stay_apart() -> None:
    assert all(
        len(group) == 1 for group in groups_of("必须坚持改革。", "继续推进改革。", "黄河流域治理。", "长江流域治理。")
    )


def test_words_of_a_letter_script_too() -> None:
    sentences = (
        "We must never forget the men who died for freedom.",
        "Let us never forget the men who died for freedom.",
    )
    assert any(len(group) == 2 for group in groups_of(*sentences))
