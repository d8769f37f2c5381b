"""Which items a printed line shows, whatever words stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_NUMBER = r"\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_NUMBERS = re.compile(_NUMBER)
_MOST_WORDS = 400


@lru_cache(maxsize=50_000)
def same(token: str, part: str) -> bool:
    """Is `token`, as it stands in a line, the value `part`? A number may be padded or rounded, and
    of a text like "item-3" the number alone will do."""
    if token == part:
        return True
    if not token[:1].isdigit():
        return False
    plain = part.lstrip("-+")
    if _NUMBERS.fullmatch(plain) and _NUMBERS.fullmatch(token):
        places = len(token.partition(".")[2]) if "e" not in token.lower() else 12
        return float(token) == float(plain) or (
            "." in plain and places > 0 and float(token) == round(float(plain), places)
        )
    return token in _NUMBERS.findall(part)


def pattern_of(parts: Iterable[str]) -> re.Pattern[str]:
    """What can be an item in a line: each text that was handed over, longest first, and numbers."""
    words = {p.strip() for p in parts if p.strip() and not _NUMBERS.fullmatch(p.lstrip("-+"))}
    chosen = sorted(words, key=lambda word: (-len(word), word))[:_MOST_WORDS]
    return re.compile("|".join([*map(_word, chosen), _NUMBER]))


def _word(word: str) -> str:
    """A text as a whole word, where it begins or ends like one."""
    before = r"(?<![A-Za-z0-9_])" if re.match(r"[A-Za-z0-9_]", word) else ""
    after = r"(?![A-Za-z0-9_])" if re.search(r"[A-Za-z0-9_]$", word) else ""
    return before + re.escape(word) + after


def split(line: str, pattern: re.Pattern[str]) -> tuple[str, tuple[str, ...]]:
    """(the line with each possible item as #, the items)."""
    return pattern.sub("#", line), tuple(m.group() for m in pattern.finditer(line))
