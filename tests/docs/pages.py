"""README and the pages of docs/, and what stands in them as code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A block of code on a page. `language` is what stands behind the fence."""

    page: Path
    number: int
    language: str
    code: str

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}-{self.number}"


def snippets(*languages: str) -> list[Snippet]:
    """The blocks of all pages, in the order of the pages; without languages, all of them."""
    found = []
    for page in PAGES:
        blocks = enumerate(_FENCE.findall(page.read_text(encoding="utf-8")), 1)
        found += [Snippet(page, number, language, code) for number, (language, code) in blocks]
    return [snippet for snippet in found if not languages or snippet.language in languages]


def inline() -> list[tuple[Path, str]]:
    """What stands between single backticks, outside blocks, with its page."""
    texts = [(page, _FENCE.sub("", page.read_text(encoding="utf-8"))) for page in PAGES]
    return [(page, code) for page, text in texts for code in _INLINE.findall(text)]
