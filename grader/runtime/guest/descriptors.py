"""Descriptors of modelled sockets: which there are, what they mean, and `os` over them.

Behind each stands a real socket that is never connected, so that numbers, `fileno`, inheritance and
the flag for blocking are the kernel's own.
"""

from __future__ import annotations

import _socket
import errno
import os
import sys
from typing import Any

from grader.runtime.guest import refusals
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.wire import FOREVER, Op

_Real = _socket.socket
_UNIX, _STREAM = int(_socket.AF_UNIX), int(_socket.SOCK_STREAM)
_close, _dup, _dup2, _closerange = os.close, os.dup, os.dup2, os.closerange
_pipes_dup2: list[Any] = []


class Description:
    """An open socket as this process has it: several descriptors may mean the same one."""

    __slots__ = ("count", "family", "listens", "number", "options", "proto")

    def __init__(self, number: int, family: int, proto: int = 0) -> None:
        self.number = number
        self.family = family
        self.proto = proto
        self.count = 0
        self.listens = False
        self.options: dict[tuple[int, int], Any] = {}


table: dict[int, Description] = {}
"""descriptors that are modelled sockets"""


def new_descriptor() -> int:
    """A real descriptor to stand for a modelled one. Raises OSError when there are too many."""
    refusals.allowed[0] = True
    try:
        return _Real(_UNIX, _STREAM).detach()
    finally:
        refusals.allowed[0] = False


def attach(fd: int, description: Description) -> None:
    """From now on `fd` means that socket."""
    table[fd] = description
    description.count += 1


def failed(result: int) -> OSError:
    """The exception for a result that is -errno."""
    if result == -errno.ETIMEDOUT:
        return TimeoutError("timed out")
    return OSError(-result, os.strerror(-result))


def ask(
    op: Op, number: int, argument: int = 0, wait_ns: int = FOREVER, payload: Any = None
) -> int:
    """Ask the world; >= 0 or -errno. Where there is none any more, that is a bad descriptor."""
    if not channel.active or channel.me() < 0 or channel.me() in channel.ended:
        return -errno.EBADF
    return channel.ask(op, number, argument, wait_ns, payload, channel.where(3))


def answered(
    op: Op, number: int, argument: int = 0, wait_ns: int = FOREVER, payload: Any = None
) -> tuple[int, bytes]:
    """Ask for something that comes with bytes: (result, bytes). Raises OSError."""
    result = ask(op, number, argument, wait_ns, payload)
    if result < 0:
        raise failed(result)
    return result, channel.read_body()


def drop(fd: int) -> None:
    """Close a descriptor of a modelled socket. Raises OSError."""
    description = table.pop(fd, None)
    if description is None:
        raise OSError(errno.EBADF, "Bad file descriptor")
    description.count -= 1
    if not description.count:
        ask(Op.NET_CLOSE, description.number)
    _close(fd)


def dup(fd: int) -> int:
    """Another descriptor for the same."""
    made = _dup(fd)
    if fd in table:
        attach(made, table[fd])
    return made


def close(fd: int) -> None:
    """`os.close` and `socket.close`."""
    if fd in table:
        drop(fd)
    else:
        _close(fd)


def dup2(fd: int, fd2: int, inheritable: bool = True) -> int:
    """Look-alike of `os.dup2`, above that of `pipes`."""
    if fd in table or fd2 in table:
        if fd == fd2:
            return fd
        if fd2 in table:
            drop(fd2)
        if fd in table:
            made = _dup2(fd, fd2, inheritable)
            attach(made, table[fd])
            return made
    return int(_pipes_dup2[0](fd, fd2, inheritable))


def closerange(low: int, high: int, /) -> None:
    """Look-alike of `os.closerange`."""
    for fd in [fd for fd in table if low <= fd < high]:
        drop(fd)
    _closerange(low, high)


def _no_sendfile(*arguments: Any) -> int:
    raise OSError(errno.EINVAL, "Invalid argument")  # both its users then read and send


def install() -> None:
    """Put the look-alikes into `os`."""
    _pipes_dup2.append(os.dup2)
    posix = sys.modules.get("posix")
    for name, face in (("close", close), ("dup", dup), ("dup2", dup2), ("closerange", closerange),
                       ("sendfile", _no_sendfile)):
        like_builtin(os, name, face)
        if posix is not None and hasattr(posix, name):
            setattr(posix, name, face)
