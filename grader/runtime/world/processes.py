"""The processes of one program, as plain state: who is whose child, who has ended, and how.

A fork copies everything of its process but what processes share. Locks and queues of threads are
rows of the world's table, numbered by process, so the copy is made here: the child's lock is
another one from then on, and one that a thread of the parent held stays held in the child for
ever, as it does in CPython.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Protocol

from grader.runtime.wire import LOCAL_BITS, SHARED
from grader.runtime.world.resources import Condition, Pending, Resource

LOCAL = (1 << LOCAL_BITS) - 1
ANY_CHILD = -1
CAUGHT, IGNORED = -2, -3
"""answers of `Outside.kill`: the process handles that signal itself; it does not heed it"""
GRACE_NS = 1_000_000_000
"""how long a process may outlive the main one"""


class Outside(Protocol):
    """What only the kernel knows. The conductor answers; a test may answer for it."""

    def is_ready(self, thread: int) -> bool:
        """Is one of the descriptors that `thread` waits for ready?"""

    def kill(self, process: int, signal: int) -> int:
        """Send a signal; the wait status if the process has died of it, else CAUGHT or IGNORED."""


class Nothing:
    """Outside of a world that has none: no descriptor, no further process."""

    def is_ready(self, thread: int) -> bool:
        return False

    def kill(self, process: int, signal: int) -> int:
        return IGNORED


@dataclass(slots=True)
class Process:
    """One process. `main` is the thread that it began with."""

    number: int
    parent: int
    main: int
    born: bool = True
    status: int | None = None
    reaped: bool = False
    died: int = 0  # the how-manieth death this was

    @property
    def lives(self) -> bool:
        """Is it born and not dead?"""
        return self.born and self.status is None


class Family:
    """All processes of one schedule."""

    def __init__(self) -> None:
        self.members = [Process(0, -1, 0)]
        self.deaths = 0

    def bear(self, parent: int, main: int) -> Process:
        """A process that is about to be born."""
        child = Process(len(self.members), parent, main, born=False)
        self.members.append(child)
        return child

    def bury(self, number: int, status: int) -> None:
        """It has ended."""
        self.deaths += 1
        self.members[number].status = status
        self.members[number].died = self.deaths

    def others_live(self, number: int) -> bool:
        """Does any process but this one?"""
        return any(p.lives for p in self.members if p.number != number)

    def awaited(self, parent: int, wanted: int) -> list[Process]:
        """The children of `parent`, not yet waited for, that `wanted` (a number, ANY_CHILD) means:
        those that have ended first, in the order in which they did."""
        found = [
            p for p in self.members
            if p.parent == parent and p.born and not p.reaped and wanted in (ANY_CHILD, p.number)
        ]
        found.sort(key=lambda p: (p.status is None, p.died))
        return found

    def can_answer(self, parent: int, wanted: int) -> bool:
        """Could `waitpid` return now: with a child that has ended, or an error?"""
        found = self.awaited(parent, wanted)
        return not found or found[0].status is not None


def belongs_to(resource: int, process: int) -> bool:
    """May a thread of `process` name this resource?"""
    return bool(resource & SHARED) or resource >> LOCAL_BITS == process


def copy_for(
    child: Process, forker: int, resources: dict[int, Resource]
) -> dict[int, Resource]:
    """The child's own copies of what its parent had, under the child's numbers. What the forking
    thread held, the child's only thread holds."""
    base = child.number << LOCAL_BITS
    copies: dict[int, Resource] = {}
    for number, resource in resources.items():
        if number & SHARED or number >> LOCAL_BITS != child.parent:
            continue
        mine = copy.copy(resource)
        if isinstance(mine, Condition):
            mine.waiting = []
            mine.lock = base | (mine.lock & LOCAL)
        if getattr(mine, "owner", None) == forker:
            mine.owner = child.main  # type: ignore[attr-defined]
        takers = getattr(mine, "takers", None)
        if takers is not None:
            mine.takers = [child.main if t == forker else t for t in takers]  # type: ignore[attr-defined]
        copies[base | (number & LOCAL)] = mine
    return copies


def begin_of(child: Process, where: int, since: int) -> Pending:
    """The first operation of a new process."""
    from grader.runtime.wire import Op

    return Pending(Op.BEGIN, child.main, where=where, since=since)
