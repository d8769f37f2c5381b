"""`queue`: length and waiting live in the world, the items themselves stay here.

After the world has granted a put or a get, this thread alone runs until its next operation, so the
item is moved in the same step. Subclasses that override `_put` and `_get` keep working.
"""

from __future__ import annotations

import queue as real
from collections import deque
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.guest.locks import Lock, _Resource
from grader.runtime.wire import FOREVER, QUEUE_ENDED, REFUSED, Op

ShutDown: type[Exception] = getattr(real, "ShutDown", real.Empty)


def _wait(block: bool, timeout: float | None) -> int:
    if not block:
        return 0
    if timeout is None:
        return FOREVER
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return to_ns(timeout)


class Mutex(Lock):
    """A queue's `mutex`. Who holds it may change the items behind the queue's back."""

    def __init__(self, owner: Queue) -> None:
        super().__init__()
        self._owner = owner

    def release(self) -> None:
        """Give it back, and tell how many items there are now."""
        self._owner._tell_size()
        super().release()


class Queue(_Resource):
    """Look-alike of `queue.Queue`."""

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self._init(maxsize)
        self._number = channel.new_resource("queue", max(0, maxsize))
        self._told = 0
        self.mutex = Mutex(self)
        self.is_shutdown = False

    @property
    def unfinished_tasks(self) -> int:
        """Items taken but not yet reported as done, and items not yet taken."""
        return channel.ask(Op.SIZE, self._number, 1)

    @unfinished_tasks.setter
    def unfinished_tasks(self, many: int) -> None:
        channel.ask(Op.UNMODELLED, payload=["queue", "unfinished_tasks"])

    @property
    def not_empty(self) -> Any:
        """The library's own condition: there is none here."""
        return channel.ask(Op.UNMODELLED, payload=["queue", "conditions"])

    not_full = all_tasks_done = not_empty

    def _tell_size(self) -> None:
        size = self._qsize()
        if size != self._told:
            self._told = size
            channel.note("queue_size", channel.mine(self._number), size)

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Add an item; `queue.Full` when there was no room in time."""
        self._tell_size()
        result = channel.ask(Op.PUT, self._number, wait_ns=_wait(block, timeout))
        if result == QUEUE_ENDED:
            raise ShutDown
        if result != 1:
            raise real.Full
        self._told += 1
        self._put(item)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take an item; `queue.Empty` when there was none in time."""
        self._tell_size()
        result = channel.ask(Op.GET, self._number, wait_ns=_wait(block, timeout))
        if result == QUEUE_ENDED:
            raise ShutDown
        if result != 1:
            raise real.Empty
        self._told -= 1
        return self._get()

    def put_nowait(self, item: Any) -> None:
        """`put` without waiting."""
        self.put(item, block=False)

    def get_nowait(self) -> Any:
        """`get` without waiting."""
        return self.get(block=False)

    def task_done(self) -> None:
        """One item that was taken is done; ValueError when there is none."""
        if channel.ask(Op.TASK_DONE, self._number) == REFUSED:
            raise ValueError("task_done() called too many times")

    def join(self) -> None:
        """Wait until every item is done."""
        channel.ask(Op.QUEUE_JOIN, self._number)

    def qsize(self) -> int:
        """How many items there are."""
        self._tell_size()
        return channel.ask(Op.SIZE, self._number) if channel.active else self._qsize()

    def empty(self) -> bool:
        """Are there none?"""
        return not self.qsize()

    def full(self) -> bool:
        """Is there no room?"""
        return 0 < self.maxsize <= self.qsize()

    def shutdown(self, immediate: bool = False) -> None:
        """End the queue (3.13): waiters get `ShutDown`."""
        self.is_shutdown = True
        channel.ask(Op.SHUT_DOWN, self._number, int(immediate))
        if immediate:
            while self._qsize():
                self._get()
            self._told = 0

    def _init(self, maxsize: int) -> None:
        self.queue: Any = deque()

    def _qsize(self) -> int:
        return len(self.queue)

    def _put(self, item: Any) -> None:
        self.queue.append(item)

    def _get(self) -> Any:
        return self.queue.popleft()


class SimpleQueue(_Resource):
    """Look-alike of `queue.SimpleQueue`."""

    def __init__(self) -> None:
        self._number = channel.new_resource("queue", 0)
        self._items: deque[Any] = deque()

    def put(self, item: Any, block: bool = True, timeout: float | None = None) -> None:
        """Add an item; never waits."""
        channel.ask(Op.PUT, self._number)
        self._items.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> Any:
        """Take an item; `queue.Empty` when there was none in time."""
        if channel.ask(Op.GET, self._number, wait_ns=_wait(block, timeout)) != 1:
            raise real.Empty
        return self._items.popleft()

    def put_nowait(self, item: Any) -> None:
        """The same as `put`."""
        self.put(item)

    def get_nowait(self) -> Any:
        """`get` without waiting."""
        return self.get(block=False)

    def qsize(self) -> int:
        """How many items there are."""
        return channel.ask(Op.SIZE, self._number) if channel.active else len(self._items)

    def empty(self) -> bool:
        """Are there none?"""
        return not self.qsize()


def install() -> None:
    """Put the look-alikes into `queue`."""
    lifo = {name: vars(real.LifoQueue)[name] for name in ("_init", "_qsize", "_put", "_get")}
    priority = {name: vars(real.PriorityQueue)[name] for name in ("_init", "_qsize", "_put", "_get")}
    if not hasattr(real.Queue, "shutdown"):
        del Queue.shutdown
    faces: tuple[type, ...] = (
        Queue, type("LifoQueue", (Queue,), lifo), type("PriorityQueue", (Queue,), priority),
        SimpleQueue,
    )
    for face in faces:
        face.__module__ = "queue"
        setattr(real, face.__name__, face)
    real._PySimpleQueue = SimpleQueue  # type: ignore[attr-defined]
