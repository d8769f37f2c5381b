"""The tracer counts exactly, changes nothing for the program, and never leaves anything."""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import NoReturn

import pytest

from grader.runtime.kernel.birth_log import BirthLog, EventsLost
from grader.runtime.kernel.proc import read_task
from grader.runtime.kernel.seccomp import CLONE_UNTRACED, install_filter
from grader.runtime.kernel.syscalls import number_of
from grader.runtime.kernel.tracer import Tracer, ptrace_works, tree_of
from tests.runtime.kernel.forked import drop_uid

pytestmark = pytest.mark.skipif(not ptrace_works(), reason="no ptrace here")

END_SECONDS = 30.0


def trace(program: Callable[[], object]) -> Tracer:
    """Start `program` as the student, under filter and tracer; its exit code is 0 if it returns."""

    def child_main() -> NoReturn:
        drop_uid()
        install_filter()
        program()
        os._exit(0)

    return Tracer.start(child_main)


def trace_to_end(program: Callable[[], object]) -> Tracer:
    """Trace `program` until everything has ended."""
    tracer = trace(program)
    assert tracer.wait(END_SECONDS)
    tracer.close()
    return tracer


def counts(tracer: Tracer) -> Counter[str]:
    """How many events of each kind there were."""
    return Counter(event.kind for event in tracer.events())


def run_threads(number: int) -> None:
    """Start and join threads, all at once."""
    threads = [threading.Thread(target=int) for _ in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def fork_and_wait(child: Callable[[], object]) -> int:
    """Run `child` in a fork; its wait status."""
    pid = os.fork()
    if pid == 0:
        child()
        os._exit(0)
    return os.waitpid(pid, 0)[1]


@pytest.mark.parametrize("number", [0, 1, 10, 200])
def test_threads_are_counted_exactly(number: int) -> None:
    """Every thread is reported once at birth and once at its end, with its native id."""
    tracer = trace_to_end(lambda: run_threads(number))
    assert counts(tracer) == Counter(thread=number, exit=number + 1)
    births = tracer.births()
    assert {birth.pid for birth in births} <= {tracer.pid}
    assert len({birth.tid for birth in births}) == number
    assert tracer.status() == 0


@pytest.mark.parametrize("number", [1, 20])
def test_forks_are_counted_exactly(number: int) -> None:
    """Every child process is reported, with its parent."""

    def program() -> None:
        for _ in range(number):
            fork_and_wait(int)

    tracer = trace_to_end(program)
    assert counts(tracer) == Counter(process=number, exit=number + 1)
    assert {birth.parent_pid for birth in tracer.births()} == {tracer.pid}


def test_a_daemon_is_seen_and_stays_a_descendant() -> None:
    """A double fork with setsid is three births, and closing the tracer ends the daemon."""
    reading, writing = os.pipe()

    def daemonize() -> None:
        os.setsid()
        if os.fork() == 0:
            os.write(writing, b"%d\n" % os.getpid())
            signal.pause()
        os._exit(0)

    tracer = trace(lambda: fork_and_wait(daemonize))
    os.close(writing)
    with open(reading, "rb") as pipe:
        daemon = int(pipe.readline())
    while tracer.status() is None:
        pass  # the daemon outlives the program
    assert not tracer.wait(0)
    (_, last) = tracer.births()
    assert (last.pid, last.kind) == (daemon, "process")
    assert tracer.close() == []
    task = read_task(daemon)
    assert task is None or task.is_dead


def test_births_are_attributed_to_their_tree() -> None:
    """What a later child started is told apart from what an earlier one did."""

    def second_child() -> None:
        fork_and_wait(lambda: run_threads(2))
        run_threads(1)

    def program() -> None:
        fork_and_wait(lambda: run_threads(3))
        fork_and_wait(second_child)

    tracer = trace_to_end(program)
    first, second, inner = (birth.pid for birth in tracer.births() if birth.kind == "process")
    of_first, of_second = tracer.births(root_pid=first), tracer.births(root_pid=second)
    assert Counter(birth.kind for birth in of_first) == Counter(thread=3)
    assert Counter(birth.kind for birth in of_second) == Counter(thread=3, process=1)
    assert tree_of(tracer.events(), second) == {second, inner}


def test_a_mark_parts_before_from_after() -> None:
    """Events since a mark are only those that came after it."""
    tracer = trace_to_end(lambda: run_threads(5))
    events = tracer.events()
    assert tracer.events(since=tracer.mark()) == []
    assert tracer.events(since=3) == events[3:]


def test_a_birth_is_known_before_the_child_acts() -> None:
    """When a child's first word arrives, its birth is already in the log."""
    reading, writing = os.pipe()
    known, asking = os.pipe()

    def say_and_wait() -> None:
        os.write(writing, b"%d\n" % os.getpid())
        os.read(known, 1)

    def program() -> None:
        for _ in range(50):
            fork_and_wait(say_and_wait)

    tracer = trace(program)
    os.close(writing)
    with open(reading, "rb") as pipe:
        for line in pipe:
            assert int(line) in {birth.tid for birth in tracer.births()}
            os.write(asking, b"x")
    assert tracer.wait(END_SECONDS)
    tracer.close()


def test_exec_and_subprocess_are_seen() -> None:
    """vfork and exec work as ever, and the new program's name is reported."""

    def program() -> None:
        subprocess.run(["true"], check=True)
        os.execv("/bin/sh", ["sh", "-c", "exit 9"])

    tracer = trace_to_end(program)
    execs = [event for event in tracer.events() if event.kind == "exec"]
    assert [(event.comm, event.pid == tracer.pid) for event in execs] == [
        ("true", False),
        ("sh", True),
    ]
    status = tracer.status()
    assert status is not None
    assert os.waitstatus_to_exitcode(status) == 9


def test_exec_from_a_thread_keeps_the_count_right() -> None:
    """A thread that calls exec takes over the process; births after it are counted as before."""

    def program() -> None:
        arguments = ["sh", "-c", "/bin/true; exit 3"]
        threading.Thread(target=os.execv, args=("/bin/sh", arguments)).start()
        signal.pause()

    tracer = trace_to_end(program)
    births = [(birth.kind, birth.parent_pid) for birth in tracer.births()]
    assert births == [("thread", tracer.pid), ("process", tracer.pid)]
    status = tracer.status()
    assert status is not None
    assert os.waitstatus_to_exitcode(status) == 3


def test_an_untraced_child_cannot_be_made() -> None:
    """CLONE_UNTRACED, the one way past ptrace, is refused by the filter."""

    def program() -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        clone = number_of("clone", platform.machine())
        assert libc.syscall(clone, CLONE_UNTRACED | signal.SIGCHLD, 0, 0, 0, 0) == -1

    tracer = trace_to_end(program)
    assert counts(tracer) == Counter(exit=1)
    assert tracer.status() == 0


def test_signals_reach_the_program() -> None:
    """Handlers run, an ignored signal is ignored, and a deadly one is the status."""

    def program() -> None:
        got: list[int] = []
        signal.signal(signal.SIGUSR1, lambda number, frame: got.append(number))
        signal.signal(signal.SIGUSR2, signal.SIG_IGN)
        for number in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGUSR1):
            os.kill(os.getpid(), number)
        assert got == [signal.SIGUSR1] * 2
        os.kill(os.getpid(), signal.SIGTERM)

    tracer = trace_to_end(program)
    assert tracer.status() == signal.SIGTERM


