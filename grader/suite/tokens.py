"""Which items a printed line shows, whatever words stand around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

_NUMBER = r"(?:(?<![\w.)])-)?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(_NUMBER)
_WORDS = re.compile(r"\w+(?:[-.]\w+)*")
_MOST_WORDS = 400


@lru_cache(maxsize=50_000)
def same(token: str, part: str) -> bool:
    """Is `token`, as it stands in a line, the value `part`? A number may be padded or rounded, and
    of a text like "item-3" the number alone will do."""
    if token == part or (part[-1:].isspace() and token in part.splitlines()):
        return True
    token, plain = token.removeprefix("-"), part.lstrip("-+")
    if not token[:1].isdigit():
        return False
    if _NUMBERS.fullmatch(plain) and _NUMBERS.fullmatch(token):
        places = len(token.partition(".")[2]) if "e" not in token.lower() else 12
        return float(token) == float(plain) or (
            "." in plain and places > 0 and float(token) == round(float(plain), places)
        )
    return token in _NUMBERS.findall(part)


def pattern_of(parts: Iterable[str]) -> re.Pattern[str]:
    """What can be an item in a line: each text that was handed over, longest first, and numbers."""
    lines = {line.strip() for part in parts for line in (part, *part.splitlines())}
    words = {p for p in lines if p and not _NUMBERS.fullmatch(p.lstrip("-+"))}
    chosen = sorted(words, key=lambda word: (-len(word), word))[:_MOST_WORDS]
    return re.compile("|".join([*map(_word, chosen), _NUMBER]))


def shared_words(sides: Iterable[list[str]]) -> tuple[str, ...]:
    """What changes from line to line on more than one side: the words that not all lines of a side
    have, and what is left of each line without its side's common beginning and end."""
    seen: Counter[str] = Counter()
    for lines in sides:
        words = [set(_WORDS.findall(line)) for line in lines]
        changing = set().union(*words) - set.intersection(*words)
        before, after = _common(lines), _common([line[::-1] for line in lines])
        changing |= {line[before : max(before, len(line) - after)].strip() for line in lines}
        seen.update(changing - {""})
    return tuple(sorted(word for word, times in seen.items() if times > 1))[:_MOST_WORDS]


def _common(lines: list[str]) -> int:
    """How many characters all of them begin with."""
    first, last = min(lines), max(lines)
    return next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b),
                min(len(first), len(last)))


def _word(word: str) -> str:
    """A text as a whole word, where it begins or ends like one."""
    before = r"(?<![A-Za-z0-9_])" if re.match(r"[A-Za-z0-9_]", word) else ""
    after = r"(?![A-Za-z0-9_])" if re.search(r"[A-Za-z0-9_]$", word) else ""
    return before + re.escape(word) + after


def split(line: str, pattern: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """(the line with each possible item as #, the items)."""
    return pattern.sub("#", line), tuple(m.group() for m in pattern.finditer(line))
