"""The title of a speech from its first words.

Enters: the text. Leaves: a title of at most 40 characters, or None. `describe` asks for it where no manifest has one.

A speech often opens with its salutation instead of a title; then the beginning of its first sentence names it better.
"""

from __future__ import annotations

import re

__all__ = ["MAX_TITLE_CHARS", "title_in_text"]

MAX_TITLE_CHARS = 40
LEAST_TITLE_CHARS = 12  # a cut at a comma before this would leave too little
HEAD_CHARS = 4000

_CHINESE_OPENER = (
    "尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|诸位|諸位|全体|全體|同志们|同志們|同志|朋友们|朋友們|女士们|女士們|先生们|先生們|"
    "代表们|代表們|委员们|委員們|同学们|同學們|老师们|老師們|同胞们|同胞們|乡亲们|鄉親們|战友们|戰友們|主席|"
    "皆さん|皆様"
)
_ENGLISH_OPENER = (
    r"(?:my |dear )?(?:fellow[- ]\w+|ladies and gentlemen|ladies|gentlemen|friends|comrades|colleagues)|"
    r"hono[u]?rable \w+|distinguished \w+|members of|delegates|(?:mr|mrs|ms|madam)\.? \w+|your \w+|"
    r"(?:sehr geehrte|verehrte|liebe|meine) \w+"
)
_SALUTATION = re.compile(
    rf"(?:{_CHINESE_OPENER})[^。！？!?：:我\n]{{0,60}}?[：:！!]\s*"  # inline: 同志们：今天 …
    rf"|(?:{_CHINESE_OPENER})[^。！？：，,我\n]{{0,4}}[，,]\s*"  # inline: 各位代表，现在 …
    rf"|(?:{_CHINESE_OPENER})[^。！？：我\n]{{0,40}}[，,、]\s*$"  # a line to each person greeted
    rf"|(?:{_ENGLISH_OPENER})\b[^.,:;!?\n]{{0,50}}(?:[:,;!]|[-—–]{{1,2}}\s)\s*",
    re.IGNORECASE,
)
# Signs of headings, quotations, lists, rules and bold type; a single * without blank masks a name.
_MARKDOWN = re.compile(r"^(?:[#>]+ ?|[-*+=—–] |[-=—–]{2,} ?|\*\*)+|[ #=]+$|\*\*$")
_SENTENCE_END = re.compile(r"[。！？!?；;]|(?<=[a-z]{3})\.(?=\s)")
_CUTS = re.compile(r"[，,、：:\s）)》”]")
_END = "，,、：:；;—–- 。.　"


def title_in_text(text: str) -> str | None:
    """The first line that says something, without Markdown signs and salutation; None where there is no such line."""
    for raw in text[:HEAD_CHARS].splitlines():
        line = _MARKDOWN.sub("", " ".join(raw.split()))
        while (salutation := _SALUTATION.match(line)) is not None:
            line = line[salutation.end() :]
        if any(character.isalnum() for character in line):
            return _cut(_closed_up(line))
    return None


def _closed_up(line: str) -> str:
    """政 府 工 作 报 告 without the blanks that only space it out."""
    words = line.split()
    spaced = len(words) > 1 and all(len(word) == 1 and word > "\u2e7f" for word in words)
    return "".join(words) if spaced else line


def _cut(line: str) -> str:
    """A line of at most 40 characters: a longer one up to its first sentence end, else up to the last comma or blank.

    Only the second way leaves a thing unsaid and ends in `…`.
    """
    if len(line) <= MAX_TITLE_CHARS:
        return line.rstrip(_END) or line
    head = line[: MAX_TITLE_CHARS - 1]
    ends = [end.start() for end in _SENTENCE_END.finditer(head) if end.start() >= LEAST_TITLE_CHARS]
    if ends:
        return head[: ends[0]]
    cuts = [cut.start() for cut in _CUTS.finditer(head) if cut.start() >= LEAST_TITLE_CHARS]
    return (head[: cuts[-1]] if cuts else head).rstrip(_END) + "…"
