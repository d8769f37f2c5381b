"""One modelled TCP socket, and what is watched by a selector: plain state, as Linux has it.

A connection is two sockets that know each other; what one sends lies in the other's `inbox` until
it is read, and `capacity` bounds that (think of both kernel buffers as one). FIN and RST arrive at
once. Which error comes when follows `tcp_reset`, `tcp_recvmsg` and `tcp_sendmsg` of Linux:
bytes that arrived before a reset can still be read, its error is told once, and who already saw the
end (CLOSE_WAIT) is told EPIPE when it writes and nothing when it reads.
"""

from __future__ import annotations

import errno
import select
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from grader.runtime.wire import BODY_LIMIT, Op
from grader.runtime.world.resources import Pending

Address = tuple[Any, ...]
State = Literal["new", "bound", "listening", "connecting", "connected", "closed"]
INET, INET6, UNIX = 2, 10, 1
IN, OUT, ERR, HUP = 0x001, 0x004, 0x008, 0x010
RDHUP = 0x2000
PRI = 0x002
assert (IN, OUT, ERR, HUP) == (select.POLLIN, select.POLLOUT, select.POLLERR, select.POLLHUP)
AGAIN = -errno.EAGAIN
LATE = -errno.ETIMEDOUT


def _nothing() -> None:
    """Nobody waits to hear of a change."""


@dataclass(slots=True, eq=False)
class Socket:
    """See the module. `held_by`: the processes that have it open; nobody's is gone."""

    number: int
    family: int
    capacity: int
    held_by: set[int] = field(default_factory=set)
    kind: str = "socket"
    state: State = "new"
    address: Address | None = None
    other: Address | None = None
    backlog: int = 0
    listened: int = 0  # the how-manieth listener this is
    queue: deque[Socket] = field(default_factory=deque)
    waiting: list[Socket] = field(default_factory=list)  # connects without a place in the queue
    peer: Socket | None = None
    inbox: bytearray = field(default_factory=bytearray)
    finished: bool = False  # the other side will send no more
    stopped_reading: bool = False
    stopped_writing: bool = False
    broken: bool = False  # by a reset
    error: int = 0
    reuse_address: bool = False
    reuse_port: bool = False
    only_v6: bool = False
    breaks_on_close: bool = False  # SO_LINGER with no time
    end_seen: bool = False
    changed: Callable[[], None] = _nothing
    """called when the other side may have changed what can be done here"""

    # -- could it be done now? ----------------------------------------------------------------

    def ready(self, pending: Pending) -> bool:
        """Would it be done, or refused, without waiting?"""
        op = pending.op
        if op is Op.NET_RECEIVE:
            return self.is_readable()
        if op is Op.NET_SEND:
            return self.may_send()
        if op is Op.NET_ACCEPT:
            return bool(self.queue) or self.state != "listening"
        if op is Op.NET_CONNECT:
            return self.state != "connecting"
        return True

    def perform(self, pending: Pending) -> int:
        """Never asked: `Network.perform` does it."""
        raise ValueError("a socket does nothing by itself")

    def holders(self) -> list[int]:
        """Threads that could let a waiter go on are not known."""
        return []

    def is_readable(self) -> bool:
        """Would a receive return at once: with bytes, the end, or an error?"""
        return bool(
            self.inbox or self.finished or self.stopped_reading or self.broken or self.error
            or self.state != "connected"
        )

    def may_send(self) -> bool:
        """Would a send return at once: with some of it sent, or an error?"""
        if self.state == "connecting":
            return False
        return (
            self.room > 0 or self.stopped_writing or self.broken or bool(self.error)
            or self.state != "connected"
        )

    @property
    def room(self) -> int:
        """How many bytes can be sent now. What is sent to a closed socket is gone at once."""
        peer = self.peer
        if peer is None:
            return 0
        return self.capacity if peer.state == "closed" else self.capacity - len(peer.inbox)

    def events(self) -> int:
        """What `poll` says of it."""
        if self.state == "listening":
            return IN if self.queue else 0
        if self.state == "connecting":
            return 0
        if self.state != "connected":
            broken = ERR if self.error else 0
            return OUT | HUP | broken | (IN if broken else 0)
        found = IN if self.is_readable() else 0
        if self.broken or self.stopped_writing or 3 * self.room >= self.capacity:
            found |= OUT
        if self.finished or self.stopped_reading or self.broken:
            found |= RDHUP
        if self.broken or ((self.finished or self.stopped_reading) and self.stopped_writing):
            found |= HUP
        return found | (ERR if self.error else 0)

    # -- doing it -----------------------------------------------------------------------------

    def receive(self, most: int, leave: bool = False) -> tuple[int, bytes]:
        """(how many bytes or -errno, the bytes); only when it is readable."""
        if self.state in ("new", "bound", "listening"):
            if self.error:
                return -self.take_error(), b""
            return -errno.ENOTCONN, b""
        if self.inbox:
            data = bytes(self.inbox[: min(most, BODY_LIMIT)])
            if not leave:
                del self.inbox[: len(data)]
                if self.peer is not None:
                    self.peer.changed()
            return len(data), data
        if self.error and not self.finished:
            return -self.take_error(), b""
        self.end_seen = True
        return 0, b""

    def send(self, data: bytes) -> int:
        """How many bytes are on their way, or -errno; only when it may send."""
        if self.error:
            return -self.take_error()
        if self.state != "connected" or self.stopped_writing or self.broken:
            return -errno.EPIPE
        assert self.peer is not None
        if self.family == UNIX and self.peer.state == "closed":
            return -errno.EPIPE
        taken = data[: self.room]
        if self.peer.state == "closed":
            self.be_broken()
        else:
            self.peer.inbox += taken
            self.peer.changed()
        return len(taken)

    def shut(self, how: int) -> int:
        """`shutdown`."""
        if self.state == "listening" and how in (0, 2):
            self.stop_listening()
            return 0
        if self.state != "connected" or self.broken:
            return -errno.ENOTCONN
        if how in (0, 2):
            self.stopped_reading = True
        if how in (1, 2):
            self._say_end()
        return 0

    def close(self) -> None:
        """Nobody holds it any more."""
        if self.state == "listening":
            self.stop_listening()
        if self.state == "connected" and self.peer is not None:
            if (self.inbox or self.breaks_on_close) and not self.broken:
                self.peer.be_broken()
            else:
                self._say_end()
        self.state = "closed"
        self.inbox.clear()
        if self.peer is not None:
            self.peer.changed()

    def stop_listening(self) -> None:
        """Who waits in the queue is broken off, who waits for a place in it refused."""
        self.state = "bound"
        for connection in self.queue:
            assert connection.peer is not None
            connection.peer.be_broken()
            connection.state = "closed"
        self.queue.clear()
        for connecting in self.waiting:
            connecting.state = "bound"
            connecting.error = errno.ECONNREFUSED
        self.waiting.clear()

    def _say_end(self) -> None:
        self.stopped_writing = True
        if self.peer is not None and not self.broken:
            self.peer.finished = True
            self.peer.changed()

    def be_broken(self) -> None:
        """A reset has come."""
        if self.state == "closed" or self.broken:
            return
        self.error = errno.EPIPE if self.finished else errno.ECONNRESET
        self.broken = self.stopped_writing = self.stopped_reading = True
        self.changed()

    def take_error(self) -> int:
        """What SO_ERROR tells, once."""
        found, self.error = self.error, 0
        return found

    @property
    def connection(self) -> int:
        """The same number for both ends of a connection."""
        return self.number if self.peer is None else min(self.number, self.peer.number)


