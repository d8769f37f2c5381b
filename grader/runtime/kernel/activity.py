"""What the conductor asks the kernel about the student's process: its threads, and is it working."""

from __future__ import annotations

from grader.runtime.kernel.proc import list_tids, read_tasks


def tids(pid: int) -> set[int] | None:
    """Thread ids of process `pid`; None where the system has no such evidence."""
    found = list_tids(pid)
    return None if found is None else set(found)


def ticks(pid: int) -> int | None:
    """Processor time used by all threads of `pid`, in clock ticks; None when it is not known."""
    tasks = read_tasks(pid)
    if not tasks:
        return None
    return sum(task.cpu_ticks for task in tasks) + sum(not task.is_sleeping for task in tasks)


def has_evidence() -> bool:
    """Can this system say anything about threads at all?"""
    return list_tids(1) is not None
