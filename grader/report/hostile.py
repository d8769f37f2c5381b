"""Turns any text, however hostile, into pieces that are safe and honest to show.

A piece is plain text with a kind from a closed list. The template escapes the text; this file
sees to it that what is left cannot reorder, hide, colour at will, or flood a page: control and
format characters become visible, ANSI colours become kinds, floods of accents and endless lines
are cut with a count of what is missing.

Control characters become what a Python programmer knows them by (`\\x1b`, `\\u202e`), not control
pictures, which many fonts lack.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from grader.model.base import Text

_COLOURS = {1: "ansi-red", 2: "ansi-green", 3: "ansi-yellow", 4: "ansi-blue", 5: "ansi-magenta",
            6: "ansi-cyan"}  # fmt: skip
KINDS = frozenset({"", "control", "bold", "left-out", *_COLOURS.values()})
_MARKS_SHOWN = 3
_HARMLESS = " \xa0\u3000\u200d"  # the last joins emoji: it changes no order and hides nothing

_TOKEN = re.compile(
    r"(?P<sgr>\x1b\[[0-9;]*m)"
    r"|(?P<escape>\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b\n]*(?:\x07|\x1b\\)?)?)"
    r"|(?P<char>.)",
    re.DOTALL,
)
_CODE = re.compile(r"`([^`\n]{1,200})`")


@dataclass(frozen=True)
class Piece:
    """A run of characters shown alike."""

    text: str
    kind: str = ""
    code: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Both:
    """One sentence in both languages, ready to show."""

    zh: Pieces
    en: Pieces


def show(text: str, limit: int, *, code: bool = False) -> Pieces:
    """Return at most `limit` characters of `text` as pieces, and how many were left out."""
    pieces: list[Piece] = []
    colour = ""
    marks = 0

    def add(shown: str, kind: str) -> None:
        if pieces and pieces[-1].kind == kind:
            pieces[-1] = Piece(pieces[-1].text + shown, kind, code)
        else:
            pieces.append(Piece(shown, kind, code))

    def end_marks() -> None:
        nonlocal marks
        if marks > _MARKS_SHOWN:
            add(f"[+{marks - _MARKS_SHOWN}]", "control")
        marks = 0

    for token in _TOKEN.finditer(text[:limit]):
        shown = token.group()
        if token.lastgroup == "char" and unicodedata.category(shown) in ("Mn", "Me"):
            marks += 1
            if marks <= _MARKS_SHOWN:
                add(shown, colour)
            continue
        end_marks()
        if token.lastgroup == "sgr":
            colour = _next_colour(colour, shown)
        elif token.lastgroup == "escape":
            add("".join(_make_visible(char) for char in shown), "control")
        elif (visible := _make_visible(shown)) != shown:
            add(visible, "control")
        else:
            add(shown, colour)
    end_marks()
    if len(text) > limit:
        pieces.append(Piece(f"… (+{len(text) - limit:,})", "left-out"))
    return tuple(pieces)


def show_both(sentence: Text, limit: int) -> Both:
    """Return a sentence in both languages; `backticks` mark code."""
    return Both(_show_sentence(sentence.zh, limit), _show_sentence(sentence.en, limit))


def fit(text: str, columns: int) -> str:
    """Return `text` in one line of at most `columns` terminal columns, for a fixed box."""
    visible = plain(show(text, columns * 4))
    width = 0
    for place, char in enumerate(visible):
        width += 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if width > columns:
            return visible[: max(place - 1, 0)] + "…"
    return visible


def plain(pieces: Pieces) -> str:
    """Return the characters of `pieces` without their kinds."""
    return "".join(piece.text for piece in pieces)


def _show_sentence(sentence: str, limit: int) -> Pieces:
    pieces: list[Piece] = []
    for place, part in enumerate(_CODE.split(sentence[:limit])):
        pieces.extend(show(part, limit, code=place % 2 == 1))
    if len(sentence) > limit:
        pieces.append(Piece(f"… (+{len(sentence) - limit:,})", "left-out"))
    return tuple(pieces)


def _next_colour(colour: str, sequence: str) -> str:
    for code in sequence[2:-1].split(";"):
        number = int(code[:4] or 0)
        if number in (38, 48):  # a palette or RGB colour follows: not on our list
            return colour
        if number in (0, 39):
            colour = ""
        elif number == 1 and not colour:
            colour = "bold"
        elif number // 10 in (3, 9) and number % 10 < 8:
            colour = _COLOURS.get(number % 10, "")
    return colour


def _make_visible(char: str) -> str:
    """Return what a Python programmer would write for a character that cannot be seen."""
    category = unicodedata.category(char)
    if char in _HARMLESS or not (category[0] == "C" or category in ("Zl", "Zp", "Zs")):
        return char
    return char.encode("unicode_escape").decode("ascii")
