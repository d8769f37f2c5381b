"""One schedule told for a reader: which thread did what, when, and who was waiting meanwhile."""

from __future__ import annotations

from collections.abc import Iterable

from grader.evidence.clients import is_client
from grader.evidence.collection import Evidence
from grader.evidence.facts import BLOCKING, Event
from grader.evidence.phrases import Phrases
from grader.evidence.picture import MOST_LANES, draw
from grader.evidence.schedule import Schedule
from grader.evidence.tell_network import SILENT_OPS, with_visitors
from grader.evidence.visits import visits_of
from grader.evidence.waiting import had_to_wait, wait_for_graph
from grader.model.result import Cell, Trace, TraceThread

MOST_CELLS = 140
_SILENT = frozenset({"BEGIN", "COND_SLEEP", "payload", "CLOCK", "LOOP", "IS_SET", "LOCKED", "SIZE",
                     "FORKED", "TURN"}) | SILENT_OPS
_TOLD_NOTES = frozenset({"exception", "call", "os_exit", "put", "got", "sent", "received"})
_MACHINERY = frozenset({"queues", "connection", "synchronize", "popen_fork", "process", "util"})
_MACHINERY_OPS = frozenset({"ACQUIRE", "RELEASE", "NOTIFY", "SEND", "RECEIVE", "PEEK", "START"})
def tell(
    evidence: Evidence, schedule: Schedule, *, at: int | None = None, timed: bool = False,
    deadline_ns: int | None = None, whole: bool = False,
) -> Trace:
    """The schedule as lanes and rows; `at` is the event at which a check was broken. Unless it is
    to be `whole`, rows far from what matters are left out where there are too many to read."""
    cells = _Teller(evidence, schedule, at).cells()
    cut = 0
    if len(cells) > MOST_CELLS and not whole:
        cells, cut = _shorten(cells)
    involved = set(schedule.threads) if whole else _involved(schedule, cells, at)
    others = {schedule.name_of(index) for index in set(schedule.threads) - involved}
    shown = [cell for cell in cells if cell.kind != "start" or cell.resource not in others]
    cut += len(cells) - len(shown)
    cells = shown
    threads = tuple(
        TraceThread(
            name=schedule.name_of(t.index),
            function=t.target if t.process and t.target else (
                t.enters.function if t.enters else t.target),
            bystander=t.index not in involved,
        )
        for t in schedule.threads.values()
    )
    waiting, cycle = wait_for_graph(evidence, schedule)
    threads, told = with_visitors(schedule, threads, cells)
    return Trace(
        threads=threads, cells=told, waiting=waiting, cycle=cycle, timed=timed,
        visits=visits_of(schedule),
        deadline_ns=deadline_ns, cut=cut, picture=draw(schedule, at),
    )


def _shorten(cells: list[Cell]) -> tuple[list[Cell], int]:
    marked = [i for i, cell in enumerate(cells) if cell.violation or cell.switch]
    around = {j for i in marked for j in range(i - 12, i + 13)}
    head, tail = set(range(30)), set(range(len(cells) - 40, len(cells)))
    kept = [cell for i, cell in enumerate(cells) if i in around | head | tail]
    if len(kept) > MOST_CELLS:
        kept = kept[:40] + kept[-(MOST_CELLS - 40) :]
    return kept, len(cells) - len(kept)


def _involved(schedule: Schedule, cells: list[Cell], at: int | None) -> set[int]:
    if len(schedule.threads) <= 5:
        return set(schedule.threads)
    involved = {0}
    if len(schedule.processes) > 1:
        involved |= {p.main for p in list(schedule.processes.values())[:MOST_LANES]}
    for default, _, chosen in schedule.raw.deviations:
        involved |= {default, chosen}
    involved |= {blocked.thread for blocked in schedule.waiting}
    involved |= {cell.thread for cell in cells if cell.violation or cell.switch}
    if at is not None:
        involved |= {event.thread for event in schedule.events[max(0, at - 3) : at + 1]}
    if len(involved) < 3:
        involved |= set(list(schedule.threads)[:3])
    return involved


