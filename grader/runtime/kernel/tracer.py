"""The tracer: every birth, exec and end in the program, as the kernel reports it.

A process of ours stands between the supervisor and the program's first process and seizes that
with ptrace while it still has our uid. From then on every task that the program starts is traced
from its first instruction, whatever the program does: tracing survives fork, exec and a change
of uid, the one flag that avoids it is refused by the seccomp filter, and no capability is needed
because the seizure comes before the uid is dropped.

Why a process of its own: stops are collected with waitpid by the one thread that traces, and must
be answered at once, while the supervisor waits for other things. Why SEIZE and not TRACEME by the
child: only a seized task can be told to stay stopped, so SIGSTOP and SIGCONT keep their meaning,
and an exec raises no SIGTRAP of its own. Both need the same rights.

What it costs (`python -m tests.runtime.kernel.measure_tracer`, one core, CPython 3.11): 90 us more
per thread started (115 -> 208), 115 us per fork (1320 -> 1439), nothing per switch or system call.
"""

from __future__ import annotations

import contextlib
import errno
import os
import select
import signal
import struct
import time
import traceback
from collections.abc import Callable, Iterable
from typing import NoReturn

from grader.runtime.kernel.birth_log import BirthLog, Event
from grader.runtime.kernel.prctl import become_subreaper, die_with_parent
from grader.runtime.kernel.proc import list_descendants
from grader.runtime.kernel.ptrace import Ptrace
from grader.runtime.kernel.tracing import OPTIONS, TraceLoop

_ANSWER = struct.Struct("=ii")  # the program's pid, an errno
_CLOSE_SECONDS = 5.0
_FAILED_EXIT_CODE = 70  # our own code failed (EX_SOFTWARE)


class Tracer:
    """The supervisor's handle on a traced program. Start it before the supervisor has threads.

    `pid` is the program's first process, `tracer_pid` our process above it. The tracer is the
    reaper of all orphans below it, so whatever daemon the program leaves stays its descendant.
    It ends by itself, after the program and all it left have ended; if it dies before, or the
    supervisor does, the kernel kills all that was traced.
    """

    def __init__(self, tracer_pid: int, pid: int, log: BirthLog) -> None:
        self.tracer_pid = tracer_pid
        self.pid = pid
        self._log = log
        self._is_closed = False

    @classmethod
    def start(cls, child_main: Callable[[], NoReturn]) -> Tracer:
        """Fork a tracer, and below it a process that runs `child_main` once it is traced.

        `child_main` inherits all descriptors and our uid; it drops what it must. The tracer
        itself keeps no descriptor but stderr. Raises OSError where ptrace does not work.
        """
        log = BirthLog()
        reading, writing = os.pipe()
        supervisor_pid = os.getpid()
        tracer_pid = os.fork()
        if tracer_pid == 0:
            os.close(reading)
            _be_tracer(child_main, log, writing, supervisor_pid)
        os.close(writing)
        with open(reading, "rb") as answers:
            answer = answers.read(_ANSWER.size)
        pid, code = _ANSWER.unpack(answer) if len(answer) == _ANSWER.size else (0, errno.ECHILD)
        if code:
            os.waitpid(tracer_pid, 0)
            raise OSError(code, f"the program cannot be traced: {os.strerror(code)}")
        return cls(tracer_pid, pid, log)

    def mark(self) -> int:
        """The present position in the log, to ask later what happened since."""
        return self._log.count()

    def events(self, since: int = 0) -> list[Event]:
        """All events from mark `since` on, in the order of the kernel's reports.

        A birth is here before either side of it can do anything that others could see; an end
        is here some microseconds after it. Raises EventsLost after 65,536 events.
        """
        return self._log.read(since)

    def births(self, since: int = 0, root_pid: int | None = None) -> list[Event]:
        """The births from mark `since` on; with `root_pid` only those in its process tree.

        The mark must be older than the root's first child, or that branch is missing.
        """
        events = self.events(since)
        tree = None if root_pid is None else tree_of(events, root_pid)
        births = [event for event in events if event.kind in ("thread", "process")]
        return [event for event in births if tree is None or event.parent_pid in tree]

    def status(self) -> int | None:
        """The wait status of the program's first process; None while it runs."""
        return self._log.status()

    def wait(self, timeout_seconds: float) -> bool:
        """Whether all that was traced, and so the tracer, has ended within the time."""
        return _wait_ended([self.tracer_pid], timeout_seconds) == []

    def close(self) -> list[int]:
        """Kill everything that is traced, and the tracer; the ids of what is still there."""
        if self._is_closed:
            return []
        self._is_closed = True
        victims = list_descendants(self.tracer_pid) or []
        os.kill(self.tracer_pid, signal.SIGKILL)  # EXITKILL: the kernel kills all it traced
        os.waitpid(self.tracer_pid, 0)
        return _wait_ended(victims, _CLOSE_SECONDS)


