"""Whether wordings speak of one matter."""

from __future__ import annotations

import pytest
from plain_speeches import laid

from reuse.formulas.surroundings import Surroundings

JOBS = "稳定城镇新增就业规模，{}控制在合理区间，帮扶困难家庭毕业生。"
FAITH = "团结信教群众引导宗教，{}全面贯彻落实，维护寺庙合法权益。"


def likeness(one: str, other: str) -> float:
    speeches = laid(one, other, *("山河壮丽江海奔流星月同辉。",) * 4)
    return Surroundings(speeches).likeness([[(0, 10, 15)], [(1, 10, 15)]])


def test_what_was_renamed_stands_amid_the_same_words() -> None:
    same = likeness(JOBS.format("登记失业率"), JOBS.format("调查失业率"))
    assert same == pytest.approx(1, abs=0.05)
    assert likeness(JOBS.format("登记失业率"), FAITH.format("基本的方针")) == 0


def test_words_that_all_speeches_hold_say_nothing() -> None:
    speeches = laid(*(JOBS.format("失业率数字"),) * 3)
    assert Surroundings(speeches).likeness([[(0, 10, 15)], [(1, 10, 15)]]) == 0


def test_nothing_around_is_no_likeness() -> None:
    speeches = laid("失业率", "失业率")
    assert Surroundings(speeches).likeness([[(0, 0, 3)], [(1, 0, 3)]]) == 0
