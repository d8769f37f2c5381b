"""Hostile text is shown on one line and commands no terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from grader.model.visible import visible


def test_ordinary_text_stays_as_it_is() -> None:
    """Chinese, accents, emoji and spaces."""
    assert visible("第5题 é 🙂.py") == "第5题 é 🙂.py"


def test_commands_become_escapes() -> None:
    """Cursor movement, newlines, bidi overrides, lone surrogates."""
    assert visible("a\x1b[2Jb\nc\u202ed\udc80") == "a\\x1b[2Jb\\nc\\u202ed\\udc80"


@given(st.text(st.characters(), max_size=300), st.integers(1, 50))
def test_no_text_keeps_an_invisible_character(hostile: str, limit: int) -> None:
    """The result is printable, on one line, and as short as asked before escaping."""
    shown = visible(hostile, limit)
    assert not any(unicodedata.category(c).startswith("C") for c in shown)
    assert len(shown.splitlines()) <= 1
    shown.encode("utf-8")
