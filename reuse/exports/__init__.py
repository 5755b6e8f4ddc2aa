"""A result in the formats of other programs: Parquet, Word, TEI.

Enters: a `Result`. Leaves: files, written whole or not at all. `Comparison` and the command line open these doors;
JSON, CSV and the page have their own (`contract`, `output`, `report`), networks too (`graph`).
"""

from __future__ import annotations

from reuse.exports.parquet import write_parquet_folder
from reuse.exports.tei import write_tei
from reuse.exports.word import write_word

__all__ = ["write_parquet_folder", "write_tei", "write_word"]
