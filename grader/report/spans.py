"""What lasts in a trace: which thread held what from row to row, and who waited meanwhile.

A trace lists what threads did; a picture also needs what they were in the middle of. Both follow
from the rows alone: a hold lasts from `acquire` to `release`, a wait from its own row to the
thread's next one.
"""

from __future__ import annotations

from dataclasses import dataclass

from grader.model.result import Cell, Trace

_WAITING_KINDS = {"wait": "waits", "join": "waits", "sleep": "sleeps"}


@dataclass(frozen=True)
class Hold:
    """A thread has a lock, a place, a permit: from its `acquire` row to its `release` row."""

    thread: int
    resource: str
    first: int
    last: int


@dataclass(frozen=True)
class Wait:
    """A thread stands still: from the row that says so until just before its next row."""

    thread: int
    resource: str
    first: int
    last: int
    kind: str


def find_holds(trace: Trace) -> tuple[Hold, ...]:
    """Return every hold of the trace, in the order in which they began."""
    open_since: dict[tuple[int, str], list[int]] = {}
    holds: list[Hold] = []
    end = len(trace.cells) - 1
    next_rows = _find_next_rows(trace)

    def close(key: tuple[int, str], row: int) -> None:
        since = open_since[key].pop()
        if not open_since[key]:
            del open_since[key]
            holds.append(Hold(*key, first=since, last=row))

    for row, cell in enumerate(trace.cells):
        key = (cell.thread, cell.resource)
        if not cell.resource:
            continue
        if cell.kind == "acquire":
            open_since.setdefault(key, []).append(row)
        elif cell.kind == "release":
            owners = [key] if key in open_since else _others_with(cell.resource, open_since)
            if len(owners) == 1:
                close(owners[0], row)
        elif cell.kind == "wait" and key in open_since:
            if _gives_up_while_waiting(trace, row, next_rows[row]):
                close(key, row)
        elif cell.kind == "wake" and _took_back(trace, row):
            open_since.setdefault(key, []).append(row)
    for key, rows in open_since.items():
        holds.append(Hold(*key, first=rows[0], last=end))
    return tuple(sorted(holds, key=lambda hold: (hold.first, hold.thread)))


def find_waits(trace: Trace) -> tuple[Wait, ...]:
    """Return every wait of the trace, in the order in which they began."""
    waits: list[Wait] = []
    end = len(trace.cells) - 1
    stuck = {waiting.thread: waiting.waits_for for waiting in trace.waiting}
    ended: set[str] = set()
    next_rows = _find_next_rows(trace)
    for row, cell in enumerate(trace.cells):
        following = next_rows[row]
        kind = _WAITING_KINDS.get(cell.kind, "")
        if cell.kind == "join" and cell.resource in ended:
            kind = ""  # it had ended already: that join did not wait
        if following is None and cell.thread in stuck:
            kind = "waits"
        if cell.kind == "end" and cell.thread >= 0:
            ended.add(trace.threads[cell.thread].name)
        if kind and cell.thread >= 0:
            resource = cell.resource or stuck.get(cell.thread, "")
            last = end if following is None else following - 1
            waits.append(Wait(cell.thread, resource, row, last, kind))
    return tuple(waits)


def holder_at(holds: tuple[Hold, ...], resource: str, row: int, waiter: int) -> Hold | None:
    """Return the one hold that `waiter` waits for at `row`; None if there is none, or several."""
    found = [hold for hold in holds if hold.resource == resource and hold.first < row <= hold.last]
    others = [hold for hold in found if hold.thread != waiter] or found
    return others[0] if len(others) == 1 and resource else None


def _find_next_rows(trace: Trace) -> list[int | None]:
    """Return, for each row, the next row of the same thread."""
    following: list[int | None] = [None] * len(trace.cells)
    latest: dict[int, int] = {}
    for row, cell in enumerate(trace.cells):
        if cell.thread in latest:
            following[latest[cell.thread]] = row
        latest[cell.thread] = row
    return following


def _others_with(
    resource: str, open_since: dict[tuple[int, str], list[int]]
) -> list[tuple[int, str]]:
    """A lock may be released by a thread that does not hold it."""
    return [key for key in open_since if key[1] == resource]


def _gives_up_while_waiting(trace: Trace, row: int, following: int | None) -> bool:
    """Waiting on a condition gives its lock up; asking twice for a lock does not."""
    if following is not None:
        return trace.cells[following].kind == "wake"
    thread = trace.cells[row].thread
    return not any(edge.thread == edge.held_by == thread for edge in trace.waiting)


def _took_back(trace: Trace, row: int) -> bool:
    """A wake-up from a condition that the thread held before means that it holds it again."""
    cell = trace.cells[row]
    before = [c for c in trace.cells[:row] if c.thread == cell.thread]
    return bool(before) and before[-1].kind == "wait" and _held_before(before, cell)


def _held_before(cells: list[Cell], cell: Cell) -> bool:
    return any(c.kind == "acquire" and c.resource == cell.resource for c in cells)
