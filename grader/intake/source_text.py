"""Reads a script's bytes the way Python does: byte order mark, coding line, else UTF-8."""

from __future__ import annotations

import codecs
import io
import re
import tokenize

from grader.intake import problems
from grader.model.problem import Problem

# A closed list: some codecs of the standard library are no encodings of text at all, or take
# quadratic time (punycode), and the name comes from a hostile file.
_SOURCE_ENCODING = re.compile(
    r"utf-8(-sig)?|ascii|latin-1|iso8859-\d+|cp\d+|gbk|gb2312|gb18030|hz|big5(hkscs)?"
    r"|euc_(jp|kr)|shift_jis|johab|koi8-[rtu]|mac-[a-z0-9]+"
)
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CODING = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")


def read_source(path: str, content: bytes) -> str | Problem:
    """Return the text of a script, or why Python could not read it."""
    if content.startswith(_UTF16_MARKS):
        return problems.utf16(path)
    if b"\0" in content:
        return problems.null_bytes(path, content[: content.index(b"\0")].count(b"\n") + 1)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    except SyntaxError:
        return _unreadable_head(path, content)
    if not _SOURCE_ENCODING.fullmatch(codecs.lookup(encoding).name):
        return problems.unknown_encoding(path, encoding)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(path, content, encoding, error.start)


def source_line(source: str, number: int) -> str:
    """Return one line of a source text, counted as Python counts, or ""."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _unreadable_head(path: str, content: bytes) -> Problem:
    """Tell an unknown coding line from first lines that are no UTF-8."""
    for line in content.split(b"\n")[:2]:
        said = _CODING.match(line.removeprefix(codecs.BOM_UTF8))
        if said:
            return problems.unknown_encoding(path, said[1].decode("ascii", "replace"))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(path, content, "utf-8", error.start)
    return problems.unknown_encoding(path, "?")


def _undecodable(path: str, content: bytes, encoding: str, start: int) -> Problem:
    line = content[:start].count(b"\n") + 1
    return problems.undecodable(path, encoding.upper(), line, is_gbk=_is_gbk(content))


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
