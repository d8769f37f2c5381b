"""`select`: with nothing to watch, `select`, `poll` and `epoll` are ways to sleep.

Descriptors in them are not modelled: the schedule ends there as such.
"""

from __future__ import annotations

import select as real
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.guest.locks import wait_or_forever
from grader.runtime.wire import Op


def _refuse(what: str) -> None:
    channel.ask(Op.UNMODELLED, payload=[what, "with a descriptor"])


def select(rlist: Any, wlist: Any, xlist: Any, timeout: float | None = None, /) -> Any:
    """Look-alike of `select.select`."""
    if list(rlist) or list(wlist) or list(xlist):
        _refuse("select.select")
    channel.ask(Op.PAUSE, wait_ns=wait_or_forever(timeout))
    return [], [], []


class poll:
    """Look-alike of `select.poll`; time-outs are milliseconds."""

    def register(self, fd: Any, eventmask: int = 0) -> None:
        """A descriptor to watch is not modelled."""
        _refuse("select.poll")

    modify = register

    def unregister(self, fd: Any) -> None:
        """There is nothing to take back."""
        raise KeyError(fd)

    def poll(self, timeout: float | None = None) -> list[Any]:
        """Wait for `timeout`; for ever when it is None or negative."""
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        channel.ask(Op.PAUSE, wait_ns=wait_or_forever(seconds))
        return []


class epoll:
    """Look-alike of `select.epoll`; time-outs are seconds."""

    def __init__(self, sizehint: int = -1, flags: int = 0) -> None:
        self.closed = False

    def register(self, fd: Any, eventmask: int = 0) -> None:
        """A descriptor to watch is not modelled."""
        _refuse("select.epoll")

    modify = register

    def unregister(self, fd: Any) -> None:
        """There is nothing to take back."""
        raise FileNotFoundError(2, "No such file or directory")

    def poll(self, timeout: float | None = None, maxevents: int = -1) -> list[Any]:
        """Wait for `timeout`; for ever when it is None or negative."""
        seconds = None if timeout is None or timeout < 0 else timeout
        channel.ask(Op.PAUSE, wait_ns=wait_or_forever(seconds))
        return []

    def close(self) -> None:
        """Nothing is open."""
        self.closed = True

    def fileno(self) -> int:
        """A number that no descriptor has."""
        return 1 << 20

    def __enter__(self) -> epoll:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def install() -> None:
    """Put the look-alikes into `select`; `selectors` must not have been imported before."""
    like_builtin(real, "select", select)
    for face in (poll, epoll):
        face.__module__ = "select"
        if hasattr(real, face.__name__):
            setattr(real, face.__name__, face)
