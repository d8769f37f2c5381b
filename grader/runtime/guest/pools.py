"""Library classes that need a small mend because they sort by address or wait on a real pipe."""

from __future__ import annotations

import queue
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from grader.runtime.guest.channel import channel


def steady_futures() -> None:
    """Futures are ordered by address in two places of the library: give both a steady order."""
    base = sys.modules.get("concurrent.futures._base")
    if base is None:
        return
    numbers: dict[int, tuple[int, Any]] = {}

    def steady_id(thing: Any, /) -> int:
        return numbers.setdefault(id(thing), (len(numbers), thing))[0]

    base.id = steady_id  # type: ignore[attr-defined]
    base.Future.__hash__ = lambda self: steady_id(self) * 64


class _Notifier(queue.SimpleQueue):  # type: ignore[type-arg]
    """How a ThreadPool's workers tell that one of them has ended."""

    _reader = None


class _ThreadContext:
    """What `multiprocessing.pool.ThreadPool` takes from a multiprocessing context: one queue. The
    library's is a real pipe between processes, though all its users are threads of this one."""

    SimpleQueue = _Notifier


def threads_in_thread_pools() -> None:
    """Let `ThreadPool` wait in the world."""
    pool: Any = sys.modules.get("multiprocessing.pool")
    if pool is None:
        return
    plain = pool.ThreadPool._setup_queues
    plain_wait = pool.Pool._wait_for_updates

    def _setup_queues(self: Any) -> None:
        plain(self)
        self._ctx = _ThreadContext()

    def _wait_for_updates(sentinels: Any, notifier: Any, timeout: float | None = None) -> None:
        if not isinstance(notifier, _Notifier):
            plain_wait(sentinels, notifier, timeout)
            return
        try:
            notifier.get(timeout=timeout)
            while not notifier.empty():
                notifier.get()
        except queue.Empty:
            return

    pool.ThreadPool._setup_queues = _setup_queues
    pool.Pool._wait_for_updates = staticmethod(_wait_for_updates)


def _tells_size(plain: Callable[..., None], name: str) -> Callable[..., None]:
    @wraps(plain)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        plain(self, *args, **kwargs)
        channel.note("pool", int(getattr(self, name)))

    return __init__


def tell_sizes() -> None:
    """How many workers a pool of processes may have: an executor starts them when it needs them."""
    for module, kind, name in (("multiprocessing.pool", "Pool", "_processes"),
                               ("concurrent.futures.process", "ProcessPoolExecutor", "_max_workers")):
        pool = getattr(sys.modules.get(module), kind, None)
        if pool is not None:
            pool.__init__ = _tells_size(pool.__init__, name)


def install() -> None:
    """Mend what has been imported."""
    tell_sizes()
    steady_futures()
    threads_in_thread_pools()
