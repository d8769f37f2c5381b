"""`multiprocessing.managers`: a server process, reached over local sockets.

The server and its clients run as any other process of the program. Three things are mended: its
sockets wait in the world; it does not look once a second whether it is to stop, for ever, which
would let time pass without end; and its objects get numbers in place of addresses in memory.
A port of this machine stands for a local socket of that name; the network is not there.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import wraps
from itertools import count
from typing import Any

from grader.runtime.guest import pipes, refusals
from grader.runtime.guest.channel import channel
from grader.runtime.guest.payloads import describe
from grader.runtime.wire import FOREVER

_PUTS, _GETS = ("put", "put_nowait"), ("get", "get_nowait")
_FIRST_PORT = 50_000
_ids = count(1)


def _allowed(plain: Callable[..., Any]) -> Callable[..., Any]:
    """Sockets may be made in here."""

    @wraps(plain)
    def call(*args: Any, **kwargs: Any) -> Any:
        before, refusals.allowed[0] = refusals.allowed[0], True
        try:
            return plain(*args, **kwargs)
        finally:
            refusals.allowed[0] = before

    return call


def _local_name(address: Any) -> Any:
    """For (host, port) the path that stands for it."""
    if isinstance(address, str):
        return address
    import tempfile  # which makes a lock: only where it is needed

    host, port = address
    if host not in ("", "localhost", "127.0.0.1", "0.0.0.0"):
        refusals.refuse("multiprocessing.connection", str(host))
    return os.path.join(tempfile.gettempdir(), f"port-{int(port)}")


def _listen(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def __init__(self: Any, address: Any, family: str, backlog: int = 1) -> None:
        if family == "AF_INET" and not address[1]:
            address = address[0], _FIRST_PORT + next(_ids)
        _allowed(plain)(self, _local_name(address), "AF_UNIX", backlog)
        self._address, self._family = address, family

    return __init__


def _accept(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def accept(self: Any) -> Any:
        fd = self._socket.fileno()
        pipes.internal.add(pipes.number_of(fd))
        pipes.wait_ready([(fd, pipes.IN)], pipes.number_of(fd), FOREVER, channel.where(2))
        made = _allowed(plain)(self)
        pipes.internal.add(pipes.number_of(made.fileno()))
        return made

    return accept


def _connect(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def connect(address: Any) -> Any:
        try:
            made = _allowed(plain)(_local_name(address))
        except FileNotFoundError as problem:
            raise ConnectionRefusedError(111, "Connection refused") from problem
        pipes.internal.add(pipes.number_of(made.fileno()))
        return made

    return connect


def _serve_forever(self: Any) -> None:
    """`Server.serve_forever`, without its look once a second."""
    from multiprocessing import process

    current: Any = process.current_process()
    self.stop_event = threading.Event()
    current._manager_server = self
    accepter = threading.Thread(target=self.accepter)
    accepter.daemon = True
    accepter.start()
    self.stop_event.wait()
    sys.exit(0)


def _all_methods(thing: Any) -> list[str]:
    """Names of its methods; a property is not asked for its value to see that it is none."""
    names = (n for n in dir(thing) if not isinstance(getattr(type(thing), n, None), property))
    return [name for name in names if callable(getattr(thing, name))]


def _create(plain: Callable[..., Any]) -> Callable[..., Any]:
    numbers: dict[str, str] = {}

    @wraps(plain)
    def create(self: Any, *args: Any, **kwargs: Any) -> Any:
        ident, exposed = plain(self, *args, **kwargs)
        number = numbers.get(ident)
        if number is None or number not in self.id_to_obj:
            number = numbers[ident] = str(channel.process * 1000 + next(_ids))
        self.id_to_obj[number] = self.id_to_obj.pop(ident)
        references = self.id_to_refcount.pop(ident, 0)
        self.id_to_refcount[number] = self.id_to_refcount.get(number, 0) + references
        if ident in self.id_to_local_proxy_obj:
            self.id_to_local_proxy_obj[number] = self.id_to_local_proxy_obj.pop(ident)
        return number, exposed

    return create


def _call(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def _callmethod(self: Any, methodname: str, args: Any = (), kwds: Any = {}) -> Any:  # noqa: B006
        ident = self._token.id
        is_queue = (str(ident).isdigit() and "Queue" in str(self._token.typeid)) or (
            methodname in _PUTS + _GETS and "queue" in str(self._token.typeid).lower()
        )
        if not is_queue or methodname not in _PUTS + _GETS:
            return plain(self, methodname, args, kwds)
        if methodname in _PUTS and args:
            channel.note("remote_put", int(ident), *describe(args[0]), channel.where(2))
            try:
                return plain(self, methodname, args, kwds)
            except BaseException:
                channel.note("remote_not_put", int(ident))
                raise
        found = plain(self, methodname, args, kwds)
        if methodname in _GETS:
            channel.note("remote_got", int(ident), *describe(found), channel.where(2))
        return found

    return _callmethod


def install() -> None:
    """Mend what has been imported of `multiprocessing`."""
    managers: Any = sys.modules.get("multiprocessing.managers")
    connection: Any = sys.modules.get("multiprocessing.connection")
    if managers is None or connection is None:
        return
    listener = connection.SocketListener
    listener.__init__, listener.accept = _listen(listener.__init__), _accept(listener.accept)
    connection.SocketClient = _connect(connection.SocketClient)
    managers.all_methods = _all_methods
    managers.Server.serve_forever = _serve_forever
    managers.Server.create = _create(managers.Server.create)
    managers.BaseProxy._callmethod = _call(managers.BaseProxy._callmethod)
