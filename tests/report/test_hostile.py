"""Hostile text: what `show` lets through, and what it makes visible."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model.base import Text
from grader.report.hostile import KINDS, Piece, fit, plain, show, show_both

ANY_TEXT = st.text(alphabet=st.characters(codec=None), max_size=400)


@given(ANY_TEXT)
def test_nothing_invisible_is_left(hostile: str) -> None:
    """No control, format, surrogate or separator character survives, whatever the text."""
    for char in plain(show(hostile, 300)):
        category = unicodedata.category(char)
        assert char == "\u200d" or not (category[0] == "C" or category in ("Zl", "Zp"))


@given(ANY_TEXT)
def test_kinds_come_from_the_closed_list(hostile: str) -> None:
    """A text cannot invent a class name."""
    assert {piece.kind for piece in show("\x1b[31m" + hostile, 300)} <= KINDS


@given(ANY_TEXT, st.integers(min_value=1, max_value=50))
def test_what_is_shown_is_bounded_and_the_rest_counted(hostile: str, limit: int) -> None:
    """At most `limit` characters are taken, and the number of the others is said."""
    pieces = show(hostile, limit)
    if len(hostile) > limit:
        assert pieces[-1] == Piece(f"… (+{len(hostile) - limit:,})", "left-out")
    assert len(plain(pieces)) <= 10 * limit + 40


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x00b", "a\\x00b"),
        ("evil\u202egnp.exe", "evil\\u202egnp.exe"),
        ("one\ntwo", "one\\ntwo"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\ud800", "\\ud800"),
        ("家\u3000\U0001f469\u200d\U0001f4bb", "家\u3000\U0001f469\u200d\U0001f4bb"),
    ],
)
def test_invisible_characters_are_written_as_python_writes_them(hostile: str, shown: str) -> None:
    """What cannot be seen is shown as its escape; plain text and emoji stay as they are."""
    assert plain(show(hostile, 300)) == shown


def test_colours_become_kinds_and_end() -> None:
    """A colour sequence colours what follows it, up to the reset, and is not shown itself."""
    assert show("\x1b[31mred\x1b[0m plain", 300) == (Piece("red", "ansi-red"), Piece(" plain"))


def test_a_palette_colour_is_ignored() -> None:
    """`38;5;1` is a palette colour, not blinking red."""
    assert show("\x1b[38;5;1mtext", 300) == (Piece("text"),)


def test_a_flood_of_accents_is_cut() -> None:
    """A letter keeps three accents; the others are counted."""
    assert plain(show("Z" + "\u0301" * 100, 300)) == "Z\u0301\u0301\u0301[+97]"


def test_backticks_mark_code_in_sentences_only() -> None:
    """In a sentence `name` is code; an unbalanced backtick stays what it is."""
    both = show_both(Text(zh="读 `count` 时", en="a ` b"), 300)
    assert both.zh == (Piece("读 "), Piece("count", code=True), Piece(" 时"))
    assert plain(both.en) == "a ` b"


@given(ANY_TEXT, st.integers(min_value=2, max_value=30))
def test_fit_is_one_line_of_bounded_width(hostile: str, columns: int) -> None:
    """A box in a drawing never gets a text wider than it is."""
    fitted = fit(hostile, columns)
    width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in fitted)
    assert width <= columns
