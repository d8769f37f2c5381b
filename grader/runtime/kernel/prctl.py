"""The prctl switches we use, as functions. Linux only: elsewhere they raise OSError."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38


def prctl(option: int, *arguments: int) -> None:
    """Call prctl with up to four integer or address arguments. Raises OSError."""
    if not sys.platform.startswith("linux"):
        raise OSError(errno.ENOSYS, "prctl exists on Linux only")
    libc = ctypes.CDLL(None, use_errno=True)
    filled = [ctypes.c_ulong(value) for value in (*arguments, 0, 0, 0, 0)[:4]]
    if libc.prctl(ctypes.c_int(option), *filled) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def forbid_dumps() -> None:
    """Processes of the same uid can no longer trace this one or open its memory; children inherit
    it, a new program (exec) does not."""
    prctl(_PR_SET_DUMPABLE, 0)


def set_no_new_privs() -> None:
    """No program that this process starts can gain a privilege; a filter needs it. For good."""
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def become_subreaper() -> None:
    """From now on orphans among our descendants become our children, not those of process 1.

    A daemon that forked twice thus stays a descendant, and can be found and killed.
    """
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(parent_pid: int) -> None:
    """Be killed when the *thread* that forked us ends; at once if `parent_pid` is gone already.

    Not inherited by fork, cleared by a change of uid.
    """
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:
        os.kill(os.getpid(), signal.SIGKILL)
