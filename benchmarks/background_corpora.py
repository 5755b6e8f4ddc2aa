"""The collections that the shipped pack is built from, read from the corpora beside the checkout.

Enters: the folder of corpora. Leaves: Segments by collection. Archived laws are a sample: every law's latest version,
taken at even steps through the list of names, so that law stays one collection among several.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reuse.background import MINING, Background, build
from reuse.formulas.repeats import find_repeats
from reuse.model import Document, Segments
from reuse.segment import segment

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
CHINESE = ("gwr_national", "gwr_neimenggu", "npc_resolutions", "new_year_addresses", "xi_speeches_2013_2017")
ENGLISH = ("us_inaugural", "canada_throne", "us_state_bills")
LICENCE_NOTE = "本作品是中华人民共和国的"  # opens the library's own note under reports; no part of the speech
LAWS = 100
# One speaker's speeches are two genres: at congresses, meetings and commemorations, nearly all at home, and the others,
# mostly abroad. New-year addresses among them have a collection of their own.
SPEAKER = "xi_speeches_2013_2017"
MEETINGS = "xi_meetings_2013_2016"
_AT_A_MEETING = re.compile(
    "座谈|(庆祝|纪念|总结|表彰).*大会|中国文联|会见(全国|第一届)|全体会议|研讨班|报告会|欧美同学会"
)
_NEW_YEAR = re.compile("新年(贺词|茶话会)")

Collections = Mapping[str, Sequence[Segments]]


def read_collections(*names: str, laws: int = LAWS) -> dict[str, list[Segments]]:
    """Segments by collection, in the order of the file names, and a sample of `laws` laws."""
    if not CORPORA.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    found: dict[str, list[Segments]] = {}
    for name in names:
        language = "zh-Hans" if name in CHINESE else "en"
        found[name] = []
        for file in sorted((CORPORA / name).glob("*.txt")):
            text = file.read_text("utf-8-sig").split(LICENCE_NOTE)[0]
            # The report of 1954 is in traditional characters; its language is left to be recognised.
            known = None if file.stem.startswith("1954") else language
            found[name].append(segment(Document.from_text(text, id=file.stem, language=known)))
    if SPEAKER in found:
        speeches = [s for s in found[SPEAKER] if not _NEW_YEAR.search(s.document.id)]
        found[MEETINGS] = [s for s in speeches if _AT_A_MEETING.search(s.document.id)]
        found[SPEAKER] = [s for s in speeches if not _AT_A_MEETING.search(s.document.id)]
    if laws:
        found["laws"] = [segment(document) for document in _laws(laws)]
    return found


def _laws(sample: int) -> list[Document]:
    articles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with lzma.open(CORPORA / "archives" / "zh_law_articles.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles[row["law"]][row["date"]].append(row["text"])
    names = sorted(articles)
    taken = names[:: len(names) // sample][:sample]
    return [
        Document.from_text("\n".join(articles[name][max(articles[name])]), id=name, language="zh-Hans")
        for name in taken
    ]


def build_from(collections: Collections, *, name: str, without: Callable[[Segments], bool] | None = None) -> Background:
    """A background of all documents but those that `without` names."""
    kept = [(s, x) for x, documents in collections.items() for s in documents if not (without and without(s))]
    segments = [s for s, _ in kept]
    repeats = find_repeats(segments, **MINING)
    return build(segments, repeats, name=name, collections=[x for _, x in kept])
