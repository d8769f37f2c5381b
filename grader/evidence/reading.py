"""From the rows of a supervisor's log to a `Schedule`. A row that makes no sense is no evidence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from grader.evidence.clients import ClientsReader, is_client
from grader.evidence.coroutines import read_coroutines
from grader.evidence.facts import Event, Line, Place, Process, Resource, Thread
from grader.evidence.raw import EvidenceError, RawSchedule
from grader.evidence.schedule import Schedule
from grader.runtime.wire import LOCAL_BITS, SHARED


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
