"""The nouns of a schedule: events, printed lines, threads, processes, resources; frozen facts.

Positions in time are of two kinds: `at` is an index into the events (order), `time` is virtual
nanoseconds since the program's start. Order decides "before" and "after"; time only durations.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any, NamedTuple

SECOND = 1_000_000_000
BLOCKING = frozenset(
    {"ACQUIRE", "WAIT", "GET", "PUT", "JOIN", "QUEUE_JOIN", "COND_WAIT", "SLEEP", "PAUSE",
     "WAIT_CHILD", "AWAIT", "NET_POLL", "NET_ACCEPT", "NET_RECEIVE", "NET_SEND", "NET_CONNECT"}
)
"""operations that can make a thread wait"""
RELEASING = frozenset({"RELEASE", "SET", "NOTIFY", "PUT", "TASK_DONE", "CLEAR"})
"""operations that can let others go on"""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the student's code."""

    file: str
    line: int
    function: str


class Event(NamedTuple):
    """One operation that a thread did, or (op "note") something it told about itself."""

    at: int
    time: int
    thread: int
    op: str
    resource: int = 0
    argument: int = 0
    result: int = 0
    where: int = 0
    asked: int = 0
    note: tuple[Any, ...] = ()


class Line(NamedTuple):
    """One printed line and who printed it. `began` is where its first piece was written."""

    thread: int
    text: str
    at: int
    began: int
    time: int
    began_time: int
    where: int
    name: str
    stream: int


@dataclass(frozen=True, slots=True)
class Thread:
    """One thread. `at` values are event indices; None where it never happened."""

    index: int
    name: str = "MainThread"
    daemon: bool = False
    kind: str = "main"
    target: str = ""
    is_timer: bool = False
    started: int = 0
    began: int | None = None
    ended: int | None = None
    enters: Place | None = None
    process: int = 0

    @property
    def runs_students_code(self) -> bool:
        """Has it run a function of the student's own files?"""
        return self.enters is not None


@dataclass(frozen=True, slots=True)
class Process:
    """One process: number 0 is the script's own. `died` is the event index of its death, which the
    kernel reported with `status`; None for one that outlived the schedule."""

    number: int
    parent: int = -1
    main: int = 0
    name: str = "MainProcess"
    daemon: bool = False
    kind: str = ""
    target: str = ""
    forked: int = 0
    died: int | None = None
    status: int | None = None

    @property
    def exit_code(self) -> int | None:
        """As `Process.exitcode` has it: negative for a signal; None while it lives."""
        return None if self.status is None else os.waitstatus_to_exitcode(self.status)


@dataclass(frozen=True, slots=True)
class Resource:
    """A lock, event ...: its kind, and where the student made it (0: not by the student).
    `part_of`: the queue between processes that the library made it for."""

    number: int
    kind: str
    where: int
    first: int = 0
    shown: str = ""
    part_of: int = 0
