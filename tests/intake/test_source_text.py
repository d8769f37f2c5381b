"""Encodings and syntax: what Python would say, before anything runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.source_text import read_source, source_line
from grader.intake.syntax import HOST_PYTHON, find_syntax_errors
from grader.model.problem import Problem
from grader.model.submission import Script, Submission

HELLO = "print('你好')\n"


@pytest.mark.parametrize(
    "content",
    [
        HELLO.encode(),
        b"\xef\xbb\xbf" + HELLO.encode(),
        ("# coding: gbk\n" + HELLO).encode("gbk"),
        ("#!/usr/bin/python\n# -*- coding: gb2312 -*-\n" + HELLO).encode("gbk"),
        ("# vim: set fileencoding=big5 :\n" + HELLO.replace("你好", "中文")).encode("big5"),
        b"# coding: latin-1\nx = '\xe9'\n",
        b"",
    ],
)
def test_what_python_can_read_is_read(content: bytes) -> None:
    """UTF-8, a byte order mark, and PEP 263's coding lines."""
    assert isinstance(read_source("task05.py", content), str)


@pytest.mark.parametrize(
    ("content", "kind", "line", "en"),
    [
        (HELLO.encode("gbk"), "encoding", 1, "looks like GBK"),
        (b"x\ny\n'\xff\xff\xff'\n", "encoding", 3, "this is not UTF-8"),
        (b"# coding: gbk\n'\xff\xff'\n", "encoding", 2, "this is not GBK"),
        (b"# coding: moon\n", "encoding", 1, "says its encoding is moon"),
        (b"\xef\xbb\xbf# coding: gbk\n", "encoding", 1, "says its encoding is gbk"),
        (b"# coding: punycode\n", "encoding", 1, "says its encoding is punycode"),
        (b"# coding: zlib\n", "encoding", 1, "says its encoding is zlib"),
        (HELLO.encode("utf-16"), "encoding", 0, "UTF-16"),
        (b"x = 1\n\0", "null_bytes", 2, "null byte in line 2"),
    ],
)
def test_what_python_cannot_read_is_explained(
    content: bytes, kind: str, line: int, en: str
) -> None:
    """Which line, and what to do, in both languages."""
    found = read_source("task05.py", content)
    assert isinstance(found, Problem)
    assert (found.kind, found.line) == (kind, line)
    assert en in found.message.en
    assert "task05.py" in found.message.zh


@given(st.binary(max_size=200))
def test_no_bytes_can_break_the_reader(content: bytes) -> None:
    """A text or a Problem."""
    assert isinstance(read_source("task05.py", content), str | Problem)


@given(st.binary(max_size=30))
def test_no_coding_line_can_break_the_reader(name: bytes) -> None:
    """Codecs are looked up by a hostile name."""
    assert isinstance(read_source("task05.py", b"# coding: " + name + b"\nx\n"), str | Problem)


def test_syntax_errors_have_line_and_reason() -> None:
    """Only the broken script is named; nothing runs; warnings say nothing."""
    found = find_syntax_errors(
        {
            "good": b"import sys\nsys.exit(3)\n",
            "bad": b"x = 1\nfor i in range(3)\n    pass\n",
            "return": b"\n\nreturn 1\n",
            "warning": b"x = '\\d'\nassert (1, 'x')\n",
            "gbk": ("# coding: gbk\n" + HELLO).encode("gbk"),
        }
    )
    assert found == {"bad": (2, "expected ':'"), "return": (3, "'return' outside function")}


def test_a_source_that_overwhelms_the_parser_is_left_to_the_run() -> None:
    """Depth and recursion are no syntax errors; the others are still checked."""
    found = find_syntax_errors({"deep": b"-" * 900_000 + b"1", "bad": b"x =\n"})
    assert set(found) == {"bad"}


def test_the_line_of_an_error_is_counted_as_python_counts() -> None:
    """Form feeds are no line ends; old Mac line ends are."""
    assert source_line("a\x0cb\r\nc\rd", 3) == "d"
    assert source_line("a", 7) == ""


def test_a_syntax_error_of_another_python_does_not_count(tmp_path: object) -> None:
    """The Python that grades decides: under another version the script is run."""
    problem = Problem.model_validate(
        {
            "kind": "syntax", "file": "task05.py", "line": 1, "python": HOST_PYTHON,
            "message": {"zh": "坏", "en": "bad"},
        }
    )  # fmt: skip
    submission = Submission.model_validate(
        {"name": "a", "root": tmp_path, "files": {}, "scripts": {"task05": problem}}
    )
    assert submission.script_for("task05", HOST_PYTHON) == problem
    assert submission.script_for("task05", "9.9") == Script(task="task05", path="task05.py")
