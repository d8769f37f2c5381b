"""The kernel's word against the program's: threads, processes, output, exit code of a schedule.

What a program tells about itself is testimony. Here stands what can be seen from outside: which
threads its process really has, how many tasks were born meanwhile (exact in a container, where
nobody else starts any), what is left when it has ended, and how it ended. A contradiction is kept
by name; no check passes on a schedule that has one.
"""

from __future__ import annotations

import os
from typing import Any

from grader.runtime.wire import Op
from grader.runtime.world.core import World
from grader.runtime.world.terms import Stop


class Witness:
    """Watches one schedule after another; `kernel` is the module that asks the system."""

    def __init__(self, kernel: Any, alone: bool) -> None:
        """`alone`: nobody else starts processes here, so births can be counted."""
        self._kernel = kernel
        self._alone = alone
        self._pid = 0
        self._last: int | None = None
        self._native: dict[int, int] = {}
        self.contradictions: list[str] = []

    def begin(self, pid: int) -> None:
        """A new schedule, in process `pid`."""
        self._pid = pid
        self._last = self._kernel.last_born()
        self._native = {}
        self.contradictions = []

    def hear(self, pid: int, thread: int, tid: int, is_gone: bool) -> None:
        """`thread` of process `pid` says that it is the kernel's `tid`; one that says so with its
        very last word may be gone by now."""
        there = is_gone or self._kernel.has_thread(pid, tid)
        if there is False or tid in self._native.values():
            self._contradict("threads_that_are_none")
        self._native[thread] = tid

    def look(self, world: World, process: int = 0, pid: int = 0) -> None:
        """Compare the threads that a process has with those that were told of."""
        pid = pid or self._pid
        tids = self._kernel.tids(pid)
        if tids is None:
            return
        main = world.family.members[process].main
        others = [t for t in world.threads if t.process == process and t.index != main]
        begun = {t.index for t in others if t.pending is None or t.pending.op is not Op.BEGIN}
        if not begun <= self._native.keys():
            self._contradict("threads_that_are_none")
        unknown = tids - set(self._native.values()) - {pid}
        if len(unknown) > len(others) - len(begun):
            self._contradict("unannounced_threads")

    def count_births(self, world: World) -> None:
        """At the program's exit: was anything started that the world does not know?"""
        last = self._kernel.last_born()
        if not self._alone or last is None or self._last is None or last < self._last:
            return  # numbers start again from the beginning some day
        # A process is born in two forks; see `world.kin`.
        born, known = last - self._last, len(world.threads) + len(world.family.members) - 2
        if born != known:
            self._contradict("unannounced_threads" if born > known else "threads_that_are_none")

    def end(self, stop: Stop, status: int, raw: bytes, strays: int) -> None:
        """The process is gone: does its end fit what it said?"""
        if strays:
            self._contradict("processes_left")
        if stop.reason != "exit":
            return
        if raw:
            self._contradict("output_past_the_streams")
        if not os.WIFEXITED(status) or os.WEXITSTATUS(status) != stop.status:
            self._contradict("another_exit_code")

    def _contradict(self, name: str) -> None:
        if name not in self.contradictions:
            self.contradictions.append(name)
