"""What the world does not model is told and never let happen: an audit hook, which no program can
take away, stops the thread right there. The verdict is then "could not judge", not a wrong grade.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from types import CodeType
from typing import Any

from grader.runtime.guest.channel import channel
from grader.runtime.wire import Op

PID, PARENT = 4242, 4241
"""what the program is told that its process and its parent are called: the same in every run"""
_UNMODELLED = frozenset(
    {
        "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn",
        "ctypes.dlsym", "ctypes.call_function",
        "socket.__new__", "pty.spawn", "signal.pthread_kill", "cpython.run_interactivehook",
        "cpython._PySys_ClearAuditHooks", "cpython.PyInterpreterState_New", "sys.remote_exec",
    }
)
_OF_PROCESSES = frozenset({"os.kill", "os.killpg", "resource.prlimit"})
"""events whose first argument is a process"""
_ADDRESS = re.compile(r",? (?:handle|at) (?:0x)?[0-9a-f]{6,}")
"""in what objects say of themselves; it differs from run to run, and the record must not"""
_STARTS_THREAD = frozenset({"_thread.start_new_thread", "_thread.start_joinable_thread"})
_INTERPRETERS = "_interpreters"
"""what makes further interpreters; from 3.13 on without an event of its own. It is loaded ahead, and
made to refuse, so whoever loads it later wants another one"""
_INTERESTING = _UNMODELLED | _OF_PROCESSES | _STARTS_THREAD | {
    "sys.settrace", "import", "subprocess.Popen",
}
"""asked first, because some events (`sys._getframe`) come with every operation"""
_STOPPING = frozenset({signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU})
_real_pid, _real_group = os.getpid, os.getpgrp
_real_kill, _real_killpg = os.kill, os.killpg
_stopped: set[int] = set()
"""the threads that are being stopped, and may do meanwhile what that takes"""
librarys_own: set[CodeType] = set()
"""functions of the library that may call into C (from 3.14 on, clearing memory is such a call)"""
allowed = [False]
"""our own look-alike does for real what is refused otherwise"""


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in _INTERESTING or not channel.active or allowed[0] or channel.me() in _stopped:
        return
    if event == "ctypes.call_function" and sys._getframe(1).f_code in librarys_own:
        return
    if event in _UNMODELLED or _is_foreign(event, arguments):
        refuse(event, *arguments)


def _is_foreign(event: str, arguments: tuple[Any, ...]) -> bool:
    """Does it reach out to another process or interpreter, or past the look-alikes?"""
    if event == "subprocess.Popen":
        from grader.runtime.guest.subprograms import command_of

        return command_of(arguments[1]) is None
    if event in _OF_PROCESSES:
        return arguments[0] not in (0, _real_pid(), _real_group())
    if event in _STARTS_THREAD:
        return getattr(arguments[0], "__module__", "") != "grader.runtime.guest.threads"
    if event == "import":
        return any(_INTERPRETERS in str(argument) for argument in arguments[:2])
    if event == "sys.settrace" and sys.version_info < (3, 12):
        # On 3.11 the points between bytecodes are a trace function.
        return sys._getframe(2).f_globals.get("__package__") != "grader.runtime.guest"
    return False


def refuse(event: str, *arguments: Any) -> None:
    """Stop here: this is not modelled."""
    me = channel.me()
    if me < 0:
        return
    _stopped.add(me)
    detail = " ".join(_ADDRESS.sub("", str(argument))[:120] for argument in arguments[:3])
    channel.ask(Op.UNMODELLED, payload=[event, detail], where=channel.where(3))
    _stopped.discard(me)


def leave(status: int) -> None:
    """Look-alike of `os._exit`."""
    if not channel.process:
        channel.note("os_exit", status, channel.where(2))
    channel.ask(Op.EXIT, argument=status & 0xFF, where=channel.where(2))
    _really_leave(status & 0xFF)


def kill(pid: int, number: int, /) -> None:
    """Look-alike of `os.kill`: a program may signal itself, by the number that it knows."""
    me = PID + channel.process
    if pid not in (me, 0, -PID) or number in _STOPPING or (pid != me and has_kin()):
        refuse("os.kill", pid, number)
        return
    _real_kill(_real_pid(), number)


def has_kin() -> bool:
    """Are there other processes in the group? A signal to all of them is not modelled."""
    return channel.process > 0 or _forked[0]


_forked = [False]


def killpg(group: int, number: int, /) -> None:
    """Look-alike of `os.killpg`."""
    if group not in (PID, 0, _real_group()) or number in _STOPPING or has_kin():
        refuse("os.killpg", group, number)
        return
    _real_kill(_real_pid(), number)


_really_leave = os._exit


def _refused(event: str) -> Any:
    def refused(*arguments: Any, **_: Any) -> None:
        refuse(event, *arguments)

    return staticmethod(refused)


def install() -> None:
    """Set the hook; also the process's own number and way out, and what has no audit event."""
    sys.addaudithook(_hook)
    os._exit = staticmethod(leave)  # type: ignore[assignment]
    os.killpg = staticmethod(killpg)  # type: ignore[assignment]
    for module, function in (
        ("_posixsubprocess", "fork_exec"), ("_posixshmem", "shm_open"), (_INTERPRETERS, "create"),
    ):
        try:
            setattr(__import__(module), function, _refused(f"{module}.{function}"))
        except ImportError:
            continue
