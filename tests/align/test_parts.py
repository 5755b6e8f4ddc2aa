"""Chains over several sentences fall into parts; nothing is lost but what is too weak to stand as a part."""

from __future__ import annotations

from dataclasses import replace

from reuse.align.accepted import Chain
from reuse.align.parts import sentence_parts
from reuse.align.prepared import PreparedDocument, prepare
from reuse.model import Document
from reuse.params import AlignParams
from reuse.segment import segment

PARAMS = AlignParams()


def document(text: str) -> PreparedDocument:
    return prepare([segment(Document.from_text(text, id="a", language="zh-Hans"))], params=PARAMS)[0]


TEXT = document("深入学习贯彻大会精神。认真落实各项任务，切实维护职工权益。")


def chain(*pieces: tuple[int, int], own: float = 12.0) -> Chain:
    count = len(pieces)
    return Chain(
        tuple((a, b, a, b) for a, b in pieces), (True,) * count, (own,) * count, (own,) + (own - 5.0,) * (count - 1)
    )


def parts(whole: Chain) -> list[Chain]:
    return sentence_parts(whole, TEXT, TEXT, params=PARAMS)


def test_a_chain_within_a_sentence_stays_whole() -> None:
    whole = chain((10, 14), (16, 20), (22, 26))
    assert parts(whole) == [whole]


def test_each_sentence_gets_its_pieces_and_their_bits() -> None:
    whole = chain((0, 4), (6, 10), (10, 14), (16, 20))
    first, second = parts(whole)
    assert (first.pieces, second.pieces) == (whole.pieces[:2], whole.pieces[2:])
    assert first.gains == whole.gains[:2]
    assert second.gains == (12.0, 7.0)  # its first piece crosses no gap any more


def test_weak_parts_are_dropped_and_a_chain_of_weak_parts_stays_whole() -> None:
    whole = chain((0, 4), (10, 14))
    weak = replace(whole, own=(12.0, 3.0))
    assert [part.pieces for part in parts(weak)] == [whole.pieces[:1]]
    weakest = chain((0, 4), (10, 14), own=PARAMS.part_bits - 1)
    assert parts(weakest) == [weakest]


def test_a_border_on_one_side_is_enough() -> None:
    whole = replace(chain((10, 14), (16, 20)), pieces=((10, 14, 6, 10), (16, 20, 10, 14)))
    assert [len(part.pieces) for part in parts(whole)] == [1, 1]


def test_pieces_in_exchanged_order_are_parted_too() -> None:
    whole = replace(chain((0, 4), (4, 8)), pieces=((0, 4, 10, 14), (4, 8, 0, 4)))
    assert [part.pieces for part in parts(whole)] == [((0, 4, 10, 14),), ((4, 8, 0, 4),)]


def test_substitutes_keep_their_lengths_and_stay_no_equal_wording() -> None:
    whole = Chain(
        ((0, 4, 0, 4), (10, 12, 10, 14), (12, 16, 14, 18)), (True, False, True), (12.0, 4.0, 12.0), (12.0,) * 3
    )
    second = parts(whole)[1]
    assert second.pieces == ((10, 12, 10, 14), (12, 16, 14, 18))
    assert second.exact == (False, True)
    assert second.equal == ((12, 16, 14, 18),)
