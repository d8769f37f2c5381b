"""One schedule told on a terminal: a row per step, and who could not go on in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grader.cli import words
from grader.cli.session import Session
from grader.cli.terminal import new_table, output_console, styled
from grader.model.result import Cell, Trace, Waiting

_BLOCKING = frozenset({"wait", "join", "sleep"})
_CLOCK = -1


@dataclass(frozen=True)
class Row:
    """One step, in one language."""

    step: str
    time: str
    thread: str
    action: str
    place: str
    others: str
    style: str


def rows_of(trace: Trace, session: Session) -> Iterator[Row]:
    """Yield a row for each step, with what the other threads were waiting for at that moment."""
    waiting: dict[int, str] = {}
    for cell in trace.cells:
        waiting.pop(cell.thread, None)
        others = "; ".join(
            f"{_name(trace, thread, session)}: {what}" for thread, what in sorted(waiting.items())
        )
        yield Row(
            step=f"{'⇄ ' if cell.switch else ''}{cell.step}",
            time=f"{cell.time_ns / 1e9:.3f} s",
            thread=_name(trace, cell.thread, session),
            action=f"{'✗ ' if cell.violation else ''}{session.say(cell.text)}{_change(cell)}",
            place=_place(cell.file, cell.line, cell.source),
            others=others,
            style="red" if cell.violation else "bold" if cell.switch else "",
        )
        if cell.kind in _BLOCKING and cell.thread != _CLOCK:
            waiting[cell.thread] = cell.resource or session.say(cell.text)


def print_trace_as_table(trace: Trace, session: Session) -> None:
    """Print the schedule as a table."""
    headings = (
        words.STEP, words.TIME, words.THREAD, words.ACTION, words.PLACE, words.OTHERS,
    )  # fmt: skip
    table = new_table(*(session.say(heading) for heading in headings))
    for row in rows_of(trace, session):
        cells = (row.step, row.time, row.thread, row.action, row.place, row.others)
        table.add_row(*(styled(cell, row.style) for cell in cells))
    output_console().print(table)
    _print_end(trace, session)


def print_trace_as_text(trace: Trace, session: Session) -> None:
    """Print the schedule one line per step, for mail, Braille and pipes."""
    console = output_console()
    for row in rows_of(trace, session):
        others = f"  [{session.say(words.OTHERS)}: {row.others}]" if row.others else ""
        line = f"{row.step}. {row.time}  {row.thread}: {row.action}  {row.place}{others}"
        console.print(styled(line, limit=1000), soft_wrap=True)
    _print_end(trace, session)


def _print_end(trace: Trace, session: Session) -> None:
    """Say who was waiting for what when it stopped; the deadlock's cycle by itself."""
    console = output_console()
    cycle = [trace.waiting[index] for index in trace.cycle if index < len(trace.waiting)]
    rest = [one for one in trace.waiting if one not in cycle]
    for heading, edges in ((words.CYCLE, cycle), (words.STOPPED, rest)):
        if edges:
            console.print(session.say(heading))
        for edge in edges:
            console.print(styled(f"  {_edge(trace, edge, session)}", limit=600), soft_wrap=True)


def _edge(trace: Trace, edge: Waiting, session: Session) -> str:
    holder = None if edge.held_by is None else _name(trace, edge.held_by, session)
    place = _place(edge.file, edge.line, edge.source)
    return session.say(
        words.waits_for(_name(trace, edge.thread, session), edge.waits_for, holder, place)
    )


def _name(trace: Trace, thread: int, session: Session) -> str:
    if 0 <= thread < len(trace.threads):
        return trace.threads[thread].name
    return session.say(words.CLOCK)


def _place(file: str, line: int, source: str) -> str:
    where = f"{file}:{line}" if file and line else file
    return f"{where}  {source}".strip()


def _change(cell: Cell) -> str:
    if cell.value_before is None and cell.value_after is None:
        return ""
    return f"  {cell.value_before or '?'} → {cell.value_after or '?'}"
