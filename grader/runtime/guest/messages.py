"""What goes between processes by `multiprocessing`: told as evidence where it is put and taken.

The library's own code does the work; around it stand notes. An item is told where the program puts
it (before the feeder thread has it), each message where its bytes are written and read, so that
which `put` belongs to which `get` follows from the order in the pipe.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FrameType
from typing import Any

from grader.runtime.guest import pipes, refusals
from grader.runtime.guest.channel import channel
from grader.runtime.guest.payloads import describe, digest

_said: dict[int, list[Any]] = {}
"""thread → what the message is that it is about to send, as the program has it"""


def _send_bytes(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def send(self: Any, buf: Any) -> None:
        me = channel.me()
        number, side = pipes.end_of(self._handle)
        said = _said.pop(me, None) or describe(bytes(buf))
        if number not in pipes.internal:
            channel.note("sent", number, side, len(buf), digest(buf), *said, channel.where(3))
        pipes.quiet.add(me)
        try:
            plain(self, buf)
        except OSError:
            if number not in pipes.internal:
                channel.note("not_sent", number, side)
            raise
        finally:
            pipes.quiet.discard(me)

    return send


def _recv_bytes(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def receive(self: Any, maxsize: int | None = None) -> Any:
        me = channel.me()
        number, side = pipes.end_of(self._handle)
        side = 1 - side if pipes._is_socket(self._handle) else 0
        pipes.quiet.add(me)
        try:
            buf = plain(self, maxsize)
        finally:
            pipes.quiet.discard(me)
        data = buf.getbuffer()
        if number in pipes.internal:
            return buf
        channel.note("received", number, side, len(data), digest(data),
                     *describe(bytes(data[:400])), channel.where(3))
        return buf

    return receive


def _send(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def send(self: Any, obj: Any) -> None:
        _said[channel.me()] = describe(obj)
        try:
            plain(self, obj)
        finally:
            _said.pop(channel.me(), None)

    return send


def _recv(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def receive(self: Any) -> Any:
        obj = plain(self)
        if pipes.number_of(self._handle) not in pipes.internal:
            channel.note("message", pipes.number_of(self._handle), *describe(obj))
        return obj

    return receive


def _make_pipe(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def Pipe(duplex: bool = True) -> Any:
        refusals.allowed[0] = True
        try:
            one, other = plain(duplex)
        finally:
            refusals.allowed[0] = False
        if duplex:
            pipes.know_pair(one.fileno(), other.fileno())
        number = pipes.number_of(one.fileno())
        if channel.active and not _made_by_student(sys._getframe(1)):
            pipes.internal.add(number)
        return one, other

    return Pipe


def _queue_number(queue: Any) -> int:
    number = queue.__dict__.get("_world_number")
    if number is None:
        number = queue.__dict__["_world_number"] = pipes.number_of(queue._reader.fileno())
    return int(number)


def _made_by_student(frame: FrameType | None) -> bool:
    """Or by a pool for its own use? Whoever called the context's factory."""
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if frame.f_code.co_filename in channel.files:
            return True
        if name not in ("multiprocessing.context", "multiprocessing.queues", __name__):
            return False
        frame = frame.f_back
    return False


def _make_queue(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        plain(self, *args, **kwargs)
        inner = [getattr(self, name, None) for name in ("_rlock", "_wlock", "_sem")]
        numbers = [one._semlock._number for one in inner if one is not None]
        pipes.internal.discard(_queue_number(self))
        channel.note("is_queue", _queue_number(self), type(self).__name__, numbers,
                     _made_by_student(sys._getframe(1)))

    return __init__


def _set_state(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def __setstate__(self: Any, state: Any) -> None:
        plain(self, state)
        _queue_number(self)  # now: a pool's worker closes the end that it does not use

    return __setstate__


def _put(plain: Callable[..., None]) -> Callable[..., None]:
    @wraps(plain)
    def put(self: Any, obj: Any, *args: Any, **kwargs: Any) -> None:
        number = _queue_number(self)
        channel.note("put", number, *describe(obj), channel.where(2))
        _said[channel.me()] = describe(obj)
        try:
            plain(self, obj, *args, **kwargs)
        except BaseException:
            channel.note("not_put", number)
            raise
        finally:
            _said.pop(channel.me(), None)

    return put


def _get(plain: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(plain)
    def get(self: Any, *args: Any, **kwargs: Any) -> Any:
        number = _queue_number(self)
        obj = plain(self, *args, **kwargs)
        channel.note("got", number, *describe(obj), channel.where(2))
        return obj

    return get


def _wrap(owner: Any, **wrappers: Callable[[Any], Any]) -> None:
    for name, wrapper in wrappers.items():
        if name in vars(owner):
            setattr(owner, name, wrapper(vars(owner)[name]))


def install() -> None:
    """Mend what has been imported of `multiprocessing`."""
    connection: Any = sys.modules.get("multiprocessing.connection")
    if connection is not None:
        connection.Pipe = _make_pipe(connection.Pipe)
        _wrap(connection.Connection, _send_bytes=_send_bytes, _recv_bytes=_recv_bytes)
        _wrap(connection._ConnectionBase, send=_send, recv=_recv)
    queues: Any = sys.modules.get("multiprocessing.queues")
    if queues is not None:
        for kind in (queues.Queue, queues.JoinableQueue, queues.SimpleQueue):
            _wrap(kind, put=_put, get=_get)
        for kind in (queues.Queue, queues.SimpleQueue):
            _wrap(kind, __init__=_make_queue, __setstate__=_set_state)
