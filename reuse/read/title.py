"""The title of a speech from the heading that stands over it.

Enters: the text. Leaves: a title of at most 100 characters, or None. `describe` asks for it where no manifest has one.

What is no heading is no title: a speech that opens with its salutation or its first sentence has none, and is called by
the name of its file. A heading that was wrapped is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["MAX_TITLE_CHARS", "title_in_text"]

MAX_TITLE_CHARS = 100  # what is longer is a paragraph; the longest titles of laws have some 60
HEAD_CHARS = 4000
_BLOCK_LINES = 12  # looked at to tell a heading from wrapped running text
_FULL = 0.75  # a line of wrapped text has at least this part of the longest one's length

_CHINESE_OPENER = (
    "尊敬的|敬爱的|敬愛的|亲爱的|親愛的|各位|诸位|諸位|全体|全體|同志们|同志們|同志|朋友们|朋友們|女士们|女士們|先生们|先生們|"
    "代表们|代表們|委员们|委員們|同学们|同學們|老师们|老師們|同胞们|同胞們|乡亲们|鄉親們|战友们|戰友們|主席|大家好|"
    "皆さん|皆様"
)
_ENGLISH_OPENER = (
    r"(?:my |dear )?(?:fellow[- ]\w+|ladies and gentlemen|ladies|gentlemen|friends|comrades|colleagues|countrymen)|"
    r"(?:hono[u]?rable|distinguished) \w+|(?:mr|mrs|ms|madam)\.? \w+|your \w+|"
    r"(?:hono[u]?rable )?members of (?:the )?\w+(?: of \w+)*|sehr geehrte .*|(?:verehrte|liebe|meine) \w+"
)
_SALUTATION = re.compile(
    rf"(?:{_CHINESE_OPENER})(?:[^。！？!?：:我]{{0,60}}[：:！!]|[^。！？：，,我]{{0,4}}(?:[，,].*)?$)"
    rf"|(?:{_ENGLISH_OPENER})(?:$|[^.:;!?]{{0,50}}[:;!,]|\s?[-—–])",
    re.IGNORECASE,
)
# Signs of headings, quotations, lists, rules and bold type; a single * without blank masks a name.
_MARKDOWN = re.compile(r"^(?:[#>]+ ?|[*+=] |[-=—–]{2,}$|=+ |\*\*)+|[ #=]+$|\*\*$")
_SUBTITLE = re.compile(r"[-－—–―─]")
_DATED_SUBTITLE = re.compile(r"\s*[-－—–―─]+\s*\d[\d\s]{3,7}\s*年.*$")
_DATE_BEFORE = re.compile(r"^\d{4}[-._]\d\d?[-._]\d\d?[_\s]+(?=\D)")
# Lines that may stand before a heading: dates, remarks in brackets, addresses, what a program calls a page.
_BESIDE = re.compile(
    r"[（(\[【][^）)\]】]*[）)\]】]$|[\d〇○零一二三四五六七八九十年月日号號\s./:-]+$|(?:https?|ftp)://|www\.|"
    r"(?:untitled|microsoft word)\b",
    re.IGNORECASE,
)
# The outline of a text that begins at once, and the navigation of a page.
_NO_HEADING = re.compile(
    r"[^|]*\|[^|]*\||[一二三四五六七八九十]+、|第[〇零一二三四五六七八九十百]+[章节節条條编編]|[（(]?\d+[.、．)）]\s?\D"
)
_GENRE = re.compile(
    "(?:报告|報告|讲话|講話|致辞|致辭|致词|致詞|演讲|演講|演说|演說|贺词|賀詞|贺辞|贺信|賀信|祝词|祝詞|祝辞|发言|發言|"
    "开幕词|開幕詞|开幕辞|闭幕词|閉幕詞|闭幕辞|献词|寄语|公报|公報|决议|決議|决定|決定|意见|意見|说明|說明|建议|建議|"
    "宣言|声明|聲明|谈话|談話|纲要|條例|条例|规定|規定|办法|辦法|解释|解釋|通知|通告|公告)(?:[（(][^（()）]*[）)])?$"
)
_ENDED = re.compile(r"[。．！!？?；;：:，,、…।۔؟።][”’」』）)\"'»]*$|[^\W\d_A-Z]{3}\.[”’\"')]*$")
_ENDED_INSIDE = re.compile(r"[。！？；।۔؟።](?=.)|\w{3}[.!?][”’\"')]*\s(?=\S)")
# 我 speaks, except in 我国, 我市 …, which name a place from inside it.
_SPOKEN = re.compile("我(?![国國省市区區县縣州乡鄉镇鎮村校院会會党黨军軍厂廠司部局])")
_OPEN_END = re.compile(
    r"[，、,&的和与與及在于於对對向《（(“「『〈]$|\b(?:of|the|a|an|at|in|on|to|for|and|by|with|from|der|die|das|und|zur|zum|von)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"[。！？；：，、》）”」』〉的和与與及]|(?:of|at|to|for|and|with|from|und|von|zur|zum)\b", re.IGNORECASE
)
_UNFINISHED = re.compile("在|关于|關於|对|對|向|致")
_NAME_CHARS = 4  # a first line of so few characters may be the speaker's name
_END = "，,、：:；;—–- 。　"
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"


def title_in_text(text: str) -> str | None:
    """The heading over the text, without Markdown signs and put together where it was wrapped; None without one."""
    lines = [_plain(raw) for raw in text[:HEAD_CHARS].splitlines()]
    for at, line in enumerate(lines):
        if not any(map(str.isalpha, line)) or _BESIDE.match(line):
            continue
        block = _block(lines[at : at + _BLOCK_LINES])
        if _SUBTITLE.match(line) or _NO_HEADING.match(line) or _SALUTATION.match(line) or _is_running(block):
            return None
        title = _closed_up(_joined(_named(block)))
        title = _DATE_BEFORE.sub("", _DATED_SUBTITLE.sub("", title))
        return None if _is_said(title) else title.rstrip(_END) or None
    return None


def _plain(raw: str) -> str:
    """A line without invisible signs, doubled blanks and Markdown."""
    line = " ".join(raw.translate(dict.fromkeys(map(ord, _INVISIBLE))).split())
    return _MARKDOWN.sub("", line)


def _block(lines: Sequence[str]) -> list[str]:
    """The lines from the first on that may belong to one heading: up to a blank, a subtitle, a date or the speech."""
    block = [lines[0]]
    for line in lines[1:]:
        beside = _BESIDE.match(line) or _SUBTITLE.match(line) or _NO_HEADING.match(line) or _SALUTATION.match(line)
        if not line or beside:
            break
        block.append(line)
    return block


def _named(block: Sequence[str]) -> Sequence[str]:
    """The block from its title on: a speaker's name or offices (关于…的通知 behind them) may stand above it."""
    if _GENRE.search(block[0]):
        return block
    for at, line in enumerate(block[1:], 1):
        named = (at == 1 and len(block[0]) <= _NAME_CHARS) or line.startswith(("关于", "關於"))
        if named and _GENRE.search(line):
            return block[at:]
    return block


