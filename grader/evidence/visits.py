"""A server's schedule as its clients lived through it: when they waited, when they were answered."""

from __future__ import annotations

from itertools import accumulate

from grader.evidence.clients import Client, Deed
from grader.evidence.lifetimes import worker_changes
from grader.evidence.schedule import Schedule
from grader.evidence.tell_network import MOST_VISITORS
from grader.model.result import Stay, Visitor, Visits

_IN_VAIN = frozenset({"timed_out", "refused", "reset"})
_LEAVING = frozenset({"close", "reset"})
_GOODBYE = "receive_to_end"
"""a client that leaves in order hears whether anything more comes: that is no waiting for an answer"""


def visits_of(schedule: Schedule) -> Visits | None:
    """The picture of a schedule with clients; None without."""
    if not schedule.clients:
        return None
    end = max(schedule.raw.clock, schedule.events[-1].time)
    visitors = [_visitor(client, end) for client in schedule.clients]
    by_need = sorted(range(len(visitors)), key=lambda n: _dullness(visitors[n]))
    chosen = sorted(by_need[:MOST_VISITORS])
    return Visits(
        visitors=tuple(visitors[n] for n in chosen), workers=_workers(schedule), end_ns=end,
        cut=len(visitors) - len(chosen),
    )


def _dullness(visitor: Visitor) -> int:
    """Who waited in vain is shown first, then who was answered, then who was there at all."""
    if visitor.given_up:
        return 0
    return 1 if visitor.answered else 2 if visitor.stays else 3


def _visitor(client: Client, end: int) -> Visitor:
    stays: list[Stay] = []
    came: int | None = None
    for deed in client.deeds:
        until = end if deed.at is None else deed.time
        if deed.kind == "connect":
            stays.append(Stay(kind="connecting", start_ns=deed.asked_time, end_ns=until))
            came = until if deed.done else None
        elif deed.kind.startswith("receive") and deed.kind != _GOODBYE:
            stays.append(Stay(kind="waiting", start_ns=deed.asked_time, end_ns=until))
        elif deed.kind in _LEAVING and came is not None:
            stays.append(Stay(kind="there", start_ns=came, end_ns=until))
            came = None
    if came is not None:
        stays.append(Stay(kind="there", start_ns=came, end_ns=end))
    return Visitor(
        name=client.name,
        stays=tuple(stay for stay in stays if stay.end_ns > stay.start_ns),
        answered=tuple(sorted({d.time for d in client.deeds if d.received})),
        given_up=tuple(sorted({d.time for d in client.deeds if _is_in_vain(d)})),
    )


def _is_in_vain(deed: Deed) -> bool:
    return deed.outcome in _IN_VAIN and deed.kind not in _LEAVING and deed.kind != _GOODBYE


def _workers(schedule: Schedule) -> tuple[tuple[int, int], ...]:
    """Threads but the first, and child processes, as they come and go."""
    changes: dict[int, int] = {}
    for at, by in worker_changes(schedule):
        if at < len(schedule.events):
            time = schedule.events[at].time
            changes[time] = changes.get(time, 0) + by
    times = sorted(changes)
    return tuple(zip(times, accumulate(changes[time] for time in times), strict=True))