@dataclass(slots=True, eq=False)
class Interest:
    """What a selector watches: descriptor → (socket, events)."""

    number: int
    held_by: set[int] = field(default_factory=set)
    kind: str = "selector"
    watched: dict[int, tuple[Socket, int]] = field(default_factory=dict)

    def ready(self, pending: Pending) -> bool:
        """Is anything that is watched ready? To close a selector needs no waiting."""
        if pending.op is Op.NET_CLOSE:
            return True
        watched = self.watched if pending.extra is None else pending.extra
        return any(
            one.held_by and one.events() & (mask | ERR | HUP) for one, mask in watched.values()
        )

    def found(self, pending: Pending) -> list[list[int]]:
        """[descriptor, events] of each that is ready, in the order in which they are watched."""
        watched = self.watched if pending.extra is None else pending.extra
        found = []
        for fd, (one, mask) in watched.items():
            events = one.events() & (mask | ERR | HUP) if one.held_by else 0
            if events:
                found.append([fd, events])
        return found

    def perform(self, pending: Pending) -> int:
        """Never asked: `Network.perform` does it."""
        raise ValueError("a selector does nothing by itself")

    def holders(self) -> list[int]:
        """Threads that could let a waiter go on are not known."""
        return []


def make_pair(one: Socket, other: Socket) -> None:
    """Connect two sockets."""
    one.peer, other.peer = other, one
    one.state = other.state = "connected"
