"""The columns in which people describe speeches, under the names that they give them.

Enters: names of columns, values of any type. Leaves: the contract's names and plain strings. `manifest` and the
collections (`bundles`) read their columns with it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

__all__ = ["COLUMNS", "TEXT", "column", "described", "record"]

COLUMNS = ("file", "id", "title", "date", "speaker", "series", "language")
TEXT = "text"
_ALIASES = {
    "lang": "language",
    "author": "speaker",
    "creator": "speaker",
    "filename": "file",
    "path": "file",
    "content": TEXT,
    "body": TEXT,
    **dict.fromkeys(("文件", "文件名", "檔案", "檔名"), "file"),
    **dict.fromkeys(("编号", "編號", "序号", "序號"), "id"),
    **dict.fromkeys(("标题", "標題", "题目", "題目", "题名"), "title"),
    **dict.fromkeys(("日期", "时间", "時間"), "date"),
    **dict.fromkeys(("讲话人", "講話人", "发言人", "發言人", "作者", "演讲者"), "speaker"),
    **dict.fromkeys(("系列", "场合", "場合"), "series"),
    **dict.fromkeys(("语言", "語言", "语种"), "language"),
    **dict.fromkeys(("正文", "内容", "內容", "全文", "文本"), TEXT),
}


def column(name: object) -> str:
    """The contract's name of a column; its own, in small letters, where it is none of them."""
    plain = ("" if name is None else str(name)).strip().lstrip("\ufeff").lower()
    return _ALIASES.get(plain, plain)


def record(pairs: Iterable[tuple[object, object]]) -> dict[str, str]:
    """Named values of one row as strings, empty ones left out; of two columns with one name the first counts."""
    said: dict[str, str] = {}
    for name, value in pairs:
        text = _plain(value)
        if text:
            said.setdefault(column(name), text)
    return said


def described(row: Mapping[str, str]) -> dict[str, str]:
    """What a row says about a speech, without its text."""
    return {name: row[name] for name in COLUMNS if name in row}


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():  # a spreadsheet's 2023.0
        return str(int(value))
    return str(value).strip()
