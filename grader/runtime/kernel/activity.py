"""What the conductor asks the kernel about the student's process: its threads, is it at work."""

from __future__ import annotations

import contextlib
import os
import signal
from typing import NamedTuple

from grader.runtime.kernel.proc import list_children, list_tids, read_tasks, read_text

_ROUNDS = 100


class Activity(NamedTuple):
    """What the threads of one process do at one moment, taken together."""

    ticks: int
    """processor time used so far, in clock ticks"""
    is_awake: bool
    """does one of them run, or want to, or wait for a disk? That is the machine's doing."""


def tids(pid: int) -> set[int] | None:
    """Thread ids of process `pid`; None where the system has no such evidence."""
    found = list_tids(pid)
    return None if found is None else set(found)


def has_thread(pid: int, tid: int) -> bool | None:
    """Does process `pid` have the thread `tid`? None where the system has no such evidence."""
    if os.path.isdir(f"/proc/{pid}/task/{tid}"):
        return True
    return False if os.path.isdir(f"/proc/{pid}/task") else None


def activity(pid: int) -> Activity:
    """Is `pid` at work? A process that cannot be seen looks asleep."""
    tasks = read_tasks(pid) or []
    return Activity(sum(t.cpu_ticks for t in tasks), any(t.state in "RD" for t in tasks))


def last_born() -> int | None:
    """Number of the task that was started last among those we can see; None: not known."""
    text = read_text("/proc/loadavg")
    try:
        return int((text or "").split()[-1])
    except (IndexError, ValueError):
        return None


def end_strays(kept: int) -> int:
    """Kill and reap what a program has left: all our children but `kept`. Returns how many.

    Orphans of the program are our children, because the supervisor is a subreaper.
    """
    ended: set[int] = set()
    for _ in range(_ROUNDS):
        strays = [pid for pid in list_children(os.getpid()) or () if pid != kept]
        if not strays:
            break
        for pid in strays:
            ended.add(pid)
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
    return len(ended)


def has_evidence() -> bool:
    """Can this system say anything about threads at all?"""
    return list_tids(1) is not None
