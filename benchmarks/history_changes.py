"""The ranked changes of wording in the national reports: python -m benchmarks.history_changes (about a minute).

Prints the first 60 for reading one by one, and where the oldest known shifts stand in the ranking. The verdicts of a
reading are in docs/evaluation/history.md.
"""

from __future__ import annotations

import sys
import time

from benchmarks.background_corpora import CORPORA
from reuse.model import WordingChange
from reuse.pipeline import history
from reuse.read import read_inputs

READ = 60
KNOWN = {
    "货币政策": ("稳健的货币政策", "适度宽松的货币政策"),
    "财政政策": ("稳健的财政政策", "积极的财政政策"),
    "团结在…周围": ("江泽民同志为核心的党中央周围", "习近平同志为核心的党中央周围"),
    "以…为指导": ("“三个代表”重要思想为指导", "中国特色社会主义思想为指导"),
    "社会管理/治理": ("创新社会管理", "创新社会治理"),
    "资源配置": ("基础性作用", "决定性作用"),
    "接受同级…监督": ("人民代表大会及其常委会的监督", "人大及其常委会的监督"),
    "失业率": ("城镇登记失业率", "城镇调查失业率"),
    "感谢": ("表示诚挚的感谢", "表示诚挚感谢"),
}


def rank(changes: tuple[WordingChange, ...], wordings: tuple[str, ...]) -> int | None:
    """The first change that shows all of these wordings, counted from 1."""
    for number, change in enumerate(changes, start=1):
        if all(any(wording in word.text for word in change.wordings) for wording in wordings):
            return number
    return None


def main() -> None:
    folder = CORPORA / "gwr_national"
    if not folder.is_dir():
        sys.exit(f"no corpora beside this checkout ({CORPORA})")
    start = time.process_time()
    found = history(read_inputs([str(folder)]).documents)
    print(f"{len(found.changes)} changes, {time.process_time() - start:.1f} s of the processor")
    for number, change in enumerate(found.changes[:READ], start=1):
        words = " → ".join(f"{w.text} {w.first[:4]}–{w.last[:4]} ({w.documents})" for w in change.wordings)
        print(f"{number}. settled {change.settled:.2f}, p {change.p:.3f}, {change.frame}: {words}")
    for name, wordings in KNOWN.items():
        print(f"{name}: rank {rank(found.changes, wordings)}")


if __name__ == "__main__":
    main()
