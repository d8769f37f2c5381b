"""What a server did: who accepted, received and sent, by way of what, and how much it grew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

from grader.evidence.facts import SECOND, Event
from grader.evidence.lifetimes import worker_changes
from grader.evidence.raw import Spin
from grader.evidence.schedule import Schedule
from grader.runtime.wire import WAITED
from grader.suite.vocabulary import fail
from grader.suite.words import line_words

SERVING = ("NET_ACCEPT", "NET_RECEIVE", "NET_SEND")


def serving_events(schedule: Schedule) -> list[Event]:
    """Every accept, and every receive and send on an accepted connection."""
    accepted = schedule.accepts
    return [
        event for event in schedule.operations(*SERVING)
        if (event.op == "NET_ACCEPT" and event.result > 0) or event.resource in accepted
    ]


def require_one_thread(schedule: Schedule) -> None:
    """One process, one thread: nobody else is started, and nobody else serves."""
    if len(schedule.processes) > 1:
        event = next(schedule.operations("FORK"), None)
        zh, en = line_words(schedule, event.where if event else 0)
        fail(
            f"服务器启动了子进程{zh}，应当只有一个进程。",
            f"The server starts a child process{en}; it should be one process.",
            event.at if event else None,
        )
    for child in schedule.children:
        start = schedule.events[child.started]
        zh, en = line_words(schedule, start.where)
        fail(
            f"线程 {child.name} 也在运行学生的代码{zh}，应当只有一个线程。",
            f"The thread {child.name} runs the student's code too{en}; it should be one thread.",
            start.at,
        )
    threads = {event.thread for event in serving_events(schedule)}
    if len(threads) > 1:
        names = "、".join(schedule.name_of(t) for t in sorted(threads))
        fail(f"有几个线程在收发：{names}。", f"Several threads receive and send: {names}.")


@dataclass(frozen=True)
class Wait:
    """A wait of a selector, in whose wake a client was read."""

    poll: Event
    read: Event


def waits_for_clients(schedule: Schedule) -> list[Wait]:
    """Each time that a thread read from a client because a selector had said so: since it last had to
    do with that connection it has waited, and the read itself did not."""
    accepted = schedule.accepts
    found: list[Wait] = []
    polls: dict[int, Event] = {}
    touched: dict[int, int] = {event.result: event.at for event in accepted.values()}
    for event in schedule.operations("NET_POLL", *SERVING):
        if event.op == "NET_POLL":
            if event.result > 0:
                polls[event.thread] = event
            continue
        if event.op == "NET_RECEIVE" and event.resource in accepted and event.result > 0:
            poll = polls.get(event.thread)
            waited = event.argument & WAITED
            if poll is not None and poll.at > touched[event.resource] and not waited:
                found.append(Wait(poll, event))
        if event.resource in touched:
            touched[event.resource] = event.at
    return found


@dataclass(frozen=True)
class Most:
    """The largest number there was, and at which event."""

    count: int
    at: int


def most_workers(schedule: Schedule) -> Most:
    """Threads (but the first) and child processes that were alive at once."""
    return _most(worker_changes(schedule))


def most_held(schedule: Schedule) -> Most:
    """Accepted connections that were open at once in the processes that had accepted them."""
    steps: list[tuple[int, int]] = []
    last = len(schedule.events)
    for number, accept in schedule.accepts.items():
        process = schedule.process_of(accept.thread)
        ends = [last] if process.died is None else [process.died]
        ends += [
            e.at for e in schedule.closes.get(number, ())
            if schedule.process_of(e.thread) is process and e.at > accept.at
        ]
        steps += [(accept.at, 1), (min(ends), -1)]
    return _most(steps)


def _most(steps: list[tuple[int, int]]) -> Most:
    most = Most(0, 0)
    now = 0
    for at, change in sorted(steps):
        now += change
        if now > most.count:
            most = Most(now, at)
    return most


def require_no_waste(schedule: Schedule) -> None:
    """Until the first client leaves nobody spins, and nobody looks more often than every 0.1 s."""
    at, time = _first(schedule, "shutdown")
    for spin in schedule.spins:
        if spin.event < at:
            _fail_spin(schedule, spin)
    for poll in schedule.polls:
        if poll.time > time:
            continue
        zh, en = line_words(schedule, poll.where)
        who = schedule.name_of(poll.thread)
        fail(
            f"{who} 每 {poll.wait_ns / SECOND:g} 秒醒来看一次{zh}，这是轮询，不是阻塞等待。",
            f"{who} wakes every {poll.wait_ns / SECOND:g} s to look{en}: that is polling, not waiting.",
        )


def require_no_spin_since(schedule: Schedule, kind: str, *names: str) -> None:
    """What clients of these names did (their first ask of a kind) makes nobody spin. A server that
    spins anyway is another check's business."""
    at, _ = _first(schedule, kind, *names)
    if schedule.spins and schedule.spins[0].event > at:
        _fail_spin(schedule, schedule.spins[0])


def _first(schedule: Schedule, kind: str, *names: str) -> tuple[int, int]:
    """(event, time) of the first ask of a kind; the end, where there is none."""
    found = [
        (deed.asked, deed.asked_time) for client in schedule.clients
        if not names or client.name.startswith(names)
        for deed in client.deeds if deed.kind == kind
    ]
    return min(found, default=(len(schedule.events), schedule.raw.clock))


def _fail_spin(schedule: Schedule, spin: Spin) -> NoReturn:
    zh, en = line_words(schedule, spin.where)
    who, at = schedule.name_of(spin.thread), spin.time / SECOND
    fail(
        f"{who} 从虚拟时间 {at:g} 秒起空转{zh}：一千多次什么也没有等到。",
        f"{who} spins from {at:g} s of virtual time on{en}: more than a thousand turns in vain.",
        spin.event,
    )
