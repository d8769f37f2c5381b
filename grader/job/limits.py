"""From a task's limits to those of the sandbox and of the student's process in it.

Memory is limited twice: the process's address space, which gives a clean MemoryError, the same in
every sandbox; and, somewhat higher, the container's memory, which the kernel enforces by killing.
"""

from __future__ import annotations

from grader.model.task import Task
from grader.sandbox.limits import Limits

MIB = 1 << 20
STACKS_BYTES = 768 * MIB
"""address space for the stacks of many threads; next to none of it is ever used"""


def limits_of(task: Task) -> Limits:
    """Limits of the sandbox as a whole."""
    ours = task.limits
    return Limits(
        memory_bytes=ours.memory_bytes + STACKS_BYTES + 256 * MIB, pids=max(ours.processes, 400),
        file_bytes=max(ours.file_bytes, MIB), wall_seconds=max(ours.wall_seconds, 900),
        output_bytes=64 * MIB,
    )


def confine_of(task: Task) -> dict[str, int]:
    """Limits of the student's process."""
    ours = task.limits
    return {
        "memory_bytes": ours.memory_bytes + STACKS_BYTES,
        "file_bytes": max(ours.file_bytes, MIB), "oom_score_adj": 1000,
    }
