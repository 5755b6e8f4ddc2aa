"""Translation memories (.tmx): one speech in several languages.

Enters: bytes. Leaves: a `Part` for each language, its segments one a line. Element names are those of TMX 1.4b.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reuse.read.extracted import Extracted, Part, Unreadable
from reuse.read.formats.tree import Lines, inside, parse

__all__ = ["parts"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parts(data: bytes, *, max_bytes: int) -> Iterator[Part]:  # noqa: ARG001 - one signature for all
    """The text in each language, in the order in which the languages first appear."""
    languages: defaultdict[str, Lines] = defaultdict(Lines)
    for variant in inside(parse(data, "translation memory"), "tuv"):
        language = variant.get(_LANG) or variant.get("lang") or "und"
        for segment in inside(variant, "seg"):
            languages[language].flow("".join(segment.itertext()))
            languages[language].end()
    if not languages:
        raise Unreadable("holds no translated segments")
    for language, lines in languages.items():
        yield Part(language, Extracted(lines.text(), None, about={"language": language}))
