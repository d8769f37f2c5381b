"""Named pipes: `os.mkfifo`, and opening one, which waits in the world for the other side.

A blocking `open` would wait where the world cannot see it. So both sides are opened without
blocking, once two flags of the world say that a reader and a writer have come. One that was made
where this process does not know of it stays unmodelled: its flags would be others.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import Any

from grader.runtime.guest import files, pipes, refusals
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.wire import Op

_mkfifo: Any = getattr(os, "mkfifo", None)
_open, _stat = os.open, os.stat
_flags: dict[tuple[int, int], tuple[int, int]] = {}
"""a named pipe → the flags "a reader has come" and "a writer has come" """


def mkfifo(path: Any, mode: int = 0o666, *, dir_fd: int | None = None) -> None:
    """Look-alike of `os.mkfifo`."""
    _mkfifo(path, mode, dir_fd=dir_fd)
    if channel.active and dir_fd is None:
        found = _stat(path)
        pipes.know(found.st_dev, found.st_ino)
        _flags[found.st_dev, found.st_ino] = (
            channel.new_shared("event"), channel.new_shared("event")
        )


def _key_of(path: Any) -> tuple[int, int] | None:
    """The named pipe at `path`; None for anything else."""
    if isinstance(path, int) or not channel.active:
        return None
    try:
        found = _stat(path)
    except (OSError, TypeError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISFIFO(found.st_mode) else None


def open_fifo(path: Any, flags: int, key: tuple[int, int]) -> int:
    """Open one end, waiting for the other."""
    access = flags & os.O_ACCMODE
    if access == os.O_RDWR or flags & os.O_NONBLOCK:
        return _open(path, flags)
    if key not in _flags:
        refusals.refuse("open", path)
    reader_came, writer_came = _flags[key]
    where = channel.where(3)
    if access == os.O_RDONLY:
        fd = _open(path, flags | os.O_NONBLOCK)
        channel.ask(Op.SET, reader_came, where=where)
        channel.ask(Op.WAIT, writer_came, where=where)
    else:
        channel.ask(Op.SET, writer_came, where=where)
        fd = -1
        while fd < 0:
            channel.ask(Op.WAIT, reader_came, where=where)
            try:
                fd = _open(path, flags | os.O_NONBLOCK)
            except OSError as problem:
                if problem.errno != errno.ENXIO:
                    raise
                channel.ask(Op.CLEAR, reader_came, where=where)  # it has gone again
    pipes._set_blocking(fd, True)
    pipes.number_of(fd)
    return fd


def os_open(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
    """Look-alike of `os.open`."""
    key = _key_of(path) if dir_fd is None else None
    return _open(path, flags, mode, dir_fd=dir_fd) if key is None else open_fifo(path, flags, key)


def _open_file(file: Any, mode: str) -> int | None:
    """For `open`: the descriptor of a named pipe, None for another file."""
    key = _key_of(file)
    if key is None or "+" in mode:
        return None
    return open_fifo(file, os.O_RDONLY if "r" in mode else os.O_WRONLY, key)


def install() -> None:
    """Put the look-alikes into `os`, and named pipes into `open`."""
    like_builtin(os, "mkfifo", mkfifo)
    like_builtin(os, "open", os_open)
    files.open_named.append(_open_file)
