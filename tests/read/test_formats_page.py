"""docs/formats.md says what is kept of every format: the table is made here, from files of every format."""

from __future__ import annotations

from pathlib import Path

import made_files as made

from reuse.read import read_inputs
from reuse.read.bundles import BUNDLE_SUFFIXES
from reuse.read.formats import FORMATS

# What is looked for, by the wording that stands for it in the files.
FEATURES = {
    "table": made.CELL,
    "text box": made.BOX,
    "note": made.NOTE,
    "inserted": made.INSERTED,
    "deleted": made.DELETED,
    "hidden": made.HIDDEN,
    "header, navigation": made.HEADER,
    "comment": made.COMMENT,
}
NAMES = {
    ".jsonl": "JSON Lines",
    ".parquet": "Parquet",
    ".xlsx": "Excel",
    ".tmx": "translation memory",
    ".zip": "zip archive",
    ".tar.gz": "tar archive",
    ".fodt": "OpenDocument, flat",
}


def contents(suffix: str) -> str:
    """Everything that the made file holds, as far as its bytes show it: what is not in it cannot be kept."""
    data = made.MAKERS[suffix]()
    if suffix in (".docx", ".odt", ".epub"):
        from reuse.read.formats.packed import Packed  # noqa: PLC0415 - for these only

        packed = Packed(data, max_bytes=10**7, what="file")
        return "".join(packed.read(name).decode() for name in packed.names())
    if suffix == ".rtf":
        return (
            "".join(wording for wording in FEATURES.values() if made.in_rtf(wording) in data.decode()) + made.INSERTED
        )
    return data.decode("gb18030" if suffix == ".html" else "utf-8", "replace")


def row(folder: Path, suffix: str) -> str:
    path = folder / f"a{suffix}"
    path.write_bytes(made.MAKERS[suffix]())
    documents = read_inputs([str(path)]).documents
    text = "\n".join(document.text for document in documents)
    there = contents(suffix)
    kept = ["yes" if wording in text else "no" if wording in there else "" for wording in FEATURES.values()]
    first = documents[0]
    record = [name for name in ("title", "date", "speaker") if _from_record(first, name)]
    known = NAMES.get(suffix) or next(kind.name for kind in FORMATS if suffix in kind.suffixes)
    speeches = "several" if len(documents) > 1 else "one"
    return f"| {known} ({suffix}) | {speeches} | {' | '.join(kept)} | {', '.join(record)} |"


def _from_record(document: object, name: str) -> bool:
    if name == "speaker":
        return bool(getattr(document, name))
    return getattr(document, f"{name}_from") == "record"


def test_the_table_says_what_is_kept(root: Path, tmp_path: Path) -> None:
    head = f"| format | speeches | {' | '.join(FEATURES)} | says of itself |"
    rule = "|" + "---|" * (len(FEATURES) + 3)
    table = "\n".join([head, rule, *(row(tmp_path, suffix) for suffix in made.MAKERS)])
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    assert table in page, f"the table in docs/formats.md should read:\n{table}"


def test_every_suffix_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "formats.md").read_text(encoding="utf-8")
    suffixes = {suffix for kind in FORMATS for suffix in kind.suffixes} | BUNDLE_SUFFIXES
    assert {suffix for suffix in suffixes if f"`{suffix}`" not in page} == set()
