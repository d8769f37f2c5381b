"""Which operations made their thread wait, and were not just done later because others were faster."""

from __future__ import annotations

from grader.evidence.facts import Event
from grader.evidence.schedule import Schedule
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
