"""`select`, `poll` and `epoll` over modelled sockets: one operation of the world for each wait.

What an epoll object watches is kept in the world, so that a wait costs no more for a hundred sockets
than for one; `select` and `poll` name theirs each time.
"""

from __future__ import annotations

import errno
import json
import math
import os
import select as real
from collections.abc import Mapping
from typing import Any

from grader.runtime.guest import descriptors, pipes, selecting
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import to_ns
from grader.runtime.guest.refusals import refuse
from grader.runtime.wire import FOREVER, Op

IN, PRI, OUT, ERR, HUP = real.POLLIN, real.POLLPRI, real.POLLOUT, real.POLLERR, real.POLLHUP
NVAL = real.POLLNVAL
_EDGE = (1 << 31) | (1 << 30)
"""EPOLLET and EPOLLONESHOT"""
_selector: dict[int, int] = {}
"""process → the number of the selector that `select` and `poll` share"""


def is_socket(fd: int) -> bool:
    """Is that descriptor a modelled socket?"""
    return fd in descriptors.table


def _wait(number: int, wait_ns: int, payload: list[str] | None) -> list[list[int]]:
    _, body = descriptors.answered(Op.NET_POLL, number, 0, wait_ns, payload)
    found: list[list[int]] = json.loads(body)
    return found


def poll_all(watched: Mapping[int, int], wait_ns: int) -> list[tuple[int, int]]:
    """What `select.poll` finds among descriptors that are all modelled sockets."""
    if channel.process not in _selector:
        _selector[channel.process] = channel.new_shared("selector")
    entries = [f"{fd}:{descriptors.table[fd].number}:{mask}" for fd, mask in watched.items()]
    found = _wait(_selector[channel.process], wait_ns, entries)
    return [(fd, events & (watched[fd] | ERR | HUP)) for fd, events in found]


def all_sockets(fds: list[int]) -> bool:
    """Are they all modelled sockets? A mixture is not modelled. Raises OSError for what is none."""
    ours = [fd in descriptors.table for fd in fds]
    if all(ours):
        return True
    for fd in fds:
        os.fstat(fd)
    if any(ours):
        refuse("select", "sockets together with other descriptors")
    return False


def select(rlist: list[Any], wlist: list[Any], xlist: list[Any], wait_ns: int) -> Any:
    """What `select.select` finds."""
    number = selecting._number
    watched: dict[int, int] = {}
    for things, mask in ((rlist, IN), (wlist, OUT), (xlist, PRI)):
        for thing in things:
            watched[number(thing)] = watched.get(number(thing), 0) | mask
    found = dict(poll_all(watched, wait_ns))
    return tuple(
        [thing for thing in things if found.get(number(thing), 0) & mask]
        for things, mask in ((rlist, IN | HUP | ERR), (wlist, OUT | ERR), (xlist, PRI))
    )


class epoll:
    """Look-alike of `select.epoll`, for sockets."""

    def __init__(self, sizehint: int = -1, flags: int = 0) -> None:
        self._fd = descriptors.new_descriptor()
        self._number = channel.new_shared("selector")
        self._watched: dict[int, descriptors.Description] = {}
        self.closed = False

    def _check(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed epoll object")

    def _known(self, fd: Any) -> tuple[int, bool]:
        """(descriptor, is it watched already?). Raises OSError."""
        self._check()
        number = selecting._number(fd)
        here = descriptors.table.get(number)
        if here is None:
            os.fstat(number)
            if pipes.can_watch(number):
                refuse("select.epoll", "with a pipe")
            raise PermissionError(errno.EPERM, "Operation not permitted")
        return number, self._watched.get(number) is here

    def register(self, fd: Any, eventmask: int = IN | PRI | OUT) -> None:
        """Watch a socket."""
        number, known = self._known(fd)
        if known:
            raise FileExistsError(errno.EEXIST, "File exists")
        self._tell(number, eventmask)

    def modify(self, fd: Any, eventmask: int) -> None:
        """Watch it for something else."""
        number, known = self._known(fd)
        if not known:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        self._tell(number, eventmask)

    def unregister(self, fd: Any) -> None:
        """Watch it no longer."""
        number, known = self._known(fd)
        if not known:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        del self._watched[number]
        channel.note("watch", self._number, number, 0, -1)

    def _tell(self, fd: int, mask: int) -> None:
        if mask & _EDGE:
            refuse("select.epoll", "edge-triggered")
        here = self._watched[fd] = descriptors.table[fd]
        channel.note("watch", self._number, fd, here.number, mask & 0xFFFFFFF)

    def poll(self, timeout: float | None = None, maxevents: int = -1) -> list[tuple[int, int]]:
        """Wait until one of them is ready; time-outs are seconds, and rounded up to milliseconds."""
        self._check()
        if maxevents < -1 or maxevents == 0:
            raise ValueError(f"maxevents must be greater than 0, got {maxevents}")
        wait_ns = FOREVER
        if timeout is not None and timeout >= 0:
            wait_ns = math.ceil(to_ns(timeout) / 1_000_000) * 1_000_000
            if wait_ns:  # from now on, as the program's clock shows it
                wait_ns += channel.ticks
        found = _wait(self._number, wait_ns, None)
        many = len(found) if maxevents == -1 else maxevents
        return [(fd, events) for fd, events in found[:many]]

    def close(self) -> None:
        """It watches nothing any more."""
        if not self.closed:
            self.closed = True
            descriptors.ask(Op.NET_CLOSE, self._number)
            os.close(self._fd)

    def fileno(self) -> int:
        """Its descriptor."""
        self._check()
        return self._fd

    def __del__(self) -> None:
        if not getattr(self, "closed", True):
            self.close()

    def __enter__(self) -> epoll:
        self._check()
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    @classmethod
    def fromfd(cls, fd: int, /) -> epoll:
        """Not modelled."""
        refuse("select.epoll", "fromfd")
        return cls()


def install() -> None:
    """Put it into `select`, and tell `selecting` whom to ask about sockets."""
    epoll.__module__ = "select"
    real.epoll = epoll  # type: ignore[misc,assignment]
    selecting.sockets.append((all_sockets, select, poll_all, is_socket))
