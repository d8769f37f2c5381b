"""Which task a file name means: the spellings that students really use.

Two tiers. A *plain* name says a number and nothing else (`task05.py`, `5.py`, `第五题.py`,
`homework_05 (1).py`). A *likely* name says more (`task05_final.py`, `5_semaphore.py`,
`张三_第5题.py`) and counts only where a task has no plain one, so that `task05_worker.py` beside
`task05.py` stays the helper module that it is. A name with two different numbers means no task.
"""

from __future__ import annotations

import re
import unicodedata

_CHINESE = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMBER = r"(?:0*[1-9]\d?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WORD = (
    r"(?:task|t|homework|home_?work|hw|exercise|ex|question|ques|q|problem|prob|p|no|work"
    r"|作业|题目|问题|编程题|练习|任务|题|第)"
)
_STRONG_WORD = r"(?:task|question|problem|exercise|题目|编程题|任务|第|题)"
_GAP = r"[\s_.\-]*"
_UNIT = r"(?:道?题|个?任务|次?作业|个?练习|道)?"
_COPY = r"(?:[\s_\-]*(?:\(\d{1,2}\)|copy|副本))*"

_PLAIN = re.compile(rf"(?:{_WORD}{_GAP}){{0,2}}({_NUMBER}){_GAP}{_UNIT}{_COPY}", re.ASCII)
_LIKELY_START = re.compile(rf"((?:{_WORD}{_GAP}){{0,2}})({_NUMBER}){_UNIT}(?=[\s_.\-(])", re.ASCII)
_QUESTION = re.compile(rf"第{_GAP}({_NUMBER}){_GAP}道?题", re.ASCII)  # needs no gap around it
_LONE_NUMBER = re.compile(r"(?<![^\s_.\-()])\d+(?![^\s_.\-()])", re.ASCII)
_LIKELY_INSIDE = re.compile(
    rf"(?:^|(?<=[\s_.\-()])){_STRONG_WORD}{_GAP}({_NUMBER}){_UNIT}(?=[\s_.\-()]|$)", re.ASCII
)
_TEST = re.compile(r"(?:test|check|conftest)(?:[\s_.\-]|$)|.*[_.\-]tests?$")
_LONGEST_NAME = 120


def plain_number(stem: str) -> int | None:
    """Return the task that a name (without `.py`) means if it says nothing else."""
    match = _PLAIN.fullmatch(_normal(stem))
    return _value(match[1]) if match else None


def likely_number(stem: str) -> int | None:
    """Return the one task that a longer name means, or None where it is none or two."""
    name = _normal(stem)
    if _TEST.match(name):
        return None
    found = {_value(number) for number in _QUESTION.findall(name) or _LIKELY_INSIDE.findall(name)}
    start = _LIKELY_START.match(name)
    if not found and start and (start[1] or len(_LONE_NUMBER.findall(name)) < 2):
        found = {_value(start[2])}
    return found.pop() if len(found) == 1 else None


def split_python_name(name: str) -> tuple[str, bool]:
    """Return the name without `.py`, and whether it had it (in any case)."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, True) if dot and stem and suffix.casefold() == "py" else (name, False)


def _normal(stem: str) -> str:
    """Fold case and full-width forms: `ＴＡＳＫ０５` is `task05`."""
    if len(stem) > _LONGEST_NAME:
        return ""
    return unicodedata.normalize("NFKC", stem).casefold().strip()


def _value(number: str) -> int:
    if number.isascii():
        return int(number)
    tens, ten, units = number.partition("十")
    if not ten:
        return _CHINESE[number]
    return (_CHINESE[tens] if tens else 1) * 10 + (_CHINESE[units] if units else 0)
