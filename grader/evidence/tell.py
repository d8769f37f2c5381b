"""One schedule told for a reader: which thread did what, when, and who was waiting meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from grader.evidence.clients import is_client
from grader.evidence.collection import Evidence
from grader.evidence.facts import BLOCKING, SECOND, Event
from grader.evidence.names import resource_name, resource_words
from grader.evidence.picture import MOST_LANES, draw
from grader.evidence.schedule import Schedule
from grader.evidence.tell_network import KINDS, SILENT_OPS, NetworkTeller, with_visitors
from grader.evidence.waiting import had_to_wait
from grader.model.base import Text, text
from grader.model.result import Cell, Trace, TraceThread, Waiting

MOST_CELLS = 140
_SILENT = frozenset({"BEGIN", "COND_SLEEP", "payload", "CLOCK", "LOOP", "IS_SET", "LOCKED", "SIZE",
                     "FORKED", "TURN"}) | SILENT_OPS
_TOLD_NOTES = frozenset({"exception", "call", "os_exit", "put", "got", "sent", "received"})
_MACHINERY = frozenset({"queues", "connection", "synchronize", "popen_fork", "process", "util"})
_MACHINERY_OPS = frozenset({"ACQUIRE", "RELEASE", "NOTIFY", "SEND", "RECEIVE", "PEEK", "START"})
_KIND = {
    "START": "start", "BEGIN": "begin", "END": "end", "JOIN": "wake", "ACQUIRE": "acquire",
    "RELEASE": "release", "OUTPUT": "print", "READ": "read", "WRITE": "write", "SLEEP": "wake",
    "SET": "release", "NOTIFY": "release", "WAIT": "wake", "COND_WAIT": "wake", "EXIT": "exit",
    "FORK": "start", "DIED": "end", "WAIT_CHILD": "wake", "AWAIT": "wake", "KILL": "call",
    "SEND": "release", "RECEIVE": "acquire", "PEEK": "read",
    **KINDS, "ACTIVE": "read", "GET": "acquire", "PUT": "release", "CLOCK": "clock", "UNMODELLED": "call",
}


def seconds(nanoseconds: int) -> str:
    """`2.5` for 2 500 000 000."""
    return f"{nanoseconds / SECOND:.3f}".rstrip("0").rstrip(".")


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
    waiting, cycle = _waiting(evidence, schedule)
    threads, told = with_visitors(schedule, threads, cells)
    return Trace(
        threads=threads, cells=told, waiting=waiting, cycle=cycle, timed=timed,
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
        self.network = NetworkTeller(schedule)
        self.text = {line.at: line.text for line in schedule.lines}

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
                if told or _is_handover(event) or self.network.is_told(event):
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
        resource = resource_name(self.evidence, self.schedule, event.resource)
        if event.op == "JOIN":
            resource = self.schedule.name_of(event.argument)
        elif event.op == "START":
            resource = self.schedule.name_of(event.result)
        elif event.op in ("FORK", "DIED", "WAIT_CHILD"):
            resource = self._process_name(event)
        time = event.time
        if begins:
            time = self.schedule.events[max(0, event.asked - 1)].time
        return Cell(
            step=step, time_ns=time, thread=event.thread, kind=self._kind(event, begins),
            text=self._beginning(event) if begins else self._phrase(event),
            source=self.evidence.line_text(place.file, place.line) if place else "",
            file=place.file if place else "", line=place.line if place else 0,
            resource=resource, value_before=before, value_after=after, switch=switch,
            violation=self.at is not None and event.at == self.at and (
                not begins or event.op in ("SLEEP", "PAUSE", "JOIN")),
        )

    def _kind(self, event: Event, begins: bool) -> Any:
        if is_client(event.thread):
            return self.network.kind(event)
        return _kind_of(event, begins)

    def _process_name(self, event: Event) -> str:
        number = event.argument if event.op in ("DIED", "KILL") else event.result >> 16
        if event.op == "KILL":
            number >>= 8
        if event.op == "WAIT_CHILD" and event.argument > 0:
            number = event.argument
        found = self.schedule.processes.get(number)
        return found.name if found else "?"

    def _beginning(self, event: Event) -> Text:
        """What a thread that now has to wait is waiting for."""
        if event.op.startswith("NET_"):
            return self.network.beginning(event)
        if event.op in ("SLEEP", "PAUSE"):
            began = self.schedule.events[max(0, event.asked - 1)].time
            lasts = seconds(event.time - began)
            return text(f"睡 {lasts} 秒", f"sleeps {lasts} s")
        if event.op in ("JOIN", "WAIT_CHILD"):
            name = self.schedule.name_of(event.argument)
            if event.op == "WAIT_CHILD":
                name = self._process_name(event)
            return text(f"等待 {name} 结束", f"waits for {name} to end")
        thing = resource_words(self.evidence, self.schedule, event.resource)
        return text(f"等待{thing.zh}", f"waits for {thing.en}")

    def _handover(self, event: Event) -> Text:
        """One coroutine hands something to another."""
        _, _, giver, taker, whole, parts, *_ = event.note
        known = self.schedule.coroutines.known
        names = [
            known[side[0]].name if side and side[0] in known else "" for side in (giver, taker)
        ]
        item = str(whole or parts[0])[:80]
        giver_zh, taker_zh = (name or "普通代码" for name in names)
        giver_en, taker_en = (name or "plain code" for name in names)
        return text(f"{giver_zh} 把 {item} 交给 {taker_zh}", f"{giver_en} hands {item} to {taker_en}")

    def _phrase(self, event: Event) -> Text:
        op = event.op
        if is_client(event.thread):
            return self.network.deed(event)
        if op.startswith("NET_"):
            return self.network.phrase(event)
        if op == "note":
            return _note_phrase(event) if event.note[0] != "handed" else self._handover(event)
        if op in ("FORK", "DIED", "WAIT_CHILD", "KILL"):
            return self._process_phrase(event)
        thing = resource_words(self.evidence, self.schedule, event.resource)
        waited = event.time - self.schedule.events[min(event.asked, event.at)].time
        if op == "OUTPUT":
            said = self.text.get(event.at, "")[:200]
            return text(f"打印 {said}", f"prints {said}")
        if op == "SLEEP":
            return text(f"睡了 {seconds(waited)} 秒", f"slept {seconds(waited)} s")
        if op == "START":
            name = self.schedule.name_of(event.result)
            return text(f"启动 {name}", f"starts {name}")
        if op in ("JOIN", "ALIVE"):
            name = self.schedule.name_of(event.argument)
            if op == "ALIVE":
                return text(f"看 {name} 是否还活着", f"asks whether {name} is alive")
            if event.result == 1:
                return text(f"等到 {name} 结束", f"has waited for {name} to end")
            return text(f"等 {name} 超时", f"waited for {name}: time ran out")
        return _object_phrase(op, event, thing)


    def _process_phrase(self, event: Event) -> Text:
        name = self._process_name(event)
        if event.op == "FORK":
            return text(f"启动进程 {name}", f"starts the process {name}")
        if event.op == "DIED":
            code = self.schedule.processes[event.argument].exit_code
            return text(f"进程 {name} 结束，退出码 {code}", f"{name} has ended with code {code}")
        if event.op == "KILL":
            return text(f"向 {name} 发送信号 {event.argument & 255}",
                        f"sends the signal {event.argument & 255} to {name}")
        if event.result == 0:
            return text(f"看 {name} 是否已经结束", f"asks whether {name} has ended")
        return text(f"等到 {name} 结束", f"has waited for {name} to end")


def _object_phrase(op: str, event: Event, thing: Text) -> Text:
    ok = event.result == 1 or (op in ("COND_WAIT", "WAIT", "GET", "PUT") and event.result > 0)
    phrases = {
        "ACQUIRE": (f"得到{thing.zh}", f"takes {thing.en}") if ok else (
            f"没有得到{thing.zh}", f"does not get {thing.en}"),
        "RELEASE": (f"释放{thing.zh}", f"releases {thing.en}"),
        "WAIT": (f"等到了{thing.zh}", f"has waited for {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited for {thing.en}: time ran out"),
        "SET": (f"设置{thing.zh}", f"sets {thing.en}"),
        "CLEAR": (f"清除{thing.zh}", f"clears {thing.en}"),
        "COND_WAIT": (f"在{thing.zh}上被唤醒", f"is woken on {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited on {thing.en}: time ran out"),
        "NOTIFY": (f"通知{thing.zh}", f"notifies {thing.en}"),
        "PUT": (f"放入{thing.zh}", f"puts into {thing.en}"),
        "GET": (f"从{thing.zh}取出", f"takes from {thing.en}") if ok else (
            f"{thing.zh}是空的", f"finds {thing.en} empty"),
        "READ": (f"读取{thing.zh}", f"reads {thing.en}"),
        "WRITE": (f"修改{thing.zh}", f"changes {thing.en}"),
        "ACTIVE": ("读取活跃线程数", "reads the number of active threads"),
        "END": ("代码执行完毕", "has run all its code"),
        "EXIT": ("进程退出", "the process exits"),
        "PAUSE": ("等待结束", "has waited"),
        "SEND": (f"写入{thing.zh}", f"writes to {thing.en}"),
        "RECEIVE": (f"读取{thing.zh}", f"reads from {thing.en}"),
        "PEEK": (f"看{thing.zh}里有没有数据", f"looks whether {thing.en} has anything"),
        "AWAIT": (f"等到{thing.zh}可用", f"has waited for {thing.en}") if ok else (
            f"等{thing.zh}超时", f"waited for {thing.en}: time ran out"),
        "SIGNAL": ("收到信号", "gets a signal"),
    }
    zh, en = phrases.get(op, (op, op))
    return text(zh, en)


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


def _kind_of(event: Event, begins: bool) -> Any:
    if event.op == "note":
        return {"exception": "raise", "call": "call", "os_exit": "exit", "put": "release",
                "got": "acquire", "sent": "release", "received": "acquire",
                "handed": "release"}[event.note[0]]
    if begins:
        waits = {"SLEEP": "sleep", "PAUSE": "sleep", "JOIN": "join", "WAIT_CHILD": "join"}
        return waits.get(event.op, "wait")
    if event.op in BLOCKING and event.result == 0:
        return "other"
    return _KIND.get(event.op, "other")


def _note_phrase(event: Event) -> Text:
    kind = event.note[0]
    if kind == "exception":
        problem = f"{event.note[1]}: {event.note[2]}"[:300]
        return text(f"未捕获的异常 {problem}", f"uncaught {problem}")
    if kind in ("put", "got"):
        shown = str(event.note[3])[:80]
        return text(f"放入 {shown}", f"puts {shown}") if kind == "put" else text(
            f"取出 {shown}", f"gets {shown}")
    if kind in ("sent", "received"):
        shown = str(event.note[6])[:80]
        return text(f"发送 {shown}", f"sends {shown}") if kind == "sent" else text(
            "收到一条消息", "receives a message")
    if kind == "call":
        return text(f"调用 {event.note[1]}", f"calls {event.note[1]}")
    return text("调用 os._exit", "calls os._exit")


def _waiting(
    evidence: Evidence, schedule: Schedule
) -> tuple[tuple[Waiting, ...], tuple[int, ...]]:
    rows = []
    for blocked in schedule.waiting:
        if is_client(blocked.thread):
            continue  # its lane may not be there, and no cycle goes through it
        place = schedule.place(blocked.where)
        if blocked.op in ("JOIN", "WAIT_CHILD"):
            target = schedule.name_of(blocked.held_by[0]) if blocked.held_by else ""
            waits_for = f"join {target}"
        elif blocked.op == "SLEEP":
            waits_for = "sleep"
        else:
            waits_for = resource_name(evidence, schedule, blocked.resource) or (
                schedule.resources[blocked.resource].kind
                if blocked.resource in schedule.resources else blocked.op.lower()
            )
        rows.append(
            Waiting(
                thread=blocked.thread, waits_for=waits_for,
                held_by=blocked.held_by[0] if blocked.held_by else None,
                file=place.file if place else "", line=place.line if place else 0,
                source=evidence.line_text(place.file, place.line) if place else "",
            )
        )
    return tuple(rows), _cycle(rows)


def _cycle(rows: list[Waiting]) -> tuple[int, ...]:
    by_thread = {row.thread: number for number, row in enumerate(rows)}
    for start in range(len(rows)):
        path: list[int] = []
        here: int | None = start
        while here is not None and here not in path:
            path.append(here)
            held_by = rows[here].held_by
            here = by_thread.get(held_by) if held_by is not None else None
        if here is not None:
            return tuple(path[path.index(here) :])
    return ()