def test_stop_and_continue_work_as_without_a_tracer() -> None:
    """SIGSTOP really stops the program, its parent sees it, and SIGCONT resumes it."""

    def program() -> None:
        pid = os.fork()
        if pid == 0:
            os.kill(os.getpid(), signal.SIGSTOP)
            os._exit(5)
        stopped = os.waitpid(pid, os.WUNTRACED)[1]
        assert os.WIFSTOPPED(stopped)
        os.kill(pid, signal.SIGCONT)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 5

    assert trace_to_end(program).status() == 0


def test_killing_all_at_once_never_hangs() -> None:
    """SIGKILL in the middle of births, again and again, leaves nothing and blocks nothing."""

    def program() -> None:
        while True:
            run_threads(3)
            fork_and_wait(int)

    for _ in range(5):
        tracer = trace(program)
        while tracer.mark() < 30:
            pass
        os.kill(tracer.pid, signal.SIGKILL)
        assert tracer.wait(END_SECONDS)
        assert tracer.status() == signal.SIGKILL
        assert tracer.close() == []


def test_everything_dies_with_the_supervisor() -> None:
    """When the process that started the tracer is killed, tracer and program are killed too."""
    reading, writing = os.pipe()
    supervisor = os.fork()
    if supervisor == 0:
        tracer = trace(signal.pause)
        os.write(writing, b"%d %d\n" % (tracer.tracer_pid, tracer.pid))
        signal.pause()
    os.close(writing)
    with open(reading, "rb") as pipe:
        pids = [int(word) for word in pipe.readline().split()]
        os.kill(supervisor, signal.SIGKILL)
        os.waitpid(supervisor, 0)
        pipe.read()  # ends when the program, the last holder of the pipe, is gone
    deadline = time.monotonic() + END_SECONDS
    for pid in pids:
        while (task := read_task(pid)) is not None and not task.is_dead:
            assert time.monotonic() < deadline


def test_the_program_cannot_reach_the_log() -> None:
    """The log's memory is not mapped in the program."""
    marker = "/dev/zero (deleted)"  # how shared anonymous memory is shown

    def program() -> None:
        with open("/proc/self/maps") as maps:
            assert marker not in maps.read()

    assert trace_to_end(program).status() == 0


def test_the_tracer_keeps_no_pipe_open() -> None:
    """A pipe of the program ends when the program does, though the tracer was forked with it."""
    reading, writing = os.pipe()
    stop_reading, stop_writing = os.pipe()

    def program() -> None:
        if os.fork() == 0:  # goes on after the program's end, without the pipe
            os.close(writing)
            os.close(stop_writing)
            os.read(stop_reading, 1)

    tracer = trace(program)
    os.close(writing)
    with open(reading, "rb") as pipe:
        assert pipe.read() == b""
    assert not tracer.wait(0)
    os.close(stop_writing)
    assert tracer.wait(END_SECONDS)
    tracer.close()


def test_an_overwritten_log_is_an_error() -> None:
    """Counts that would be wrong are not given."""
    log = BirthLog(capacity=4)
    for tid in range(6):
        log.write("thread", tid, 1)
    assert [event.tid for event in log.read(since=2)] == [2, 3, 4, 5]
    with pytest.raises(EventsLost):
        log.read(since=1)
