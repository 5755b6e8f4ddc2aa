"""The ranked changes of wording in the national reports: python -m benchmarks.history_changes (about half a minute).

Prints the first 60 for reading one by one, where the oldest known shifts stand in the ranking, and how many places do
not say the wording that they are counted for (it must be none). The verdicts of a reading are in
docs/evaluation/history.md. With the names of other folders beside this checkout it reads those: `… canada_throne`.
"""

from __future__ import annotations

import sys
import time

from benchmarks.background_corpora import CORPORA
from reuse.histories import Chronicle
from reuse.model import Document, WordingChange
from reuse.pipeline import history
from reuse.read import read_inputs
from reuse.segment import segment

READ = 60
SERIES = "gwr_national"
KNOWN = {
    "货币政策": ("稳健的货币政策", "适度宽松的货币政策"),
    "财政政策": ("稳健的财政政策", "积极的财政政策"),
    "团结在…周围": ("江泽民同志为核心的党中央周围", "习近平同志为核心的党中央周围"),
    "以…为指导": ("“三个代表”重要思想为指导", "中国特色社会主义思想为指导"),
    "社会管理/治理": ("创新社会管理", "创新社会治理"),
    "资源配置": ("基础性作用", "决定性作用"),
    "接受同级…监督": ("人民代表大会及其常委会的监督", "人大及其常委会的监督"),
    "失业率": ("登记失业率", "调查失业率"),
    "感谢": ("表示诚挚的感谢", "表示诚挚感谢"),
}


def rank(changes: tuple[WordingChange, ...], wordings: tuple[str, ...]) -> int | None:
    """The first change that shows all of these wordings, counted from 1."""
    for number, change in enumerate(changes, start=1):
        if all(any(wording in word.text for word in change.wordings) for wording in wordings):
            return number
    return None


def misplaced(found: Chronicle) -> tuple[int, int]:
    """Places whose text is another wording than the one they are listed for, and all places."""
    texts = {document.id: document for document in found.documents}
    wrong = places = 0
    for word in (word for change in found.changes for word in change.wordings):
        own = _units(word.text.replace("〔N〕", "1"), texts[word.occurrences[0].document].language)
        for place in word.occurrences:
            document = texts[place.document]
            places += 1
            wrong += _units(document.text[place.start : place.end], document.language) != own
    return wrong, places


def _units(text: str, language: str | None) -> tuple[str, ...]:
    return segment(Document.from_text(text, id="wording", language=language)).units


def _print(name: str) -> None:
    start = time.process_time()
    found = history(read_inputs([str(CORPORA / name)]).documents)
    print(f"{name}: {len(found.changes)} changes, {time.process_time() - start:.1f} s of the processor")
    for number, change in enumerate(found.changes[:READ], start=1):
        words = " → ".join(f"{w.text} {w.first[:4]}–{w.last[:4]} ({w.documents})" for w in change.wordings)
        print(f"{number}. settled {change.settled:.2f}, p {change.p:.3f}, {change.frame}: {words}")
    if name == SERIES:
        for shift, wordings in KNOWN.items():
            print(f"{shift}: rank {rank(found.changes, wordings)}")
    wrong, places = misplaced(found)
    print(f"{wrong} of {places:,} places say another wording than theirs")


def main() -> None:
    if not CORPORA.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    for name in sys.argv[1:] or [SERIES]:
        _print(name)


if __name__ == "__main__":
    main()
