"""One schedule of one program: its events, threads and printed lines, as facts to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from grader.evidence.clients import Client
from grader.evidence.coroutines import Coroutines
from grader.evidence.facts import BLOCKING, Event, Line, Place, Process, Resource, Thread
from grader.evidence.raw import INEXACT, Blocked, Poll, RawSchedule, Spin


@dataclass(frozen=True)
class Schedule:
    """What happened, in order, and how it ended."""

    raw: RawSchedule
    events: tuple[Event, ...]
    wheres: dict[int, tuple[Place, ...]]
    callers: dict[int, str]
    threads: dict[int, Thread]
    resources: dict[int, Resource]
    lines: tuple[Line, ...] = field(default=())
    coroutines: Coroutines = field(default=Coroutines())
    """empty where the task's scenario does not ask for them"""
    processes: dict[int, Process] = field(default_factory=lambda: {0: Process(0)})
    clients: tuple[Client, ...] = ()
    """empty where the task's scenarios have none"""
    through: dict[int, tuple[str, ...]] = field(default_factory=dict)

    # -- how it ended -------------------------------------------------------------------------

    @property
    def number(self) -> int:
        """Which schedule of its job this was."""
        return self.raw.number

    @property
    def scenario(self) -> str:
        """Which of the task's scenarios this was; empty where there is but one way to run it."""
        return self.raw.scenario

    @property
    def respected(self) -> bool:
        """Did deadlines keep their order, that is, did nobody have to be slow?"""
        return self.raw.respected

    @property
    def ending(self) -> str:
        """`exit`, or what else ended it."""
        return self.raw.stop

    @property
    def is_exact(self) -> bool:
        """Was everything that happened under our eyes and control?"""
        return self.raw.stop not in INEXACT and not self.raw.contradictions

    @property
    def ran_to_end(self) -> bool:
        """Did the program end by itself?"""
        return self.raw.stop == "exit"

    @property
    def exit_status(self) -> int:
        """Exit code of the program, if it ended by itself."""
        return self.raw.status

    @property
    def spins(self) -> list[Spin]:
        """Threads that waited by going round a loop."""
        return self.raw.spins

    @property
    def polls(self) -> list[Poll]:
        """Threads that looked more often than every 0.1 s."""
        return self.raw.polls

    @property
    def waiting(self) -> list[Blocked]:
        """Who could not go on when a schedule ended otherwise than by exit."""
        return self.raw.waiting

    # -- what happened ------------------------------------------------------------------------

    def of(self, thread: int) -> tuple[Event, ...]:
        """The events of one thread, in order."""
        return self._by_thread.get(thread, ())

    @cached_property
    def _by_thread(self) -> dict[int, tuple[Event, ...]]:
        found: dict[int, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.thread, []).append(event)
        return {thread: tuple(events) for thread, events in found.items()}

    def notes(self, kind: str) -> Iterator[Event]:
        """Everything of one kind that threads told about themselves."""
        return (e for e in self.events if e.op == "note" and e.note[0] == kind)

    def operations(self, *ops: str) -> Iterator[Event]:
        """All operations of these names."""
        return (e for e in self.events if e.op in ops)

    def lines_of(self, thread: int) -> list[Line]:
        """What a thread printed on standard output."""
        return self._lines_by_thread.get(thread, [])

    @cached_property
    def _lines_by_thread(self) -> dict[int, list[Line]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            if line.stream == 1:
                found.setdefault(line.thread, []).append(line)
        return found

    @cached_property
    def main_ended(self) -> int | None:
        """Where the main thread's own code was through."""
        for event in self.events:
            if event.op == "END" and event.thread == 0 and event.argument == 1:
                return event.at
        return None

    @cached_property
    def exited(self) -> int | None:
        """Where the process ended."""
        exits = [event.at for event in self.events[-8:] if event.op == "EXIT"]
        return exits[-1] if exits else None

    @cached_property
    def children(self) -> list[Thread]:
        """Threads of the main process, other than its first, that ran the student's functions."""
        return [t for t in self.threads.values()
                if t.index and not t.process and t.runs_students_code]

    @cached_property
    def accepts(self) -> dict[int, Event]:
        """The connections that a server accepted, by number, each with its accept."""
        return {e.result: e for e in self.operations("NET_ACCEPT") if e.result > 0}

    @cached_property
    def closes(self) -> dict[int, list[Event]]:
        """Each time that a socket was closed in one of the processes that held it, by number."""
        found: dict[int, list[Event]] = {}
        for event in self.operations("NET_CLOSE"):
            found.setdefault(event.resource, []).append(event)
        return found

    def process_of(self, thread: int) -> Process:
        """The process that a thread belongs to."""
        found = self.threads.get(thread)
        return self.processes[found.process if found else 0]

    def place(self, where: int) -> Place | None:
        """The innermost line of the student's code for a position number."""
        stack = self.wheres.get(where, ())
        return stack[0] if stack else None

    def stack(self, where: int) -> tuple[Place, ...]:
        """All lines of the student's code for a position number, innermost first."""
        return self.wheres.get(where, ())

    def library_of(self, event: Event) -> str:
        """The library module that did an operation on its own account; empty for the student."""
        return self.callers.get(event.where, "")

    def packages(self, where: int) -> tuple[str, ...]:
        """The library's packages that a position was reached through, innermost first (servers)."""
        return self.through.get(where, ())

    def waits(self, thread: int) -> Iterator[tuple[Event, int]]:
        """Each operation of `thread` that could wait, and for how long it did (ns).

        A thread's own code takes no virtual time, so an operation was asked for at the time of the
        same thread's event before it.
        """
        before = 0
        for event in self.of(thread):
            if event.op in BLOCKING:
                yield event, event.time - before
            before = event.time

    def name_of(self, thread: int) -> str:
        """A thread's first name, for messages."""
        found = self.threads.get(thread)
        if found is None:
            return self._clients_by_thread.get(thread, f"thread {thread}")
        process = self.processes[found.process]
        if not found.process:
            return found.name
        return process.name if thread == process.main else f"{process.name}/{found.name}"

    @cached_property
    def _clients_by_thread(self) -> dict[int, str]:
        return {client.thread: client.name for client in self.clients}
