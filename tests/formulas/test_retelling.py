"""Changes that a stronger one shows already."""

from __future__ import annotations

import numpy as np
from plain_speeches import laid

from reuse.formulas.pieces import Side
from reuse.formulas.retelling import Told
from reuse.formulas.rivals import Rivals
from reuse.formulas.speeches import Speeches

OLD = "团结在以江泽民同志为核心的党中央周围。在以江泽民同志为核心的党中央领导下。"
NEW = "团结在以习近平同志为总书记的党中央周围。在以习近平同志为总书记的党中央领导下。全面落实。"


def rivals(speeches: Speeches, head: str, *wordings: str) -> Rivals:
    """One place of each wording, in the document of the same number."""
    places, heads = [], []
    for document, wording in enumerate(wordings):
        places.append((side(speeches, document, wording),))
        heads.append((side(speeches, document, head, places[-1][0][1]),))
    size = len(wordings)
    return Rivals(tuple(places), tuple(heads), np.eye(size), np.arange(size, dtype=np.int32), 1.0, True, None)


def side(speeches: Speeches, document: int, wording: str, start: int = 0) -> Side:
    own = speeches.segments[document]
    text = own.document.text
    at = text.index(wording, int(own.starts[start]))
    return (
        document,
        int(np.searchsorted(own.starts, at)),
        int(np.searchsorted(own.ends, at + len(wording), side="right")),
    )


def test_the_same_places_and_the_same_replacement_elsewhere_are_told() -> None:
    speeches = laid(OLD, NEW)
    told = Told(speeches)
    around = rivals(speeches, "的党中央周围", "以江泽民同志为核心的党中央周围", "以习近平同志为总书记的党中央周围")
    assert not told.holds(around)
    told.add(around)
    assert told.holds(around)
    assert told.holds(rivals(speeches, "的党中央", "江泽民同志为核心的党中央", "习近平同志为总书记的党中央"))
    led = rivals(speeches, "的党中央领导下", "江泽民同志为核心的党中央领导下", "习近平同志为总书记的党中央领导下")
    assert told.holds(led)


def test_another_replacement_is_news() -> None:
    speeches = laid("实行稳健的货币政策。加强社会管理。", "实行宽松的货币政策。加强社会治理。")
    told = Told(speeches)
    told.add(rivals(speeches, "的货币政策", "稳健的货币政策", "宽松的货币政策"))
    assert not told.holds(rivals(speeches, "加强社会", "加强社会管理", "加强社会治理"))
