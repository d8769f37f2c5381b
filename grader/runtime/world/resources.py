"""What threads wait for: locks, semaphores, events, conditions, queues, as plain state.

Each resource answers two questions about a pending operation: could it be done now (`ready`), and
what does doing it come to (`perform`). Nothing here knows of pipes, time or strategies. Condition,
Event, Semaphore and Queue are modelled whole, not out of locks: a schedule then has five times
fewer points, and an explanation can speak of the object that the student wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from grader.runtime.wire import DONE, QUEUE_ENDED, REFUSED, Op


@dataclass(slots=True)
class Pending:
    """One announced operation. Times are virtual nanoseconds."""

    op: Op
    thread: int
    resource: int = 0
    argument: int = 0
    wait_ns: int = -1
    deadline: int | None = None
    where: int = 0
    stage: int = 0  # of operations in two steps: 0 as announced, 1 waiting, 2 taking the lock again
    stored: int = 0  # the count of an RLock that a condition's wait gave up
    since: int = 0
    outcome: int = DONE
    extra: Any = None  # of operations of sockets: bytes, an address, what to watch
    touching: int = 0  # what it touches, where that is not its resource
    waited: bool = False  # it could not be done when it was announced


class Resource(Protocol):
    """Something that threads share."""

    kind: str

    def ready(self, pending: Pending) -> bool:
        """Could `pending` be done now?"""

    def perform(self, pending: Pending) -> int:
        """Do it; return the result for the thread."""

    def holders(self) -> list[int]:
        """Threads that could let a waiter go on, if they are known."""


@dataclass(slots=True)
class Lock:
    """A mutex that any thread may release."""

    kind: str = "lock"
    owner: int | None = None

    def ready(self, pending: Pending) -> bool:
        return pending.op is not Op.ACQUIRE or self.owner is None

    def perform(self, pending: Pending) -> int:
        if pending.op is Op.ACQUIRE:
            self.owner = pending.thread
            return DONE
        if pending.op is Op.RELEASE:
            if self.owner is None:
                return REFUSED
            self.owner = None
            return DONE
        return int(self.owner is not None)

    def holders(self) -> list[int]:
        return [] if self.owner is None else [self.owner]


@dataclass(slots=True)
class RLock:
    """A mutex that its owner may take again."""

    kind: str = "rlock"
    owner: int | None = None
    count: int = 0

    def ready(self, pending: Pending) -> bool:
        return pending.op is not Op.ACQUIRE or self.owner in (None, pending.thread)

    def perform(self, pending: Pending) -> int:
        if pending.op is Op.ACQUIRE:
            self.owner = pending.thread
            self.count += pending.stored or 1
            return DONE
        if pending.op is Op.RELEASE:
            if self.owner != pending.thread:
                return REFUSED
            self.count -= 1
            if not self.count:
                self.owner = None
            return DONE
        if pending.argument == 1:  # "do I own it?"
            return int(self.owner == pending.thread)
        return self.count

    def holders(self) -> list[int]:
        return [] if self.owner is None else [self.owner]


@dataclass(slots=True)
class Semaphore:
    """A counter of free places; `bound` is the most that a BoundedSemaphore may have."""

    value: int
    bound: int | None = None
    kind: str = "semaphore"
    takers: list[int] = field(default_factory=list)

    def ready(self, pending: Pending) -> bool:
        return pending.op is not Op.ACQUIRE or self.value > 0

    def perform(self, pending: Pending) -> int:
        if pending.op is Op.ACQUIRE:
            self.value -= 1
            self.takers.append(pending.thread)
            return DONE
        if pending.op is Op.RELEASE:
            if self.bound is not None and self.value + pending.argument > self.bound:
                return REFUSED
            self.value += pending.argument
            for _ in range(min(pending.argument, len(self.takers))):
                mine = pending.thread in self.takers
                self.takers.remove(pending.thread if mine else self.takers[0])
            return DONE
        return self.value

    def holders(self) -> list[int]:
        return sorted(set(self.takers))


@dataclass(slots=True)
class Event:
    """A flag to wait for."""

    kind: str = "event"
    flag: bool = False

    def ready(self, pending: Pending) -> bool:
        return pending.op is not Op.WAIT or self.flag

    def perform(self, pending: Pending) -> int:
        if pending.op is Op.SET:
            self.flag = True
        elif pending.op is Op.CLEAR:
            self.flag = False
        return int(self.flag)

    def holders(self) -> list[int]:
        return []


@dataclass(slots=True)
class Condition:
    """Waiters in order of arrival; `wait` gives its lock up, waits, and takes the lock again."""

    lock: int = 0
    kind: str = "condition"
    waiting: list[Pending] = field(default_factory=list)

    def ready(self, pending: Pending) -> bool:
        return pending.op is not Op.COND_WAIT or pending.stage == 0

    def perform(self, pending: Pending) -> int:
        if pending.op is not Op.NOTIFY:
            return len(self.waiting)
        many = len(self.waiting) if pending.argument < 0 else pending.argument
        for waiter in self.waiting[:many]:
            waiter.stage = 2
            waiter.outcome = DONE
        woken = len(self.waiting[:many])
        del self.waiting[:many]
        return woken

    def holders(self) -> list[int]:
        return []


@dataclass(slots=True)
class Queue:
    """The length of a queue, and how many of its items are not yet done. The items stay with the
    program: what they are is its own business, how many there are decides who can go on."""

    bound: int = 0
    kind: str = "queue"
    size: int = 0
    unfinished: int = 0
    ended: bool = False

    def ready(self, pending: Pending) -> bool:
        if pending.op is Op.PUT:
            return self.ended or self.bound <= 0 or self.size < self.bound
        if pending.op is Op.GET:
            return self.ended or self.size > 0
        return pending.op is not Op.QUEUE_JOIN or self.unfinished == 0

    def perform(self, pending: Pending) -> int:
        if pending.op is Op.PUT:
            if self.ended:
                return QUEUE_ENDED
            self.size += 1
            self.unfinished += 1
            return DONE
        if pending.op is Op.GET:
            if not self.size:
                return QUEUE_ENDED
            self.size -= 1
            return DONE
        if pending.op is Op.TASK_DONE:
            if self.unfinished <= 0:
                return REFUSED
            self.unfinished -= 1
            return DONE
        if pending.op is Op.SHUT_DOWN:
            self.ended = True
            if pending.argument:
                self.unfinished = max(0, self.unfinished - self.size)
                self.size = 0
            return DONE
        if pending.op is Op.SIZE:
            return self.unfinished if pending.argument else self.size
        return DONE

    def holders(self) -> list[int]:
        return []


@dataclass(slots=True)
class Variable:
    """A name, attribute or item that several threads touch. It never makes anybody wait."""

    kind: str = "variable"

    def ready(self, pending: Pending) -> bool:
        return True

    def perform(self, pending: Pending) -> int:
        return DONE

    def holders(self) -> list[int]:
        return []


@dataclass(slots=True)
class Pipe:
    """A pipe or a pair of sockets. Bytes, room and ends are the kernel's; here it is a name."""

    kind: str = "pipe"

    def ready(self, pending: Pending) -> bool:
        return True

    def perform(self, pending: Pending) -> int:
        return DONE

    def holders(self) -> list[int]:
        return []


def make_resource(kind: str, first: int, bound: int | None) -> Resource:
    """Build a resource from a note of the program. Raises ValueError for an unknown kind."""
    if kind == "lock":
        return Lock()
    if kind == "rlock":
        return RLock()
    if kind == "semaphore":
        return Semaphore(first, bound)
    if kind == "event":
        return Event()
    if kind == "condition":
        return Condition(first)
    if kind == "queue":
        return Queue(first)
    if kind == "variable":
        return Variable()
    if kind == "pipe":
        return Pipe()
    raise ValueError(f"no such kind of resource: {kind!r}")