def tree_of(events: Iterable[Event], root_pid: int) -> set[int]:
    """The processes that `root_pid` started, directly or not, and itself."""
    tree = {root_pid}
    for event in events:
        if event.kind == "process" and event.parent_pid in tree:
            tree.add(event.pid)
    return tree


def ptrace_works() -> bool:
    """Whether births are really reported here: tried on one process that forks once.

    False under emulation (amd64 images on arm64), Yama level 2 and 3, gVisor without ptrace, and
    outside Linux: then the report says "no kernel evidence on this machine" and accuses nobody.
    """

    def fork_once() -> NoReturn:
        child = os.fork()
        if child:
            os.waitpid(child, 0)
        os._exit(0)

    try:
        tracer = Tracer.start(fork_once)
    except (OSError, AttributeError):
        return False
    ended = tracer.wait(_CLOSE_SECONDS)
    tracer.close()
    return ended and tracer.status() == 0 and len(tracer.births()) == 1


def _be_tracer(
    child_main: Callable[[], NoReturn], log: BirthLog, answers: int, supervisor_pid: int
) -> NoReturn:
    try:
        die_with_parent(supervisor_pid)
        become_subreaper()
        calls = Ptrace()
        gate_reading, gate_writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(gate_writing)
            os.close(answers)
            _be_program(child_main, log, gate_reading)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        try:
            calls.seize(pid, OPTIONS)
        except OSError as error:
            os.write(answers, _ANSWER.pack(0, error.errno or errno.EPERM))
            os._exit(_FAILED_EXIT_CODE)  # the gate closes: the program ends before it began
        os.write(answers, _ANSWER.pack(pid, 0))
        os.write(gate_writing, b"go")
        # A copy of the program's pipes in our hands would keep their readers from seeing an end.
        for name in os.listdir("/proc/self/fd"):
            if int(name) != 2:
                with contextlib.suppress(OSError):
                    os.close(int(name))
        TraceLoop(pid, calls, log).run()
        os._exit(0)
    except BaseException:  # a forked child must never return into its caller
        traceback.print_exc()
        os._exit(_FAILED_EXIT_CODE)


def _be_program(child_main: Callable[[], NoReturn], log: BirthLog, gate: int) -> NoReturn:
    """Wait until we are traced, then become the program."""
    try:
        log.close()  # the program must not be able to write its own evidence
        if os.read(gate, 2) != b"go":
            os._exit(_FAILED_EXIT_CODE)
        os.close(gate)
        child_main()
    except BaseException:  # a forked child must never return into its caller
        traceback.print_exc()
    finally:
        os._exit(_FAILED_EXIT_CODE)


def _wait_ended(pids: Iterable[int], timeout_seconds: float) -> list[int]:
    """Those of `pids` that have not ended in time; one that nobody reaped yet has ended."""
    deadline = time.monotonic() + timeout_seconds
    left = []
    for pid in pids:
        try:
            descriptor = os.pidfd_open(pid)
        except OSError:
            continue
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        if not poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            left.append(pid)
        os.close(descriptor)
    return left
