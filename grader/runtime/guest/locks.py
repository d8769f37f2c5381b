"""Lock, RLock, Condition, Event, Semaphore, Barrier's parts: the student's handles on resources.

Each object here is a number and a face; its state lives in the world. The faces accept and raise
what CPython's own do, argument for argument.
"""

from __future__ import annotations

import sys
import threading as real
from time import monotonic as _monotonic  # the virtual one: installed before this module is read
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.wire import FOREVER, REFUSED, Op

_TIMEOUT_MAX_NS = 9_000_000_000_000_000_000
_NEGATIVE = "timeout value must be " + (
    "a non-negative number" if sys.version_info >= (3, 13) else "positive"
)


def wait_of(blocking: bool, timeout: float) -> int:
    """(blocking, timeout) of `acquire` as nanoseconds; raises ValueError as CPython does."""
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout == -1:
        return FOREVER
    wait_ns = to_ns(timeout)
    if wait_ns < 0:
        raise ValueError(_NEGATIVE)
    if wait_ns > _TIMEOUT_MAX_NS:
        raise OverflowError("timeout value is too large")
    return wait_ns


def wait_or_forever(timeout: float | None) -> int:
    """A time-out of None as "for ever"; a negative one as "do not wait"."""
    return FOREVER if timeout is None else max(0, to_ns(timeout))


class _Resource:
    """Anything with a number in the world; equal only to itself, hashed by its number."""

    _number: int

    def __hash__(self) -> int:
        return hash(("resource", self._number))

    @property
    def _address(self) -> str:
        return f"{0x7F0000000000 + self._number * 64:#x}"


class Lock(_Resource):
    """Look-alike of `_thread.lock`."""

    def __init__(self) -> None:
        self._number = channel.new_resource("lock")

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock; False when the time-out ran out first."""
        return channel.ask(Op.ACQUIRE, self._number, wait_ns=wait_of(blocking, timeout)) == 1

    def release(self) -> None:
        """Give the lock back; RuntimeError when nobody holds it."""
        if channel.ask(Op.RELEASE, self._number, 1) == REFUSED:
            raise RuntimeError("release unlocked lock")

    def locked(self) -> bool:
        """Is it held by anybody?"""
        return channel.active and channel.ask(Op.LOCKED, self._number) == 1

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self._number = channel.new_resource("lock")

    def __repr__(self) -> str:
        state = "locked" if self.locked() else "unlocked"
        return f"<{state} _thread.lock object at {self._address}>"


class RLock(_Resource):
    """Look-alike of `_thread.RLock`."""

    def __init__(self) -> None:
        self._number = channel.new_resource("rlock")

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """Take the lock, or once more when it is already mine."""
        return channel.ask(Op.ACQUIRE, self._number, wait_ns=wait_of(blocking, timeout)) == 1

    def release(self) -> None:
        """Give it back once; RuntimeError when it is not mine."""
        if channel.ask(Op.RELEASE, self._number, 1) == REFUSED:
            raise RuntimeError("cannot release un-acquired lock")

    def locked(self) -> bool:
        """Is it held by anybody? (Public since 3.14.)"""
        return channel.active and channel.ask(Op.LOCKED, self._number) > 0

    def _is_owned(self) -> bool:
        return channel.active and channel.ask(Op.LOCKED, self._number, 1) == 1

    def _recursion_count(self) -> int:
        return channel.ask(Op.LOCKED, self._number) if self._is_owned() else 0

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self._number = channel.new_resource("rlock")

    def __repr__(self) -> str:
        count = channel.ask(Op.LOCKED, self._number) if channel.active else 0
        state = "locked" if count else "unlocked"
        owner = real.get_ident() if count and self._is_owned() else 0
        return f"<{state} _thread.RLock object owner={owner} count={count} at {self._address}>"


class _NativeCondition(_Resource):
    """Look-alike of `threading.Condition` on a lock of ours."""

    def __init__(self, lock: Any = None) -> None:
        self._lock = RLock() if lock is None else lock
        self._number = channel.new_resource("condition", channel.mine(self._lock._number))
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self) -> bool:
        return bool(self._lock.__enter__())

    def __exit__(self, *exc: object) -> None:
        self._lock.__exit__(*exc)

    def _is_owned(self) -> bool:
        owned = getattr(self._lock, "_is_owned", None)
        return bool(owned()) if owned else bool(self._lock.locked())

    def wait(self, timeout: float | None = None) -> bool:
        """Give the lock up, wait for a notify, take the lock again; False when time ran out."""
        result = channel.ask(
            Op.COND_WAIT, self._number, self._lock._number, wait_or_forever(timeout)
        )
        if result == REFUSED:
            raise RuntimeError("cannot wait on un-acquired lock")
        return result == 1

    def wait_for(self, predicate: Any, timeout: float | None = None) -> Any:
        """Wait until `predicate()` is true; returns its last value."""
        end = None if timeout is None else _monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n: int = 1) -> None:
        """Wake up to `n` waiters; RuntimeError when the lock is not held."""
        if channel.ask(Op.NOTIFY, self._number, max(0, n)) == REFUSED:
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self) -> None:
        """Wake all waiters."""
        if channel.ask(Op.NOTIFY, self._number, -1) == REFUSED:
            raise RuntimeError("cannot notify on un-acquired lock")

    notifyAll = notify_all

    def _at_fork_reinit(self) -> None:
        self._lock._at_fork_reinit()
        self._number = channel.new_resource("condition", self._lock._number)

    def __repr__(self) -> str:
        return f"<Condition({self._lock!r}, 0)>"


class Event(_Resource):
    """Look-alike of `threading.Event`."""

    def __init__(self) -> None:
        self._number = channel.new_resource("event")

    def is_set(self) -> bool:
        """Has the flag been set?"""
        return channel.active and channel.ask(Op.IS_SET, self._number) == 1

    isSet = is_set

    def set(self) -> None:
        """Set the flag; all waiters may go on."""
        channel.ask(Op.SET, self._number)

    def clear(self) -> None:
        """Take the flag down."""
        channel.ask(Op.CLEAR, self._number)

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for the flag; returns whether it is set."""
        return channel.ask(Op.WAIT, self._number, wait_ns=wait_or_forever(timeout)) == 1

    def _at_fork_reinit(self) -> None:
        self._number = channel.new_resource("event")

    def __repr__(self) -> str:
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"<{name} at {self._address}: {'set' if self.is_set() else 'unset'}>"


