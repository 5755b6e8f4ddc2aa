"""PDF files with a layer of text.

Enters: bytes. Leaves: `Extracted`: the lines of all pages, one below the other, so that a sentence goes on over the
end of a page; the segmenter joins wrapped lines and hyphenated words for matching. Page numbers and running heads and
feet are left out, since they would stand in the middle of sentences. Refused with the reason: scans without text,
files behind a password, fonts that do not say which characters they draw.

Needs pypdfium2, which is imported when the first PDF is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from reuse.read.extracted import Extracted, Unreadable
from reuse.read.formats.extras import needed

__all__ = ["extract", "without_running_lines"]

_HYPHENS = re.compile("[\x02\ufffe](?:\r?\n)?")  # what PDFium makes of a hyphen that ends a line
_PAGE_NUMBER = re.compile(
    r"[-—–―─·•\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6}|[〇零一二三四五六七八九十百]{1,4})(?:\s*页)?[-—–―─·•\s]*"
    r"|(?:page|seite)\s+\d+(?:\s*(?:of|von|/)\s*\d+)?|\d+\s*(?:/|of)\s*\d+|第\s*\d+\s*页[,，\s/]*共\s*\d+\s*页",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[0-9０-９]+")
_EDGE_LINES = 2  # of a page, above and below: where running lines stand
_LEAST_PAGES = 3  # a line repeated on fewer pages may be a refrain
_LEAST_SHARE = 0.4  # of the pages; left and right pages often have a line each
# Scripts in which documents are set alone, or with one other. Fonts without a map to characters give a mixture.
_COMMON_LIST = """
LATIN CJK HIRAGANA KATAKANA HANGUL FULLWIDTH HALFWIDTH GREEK CYRILLIC MODIFIER
"""
_COMMON = frozenset(_COMMON_LIST.split())
MOST_SCRIPTS = 4
LEAST_STRANGE_SHARE = 0.1


def extract(data: bytes, *, max_bytes: int) -> Extracted:  # noqa: ARG001 - one signature for all formats
    """The text of a PDF. About 5 ms a page. Raises Unreadable where there is no text to be had."""
    pages = _pages(data)
    empty = [number for number, lines in enumerate(pages, 1) if not lines]
    if len(empty) == len(pages):
        raise Unreadable(
            f"is a scan: {_counted(len(pages), 'page')} of pictures without text; run text recognition (OCR) over it "
            "and give the outcome"
        )
    pages, heads = without_running_lines(pages)
    text = "\n".join(line for page in pages for line in page)
    strange = _strange_scripts(text)
    if strange:
        raise Unreadable(
            "has fonts that do not say which characters they draw, so that its text comes out as signs of "
            f"{strange} scripts; run text recognition (OCR) over it, or give another copy"
        )
    warnings = []
    if empty:
        shown = ", ".join(map(str, empty[:5])) + (", …" if len(empty) > 5 else "")
        warnings.append(f"no text on {_counted(len(empty), 'page')} of {len(pages)} ({shown}); pictures are not read")
    if heads:
        warnings.append(f"left out as running heads or feet: {', '.join(f'“{head}”' for head in heads[:3])}")
    return Extracted(text, None, tuple(warnings))


def _pages(data: bytes) -> list[list[str]]:
    """The lines of each page."""
    pdfium = needed("pypdfium2", kind="PDF files", extra="docs")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("is protected by a password; save it without one") from error
        raise Unreadable(f"is no sound PDF ({error}); save or print it to PDF anew") from error
    try:
        return [_lines(page) for page in document]
    finally:
        document.close()


def _lines(page: object) -> list[str]:
    layer = page.get_textpage()  # type: ignore[attr-defined]
    text = _HYPHENS.sub("-\n", layer.get_text_range(errors="ignore"))
    layer.close()
    lines = (line.replace("\0", "").strip() for line in text.replace("\r", "\n").split("\n"))
    return [line for line in lines if line]


def without_running_lines(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The pages without page numbers, running heads and feet; and the wording of the heads and feet, once each.

    A page number is a line at a page's edge that is nothing else; a running line returns at the edge of many pages,
    figures in it apart. A page that would be left empty keeps its lines.
    """
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_key(page[place]) for place in _edge_places(page)})
    filled = sum(1 for page in pages if page)
    enough = max(_LEAST_PAGES, _LEAST_SHARE * filled)
    numbered = sum(1 for page in pages if any(_PAGE_NUMBER.fullmatch(page[place]) for place in (0, -1) if page))
    heads: dict[str, str] = {}
    out = []
    for page in pages:
        kept = page[:]
        for side in (-1, 0):
            for _ in range(_EDGE_LINES):
                if len(kept) < 2:
                    break
                line = kept[side]
                number = bool(_PAGE_NUMBER.fullmatch(line)) and (numbered > 1 or line[0] in "-—–―─第·•")
                if not number and edges[_key(line)] < enough:
                    break
                if not number:
                    heads.setdefault(_key(line), line)
                del kept[side]
        out.append(kept)
    return out, sorted(heads.values())


def _edge_places(page: list[str]) -> set[int]:
    return {
        place for place in (*range(_EDGE_LINES), *range(len(page) - _EDGE_LINES, len(page))) if 0 <= place < len(page)
    }


def _key(line: str) -> str:
    return _FIGURES.sub("#", "".join(line.split()))


def _strange_scripts(text: str) -> int:
    """How many scripts are mixed, where so many of them mean that nothing is what it seems; else 0."""
    letters = [character for character in text[:20_000] if character.isalpha() and ord(character) > 0x24F]
    scripts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters)
    strange = {script: n for script, n in scripts.items() if script not in _COMMON}
    if len(strange) > MOST_SCRIPTS and sum(strange.values()) > LEAST_STRANGE_SHARE * len(letters):
        return len(strange)
    return 0


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
