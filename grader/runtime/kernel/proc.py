"""Proc: cheap facts about processes and their tasks, from /proc.

Every function answers None for "no evidence": no /proc here, or the process is gone. Processes
vanish at any moment, so nothing here raises for that. All of it can be read across uids.
"""

from __future__ import annotations

import os
from typing import NamedTuple

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class Task(NamedTuple):
    """One task (a thread; a process is its group of tasks) at one moment."""

    tid: int
    comm: str
    state: str  # R running or runnable, S and D sleep, T and t stopped, Z and X dead
    parent_pid: int
    cpu_ticks: int  # user and system together, in 1 / TICKS_PER_SECOND seconds
    start_ticks: int  # since boot: (tid, start_ticks) names a task even when ids are used again

    @property
    def is_sleeping(self) -> bool:
        """It waits for something: not running, not stopped, not dead."""
        return self.state in ("S", "D", "I")

    @property
    def is_dead(self) -> bool:
        """It has ended and only waits to be reaped."""
        return self.state in ("Z", "X", "x")


def count_threads(pid: int) -> int | None:
    """How many threads process `pid` has: one stat call, whatever the number.

    The folder of tasks has a link per task, plus two of its own. A process that has ended and
    is not yet reaped still counts one.
    """
    try:
        return max(0, os.stat(f"/proc/{pid}/task").st_nlink - 2)
    except OSError:
        return None


def list_tids(pid: int) -> list[int] | None:
    """The thread ids of process `pid`, in the order of their birth."""
    try:
        return [int(name) for name in os.listdir(f"/proc/{pid}/task")]
    except OSError:
        return None


def read_task(pid: int, tid: int | None = None) -> Task | None:
    """What thread `tid` of process `pid` is doing; without `tid` the process's first thread."""
    tid = pid if tid is None else tid
    text = read_text(f"/proc/{pid}/task/{tid}/stat")
    if text is None:
        return None
    # "12 (any name, even with ) or space) S 1 ...": only the last parenthesis ends the name.
    head, _, tail = text.rpartition(")")
    fields = tail.split()
    try:
        return Task(
            tid=tid,
            comm=head.partition("(")[2],
            state=fields[0],
            parent_pid=int(fields[1]),
            cpu_ticks=int(fields[11]) + int(fields[12]),
            start_ticks=int(fields[19]),
        )
    except (IndexError, ValueError):
        return None


def read_tasks(pid: int) -> list[Task] | None:
    """All tasks of process `pid` that were there both when listed and when read."""
    tids = list_tids(pid)
    if tids is None:
        return None
    return [task for tid in tids if (task := read_task(pid, tid)) is not None]


def list_children(pid: int) -> list[int] | None:
    """The processes that threads of `pid` started and that still exist, zombies included."""
    tids = list_tids(pid)
    if tids is None:
        return None
    if not os.path.exists(f"/proc/self/task/{os.getpid()}/children"):
        return _scan_children(pid)  # a kernel without CONFIG_PROC_CHILDREN
    texts = [read_text(f"/proc/{pid}/task/{tid}/children") or "" for tid in tids]
    return [int(child) for text in texts for child in text.split()]


def list_descendants(pid: int) -> list[int] | None:
    """Children, their children, and so on, parents first; without `pid` itself.

    Orphans are missing (they have another parent now) unless `pid` is a subreaper.
    """
    children = list_children(pid)
    if children is None:
        return None
    found = list(children)
    for child in found:  # grows while it is walked
        found += [one for one in list_children(child) or () if one not in found]
    return found


def list_pids() -> list[int] | None:
    """All processes that can be seen here; in a container these are the container's."""
    try:
        return [int(name) for name in os.listdir("/proc") if name.isdigit()]
    except OSError:
        return None


def _scan_children(pid: int) -> list[int]:
    tasks = [read_task(other) for other in list_pids() or ()]
    return [task.tid for task in tasks if task is not None and task.parent_pid == pid]


def read_text(path: str) -> str | None:
    """What a file of /proc or /sys holds."""
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "replace")
    except OSError:
        return None
