"""Ptrace through ctypes: the few requests that a birth counter needs. Linux only."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

# linux/ptrace.h
CONT, SEIZE, LISTEN, GETEVENTMSG = 7, 0x4206, 0x4208, 0x4201
EVENT_FORK, EVENT_VFORK, EVENT_CLONE, EVENT_EXEC, EVENT_EXIT, EVENT_STOP = 1, 2, 3, 4, 6, 128
OPTION_EXITKILL = 1 << 20
WAIT_ALL_KINDS = 0x40000000  # __WALL: threads too, whatever signal they end with


class Ptrace:
    """The ptrace call, bound once: binding costs more than the call."""

    def __init__(self) -> None:
        """Raises OSError where there is no ptrace."""
        if not sys.platform.startswith("linux"):
            raise OSError(errno.ENOSYS, "ptrace is used on Linux only")
        libc = ctypes.CDLL(None, use_errno=True)
        self._call = libc.ptrace
        self._call.restype = ctypes.c_long
        self._call.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
        self._message = ctypes.c_ulong()
        self._message_address = ctypes.addressof(self._message)

    def seize(self, pid: int, options: int) -> None:
        """Trace `pid` and all it will start, without stopping it. Raises OSError."""
        self._request(SEIZE, pid, options)

    def resume(self, tid: int, signal_number: int = 0) -> None:
        """Let a stopped task go on, with a signal delivered. A task that is gone is no error."""
        self._request(CONT, tid, signal_number, may_be_gone=True)

    def leave_stopped(self, tid: int) -> None:
        """Let a task that SIGSTOP stopped stay so, until SIGCONT, as if nobody traced it."""
        self._request(LISTEN, tid, 0, may_be_gone=True)

    def event_message(self, tid: int) -> int:
        """What the last event of a stopped task was about; 0 when it is gone."""
        self._message.value = 0
        self._request(GETEVENTMSG, tid, self._message_address, may_be_gone=True)
        return int(self._message.value)

    def _request(self, request: int, tid: int, data: int, *, may_be_gone: bool = False) -> None:
        if self._call(request, tid, None, data) == -1:
            code = ctypes.get_errno()
            # A SIGKILL can take a task out of its stop at any moment; its end is reported later.
            if not (may_be_gone and code == errno.ESRCH):
                raise OSError(code, f"ptrace: {os.strerror(code)}")
