"""Frames: a head that stays, and on one side of it words that vary."""

from __future__ import annotations

from plain_speeches import Even, speech

from reuse.formulas.frames import Frame, frames, word_edges
from reuse.formulas.repeats import find_repeats
from reuse.formulas.speeches import lay_out

THINGS = ("harbours", "bridges", "wells", "mills", "markets", "schools", "orchards", "lanterns")


def heads(*texts: str) -> set[tuple[bool, str]]:
    """(the varying part stands before it, head) of every frame that any place fills."""
    segments = [speech(text, f"d{i}") for i, text in enumerate(texts)]
    speeches = lay_out(segments, Even())
    edges = [word_edges(s, stops.tolist()) for s, stops in zip(segments, speeches.stops, strict=True)]
    repeats = find_repeats(segments, min_length=2, min_documents=6)
    found = frames(repeats, speeches, edges, [len(s) for s in segments])
    return {(frame.left, _head(frame, segments)) for frame in found if any(frame.fillers[0])}


def _head(frame: Frame, segments: list) -> str:  # type: ignore[type-arg]
    document, first, last = frame.places[0]
    return str(segments[document].surface(first, last))


def test_words_vary_before_and_behind_a_head() -> None:
    found = heads(*(f"Today the {thing} belong to all citizens of {thing} street." for thing in THINGS))
    assert (True, "belong to all citizens of") not in found
    assert (False, "belong to all citizens of") in found
    found = heads(*(f"Today the {thing} belong to all citizens here." for thing in THINGS))
    assert (True, "belong to all citizens here") in found


def test_what_stands_across_a_conjunction_is_another_thing() -> None:
    found = heads(*(f"The town will repair old walls and {thing} this year." for thing in THINGS))
    assert not [head for left, head in found if not left and head.endswith(("walls", "and"))]
    found = heads(*(f"The town repairs its {thing} and old city walls today." for thing in THINGS))
    assert not [head for left, head in found if left and head.startswith(("and", "old"))]


def test_chinese_heads_end_where_they_did() -> None:
    things = ("桥梁", "水井", "磨坊", "市场", "学校", "果园", "灯塔", "港口")
    found = heads(*(f"今年我们要建设{thing}和群众需要的道路。" for thing in things))
    assert any(left and "群众需要的道路" in head for left, head in found)
