"""How many threads and processes there were at each moment of a schedule."""

from __future__ import annotations

from grader.evidence.schedule import Schedule


def worker_changes(schedule: Schedule) -> list[tuple[int, int]]:
    """Births (+1) and ends (-1) of threads but the first and of child processes, by event index, in
    no order. Who outlives the schedule ends behind its last event."""
    changes: list[tuple[int, int]] = []
    last = len(schedule.events)
    for thread in schedule.threads.values():
        if not thread.index or thread.kind == "process":
            continue
        died = schedule.processes[thread.process].died
        ends = [at for at in (thread.ended, died) if at is not None]
        changes += [(thread.started, 1), (min(ends, default=last), -1)]
    for process in schedule.processes.values():
        if process.number:
            changes += [(process.forked, 1), (last if process.died is None else process.died, -1)]
    return changes
