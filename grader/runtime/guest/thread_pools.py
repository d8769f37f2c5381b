"""`multiprocessing.pool.ThreadPool`: its handler threads wait in the world, not at a pipe.

The library wakes the thread that looks after the workers through a pipe, as it does for real
processes. A pool of threads needs none: a queue of ours says the same.
"""

from __future__ import annotations

import queue
from typing import Any


class Context:
    """Stands for the context of start methods, which a pool of threads asks for one thing only."""

    @staticmethod
    def SimpleQueue() -> Any:
        """The queue through which ending workers wake their handler."""
        return queue.SimpleQueue()


def install(pool: Any) -> None:
    """Patch an imported `multiprocessing.pool`."""

    def __init__(
        self: Any, processes: int | None = None, initializer: Any = None, initargs: Any = ()
    ) -> None:
        pool.Pool.__init__(self, processes, initializer, initargs, context=Context())

    plain = pool.Pool._wait_for_updates

    def wait_for_updates(sentinels: Any, change_notifier: Any, timeout: Any = None) -> None:
        if not isinstance(change_notifier, queue.SimpleQueue):
            plain(sentinels, change_notifier, timeout)
            return
        change_notifier.get()
        while not change_notifier.empty():
            change_notifier.get()

    pool.ThreadPool.__init__ = __init__
    pool.ThreadPool._get_sentinels = lambda self: []
    pool.Pool._wait_for_updates = staticmethod(wait_for_updates)
