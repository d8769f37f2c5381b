"""Descriptors for the conductor: what a process sends beside its announcements.

A new process makes its own pipes and gives the far ends away; a thread that has to wait for a pipe
sends duplicates of its descriptors. The kernel tells the conductor who the sender is.
"""

from __future__ import annotations

import _socket
import array
import fcntl
import os
import struct

from grader.runtime.guest.channel import channel
from grader.runtime.wire import HAS_MAIL, LETTER, Letter

_HIGH = 600
"""where our own descriptors begin in a child: far from those that a program counts on"""
_close, _pipe = os.close, os.pipe
_Socket = _socket.socket
_sockets: list[_socket.socket] = []
inherited: list[range] = []
"""descriptors of the main process that no child may keep"""
_own: list[int] = []


def install(mail: int, others: list[int]) -> None:
    """`mail`: the socket; `others`: the main process's own descriptors, in one run."""
    _sockets.append(_Socket(fileno=mail))
    inherited.append(range(min(others), max(others) + 1))


def send(kind: Letter, thread: int, fds: list[int], masks: list[int] | None = None) -> None:
    """One letter; the next announcement says that it is there."""
    body = LETTER.pack(kind, thread, channel.process)
    if masks:
        body += struct.pack(f"<{len(masks)}H", *masks)
    rights = (_socket.SOL_SOCKET, _socket.SCM_RIGHTS, array.array("i", fds))
    _sockets[0].sendmsg([body], [rights])
    channel.mail = HAS_MAIL


def new_pipes(process: int, me: int) -> None:
    """In a new process: drop the parent's pipes, make our own, say hello."""
    for gone in inherited:
        os.closerange(gone.start, gone.stop)
    inherited.clear()
    for fd in _own:
        _close(fd)
    _own.clear()
    announce_read, announce_write = _pipe()
    channel.process = process
    channel.announce_fd = _kept(announce_write)
    go_write = _new_go(me, fresh=True)
    send(Letter.HELLO, me, [announce_read, go_write])
    channel.mail = 0
    _close(announce_read)
    _close(go_write)


def new_go_pipe(thread: int) -> None:
    """For another thread of this process; the main process has its pipes from the start."""
    if channel.process:
        go_write = _new_go(thread)
        send(Letter.GO_PIPE, thread, [go_write])
        _close(go_write)


def _new_go(thread: int, fresh: bool = False) -> int:
    go_read, go_write = _pipe()
    if fresh:
        channel.go_fds = {}
    channel.go_fds[thread] = _kept(go_read)
    return go_write


def _kept(fd: int) -> int:
    high = fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, _HIGH)
    _close(fd)
    _own.append(high)
    return high
