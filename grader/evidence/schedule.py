"""One schedule of one program: its events, threads and printed lines, as facts to ask about.

Positions in time are of two kinds: `at` is an index into the events (order), `time` is virtual
nanoseconds since the program's start. Order decides "before" and "after"; time only durations.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from grader.evidence.clients import Client, ClientsReader, is_client
from grader.evidence.coroutines import Coroutines, read_coroutines
from grader.evidence.raw import INEXACT, Blocked, EvidenceError, Poll, RawSchedule, Spin
from grader.runtime.wire import LOCAL_BITS, SHARED

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


@dataclass(frozen=True)
class Schedule:
    """See the module."""

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


def read_schedule(raw: RawSchedule) -> Schedule:
    """Turn rows into events, threads and lines. Raises EvidenceError for rows that are none."""
    reader = _Reader()
    try:
        for at, row in enumerate(raw.log):
            reader.take(at, row)
        reader.finish(len(raw.log), raw.clock)
        coroutines = read_coroutines((e.at, e.thread, e.note) for e in reader.events if e.note)
    except (TypeError, ValueError, IndexError, KeyError, AttributeError) as problem:
        raise EvidenceError(f"a row of the log makes no sense: {problem!r}") from problem
    return Schedule(
        raw, tuple(reader.events), reader.wheres, reader.callers, reader.threads, reader.resources,
        tuple(reader.lines), coroutines, reader.processes, reader.clients.clients(),
        reader.packages,
    )


class _Reader:
    def __init__(self) -> None:
        self.events: list[Event] = []
        self.wheres: dict[int, tuple[Place, ...]] = {}
        self.callers: dict[int, str] = {}
        self.packages: dict[int, tuple[str, ...]] = {}
        self.threads: dict[int, Thread] = {0: Thread(0)}
        self.processes: dict[int, Process] = {0: Process(0)}
        self.resources: dict[int, Resource] = {}
        self.lines: list[Line] = []
        self.clients = ClientsReader()
        self._payloads: dict[int, list[Any]] = {}
        self._partial: dict[tuple[int, int], tuple[str, int, int]] = {}

    def take(self, at: int, row: list[Any]) -> None:
        time, thread, op = int(row[0]), int(row[1]), str(row[2])
        if op == "payload":
            self._payloads[thread] = row[3]
            self.events.append(Event(at, time, thread, op))
            return
        if op == "note":
            note = tuple(row[3])
            event = Event(at, time, thread, op, note=note)
            self.events.append(event)
            self._take_note(event, note)
            return
        event = Event(
            at, time, thread, op, int(row[3]), int(row[4]), int(row[5]), int(row[6]), int(row[7])
        )
        payload: tuple[Any, ...] = ()
        if op == "UNMODELLED":
            payload = tuple(str(p)[:400] for p in self._payloads.pop(thread, []))
            event = Event(at, time, thread, op, where=event.where, note=payload)
        self.events.append(event)
        if is_client(thread):
            self.clients.take_step(thread, event.resource)
        elif thread and op != "BEGIN":
            self._notice_entry(thread, event.where)
        if op == "START" and event.result > 0:
            self.threads[event.result] = Thread(
                event.result, f"thread {event.result}", kind="?", started=at,
                process=self.threads[thread].process,
            )
        elif op == "FORK" and event.result > 0:
            self._fork(event)
        elif op == "FORKED" and event.argument:
            self._copy_resources(event)
        elif op == "DIED":
            number = event.argument
            self.processes[number] = replace(
                self.processes[number], died=at, status=event.result
            )
        elif op == "BEGIN" and thread:
            self._change(thread, began=at)
        elif op == "END" and thread:
            self._change(thread, ended=at)
        elif op == "OUTPUT":
            said, name = self._payloads.pop(thread)
            self._write(event, str(said), str(name))

    def _fork(self, event: Event) -> None:
        number, index = event.result >> 16, event.result & 0xFFFF
        self.processes[number] = Process(
            number, self.threads[event.thread].process, index, f"process {number}",
            forked=event.at,
        )
        self.threads[index] = Thread(
            index, "MainThread", kind="process", started=event.at, process=number
        )

    def _copy_resources(self, event: Event) -> None:
        """What the child inherits has numbers of its own there; see `runtime.world.processes`."""
        child = max(
            (p for p in self.processes.values() if p.forked
             and self.events[p.forked].thread == event.thread), key=lambda p: p.forked,
        )
        for number, known in list(self.resources.items()):
            if not number & SHARED and number >> LOCAL_BITS == child.parent:
                mine = child.number << LOCAL_BITS | (number & ((1 << LOCAL_BITS) - 1))
                self.resources[mine] = replace(known, number=mine)

    def _name_process(self, speaker: int, note: tuple[Any, ...]) -> None:
        _, number, name, daemon, kind, target = note
        known = self.processes[int(number)]
        if self.threads[speaker].process not in (known.number, known.parent):
            raise ValueError("a process named by a stranger")
        self.processes[known.number] = replace(
            known, name=str(name), daemon=bool(daemon), kind=str(kind), target=str(target)
        )
        main = self.threads[known.main]
        self.threads[known.main] = replace(main, target=str(target), daemon=bool(daemon))

    def _know_queue(self, note: tuple[Any, ...]) -> None:
        _, number, kind, parts, of_student = note
        self.resources[int(number)] = replace(
            self.resources[int(number)], kind="mp_queue", shown=str(kind), first=int(bool(of_student))
        )
        for part in parts:
            self.resources[int(part)] = replace(
                self.resources[int(part)], part_of=int(number)
            )

    def _notice_entry(self, thread: int, where: int) -> None:
        """A thread that did not say which function it runs: the outermost one that was seen."""
        stack = self.wheres.get(where, ())
        if stack and self.threads[thread].enters is None:
            self._change(thread, enters=Place(stack[-1].file, 0, stack[-1].function))

    def _take_note(self, event: Event, note: tuple[Any, ...]) -> None:
        kind = note[0]
        if is_client(event.thread):
            self.clients.take_note(event.at, event.time, event.thread, note)
        elif kind == "where":
            self.wheres[int(note[1])] = tuple(
                Place(str(f), int(line), str(name)) for f, line, name in note[2]
            )
            self.callers[int(note[1])] = str(note[4])
            if len(note) > 5:  # of a server
                self.packages[int(note[1])] = tuple(str(name) for name in note[5])
        elif kind == "resource":
            number, what, first, _, where = note[1:6]
            self.resources[int(number)] = Resource(int(number), str(what), int(where), int(first))
        elif kind == "variable":
            known = self.resources[int(note[1])]
            self.resources[known.number] = Resource(
                known.number, "variable", known.where, 0, str(note[3])
            )
        elif kind == "thread":
            _, index, name, daemon, cls, target, timer = note
            known_start = self.threads[int(index)].started
            self.threads[int(index)] = Thread(
                int(index), str(name), bool(daemon), str(cls), str(target), bool(timer),
                known_start, process=self.threads[event.thread].process,
            )
        elif kind == "process":
            self._name_process(event.thread, note)
        elif kind == "is_queue":
            self._know_queue(note)
        elif kind == "enters":
            _, index, function, file, line = note
            self._change(int(index), enters=Place(str(file), int(line), str(function)))
        elif kind == "fragment":
            _, stream, text, name = note
            self._gather(event, int(stream), str(text))

    def _change(self, thread: int, **changes: Any) -> None:
        known = self.threads[thread]
        values = {name: getattr(known, name) for name in Thread.__dataclass_fields__}
        values.update(changes)
        self.threads[thread] = Thread(**values)

    def _gather(self, event: Event, stream: int, text: str) -> tuple[str, int, int]:
        before, began, time = self._partial.get((event.thread, stream), ("", event.at, event.time))
        self._partial[event.thread, stream] = (before + text, began, time)
        return self._partial[event.thread, stream]

    def _write(self, event: Event, text: str, name: str) -> None:
        stream = event.argument
        whole, began, time = self._gather(event, stream, text)
        *complete, rest = whole.split("\n")
        for piece in complete:
            self.lines.append(
                Line(event.thread, piece.rstrip("\r"), event.at, began, event.time, time,
                     event.where, name, stream)
            )
            began, time = event.at, event.time
        if rest:
            self._partial[event.thread, stream] = (rest, began, time)
        else:
            del self._partial[event.thread, stream]

    def _place_unbegun(self) -> None:
        """A thread that never got its turn would have run what its sisters ran."""
        known = {(t.kind, t.target): t.enters for t in self.threads.values() if t.enters}
        for thread in [t for t in self.threads.values() if t.index and t.began is None]:
            start = self.events[thread.started]
            if self.wheres.get(start.where):
                here = self.wheres[start.where][0]
                unseen = Place(here.file, 0, thread.target)
                enters = known.get((thread.kind, thread.target), unseen)
                self._change(thread.index, enters=enters)

    def finish(self, at: int, clock: int) -> None:
        """Lines that were never ended are lines all the same."""
        self._place_unbegun()
        for (thread, stream), (text, began, time) in self._partial.items():
            name = self.threads[thread].name if thread in self.threads else ""
            self.lines.append(Line(thread, text, began, began, time, time, 0, name, stream))
        self.lines.sort(key=lambda line: (line.at, line.began))