class Semaphore(_Resource):
    """Look-alike of `threading.Semaphore`."""

    _bounded = False

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._initial_value = value
        self._number = channel.new_resource("semaphore", value, value if self._bounded else None)

    @property
    def _value(self) -> int:
        return channel.ask(Op.LOCKED, self._number) if channel.active else self._initial_value

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        """Take a place; False when there was none in time."""
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        wait_ns = wait_or_forever(timeout) if blocking else 0
        return channel.ask(Op.ACQUIRE, self._number, wait_ns=wait_ns) == 1

    def release(self, n: int = 1) -> None:
        """Give `n` places back; ValueError beyond the bound of a BoundedSemaphore."""
        if n < 1:
            raise ValueError("n must be one or more")
        if channel.ask(Op.RELEASE, self._number, n) == REFUSED:
            raise ValueError("Semaphore released too many times")

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *exc: object) -> None:
        self.release()

    def __repr__(self) -> str:
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        bound = f"/{self._initial_value}" if self._bounded else ""
        return f"<{name} at {self._address}: value={self._value}{bound}>"


class BoundedSemaphore(Semaphore):
    """Look-alike of `threading.BoundedSemaphore`."""

    _bounded = True


class NoLock:
    """Stands for the library's own inner locks. What CPython does inside one library call counts
    as done at once, and nobody else runs meanwhile, so there is nothing to take."""

    def acquire(self, *args: Any, **kwargs: Any) -> bool:
        """Always at once."""
        return True

    def release(self) -> None:
        """Nothing was taken."""

    def __enter__(self) -> bool:
        return True

    def __exit__(self, *exc: object) -> None:
        """Nothing was taken."""

    def _at_fork_reinit(self) -> None:
        """Nothing to forget."""


def install() -> None:
    """Put the look-alikes into `threading`."""
    library_condition = real.Condition

    class Condition(_NativeCondition):
        """Native on our locks; CPython's own class around any other object with a lock's face."""

        def __new__(cls, lock: Any = None) -> Any:
            if lock is None or isinstance(lock, (Lock, RLock)):
                return super().__new__(cls)
            return library_condition(lock)

    for kind in (Lock, RLock):
        kind.__module__ = "_thread"
    for face in (Condition, Event, Semaphore, BoundedSemaphore):
        face.__module__ = "threading"
        face.__qualname__ = face.__name__
        setattr(real, face.__name__, face)
    Lock.__qualname__ = Lock.__name__ = "lock"
    patched: dict[str, Any] = {
        "Lock": Lock, "_allocate_lock": Lock, "RLock": RLock, "_CRLock": RLock, "_PyRLock": RLock,
        "_active_limbo_lock": NoLock(), "_shutdown_locks_lock": NoLock(),
    }
    for name, value in patched.items():
        if hasattr(real, name):
            setattr(real, name, value)