def _is_said(line: str) -> bool:
    """Whether a line is a sentence or a paragraph and no heading."""
    spoken = _SPOKEN.search(line) or _ENDED.search(line) or _ENDED_INSIDE.search(line)
    return len(line) > MAX_TITLE_CHARS or spoken is not None


def _is_running(block: Sequence[str]) -> bool:
    """Whether the first line is filled like those behind it, which end sentences: text that was wrapped."""
    if len(block) == 1 or _GENRE.search(block[0]) or block[0].isupper():
        return False
    ended = any(_ENDED.search(line) or _ENDED_INSIDE.search(line) for line in block)
    full = len(block[0]) >= _FULL * max(map(len, block[1:]))
    return ended and (full or block[1][:1].islower() or any(line[0] in "。，；、" for line in block))


def _joined(block: Sequence[str]) -> str:
    """The first line with those that go on with it."""
    title = block[0]
    for line in block[1:]:
        if not _continues(title, line) or len(title) + len(line) > MAX_TITLE_CHARS:
            break
        title += (" " if title[-1:] < "\u2e80" and line[:1] < "\u2e80" else "") + line
    return title


def _continues(title: str, line: str) -> bool:
    """Whether a heading that stands so far needs the line: 政府工作报 + 告, … of the + State."""
    if _OPEN_END.search(title) or _GOES_ON.match(line) or line[:1].islower():
        return True
    if title.count("《") > title.count("》") or title.count("“") > title.count("”"):
        return True
    genre = _GENRE.search(title + line)
    if genre is None or _GENRE.search(title):
        return False
    return genre.start() < len(title) or (_UNFINISHED.search(title) is not None and not _UNFINISHED.match(line))


def _closed_up(line: str) -> str:
    """政 府 工 作 报 告 without the blanks that only space it out."""
    words = line.split()
    first = 0 if len(words) < 4 else 1  # 2006年政 府 工 作 报 告
    spaced = len(words) > 1 and all(len(word) == 1 and word > "\u2e7f" for word in words[first:])
    return "".join(words) if spaced else line
