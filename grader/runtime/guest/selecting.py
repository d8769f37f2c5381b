"""`select`: with nothing to watch, `select`, `poll` and `epoll` are ways to sleep.

Pipes and socket pairs can be watched by `select` and `poll` (see `pipes`); other descriptors are
not modelled: the schedule ends there as such.
"""

from __future__ import annotations

import os
import select as real
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.guest.locks import wait_or_forever
from grader.runtime.wire import Op

sockets: list[Any] = []
"""where sockets are modelled, what `watching` has put here: are all of these sockets?, `select`,
`poll`, and is this one?"""
_EVERYTHING = real.POLLIN | real.POLLPRI | real.POLLOUT if hasattr(real, "poll") else 0


def _refuse(what: str) -> None:
    channel.ask(Op.UNMODELLED, payload=[what, "with a descriptor"])


def select(rlist: Any, wlist: Any, xlist: Any, timeout: float | None = None, /) -> Any:
    """Look-alike of `select.select`."""
    if list(rlist) or list(wlist) or list(xlist):
        return _select(list(rlist), list(wlist), list(xlist), timeout)
    channel.ask(Op.PAUSE, wait_ns=wait_or_forever(timeout))
    return [], [], []


def _select(rlist: list[Any], wlist: list[Any], xlist: list[Any], timeout: float | None) -> Any:
    from grader.runtime.guest import pipes

    if sockets and sockets[0][0]([_number(thing) for thing in (*rlist, *wlist, *xlist)]):
        return sockets[0][1](rlist, wlist, xlist, wait_or_forever(timeout))
    watched: dict[int, int] = {}
    for things, mask in ((rlist, pipes.IN), (wlist, pipes.OUT)):
        for fd in (_number(thing) for thing in things):
            watched[fd] = watched.get(fd, 0) | mask
    if xlist or not all(pipes.can_watch(fd) for fd in watched):
        _refuse("select.select")
    found = dict(pipes.poll_all(watched, wait_or_forever(timeout), channel.where(3)))
    ended = real.POLLHUP | real.POLLERR
    return (
        [t for t in rlist if found.get(_number(t), 0) & (pipes.IN | ended)],
        [t for t in wlist if found.get(_number(t), 0) & (pipes.OUT | real.POLLERR)], [],
    )


def _is_open(fd: int) -> bool:
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True


def _number(thing: Any) -> int:
    return thing if isinstance(thing, int) else int(thing.fileno())


class poll:
    """Look-alike of `select.poll`; time-outs are milliseconds."""

    def __init__(self) -> None:
        self._watched: dict[int, int] = {}

    def register(self, fd: Any, eventmask: int = _EVERYTHING) -> None:
        """Watch a pipe; another descriptor is not modelled."""
        from grader.runtime.guest import pipes

        number = _number(fd)
        if sockets and sockets[0][3](number):
            self._watched[number] = eventmask
            return
        if not pipes.can_watch(number):
            _refuse("select.poll")
        self._watched[number] = eventmask

    def modify(self, fd: Any, eventmask: int) -> None:
        """Watch it for something else."""
        if _number(fd) not in self._watched:
            raise FileNotFoundError(2, "No such file or directory")
        self._watched[_number(fd)] = eventmask

    def unregister(self, fd: Any) -> None:
        """Watch it no longer."""
        del self._watched[_number(fd)]

    def poll(self, timeout: float | None = None) -> list[Any]:
        """Wait for `timeout`; for ever when it is None or negative."""
        from grader.runtime.guest import pipes

        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        if self._watched and sockets:
            closed = [fd for fd in self._watched if not _is_open(fd)]
            rest = {fd: mask for fd, mask in self._watched.items() if fd not in closed}
            found: list[Any] = [(fd, real.POLLNVAL) for fd in closed]
            if not rest:
                return found
            if sockets[0][0](list(rest)):
                wait_ns = 0 if closed else wait_or_forever(seconds)
                return found + list(sockets[0][2](rest, wait_ns))
        if self._watched:
            return pipes.poll_all(self._watched, wait_or_forever(seconds), channel.where(2))
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