class _Teller:
    def __init__(self, evidence: Evidence, schedule: Schedule, at: int | None) -> None:
        self.evidence = evidence
        self.schedule = schedule
        self.at = at
        self.values: dict[int, str] = {}
        self.changed = self._changed_values()
        self.phrases = Phrases(evidence, schedule)

    def _changed_values(self) -> dict[int, tuple[int, str]]:
        """Event index of a READ or WRITE → (variable, its value right after)."""
        found: dict[int, tuple[int, str]] = {}
        last: dict[tuple[int, int], int] = {}
        for event in self.schedule.events:
            if event.op in ("READ", "WRITE"):
                last[event.thread, event.resource] = event.at
            elif event.op == "note" and event.note[0] == "value":
                access = last.get((event.thread, event.note[1]))
                if access is not None:
                    found[access] = (event.note[1], str(event.note[2]))
        return found

    def cells(self) -> list[Cell]:
        cells: list[Cell] = []
        previous = -1
        for event, begins in self._rows():
            switch = previous not in (-1, event.thread) and self._preempted(previous, event)
            cells.append(self._cell(event, len(cells) + 1, switch, begins))
            previous = event.thread
        if cells and self.at is not None and not any(cell.violation for cell in cells):
            cells[-1] = cells[-1].model_copy(update={"violation": True})
        return cells

    def _rows(self) -> Iterable[tuple[Event, bool]]:
        """Events with a row; those that made their thread wait have one where the wait begins
        (True), and one where it ends unless it was only time that passed."""
        rows: list[tuple[int, Event, bool]] = []
        for event in self.schedule.events:
            if event.op == "note":
                told = event.note[0] in _TOLD_NOTES and not self._is_inner(event)
                if told or _is_handover(event) or self.phrases.network.is_told(event):
                    rows.append((event.at, event, False))
            elif event.op not in _SILENT and not is_client(event.thread) and not self._is_loops_own(event):
                waited = event.op in BLOCKING and had_to_wait(self.schedule, event)
                if waited:
                    rows.append((event.asked, event, True))
                if self._is_machinery(event):
                    continue  # where it had to wait, what it waited for is told next
                if not waited or event.op not in ("SLEEP", "PAUSE", "JOIN", "WAIT_CHILD", "AWAIT"):
                    rows.append((event.at, event, False))
        rows.sort(key=lambda row: row[0])
        return [(event, begins) for _, event, begins in rows]

    def _is_machinery(self, event: Event) -> bool:
        """What the library does inside of a queue or connection, told by a note already."""
        library = self.schedule.library_of(event)
        return len(self.schedule.processes) > 1 and (
            (library in _MACHINERY and event.op in _MACHINERY_OPS) or self._is_librarys_lock(event)
        )

    def _is_inner(self, event: Event) -> bool:
        """A message that is only how the library moves an item of a queue."""
        if event.note[0] not in ("sent", "received"):
            return False
        found = self.schedule.resources.get(int(event.note[1]))
        return found is None or found.kind == "mp_queue"

    def _is_loops_own(self, event: Event) -> bool:
        """Does an event loop go round here, or the library lock something for itself? Where the task
        is about coroutines that hides what they do."""
        if not self.schedule.coroutines.known:
            return False
        if event.op == "WAIT":
            return event.result == 0 and not had_to_wait(self.schedule, event)
        return self._is_librarys_lock(event)

    def _is_librarys_lock(self, event: Event) -> bool:
        made = self.schedule.resources.get(event.resource)
        return event.op in ("ACQUIRE", "RELEASE") and made is not None and not self.schedule.stack(
            made.where)

    def _preempted(self, previous: int, event: Event) -> bool:
        """Did `previous` stop here although it could have gone on?"""
        return any(
            default == previous and chosen == event.thread
            for default, _, chosen in self.schedule.raw.deviations
        )

    def _cell(self, event: Event, step: int, switch: bool, begins: bool) -> Cell:
        place = self.schedule.place(_where_of(event))
        before = after = None
        if event.at in self.changed and not begins:
            variable, value = self.changed[event.at]
            before = self.values.get(variable) if event.op == "WRITE" else None
            self.values[variable] = after = value
        time = event.time
        if begins:
            time = self.schedule.events[max(0, event.asked - 1)].time
        return Cell(
            step=step, time_ns=time, thread=event.thread, kind=self.phrases.kind(event, begins),
            text=self.phrases.beginning(event) if begins else self.phrases.deed(event),
            source=self.evidence.line_text(place.file, place.line) if place else "",
            file=place.file if place else "", line=place.line if place else 0,
            resource=self.phrases.object_of(event), value_before=before, value_after=after, switch=switch,
            violation=self.at is not None and event.at == self.at and (
                not begins or event.op in ("SLEEP", "PAUSE", "JOIN")),
        )


def _where_of(event: Event) -> int:
    """Where it happened; a note has that as its last part."""
    if event.op == "note" and event.note[0] in ("put", "got", "sent", "received"):
        return int(event.note[-1])
    return event.where


def _is_handover(event: Event) -> bool:
    """A value that went from one coroutine to another in a way that is seen exactly."""
    return event.note[0] == "handed" and event.note[1] in ("queue", "sent", "yielded") and bool(
        event.note[4] or event.note[5]
    )
