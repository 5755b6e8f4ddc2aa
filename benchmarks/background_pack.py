"""Build the pack that ships with the package: python -m benchmarks.background_pack."""

from __future__ import annotations

from pathlib import Path

from benchmarks.background_corpora import CHINESE, ENGLISH, build_from, read_collections
from reuse.background import save
from reuse.background.packs import SHIPPED


def main() -> None:
    background = build_from(read_collections(*CHINESE, *ENGLISH), name=SHIPPED)
    target = Path(__file__).resolve().parents[1] / "reuse" / "background" / "packs" / f"{SHIPPED}.pack"
    target.parent.mkdir(exist_ok=True)
    save(background, target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")
    for key, value in background.describe().items():
        print(f"  {key}: {value}")


if __name__ == "__main__":
    main()
