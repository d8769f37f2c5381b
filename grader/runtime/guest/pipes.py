"""Pipes and socket pairs: real ones, read and written without blocking, and parked on otherwise.

Only one thread of the program runs at a time, so between a look at a descriptor and the read or
write that follows nobody can come in between: a look tells what a read will do. For a write it does
not (a pair of sockets says "full" with most of its room left), so that is tried without blocking;
the flag for that belongs to the open file, which other processes share, and is put back at once.
What cannot be done now waits in the world until the kernel says that the descriptor is ready.
"""

from __future__ import annotations

import os
import select as real_select
import stat
import sys
from typing import Any

from grader.runtime.guest import courier, output
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.guest.refusals import refuse
from grader.runtime.wire import FOREVER, TIMED_OUT, Letter, Op

IN, OUT = real_select.POLLIN, real_select.POLLOUT
_read, _fstat, _pipe = os.read, os.fstat, os.pipe
_pipe2: Any = getattr(os, "pipe2", None)
_get_blocking, _set_blocking = os.get_blocking, os.set_blocking
_real_poll = real_select.poll
_plain: dict[str, Any] = {}
_known: dict[tuple[int, int], tuple[int, int]] = {}
"""(device, inode) → (number in the world, which of the two ends of a socket pair)"""
quiet: set[int] = set()
"""threads whose bytes are told of by a layer above"""
_STANDARD = (0, 1, 2)
_dup2 = os.dup2
_original: dict[int, tuple[int, int]] = {}
standard: set[int] = {0, 1, 2}
"""descriptors that are the process's own standard streams"""
internal: set[int] = set()
"""pipes that the library made for itself: nothing is told of what goes through them"""
_SHOWN = 1000
sockets: dict[str, Any] = {"table": {}}
"""modelled sockets, by descriptor, and how they are read and written; see `sockets`"""


def number_of(fd: Any) -> int:
    """The world's number of the pipe that `fd` is an end of; 0 for anything else."""
    return end_of(fd)[0]


def end_of(fd: Any) -> tuple[int, int]:
    """(number of the pipe, which direction `fd` writes to)."""
    if fd in sockets["table"]:
        refuse("a descriptor of a socket", "used as a file")
    try:
        found = _fstat(fd)
    except (OSError, TypeError, ValueError, OverflowError):
        return 0, 0
    if not (stat.S_ISFIFO(found.st_mode) or stat.S_ISSOCK(found.st_mode)) or fd in standard:
        return 0, 0
    key = found.st_dev, found.st_ino
    known = _known.get(key)
    if known is None:
        known = _known[key] = (channel.new_shared("pipe"), 0)
    return known


def know(device: int, inode: int) -> None:
    """A named pipe has its number before anybody opens it."""
    _known[device, inode] = (channel.new_shared("pipe"), 0)


def know_pair(one: int, other: int) -> None:
    """The two ends of a new socket pair are one pipe with two directions."""
    number, _ = end_of(one)
    found = _fstat(other)
    _known[found.st_dev, found.st_ino] = (number, 1)


def is_ready(fd: int, mask: int) -> int:
    """The events of `fd` that are there now."""
    poll = _real_poll()
    poll.register(fd, mask)
    found = poll.poll(0)
    return int(found[0][1]) if found else 0


def wait_ready(watched: list[tuple[int, int]], number: int, wait_ns: int, where: int) -> bool:
    """Park until one of `watched` (descriptor, mask) is ready; False when time ran out."""
    courier.send(Letter.PARK, channel.me(), [fd for fd, _ in watched], [m for _, m in watched])
    result = channel.ask(Op.AWAIT, number, len(watched), wait_ns, where=where)
    return result != TIMED_OUT


def pipe() -> tuple[int, int]:
    """Look-alike of `os.pipe`: it has its number before any process could inherit it."""
    ends = _pipe()
    if channel.active:
        number_of(ends[0])
    return ends


def pipe2(flags: int, /) -> tuple[int, int]:
    """Look-alike of `os.pipe2`."""
    ours, theirs = _pipe2(flags)
    if channel.active:
        number_of(ours)
    return ours, theirs


