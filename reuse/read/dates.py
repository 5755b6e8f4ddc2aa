"""Dates as they are written in manifests, file names and at the head of speeches.

Enters: a string. Leaves: `DateFound`, or None where no date is written. `describe` asks manifest, name, head in turn.

A date is taken only where it can hardly mean anything else; a text full of dates is not searched for one.
Years run from 1500 to 2099: four other digits are a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

__all__ = ["DateFound", "date_in_head", "date_in_name", "date_of_value"]

HEAD_CHARS = 300  # title, subtitle and place of a speech take less
TITLE_CHARS = 80  # a longer first line is no title

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar jan",
            "february februar feb",
            "march märz mar",
            "april apr",
            "may mai",
            "june juni jun",
            "july juli jul",
            "august aug",
            "september sept sep",
            "october oktober oct okt",
            "november nov",
            "december dezember dec dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_HAN_DIGITS = {**{sign: value for value, sign in enumerate("〇一二三四五六七八九")}, "○": 0, "零": 0}
_HAN = f"[{''.join(_HAN_DIGITS)}]"
_HAN_NUMBER = f"[{''.join(_HAN_DIGITS)}十廿卅]{{1,4}}"
_YEAR = r"(?<!\d)(?P<y>(?:1[5-9]|20)\d\d)"

# Each pattern with its groups y, m, d. Strings are normalised first (NFKC), so that １ and （ are 1 and (.
_PATTERNS = (
    re.compile(rf"{_YEAR}\s*[年년](?:\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日号號일])?)?"),
    re.compile(
        rf"(?P<y>(?:一[五六七八九]|二[〇○零]){_HAN}{{2}})年(?:(?P<m>{_HAN_NUMBER})月(?:(?P<d>{_HAN_NUMBER})[日号號])?)?"
    ),
    re.compile(rf"{_YEAR}(?P<s>[-_./])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(rf"{_YEAR}[-_./](?P<m>0?[1-9]|1[0-2])(?!\d)"),  # 2018-19 is a year and a season
    re.compile(rf"{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m>{_MONTH})\.?,?\s+{_YEAR}(?!\d)", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<m>{_MONTH})\.?(?:\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)?,?\s+{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"{_YEAR}(?!\d)"),
)
_BRACKETED = re.compile(r"^\(\s*([^()]*)\)|\(\s*([^()]*)\)$")
_SUBTITLE = re.compile(r"^[-—–―─]+\s*(.*)$")
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d")  # a page's time of publication, not a speech's date
_LABEL = re.compile(r"^(?:日期|时间|時間|日時|date|datum)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateFound:
    """What is written as a date: the date, or the wording of one that does not exist or cannot be understood."""

    date: str | None  # ISO 8601, as precise as written
    wrong: str | None = None  # as it is written


@dataclass(frozen=True, slots=True)
class _Written:
    """A date in a string; `start` and `end` count characters of the normalised string."""

    start: int
    end: int
    found: DateFound
    precision: int  # 1 year, 2 month, 3 day


def date_of_value(value: str) -> DateFound | None:
    """The date that a whole string is: 2023, 2023-02, 2023/2/5, 20230205, 2023年2月5日, 5 February 2023, with a time.

    None for a blank string; a string that is no date comes back as wrong.
    """
    text = _normal(value)
    if not text:
        return None
    text = re.sub(r"[T\s]+\d{1,2}:\d\d\S*$", "", text)
    whole = _whole(text)
    return whole.found if whole else DateFound(None, value.strip())


def date_in_name(name: str) -> DateFound | None:
    """The date in a file name without suffix. The most precise one; none where two different ones are as precise."""
    text = _normal(name)
    written = [item for item in _all(text) if not _is_code(text, item.start)]
    precision = max((item.precision for item in written), default=0)
    found = {item.found for item in written if item.precision == precision}
    return found.pop() if len(found) == 1 else None


def date_in_head(text: str) -> DateFound | None:
    """The date at the head of a speech, where it is set off from the running text.

    A date with month or day counts on a line of its own, in brackets that open or close a line, after the dash of a
    subtitle, and anywhere in a title; a bare year only where it opens or closes the title.
    """
    raw = text[:HEAD_CHARS].splitlines()
    whole = raw if len(raw) < 2 or len(text) <= HEAD_CHARS else raw[:-1]  # the last line is cut off
    lines = [line for part in whole if (line := _normal(part).strip("#* \t"))]
    for line in lines:
        found = _set_off(line)
        if found is not None:
            return found
    return _in_title(lines[0]) if lines else None


def _set_off(line: str) -> DateFound | None:
    whole = _whole(_LABEL.sub("", line).strip("()[]-—–―─ "))
    if whole is not None and (whole.precision > 1 or len(line) <= 7):
        return whole.found
    openings = [group for match in _BRACKETED.finditer(line) for group in match.groups() if group]
    subtitle = _SUBTITLE.match(line)
    openings += [subtitle.group(1)] if subtitle else []
    for opening in openings:
        first = next(iter(_all(opening)), None)
        if first is not None and first.start == 0 and first.precision > 1:
            return first.found
    return None


def _in_title(line: str) -> DateFound | None:
    if len(line) > TITLE_CHARS or line.endswith(("。", ".", "!", "?", ";", ":", ",")):
        return None
    written = list(_all(line))
    precise = {item.found for item in written if item.precision == 3 and not _CLOCK.match(line, item.end)}
    if len(precise) == 1:
        return precise.pop()
    years = {item.found for item in written if item.precision < 3}
    edges = [item for item in written if item.start == 0 or item.end == len(line)]
    return years.pop() if len(years) == 1 and edges and not precise else None


def _is_code(name: str, start: int) -> bool:
    """Whether digits belong to a number such as HB2013: one or two Latin letters stand right before them."""
    before = re.search(r"[A-Za-z]*$", name[:start])
    return before is not None and 1 <= len(before.group()) <= 2


def _whole(text: str) -> _Written | None:
    return next((item for item in _all(text) if item.start == 0 and item.end == len(text)), None)


def _all(text: str) -> Iterator[_Written]:
    """Every date in a normalised string, in order; where patterns overlap, the longer wording counts."""
    matches = [match for pattern in _PATTERNS for match in pattern.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        if match.start() >= end:
            end = match.end()
            yield _written(match)


def _written(match: re.Match[str]) -> _Written:
    groups = match.groupdict()
    year, month, day = (_number(groups.get(name)) for name in "ymd")
    found = DateFound(_iso(year, month, day)) if year else DateFound(None)
    if found.date is None:
        found = DateFound(None, match.group())
    return _Written(match.start(), match.end(), found, 1 + (month is not None) + (day is not None))


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    """ISO 8601 as precise as known; None for a day or month that does not exist."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def _number(written: str | None) -> int | None:
    """An Arabic number, a month's name, Han digits in a row (二〇二三) or a Han number below 100 (二十三, 廿三)."""
    if written is None:
        return None
    if written.isdecimal():
        return int(written)
    if written.lower() in _MONTHS:
        return _MONTHS[written.lower()]
    tens, ten, ones = written.replace("廿", "二十").replace("卅", "三十").rpartition("十")
    if ten:
        return 10 * (_han(tens) or 1) + _han(ones)
    return _han(written)


def _han(digits: str) -> int:
    return int("".join(str(_HAN_DIGITS[digit]) for digit in digits) or "0")


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
