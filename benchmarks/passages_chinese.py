"""Passages in Chinese, where no marked ones exist: stretches of law pasted into speeches with a fixed seed.

python -m benchmarks.passages_chinese [--shared FOLDER]: every speech takes up two passages of one law, changed in one
of five ways, at sentence edges. Marks are therefore exact by construction; figures are plagdet, precision, recall and
granularity by kind of change. Speeches without any passage count what is found where nothing was pasted.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from itertools import chain
from pathlib import Path

from reuse.align.passage_search import find_passages
from reuse.align.passage_text import CollectionFrequencies, PassageText, prepare_passages
from reuse.model import Document
from reuse.params import Params, PassageParams
from reuse.segment import segment

SEED = 20
KINDS = ("clean", "verbatim", "noise", "reordered", "thinned", "heavy")
PER_KIND = 60
_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]+")
_CLAUSE = re.compile(r"[^，、；：。！？\n]+[，、；：。！？\n]*")

Case = tuple[str, int, int, str, int, int]


def changed(passage: str, kind: str, letters: str, chance: random.Random) -> str:
    """The passage as a borrower might leave it."""
    if kind == "verbatim":
        return passage
    if kind == "noise":  # every tenth character lost, doubled by a stranger, or replaced
        out: list[str] = []
        for c in passage:
            x = chance.random()
            if x < 0.04:
                continue
            out.append(chance.choice(letters) if x < 0.08 else c + chance.choice(letters) if x < 0.1 else c)
        return "".join(out)
    if kind == "reordered":  # sentences and the clauses in them change places
        sentences = _SENTENCE.findall(passage) or [passage]
        chance.shuffle(sentences)
        return "".join("".join(chance.sample(cs := _CLAUSE.findall(s), len(cs))) for s in sentences)
    clauses = _CLAUSE.findall(passage)
    kept = [c for c in clauses if chance.random() > 0.35] or clauses[:1]
    if kind == "thinned":  # a third of the clauses gone
        return "".join(kept)
    chance.shuffle(kept)  # heavy: thinned, reordered, and noise on top
    return changed("".join(kept), "noise", letters, chance)


def pairs(shared: Path, *, per_kind: int = PER_KIND) -> list[tuple[str, str, str, list[tuple[int, int, int, int]]]]:
    """(kind, speech with passages, law, their spans: speech start/end, law start/end)."""
    chance = random.Random(SEED)
    speeches = [f.read_text("utf-8") for f in sorted((shared / "corpora/xi_speeches_2013_2017").glob("*.txt"))]
    laws = [f.read_text("utf-8") for f in sorted((shared / "corpora/law_versions").glob("*.txt"))]
    speeches = [t for t in speeches if 1500 < len(t) < 12000]
    laws = [t for t in laws if len(t) > 3000]
    out = []
    for kind in KINDS:
        for _ in range(per_kind):
            speech, law = chance.choice(speeches), chance.choice(laws)
            letters = re.sub(r"[^\u4e00-\u9fff]", "", speech)
            edges = [m.end() for m in _SENTENCE.finditer(law)]
            spots = sorted(chance.sample([m.end() for m in _SENTENCE.finditer(speech)], 2))
            text, previous = "", 0
            spans: list[tuple[int, int, int, int]] = []
            halves = [edges[: len(edges) // 2], edges[len(edges) // 2 :]]
            chance.shuffle(halves)
            for spot, half in zip(spots, halves, strict=True):
                text += speech[previous:spot]
                previous = spot
                if kind == "clean":
                    continue
                first = chance.randrange(max(1, len(half) - 4))
                length = chance.randrange(90, 500)
                last = next((e for e in half[first:] if e - half[first] >= length), half[-1])
                passage = law[half[first] : last]
                if len(passage.strip()) < 60:
                    continue
                taken = changed(passage, kind, letters, chance)
                spans.append((len(text), len(text) + len(taken), half[first], last))
                text += taken
            out.append((kind, text + speech[previous:], law, spans))
    return out


def prepared(text: str) -> PassageText:
    return prepare_passages(segment(Document.from_text(text, id="text", language="zh-Hans")))


def run(
    shared: Path, *, params: PassageParams, with_collection: bool = True, per_kind: int = PER_KIND
) -> dict[str, dict[str, float]]:
    """plagdet and its parts for each kind of change."""
    sys.path.insert(0, str(shared / "eval"))
    from plagdet import measure  # type: ignore[import-not-found]  # noqa: PLC0415 - stands beside the checkout

    made = pairs(shared, per_kind=per_kind)
    texts: dict[str, PassageText] = {}
    for _, a, b, _ in made:
        for text in (a, b):
            if text not in texts:
                texts[text] = prepared(text)
    collection = CollectionFrequencies.of(texts.values()) if with_collection else None
    cases: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    found: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    started = time.process_time()
    for number, (kind, a, b, spans) in enumerate(made):
        cases[kind] += [(f"a{number}", s0, s1, f"b{number}", t0, t1) for s0, s1, t0, t1 in spans]
        rows = find_passages(texts[a], texts[b], params=params, collection=collection)
        found[kind] += [
            (f"a{number}", int(s0), int(s1), f"b{number}", int(t0), int(t1))
            for s0, s1, t0, t1 in zip(
                rows.source_starts, rows.source_ends, rows.target_starts, rows.target_ends, strict=True
            )
        ]
    seconds = time.process_time() - started
    figures = {kind: measure(cases[kind], found[kind]) for kind in KINDS}
    figures["all"] = measure(list(chain(*cases.values())), list(chain(*found.values())))
    figures["all"]["pairs a second"] = len(made) / seconds
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments = parser.parse_args()
    if not (arguments.shared / "corpora").is_dir():
        sys.exit(f"{arguments.shared}: no corpora there; the texts of this benchmark are not part of the project")
    for label, with_collection in (("with the frequencies of these texts", True), ("two texts alone", False)):
        print(label)
        for kind, figures in run(arguments.shared, params=Params().passages, with_collection=with_collection).items():
            print(f"  {kind:10}", "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
