"""Learn the table of substitutes from the corpora: python -m benchmarks.learn_substitutes [-o PATH] [--without YEAR …].

Without a path, the table that ships with the package is written anew. `--without` leaves out what an evaluation is
to be run on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.background_corpora import CHINESE, read_collections
from reuse.align.clause_frames import LearntPair, learn_substitutes

SHIPPED = Path(__file__).resolve().parents[1] / "reuse" / "align" / "substitutes.tsv"
# Lists of leaders put their names into the same frames; no name stands for another one.
NAMES = frozenset("万里 刘华清 朱德 胡耀邦 陈云 习近平 胡锦涛 毛泽东 江泽民 邓小平".split())  # noqa: SIM905
HEAD = "word\tsubstitute\tframes\tbits\n"


def learn_from_corpora(*, without: tuple[str, ...] = ()) -> list[LearntPair]:
    """Pairs learnt from all Chinese speeches, reports and resolutions whose id does not begin with one of `without`."""
    collections = read_collections(*CHINESE, laws=0)
    documents = [text for texts in collections.values() for text in texts]
    return learn_substitutes(text for text in documents if not text.document.id.startswith(without or ("\0",)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    parser.add_argument("--without", nargs="*", default=[], metavar="YEAR")
    options = parser.parse_args()
    learnt = learn_from_corpora(without=tuple(options.without))
    pairs = [pair for pair in learnt if not NAMES.intersection((pair.word, pair.substitute))]
    rows = [f"{pair.word}\t{pair.substitute}\t{pair.frames}\t{pair.bits}\n" for pair in pairs]
    options.output.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{options.output.name}: {len(rows)} pairs")


if __name__ == "__main__":
    main()
