"""Ending a whole process tree on this machine, daemons included as far as they can be found."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterable

import psutil

MARKER = "GRADER_JOB"  # an environment variable with a value of its own per job
_ROUNDS = 20
_ROUND_SECONDS = 1.0
_GONE = (psutil.NoSuchProcess, psutil.AccessDenied, ProcessLookupError)


def end_tree(root: psutil.Process, marker: str) -> list[int]:
    """Kill `root`, its descendants, and all processes marked with `marker`.

    Returns the ids of what is still there, normally nothing.

    No single handle covers everything: a process can leave its group (setsid), its parent
    (double fork) and its environment (exec with another). So all three are used, and only a
    process that left all of them escapes, which takes intent; where the supervisor made itself
    the reaper of its orphans (Linux), leaving the parent does not work either. `root` is
    therefore stopped first and killed last: alive it keeps its orphans, stopped it starts nothing.
    """
    with contextlib.suppress(*_GONE):
        root.suspend()
    _kill_until_none_left(root, marker)
    if sys.platform != "win32":
        with contextlib.suppress(*_GONE, PermissionError):
            os.killpg(root.pid, signal.SIGKILL)
    with contextlib.suppress(*_GONE):
        root.kill()
    return _kill_until_none_left(None, marker)


def _kill_until_none_left(root: psutil.Process | None, marker: str) -> list[int]:
    """Kill in rounds, since what is killed may have started others a moment before."""
    victims: list[psutil.Process] = []
    for _ in range(_ROUNDS):
        victims = _find(root, marker)
        if not victims:
            break
        for process in victims:  # stop all before killing one: a fork bomb refills the gaps
            with contextlib.suppress(*_GONE):
                process.suspend()
        for process in victims:
            with contextlib.suppress(*_GONE):
                process.kill()
        psutil.wait_procs([p for p in victims if root is None], timeout=_ROUND_SECONDS)
    return [process.pid for process in victims]


def _find(root: psutil.Process | None, marker: str) -> list[psutil.Process]:
    found = {process.pid: process for process in find_marked(marker)}
    if root is not None:
        with contextlib.suppress(*_GONE):
            found.update((child.pid, child) for child in root.children(recursive=True))
        found.pop(root.pid, None)
    return [process for process in found.values() if _is_alive(process)]


def find_marked(marker: str) -> Iterable[psutil.Process]:
    """All processes whose environment we may read and that carry `marker`."""
    for process in psutil.process_iter():
        with contextlib.suppress(*_GONE, OSError):
            if process.environ().get(MARKER) == marker:
                yield process


def _is_alive(process: psutil.Process) -> bool:
    with contextlib.suppress(*_GONE):
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    return False
