"""Does a printed line show the current time? In any form, but that of a moment that was read."""

from __future__ import annotations

import re

START_UNIX = 1_772_413_200
"""seconds since 1970 at which every program starts, by its virtual clock"""

_CLOCK = re.compile(r"(?<!\d)(\d{1,2})\s*[:：时点h]\s*(\d{1,2})(?:\s*[:：分m]\s*(\d{1,2}))?")
_DATE = re.compile(
    r"(?<!\d)(?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}[-.]\d{1,2}[-.]\d{4}|20\d\d \d{1,2} \d{1,2}(?!\d))"
)
_STRUCT = re.compile(r"tm_min=(\d+), tm_sec=(\d+)")
_REPR = re.compile(
    r"(?:(?<!\d)20\d\d, \d{1,2}, \d{1,2}, |datetime\.time\()\d+, (\d+)(?:, (\d+))?"
)
_COMPACT = re.compile(r"(?<!\d)(?:20\d{6}[-_ T]?)?(\d{2})(\d{2})(\d{2})(?!\d)")
_PARTS = re.compile(r"(?<!\d)(?=(\d{1,2})[-._ ](\d{1,2})[-._ ](\d{1,2})(?!\d))")
_NUMBER = re.compile(r"(?<!\d)(1[67]\d{8})(?:\d{3}|\d{6}|\d{9})?(?!\d)")
_WORDS = re.compile(
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b.*\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", re.I
)


def shows_time(line: str) -> bool:
    """Is there anything in `line` that looks like a time or a date?"""
    return any(p.search(line) for p in (_CLOCK, _DATE, _STRUCT, _REPR, _NUMBER, _WORDS, _PARTS)) or (
        _COMPACT.search(line) is not None and re.search(r"(?<!\d)(?:20\d{12}|\d{6})(?!\d)", line)
        is not None
    )


def shows_moment(line: str, time_ns: int) -> bool:
    """Does `line` show the moment `time_ns` (virtual, since the start)? Any time zone will do;
    a form without seconds or minutes cannot be told from a neighbouring moment and will do too."""
    second = START_UNIX + time_ns // 1_000_000_000
    exact = [
        *((int(m), int(s)) for m, s in _STRUCT.findall(line)),
        *((int(m), int(s or 0)) for m, s in _REPR.findall(line)),
        *((int(m), int(s)) for _, m, s in _CLOCK.findall(line) if s),
    ]
    if exact:
        return any(_same(m, s, second) for m, s in exact)
    numbers = [int(n) for n in _NUMBER.findall(line)]
    if numbers:
        return any(abs(n - second) <= 1 for n in numbers)
    pairs = [(int(a), int(b)) for a, b, s in _CLOCK.findall(line) if not s]
    if pairs:  # hours and minutes, or minutes and seconds
        return any(b % 15 == second // 60 % 15 or _same(a, b, second) for a, b in pairs)
    parts = [(int(m), int(s)) for _, m, s in _PARTS.findall(_DATE.sub(" ", line))]
    if parts:
        return any(_same(m, s, second) for m, s in parts)
    if _DATE.search(line) or _WORDS.search(line):
        return True
    return any(_same(int(m), int(s), second) for _, m, s in _COMPACT.findall(line))


def _same(minute: int, second: int, unix: int) -> bool:
    return (minute * 60 + second - unix) % 900 in (0, 1, 899)
