"""Processes: `os.fork` and what is asked about children, each step granted by the world.

A child carries the runtime with it: its only thread becomes a thread of the world, under the next
number, and it says hello before anything else is decided. See `world.kin` for why a fork is two.
Process ids that the program sees are virtual, so that what it prints is the same in every run.
"""

from __future__ import annotations

import _thread
import contextlib
import os
import sys
from collections.abc import Callable
from typing import Any

from grader.runtime.guest import courier, output, randomness, refusals, threads
from grader.runtime.guest.channel import channel
from grader.runtime.guest.clock import like_builtin
from grader.runtime.guest.refusals import PID, refuse
from grader.runtime.wire import FOREVER, LOCAL_BITS, REFUSED, TIMED_OUT, Op

_real_fork, _real_waitpid, _leave = os.fork, os.waitpid, os._exit
_TROUBLE = 73
_parent = [refusals.PARENT]
_hooks: dict[str, list[Callable[[], Any]]] = {
    "before": [], "after_in_parent": [], "after_in_child": [],
}
in_child: list[Callable[[], None]] = []
"""what our own modules have to mend in a child"""


def pid_of(process: int) -> int:
    """The process id that the program sees."""
    return PID + process


def process_of(pid: int) -> int:
    """And back."""
    return pid - PID


def fork() -> int:
    """Look-alike of `os.fork`."""
    granted = channel.ask(Op.FORK, where=channel.where(2))
    if not channel.active:
        raise OSError(11, "Resource temporarily unavailable")
    refusals._forked[0] = True
    process, index = granted >> 16, granted & 0xFFFF
    me = channel.me()
    for hook in reversed(_hooks["before"]):
        hook()
    refusals.allowed[0] = True
    try:
        middle = _fork_twice()
    except OSError:
        channel.ask(Op.FORKED, argument=0)
        raise
    finally:
        refusals.allowed[0] = False
    if not middle:
        _become_child(process, index, me)
        return 0
    with contextlib.suppress(ChildProcessError):  # where the program ignores SIGCHLD
        _real_waitpid(middle, 0)
    channel.ask(Op.FORKED, argument=1, where=channel.where(2))
    for hook in _hooks["after_in_parent"]:
        hook()
    return pid_of(process)


def _fork_twice() -> int:
    """0 in the grandchild; the process in the middle ends at once."""
    middle = _real_fork()
    if middle:
        return middle
    try:
        if _real_fork():
            _leave(0)
    except OSError:
        _leave(_TROUBLE)
    return 0


def _become_child(process: int, index: int, before: int) -> None:
    _parent[0] = pid_of(channel.process)
    channel.notes.clear()
    channel.base = process << LOCAL_BITS
    channel.index = {_thread.get_ident(): index}
    channel.nonce = 0
    channel.ended = set(channel.ended)
    courier.new_pipes(process, index)
    threads.become_main(index, before)
    output.forget()
    randomness.branch(process)
    for mend in in_child:
        mend()
    channel.wait_for_go(index)
    for hook in _hooks["after_in_child"]:
        hook()


def register_at_fork(
    *, before: Any = None, after_in_child: Any = None, after_in_parent: Any = None
) -> None:
    """Look-alike of `os.register_at_fork`, for the program's own hooks."""
    for name, hook in (("before", before), ("after_in_child", after_in_child),
                       ("after_in_parent", after_in_parent)):
        if hook is not None:
            _hooks[name].append(hook)


def await_child(process: int, wait_ns: int, where: int) -> tuple[int, int] | None:
    """Wait for a child (-1: any); (process, wait status), or None when time ran out. Raises
    ChildProcessError."""
    result = channel.ask(Op.WAIT_CHILD, argument=process, wait_ns=wait_ns, where=where)
    if result == REFUSED:
        raise ChildProcessError(10, "No child processes")
    if result == TIMED_OUT:
        return None
    return result >> 16, result & 0xFFFF


def waitpid(pid: int, options: int, /) -> tuple[int, int]:
    """Look-alike of `os.waitpid`."""
    process = process_of(pid) if pid > 0 else -1
    if pid > 0 and process <= 0:
        raise ChildProcessError(10, "No child processes")
    wait_ns = 0 if options & os.WNOHANG else FOREVER
    found = await_child(process, wait_ns, channel.where(2))
    return (0, 0) if found is None else (pid_of(found[0]), found[1])


def wait() -> tuple[int, int]:
    """Look-alike of `os.wait`."""
    found = await_child(-1, FOREVER, channel.where(2))
    assert found is not None
    return pid_of(found[0]), found[1]


def kill(pid: int, number: int, /) -> None:
    """Look-alike of `os.kill`."""
    process = process_of(pid)
    if pid in (0, -1) or process == channel.process or not 0 <= process < 1 << 12:
        refusals.kill(pid, number)
        return
    result = channel.ask(Op.KILL, argument=process << 8 | (int(number) & 0xFF),
                         where=channel.where(2))
    if result == REFUSED:
        raise ProcessLookupError(3, "No such process")


def _not_modelled(name: str) -> Any:
    def refused(*arguments: Any) -> None:
        refuse(name, *arguments)

    return refused


def install() -> None:
    """Put the look-alikes into `os`."""
    threads.before_start.append(courier.new_go_pipe)
    faces: dict[str, Any] = {
        "fork": fork, "waitpid": waitpid, "wait": wait, "kill": kill,
        "getpid": lambda: pid_of(channel.process), "getppid": lambda: _parent[0],
        "register_at_fork": register_at_fork,
    }
    faces |= {name: _not_modelled(f"os.{name}") for name in ("wait3", "wait4", "waitid")}
    posix = sys.modules.get("posix")
    for name, face in faces.items():
        like_builtin(os, name, face)
        if posix is not None and hasattr(posix, name):
            setattr(posix, name, face)
