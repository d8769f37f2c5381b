"""Progress on standard error: a bar on a terminal, else one line per task."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from grader.cli import words
from grader.cli.session import Session
from grader.cli.terminal import error_console
from grader.model.settings import Progress

OnProgress = Callable[[Progress], None]


@contextmanager
def shown_progress(session: Session) -> Iterator[OnProgress]:
    """Show what the engine reports while the block runs; may be called from several threads."""
    if not sys.stderr.isatty():
        yield _LinePerTask(session)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bars(*columns, TimeElapsedColumn(), console=error_console(), transient=True) as bars:
        yield _BarPerTask(session, bars)


class _LinePerTask:
    """Says that a task has begun; a log file needs no more."""

    def __init__(self, session: Session) -> None:
        self._session, self._seen, self._lock = session, set[str](), threading.Lock()

    def __call__(self, progress: Progress) -> None:
        with self._lock:
            if progress.task in self._seen:
                return
            self._seen.add(progress.task)
        phase = self._session.say(words.PHASES[progress.phase])
        error_console().print(f"{progress.task}: {phase} ...")


class _BarPerTask:
    """Moves one bar per task through its phases."""

    def __init__(self, session: Session, bars: Bars) -> None:
        self._session, self._bars, self._lock = session, bars, threading.Lock()
        self._ids: dict[str, TaskID] = {}

    def __call__(self, progress: Progress) -> None:
        phase = self._session.say(words.PHASES[progress.phase])
        with self._lock:
            if progress.task not in self._ids:
                self._ids[progress.task] = self._bars.add_task("", total=None)
        self._bars.update(
            self._ids[progress.task],
            description=f"{progress.task} {phase}",
            completed=progress.done,
            total=progress.total or None,
        )
