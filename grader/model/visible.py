"""How hostile text is shown: names and output of a student never carry control characters."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(hostile: str, limit: int = 200) -> str:
    """Return `hostile` on one line, invisible characters as escapes, cut after `limit` characters.

    A file name may hold an escape sequence that moves the cursor, a newline that forges a second
    message, or a bidi override that turns the rest of the line around. All of them are category C
    or a line separator, so the rule is one table look-up and needs no list of known attacks.
    """
    cut = hostile if len(hostile) <= limit else hostile[: limit - 1] + "…"
    return "".join(_escaped(c) if unicodedata.category(c) in _HIDDEN else c for c in cut)


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
