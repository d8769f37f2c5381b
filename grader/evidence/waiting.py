"""Who had to wait, and was not just done later because others were faster; who waits in the end."""

from __future__ import annotations

from grader.evidence.clients import is_client
from grader.evidence.collection import Evidence
from grader.evidence.facts import Event
from grader.evidence.names import resource_name
from grader.evidence.schedule import Schedule
from grader.model.result import Waiting
from grader.runtime.wire import WAITED

_CHANGES = frozenset({"RELEASE", "SET", "NOTIFY", "PUT", "GET", "TASK_DONE", "ACQUIRE", "CLEAR"})


def had_to_wait(schedule: Schedule, event: Event) -> bool:
    """Was somebody else's step, or time, needed before `event` could be done?"""
    if event.op.startswith("NET_"):
        return bool(event.argument & WAITED)
    between = schedule.events[event.asked : event.at]
    if event.op in ("SLEEP", "PAUSE", "COND_WAIT", "AWAIT"):
        return True
    if event.op == "WAIT_CHILD":
        return event.result != 0 and any(e.op == "DIED" for e in between)
    if event.op == "JOIN":
        return any(e.op == "END" and e.thread == event.argument for e in between)
    return any(
        e.resource == event.resource and e.thread != event.thread and e.op in _CHANGES
        for e in between
    ) or (event.result == 0 and bool(between) and between[-1].time > between[0].time)


def wait_for_graph(
    evidence: Evidence, schedule: Schedule
) -> tuple[tuple[Waiting, ...], tuple[int, ...]]:
    """Who could not go on when the schedule ended, and which of these rows wait in a circle."""
    if schedule.ending == "served":
        return (), ()  # a server that waits for its next client is as it should be
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
