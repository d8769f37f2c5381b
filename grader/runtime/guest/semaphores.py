"""`_multiprocessing.SemLock`: semaphores that processes share, as rows of the world's table.

Everything that `multiprocessing.synchronize` offers is built on it by the library: Lock, RLock,
Semaphore, BoundedSemaphore, Condition, Event, Barrier. No semaphore of the system is made.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.locks import wait_or_forever
from grader.runtime.wire import REFUSED, Op

RECURSIVE, SEMAPHORE = 0, 1


class SemLock:
    """Look-alike of the C class. Like there, who holds it is kept per process as a count."""

    SEM_VALUE_MAX = 2147483647

    def __init__(
        self, kind: int, value: int, maxvalue: int, name: str | None, unlink: bool,
    ) -> None:
        if kind not in (RECURSIVE, SEMAPHORE) or value < 0 or value > maxvalue:
            raise ValueError("unrecognized kind" if value >= 0 else "negative value")
        what = "rlock" if kind == RECURSIVE else "semaphore"
        self._set(channel.new_shared(what, value, maxvalue), kind, maxvalue)

    def _set(self, number: int, kind: int, maxvalue: int) -> None:
        self._number = self.handle = number
        self.kind, self.maxvalue = kind, maxvalue
        self.name = None
        self._held = 0
        self._last = -1

    @classmethod
    def _rebuild(cls, handle: int, kind: int, maxvalue: int, name: str | None) -> SemLock:
        made = cls.__new__(cls)
        made._set(handle, kind, maxvalue)
        return made

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it; False when that could not be done in time."""
        wait_ns = wait_or_forever(timeout) if block else 0
        if channel.ask(Op.ACQUIRE, self._number, wait_ns=wait_ns) != 1:
            return False
        self._held += 1
        self._last = channel.me()
        return True

    def release(self) -> None:
        """Give it back."""
        if channel.ask(Op.RELEASE, self._number, 1) == REFUSED:
            if self.kind == RECURSIVE:
                raise AssertionError("attempt to release recursive lock not owned by thread")
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def _count(self) -> int:
        return self._held

    def _is_mine(self) -> bool:
        return self._held > 0 and self._last == channel.me()

    def _get_value(self) -> int:
        value = channel.ask(Op.LOCKED, self._number)
        return value if self.kind == SEMAPHORE else int(not value)

    def _is_zero(self) -> bool:
        return self._get_value() == 0

    def _after_fork(self) -> None:
        self._held = 0


def _nothing(name: str, /) -> None:
    """There is no semaphore of the system to remove."""


def install() -> None:
    """Put it in place; `multiprocessing.synchronize` must not have been imported before."""
    try:
        module: Any = import_module("_multiprocessing")
    except ImportError:
        return
    SemLock.__module__ = "_multiprocessing"
    module.SemLock = SemLock
    module.sem_unlink = _nothing
