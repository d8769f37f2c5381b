"""What the world does not model is told and never let happen: an audit hook, which no program can
take away, stops the thread right there. The verdict is then "could not judge", not a wrong grade.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.wire import Op

_UNMODELLED = frozenset(
    {
        "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn",
        "subprocess.Popen", "ctypes.dlsym", "ctypes.call_function",
        "socket.__new__", "pty.spawn", "signal.pthread_kill", "cpython.run_interactivehook",
        "cpython._PySys_ClearAuditHooks", "_interpreters.create", "_xxsubinterpreters.create",
    }
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_inside = [False]


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not channel.active or _inside[0]:
        return
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITES:
            channel.note("writes_file", str(arguments[0])[:200])
        return
    if event not in _UNMODELLED or channel.me() < 0:
        return
    _inside[0] = True
    detail = " ".join(str(argument)[:120] for argument in arguments[:3])
    channel.ask(Op.UNMODELLED, payload=[event, detail], where=channel.where(2))
    _inside[0] = False


def leave(status: int) -> None:
    """Look-alike of `os._exit`."""
    channel.note("os_exit", status, channel.where(2))
    channel.ask(Op.EXIT, argument=status & 0xFF, where=channel.where(2))
    _really_leave(status)


_really_leave = os._exit


def install() -> None:
    """Set the hook; also the process's own number and way out."""
    sys.addaudithook(_hook)
    os._exit = staticmethod(leave)  # type: ignore[assignment]
    os.getpid = lambda: 4242
    os.getppid = lambda: 4241
