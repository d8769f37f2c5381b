"""The two streams of the command line: consoles, colours, and hostile text made harmless."""

from __future__ import annotations

import io
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from grader.model.visible import visible

_WIDTH_WITHOUT_TERMINAL = 120


def prepare_streams() -> None:
    """Let no character of a student's file end the grader on a terminal that cannot show it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def output_console() -> Console:
    """Return the console of results."""
    return _console(is_error=False)


def error_console() -> Console:
    """Return the console of progress and complaints."""
    return _console(is_error=True)


def styled(hostile: str, style: str = "", limit: int = 400) -> Styled:
    """Return text that rich neither reads as markup nor passes to the terminal as a command."""
    return Styled(visible(hostile, limit), style=style)


def new_table(*headings: str) -> Table:
    """Return a table that says its columns; narrow ones never wrap."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def print_error(sentence: str) -> None:
    """Print one sentence on standard error."""
    error_console().print(styled(sentence, limit=2000), soft_wrap=True)


def print_exactly(content: str) -> None:
    """Print machine-readable output: UTF-8 on every system, not one byte added."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(content)
        return
    sys.stdout.flush()
    binary.write(content.encode("utf-8"))
    binary.flush()


def _console(*, is_error: bool) -> Console:
    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() else _WIDTH_WITHOUT_TERMINAL
    return Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