def read(fd: int, size: int, /) -> bytes:
    """Look-alike of `os.read`."""
    if fd in sockets["table"]:
        return bytes(sockets["read"](fd, size))
    number, side = end_of(fd) if channel.active and channel.me() >= 0 else (0, 0)
    if not number:
        return _read(fd, size)
    where = channel.where(2)
    if is_ready(fd, IN):
        channel.ask(Op.RECEIVE, number, where=where)
    while not is_ready(fd, IN):
        if not _get_blocking(fd):
            break
        wait_ready([(fd, IN)], number, FOREVER, where)
    data = _read(fd, size)
    if channel.me() not in quiet:
        _tell("read", number, 1 - side if _is_socket(fd) else 0, data, where)
    return data


def write(fd: int, data: Any, /) -> int:
    """Look-alike of `os.write`."""
    if fd in sockets["table"]:
        return int(sockets["write"](fd, data))
    number, side = end_of(fd) if channel.active and channel.me() >= 0 else (0, 0)
    if not number:
        return int(_plain["write"](fd, data))
    where = channel.where(2)
    channel.ask(Op.SEND, number, where=where)
    chunk = memoryview(data).cast("B")
    written = _write_now(fd, chunk)
    while written < len(chunk) and _get_blocking(fd):
        wait_ready([(fd, OUT)], number, FOREVER, where)
        written += _write_now(fd, chunk[written:])
    if channel.me() not in quiet:
        _tell("wrote", number, side, bytes(chunk[:written]), where)
    if not written and len(chunk):
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return written


def _write_now(fd: int, chunk: memoryview) -> int:
    blocking = _get_blocking(fd)
    if blocking:
        _set_blocking(fd, False)
    try:
        return int(_plain["write"](fd, chunk))
    except BlockingIOError:
        return 0
    finally:
        if blocking:
            _set_blocking(fd, True)


def _is_socket(fd: int) -> bool:
    return stat.S_ISSOCK(_fstat(fd).st_mode)


def _tell(kind: str, number: int, side: int, data: bytes, where: int) -> None:
    channel.note(kind, number, side, len(data), data[:_SHOWN].decode("utf-8", "replace"), where)


def dup2(fd: int, fd2: int, inheritable: bool = True) -> int:
    """Look-alike of `os.dup2`: a standard stream can become the end of a pipe, and itself again."""
    before = _fstat(fd2) if fd2 in _STANDARD and fd2 in standard else None
    made = _dup2(fd, fd2, inheritable)
    if fd2 in _STANDARD:
        if before is not None:
            _original.setdefault(fd2, (before.st_dev, before.st_ino))
        found = _fstat(fd2)
        if (found.st_dev, found.st_ino) == _original.get(fd2):
            standard.add(fd2)
            output.redirected.discard(fd2)
        else:
            standard.discard(fd2)
            output.redirected.add(fd2)
            if not fd2 and end_of(0)[0]:
                sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    return made


def poll_all(watched: dict[int, int], wait_ns: int, where: int) -> list[tuple[int, int]]:
    """What `select.poll` finds; waits in the world when nothing is ready."""
    poll = _real_poll()
    for fd, mask in watched.items():
        poll.register(fd, mask)
    numbers = sorted({number_of(fd) for fd in watched} - {0})
    number = numbers[0] if len(numbers) == 1 else 0
    now = bool(poll.poll(0))
    if now or not wait_ns:
        channel.ask(Op.PEEK, number, wait_ns=0, where=where)
    if not poll.poll(0) and wait_ns:
        wait_ready(list(watched.items()), number, wait_ns, where)
    return poll.poll(0)


def can_watch(fd: Any) -> bool:
    """Is it a descriptor of the kinds that are modelled?"""
    return bool(number_of(fd))


def install() -> None:
    """Put the look-alikes into `os`."""
    _plain["write"] = os.write
    posix = sys.modules.get("posix")
    for name, face in (("read", read), ("write", write), ("pipe", pipe), ("pipe2", pipe2),
                       ("dup2", dup2)):
        like_builtin(os, name, face)
        if posix is not None and hasattr(posix, name):
            setattr(posix, name, face)
