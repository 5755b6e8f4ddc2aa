r"""Rich text (.rtf), as Word, WordPad and many databases export it.

Enters: bytes. Leaves: `Extracted`. Bytes are read in the code page of the font they are set in, since one file may
hold simplified, traditional and Western text; \u characters as such. Tables (cells set apart by tabs), text boxes;
footnotes stand behind the text. Left out: tracked deletions, hidden text, headers, footers, comments.

Own code: the library for it reads a whole file in one code page. Control words are those of RTF 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reuse.read.extracted import Extracted, Unreadable

__all__ = ["extract"]

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)(?P<number>-?\d+)? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n\x80-\xff]+)|(?P<high>[\x80-\xff])|[\r\n]+|\\\Z",
    re.DOTALL,
)
_CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "big5hkscs",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
# Some programs write such text as it is; then the second byte of a character may look like a brace or a backslash.
_TWO_BYTES = frozenset(("cp932", "cp949", "gb18030", "big5hkscs"))
_PAGES = {936: "gb18030", 950: "big5hkscs", 54936: "gb18030", 65001: "utf-8"}
_SILENT_LIST = """
fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable
listoverridetable rsidtbl generator header headerl headerr headerf footer footerl footerr footerf xmlnstbl
fldinst filetbl revtbl annotation atnid atnauthor atntime atnicn atrfstart atrfend bkmkstart bkmkend sp
nonshppict shprslt pgdsctbl template ftnsep ftnsepc aftnsep aftnsepc
"""
_SILENT = frozenset(_SILENT_LIST.split())
_STARRED = frozenset(("shpinst", "shptxt", "footnote"))  # destinations behind \* that hold text all the same
_SIGNS = {
    **dict.fromkeys(("par", "sect", "page", "line", "row", "nestrow"), "\n"),
    **dict.fromkeys(("tab", "cell", "nestcell"), "\t"),
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"},
    **{"emspace": "\u2003", "enspace": "\u2002", "zwj": "\u200d", "zwnj": "\u200c"},
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a pair of braces."""

    silent: bool = False
    struck: bool = False  # deleted or hidden
    codec: str | None = None  # None: that of the file
    replacing: int = 1  # characters behind \\u that stand in for it
    place: str = "text"  # "text" | "notes" | "fonts"


@dataclass(slots=True)
class _Reader:
    codec: str = "cp1252"
    fonts: dict[int, str | None] = field(default_factory=dict)
    out: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "notes": []})
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)  # in the codec of the state
    stand_ins: int = 0  # to be passed over
    font: int = 0  # being described in the font table
    starred: bool = False

    def flush(self) -> None:
        if self.pending:
            text = self.pending.decode(self.state.codec or self.codec, "replace")
            self.pending.clear()
            self.write(text)

    def write(self, text: str) -> None:
        if not (self.state.silent or self.state.struck) and self.state.place in self.out:
            self.out[self.state.place].append(text)

    def literal(self, raw: bytes) -> None:
        skipped = min(self.stand_ins, len(raw))
        self.stand_ins -= skipped
        self.pending += raw[skipped:]

    def brace(self, sign: str) -> None:
        self.flush()
        self.stand_ins = 0
        if sign == "{":
            self.stack.append(self.state)
        elif self.stack:
            left, self.state = self.state, self.stack.pop()
            if left.place == "notes" and self.state.place != "notes":
                self.out["notes"].append("\n")
        self.starred = False

    def word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self.flush()
            self.write(chr(number % 65_536))
            self.stand_ins = self.state.replacing
            return
        self.flush()
        starred, self.starred = self.starred, False
        on = number != 0
        if word == "fonttbl":
            self.state = replace(self.state, place="fonts")
        elif self.state.place == "fonts":
            self._font_table(word, number)
        elif word in _SILENT or (starred and word not in _STARRED):
            self.state = replace(self.state, silent=True)
        elif word == "footnote":
            self.state = replace(self.state, place="notes")
        elif word in ("deleted", "v"):
            self.state = replace(self.state, struck=on)
        elif word == "plain":
            self.state = replace(self.state, struck=False)
        elif word == "uc":
            self.state = replace(self.state, replacing=number or 0)
        elif word == "f":
            self.state = replace(self.state, codec=self.fonts.get(number or 0))
        elif word == "ansicpg" and number:
            self.codec = _codec(number)
        elif word in _SIGNS:
            self.write(_SIGNS[word])

    def _font_table(self, word: str, number: int | None) -> None:
        if word == "f":
            self.font = number or 0
            self.fonts[self.font] = None
        elif word == "fcharset":
            self.fonts[self.font] = _CHARSETS.get(number or 0)


def extract(data: bytes, *, max_bytes: int) -> Extracted:  # noqa: ARG001 - one signature for all formats
    """The text of a rich text file. Linear in its size. Raises Unreadable for what is none."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("is no rich text file, though its name says so; save it anew")
    reader = _Reader()
    for token in _tokens(data.decode("latin-1"), reader):
        if isinstance(token, str):
            reader.literal(token.encode("latin-1"))
        elif (code := token["hex"]) is not None:
            reader.literal(bytes((int(code, 16),)))
        elif (word := token["word"]) is not None:
            reader.word(word, int(token["number"]) if token["number"] else None)
        elif (brace := token["brace"]) is not None:
            reader.brace(brace)
        elif token["sign"] == "*":
            reader.starred = True
        elif token["sign"] is not None:
            reader.flush()
            reader.write(_SYMBOLS.get(token["sign"], ""))
    reader.flush()
    warnings = ("the file breaks off in the middle; look for a whole copy",) if reader.stack else ()
    return Extracted("\n".join(filter(None, map(_tidy, reader.out.values()))), None, warnings)


def _tokens(source: str, reader: _Reader) -> Iterator[re.Match[str] | str]:
    """Control words, signs and braces as matches, everything else as strings of one character a byte."""
    position = 0
    while position < len(source) and (token := _TOKEN.match(source, position)):
        position = token.end()
        if token["high"] is not None and (reader.state.codec or reader.codec) in _TWO_BYTES:
            position += 1
            yield source[token.start() : position]
        elif token["text"] is not None or token["high"] is not None:
            yield token[0]
        else:
            yield token


def _tidy(pieces: list[str]) -> str:
    """One line for each paragraph, outer blanks and empty lines left out; pairs of surrogates joined."""
    text = "".join(pieces).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _codec(page: int) -> str:
    name = _PAGES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
