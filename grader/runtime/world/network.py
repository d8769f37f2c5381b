"""The modelled network of one schedule: who listens where, who is connected, who watches what.

There is one machine, with the addresses 127.0.0.0/8 and ::1; nothing else can be reached. A server
that listens has a queue of its backlog and one more; who connects when that is full waits for a
place, as a client whose SYN is sent again does, and is refused when the listener goes. Descriptions
are shared by forks, so a socket is closed when no process holds it any more.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from ipaddress import AddressValueError, IPv4Address, ip_address
from typing import Any

from grader.runtime.wire import MADE_BY_WORLD, Op
from grader.runtime.world.resources import Pending, Resource
from grader.runtime.world.sockets import (
    AGAIN,
    INET,
    INET6,
    LATE,
    UNIX,
    Address,
    Interest,
    Socket,
    make_pair,
)

FIRST_PORT, LAST_PORT = 40_000, 60_999
SOMAXCONN = 4096
_WILDCARDS = ("0.0.0.0", "::")
_MAPPED = "::ffff:"
_OPTIONS = {"reuse_address", "reuse_port", "only_v6", "breaks_on_close"}


class Network:
    """See the module. Sockets live in the world's table of resources, under their numbers."""

    def __init__(self, resources: dict[int, Resource], capacity: int) -> None:
        self._resources = resources
        self._capacity = capacity
        self._listeners: list[Socket] = []
        self._open: set[Socket | Interest] = set()
        self._bound: list[Socket] = []
        self._made = 0
        self._listened = 0
        self._had_entrance = False
        self._next_port = FIRST_PORT
        self._has_place: bool | None = None
        self.on_place: Callable[[], None] = lambda: None
        """called when somebody who could not connect before may be able to, or is refused"""

    # -- what processes tell -----------------------------------------------------------------

    def make(self, number: int, kind: str, family: int, process: int) -> Socket | Interest:
        """A new socket or selector of a process. Raises ValueError."""
        if kind == "selector":
            made: Socket | Interest = Interest(number, {process})
        elif family in (INET, INET6, UNIX):
            made = Socket(number, family, self._capacity, {process})
        else:
            raise ValueError("a socket of no family")
        self._open.add(made)
        return made

    def socket_of(self, number: Any, process: int) -> Socket:
        """The socket that a process means by a number. Raises ValueError."""
        found = self._resources.get(number)
        if not isinstance(found, Socket) or process not in found.held_by:
            raise ValueError("a socket that the process does not have")
        return found

    def pair(self, one: Any, other: Any, process: int) -> None:
        """`socketpair`. Raises ValueError."""
        first, second = self.socket_of(one, process), self.socket_of(other, process)
        if first.state != "new" or second.state != "new" or first is second:
            raise ValueError("a pair of what is no new socket")
        first.address = first.other = second.address = second.other = ("",)
        make_pair(first, second)

    def watch(self, selector: Any, fd: Any, number: Any, mask: Any, process: int) -> None:
        """A selector watches a descriptor; mask -1: no longer. Raises ValueError."""
        found = self._resources.get(selector)
        if not isinstance(found, Interest) or process not in found.held_by:
            raise ValueError("a selector that the process does not have")
        if type(fd) is not int or type(mask) is not int:
            raise ValueError("no descriptor")
        if mask < 0:
            found.watched.pop(fd, None)
        else:
            found.watched[fd] = (self.socket_of(number, process), mask)

    def set_option(self, number: Any, name: Any, value: Any, process: int) -> None:
        """`setsockopt`, of what matters here. Raises ValueError."""
        if name not in _OPTIONS:
            raise ValueError("no such option")
        setattr(self.socket_of(number, process), name, bool(value))

    # -- processes ---------------------------------------------------------------------------

    def inherit(self, parent: int, child: int) -> None:
        """After a fork both hold what the parent held."""
        for one in self._open:
            if parent in one.held_by:
                one.held_by.add(child)

    def abandon(self, process: int) -> None:
        """It is dead: what only it held is closed, in the order of numbers."""
        mine = [one for one in self._open if process in one.held_by]
        for one in sorted(mine, key=lambda one: one.number):
            self._let_go(one, process)

    def _let_go(self, one: Socket | Interest, process: int) -> None:
        one.held_by.discard(process)
        if one.held_by:
            return
        self._open.discard(one)
        if isinstance(one, Socket):
            listens = one.state == "listening"
            one.close()
            if listens:
                self._listeners.remove(one)
                self._places_changed()
            if one in self._bound:
                self._bound.remove(one)

    # -- operations --------------------------------------------------------------------------

    def perform(self, pending: Pending, process: int) -> tuple[int, bytes]:
        """Do an operation that is ready or whose time has run out: (result, bytes for it)."""
        one = self._resources[pending.resource]
        if isinstance(one, Interest):
            if pending.op is Op.NET_CLOSE:
                self._let_go(one, process)
                return 0, b""
            found = one.found(pending)
            return len(found), json.dumps(found).encode()
        assert isinstance(one, Socket)
        if pending.op is Op.NET_CONNECT:
            return self._connect(one, pending)
        if not one.ready(pending):
            return (AGAIN if pending.wait_ns == 0 else LATE), b""
        return self._perform(one, pending, process)

    def _perform(self, one: Socket, pending: Pending, process: int) -> tuple[int, bytes]:
        op = pending.op
        if op is Op.NET_RECEIVE:
            return one.receive(pending.argument >> 1, bool(pending.argument & 1))
        if op is Op.NET_SEND:
            return one.send(pending.extra), b""
        if op is Op.NET_ACCEPT:
            return self._accept(one, process)
        if op is Op.NET_BIND:
            return self._bind(one, *pending.extra)
        if op is Op.NET_LISTEN:
            return self._listen(one, pending.argument), b""
        if op is Op.NET_SHUTDOWN:
            listened = one.state == "listening"
            result = one.shut(pending.argument)
            if listened and one.state != "listening":
                self._listeners.remove(one)
                self._places_changed()
            return result, b""
        if op is Op.NET_CLOSE:
            self._let_go(one, process)
            return 0, b""
        return self._state(one, pending.argument)

    def _state(self, one: Socket, what: int) -> tuple[int, bytes]:
        if what == 2:
            return one.take_error(), b""
        return 1, _addresses(one)

    def _accept(self, one: Socket, process: int) -> tuple[int, bytes]:
        if one.state != "listening":
            return -errno.EINVAL, b""
        connection = one.queue.popleft()
        connection.held_by.add(process)
        self._open.add(connection)
        if one.waiting:  # a place is free
            self._establish(one.waiting.pop(0), one)
        self._places_changed()
        return connection.number, _addresses(connection)

    # -- addresses ---------------------------------------------------------------------------

    def _bind(self, one: Socket, host: str, port: int) -> tuple[int, bytes]:
        if one.state != "new":
            return -errno.EINVAL, b""
        if not _is_ours(host, one.family):
            return -errno.EADDRNOTAVAIL, b""
        port = port or self._free_port()
        if any(_conflict(one, host, port, other) for other in self._bound):
            return -errno.EADDRINUSE, b""
        one.state, one.address = "bound", _address(one.family, host, port)
        self._bound.append(one)
        return 0, _addresses(one)

    def _free_port(self) -> int:
        self._has_place = None  # which of several listeners is next may hang on it
        used = {other.address[1] for other in self._bound if other.address}
        while True:
            port = self._next_port
            self._next_port = FIRST_PORT if port == LAST_PORT else port + 1
            if port not in used:
                return port

    def _listen(self, one: Socket, backlog: int) -> int:
        if one.state not in ("new", "bound", "listening"):
            return -errno.EINVAL
        if one.state == "new":
            self._bind(one, _WILDCARDS[one.family == INET6], 0)
        assert one.address is not None
        for other in self._listeners:
            if other is not one and _conflict(one, one.address[0], one.address[1], other):
                return -errno.EADDRINUSE
        one.backlog = max(0, min(backlog, SOMAXCONN))
        if one.state != "listening":
            self._listened += 1
            one.state, one.listened = "listening", self._listened
            self._listeners.append(one)
            self._had_entrance = self._had_entrance or self.entrance() is not None
        self._places_changed()
        return 0

    # -- connections -------------------------------------------------------------------------

    def find_listener(self, host: str, port: int, source_port: int) -> Socket | None:
        """Who answers there. Several with SO_REUSEPORT share by the port that comes."""
        exact = [s for s in self._listeners if s.address and s.address[:2] == (host, port)]
        if not exact and ":" not in host:
            mapped = _MAPPED + host
            exact = [s for s in self._listeners if s.address and s.address[1] == port and (
                s.address[0] in ("0.0.0.0", mapped) or (s.address[0] == "::" and not s.only_v6)
            )]
        elif not exact:
            exact = [s for s in self._listeners if s.address and s.address[:2] == ("::", port)]
        return exact[source_port % len(exact)] if exact else None

    def entrance(self) -> int | None:
        """The port that the scenario's clients go to: of the first that listens on 127.0.0.1."""
        for one in self._listeners:
            assert one.address is not None
            if self.find_listener("127.0.0.1", one.address[1], 0) is not None:
                return int(one.address[1])
        return None

    @property
    def has_listened(self) -> bool:
        """Has anybody ever listened where clients come? (`localhost` can be ::1 first.)"""
        return self._had_entrance

    def connect_client(self, source: str) -> Socket | None:
        """A new connection of a client of the scenario; None: there is no place yet. Raises
        ConnectionRefusedError."""
        port = self.entrance()
        if port is None:
            if self.has_listened:
                raise ConnectionRefusedError
            return None
        listener = self.find_listener("127.0.0.1", port, self._next_port)
        assert listener is not None
        if len(listener.queue) > listener.backlog:
            return None
        end = Socket(0, INET, self._capacity)
        end.address = _address(INET, source, self._free_port())
        end.other = _address(INET, "127.0.0.1", port)
        self._establish(end, listener)
        return end

    def may_connect(self) -> bool:
        """Would `connect_client` come to anything now? Hundreds may ask at each decision."""
        if self._has_place is None:
            port = self.entrance()
            if port is None:
                self._has_place = self.has_listened
            else:
                listener = self.find_listener("127.0.0.1", port, self._next_port)
                self._has_place = (
                    listener is not None and len(listener.queue) <= listener.backlog
                )
        return self._has_place

    def _places_changed(self) -> None:
        self._has_place = None
        self.on_place()

    def _establish(self, end: Socket, listener: Socket) -> None:
        number = MADE_BY_WORLD | self._made + 1
        self._made += 2
        other = Socket(number + 1, listener.family, self._capacity)
        if not end.number:
            end.number = number
            self._resources[number] = end
        self._resources[other.number] = other
        assert end.address is not None and end.other is not None
        other.address = _as_seen(listener.family, end.other)
        other.other = _as_seen(listener.family, end.address)
        make_pair(end, other)
        listener.queue.append(other)
        self._has_place = None

    def _connect(self, one: Socket, pending: Pending) -> tuple[int, bytes]:
        """A process connects to its own machine: to itself, nobody else is there."""
        if one.state == "connected":
            return (1, _addresses(one)) if pending.argument else (-errno.EISCONN, b"")
        if one.state in ("listening", "closed"):
            return -errno.EISCONN, b""
        if one.state == "connecting":
            return (-errno.EALREADY if pending.wait_ns == 0 else LATE), b""
        if one.error:
            return -one.take_error(), b""
        host, port = pending.extra
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
        one.address = one.address or _address(
            one.family, host if host.startswith("127.") else ("127.0.0.1", "::1")[":" in host],
            self._free_port(),
        )
        one.other = _address(one.family, host, port)
        listener = self.find_listener(host, port, one.address[1])
        if listener is None:
            if pending.wait_ns:
                return -errno.ECONNREFUSED, b""
            one.error = errno.ECONNREFUSED
            return -errno.EINPROGRESS, b""
        if len(listener.queue) > listener.backlog:
            one.state = "connecting"
            listener.waiting.append(one)
        else:
            self._establish(one, listener)
        if pending.wait_ns == 0 or one.state == "connecting":
            return -errno.EINPROGRESS, b""
        return 1, _addresses(one)


