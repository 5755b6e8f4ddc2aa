from reuse.formulas.leaders import gather


def test_members_resemble_the_leader_and_not_only_each_other() -> None:
    chain = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]
    assert gather(["k"] * 4, chain, []) == {0: [0, 1], 2: [2, 3]}


def test_the_best_leader_wins_and_the_earlier_one_on_ties() -> None:
    assert gather(["k"] * 3, [(0, 2, 0.97), (1, 2, 1.1)], []) == {0: [0], 1: [1, 2]}
    assert gather(["k"] * 3, [(0, 2, 1.0), (1, 2, 1.0)], []) == {0: [0, 2], 1: [1]}


def test_what_an_alignment_lays_side_by_side_joins() -> None:
    assert gather(["abcdef", "uvwxyz"], [], [(0, 1)]) == {0: [0, 1]}


def test_resemblance_and_an_alignment_together_beat_an_alignment_alone() -> None:
    assert gather(["abcdef", "uvwxyz", "abcxyz"], [(1, 2, 0.99)], [(0, 2), (1, 2)]) == {0: [0], 1: [1, 2]}
    assert gather(["abcdef", "uvwxyz", "abcxyz"], [(1, 2, 0.99)], [(0, 2)]) == {0: [0, 2], 1: [1]}


def test_a_step_further_it_must_still_resemble_the_leader() -> None:
    keys = ["abcdef", "abcdxy", "abcxyz", "wxyzxy"]
    assert gather(keys, [], [(0, 1), (1, 2), (1, 3)]) == {0: [0, 1], 2: [2], 3: [3]}
    assert gather([*keys[:2], "abcdxyz", keys[3]], [], [(0, 1), (1, 2), (1, 3)]) == {0: [0, 1, 2], 3: [3]}