def _addresses(one: Socket) -> bytes:
    return json.dumps([one.address, one.other]).encode()


def _address(family: int, host: str, port: int) -> Address:
    return (host, port, 0, 0) if family == INET6 else (host, port)


def _as_seen(family: int, address: Address) -> Address:
    """An IPv4 address as a socket of the listener's family shows it."""
    host = address[0]
    if family == INET6 and ":" not in host:
        host = _MAPPED + host
    return _address(family, host, address[1])


def _is_ours(host: str, family: int) -> bool:
    try:
        found = ip_address(host)
    except (AddressValueError, ValueError):
        return False
    if family == INET:
        return isinstance(found, IPv4Address) and (host == "0.0.0.0" or found.is_loopback)
    return host in ("::", "::1") or host.startswith(_MAPPED + "127.")


def _conflict(one: Socket, host: str, port: int, other: Socket) -> bool:
    """May `one` not have an address because of `other`?"""
    if other is one or other.address is None or other.address[1] != port:
        return False
    theirs = other.address[0]
    overlap = host == theirs or (one.family == other.family and (
        host in _WILDCARDS or theirs in _WILDCARDS))
    if not overlap and one.family != other.family:
        six = one if one.family == INET6 else other
        at = host if six is one else theirs
        overlap = at == "::" and not six.only_v6
    if not overlap or (one.reuse_port and other.reuse_port):
        return False
    return not (one.reuse_address and other.reuse_address and other.state != "listening")
