"""Facts from /proc: about ourselves, about children, and about processes that are gone."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest

from grader.runtime.kernel import proc

pytestmark = pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="no /proc")


@pytest.fixture
def gone_pid() -> int:
    """The id of a process that ended and was reaped."""
    child = subprocess.Popen([sys.executable, "-I", "-c", ""])
    child.wait()
    return child.pid


@pytest.fixture
def family() -> Iterator[tuple[int, int]]:
    """A child that waits for its stdin, and its own child, which waits too."""
    program = "import os, sys\npid = os.fork()\nif pid: print(pid, flush=True)\nsys.stdin.read()"
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    yield child.pid, int(child.stdout.readline())
    child.communicate()


def test_threads_are_counted_and_listed() -> None:
    """The count follows births and ends exactly, and the list holds the native ids."""
    stop = threading.Event()
    before = proc.count_threads(os.getpid())
    threads = [threading.Thread(target=stop.wait) for _ in range(5)]
    for thread in threads:
        thread.start()
    tids = proc.list_tids(os.getpid())
    assert proc.count_threads(os.getpid()) == (before or 0) + 5
    assert {thread.native_id for thread in threads} <= set(tids or ())
    stop.set()
    for thread in threads:
        thread.join()


def test_a_task_says_what_it_does() -> None:
    """The reader itself runs; a thread that waits sleeps."""
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    me = proc.read_task(os.getpid(), threading.get_native_id())
    assert me is not None
    assert (me.state, me.is_sleeping, me.parent_pid) == ("R", False, os.getppid())
    while not (task := proc.read_task(os.getpid(), thread.native_id)) or not task.is_sleeping:
        pass  # until it has reached its wait
    assert task.cpu_ticks >= 0
    stop.set()
    thread.join()


def test_any_name_can_be_read() -> None:
    """A program can call itself anything, also what looks like the fields that follow."""
    program = (
        "import sys; open('/proc/self/comm', 'w').write('a) R 1 (b'); "
        "print(flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    task = proc.read_task(child.pid)
    child.communicate()
    assert task is not None
    assert (task.comm, task.parent_pid) == ("a) R 1 (b", os.getpid())


def test_children_and_descendants_are_found(family: tuple[int, int]) -> None:
    """Children are direct, descendants all of them, parents first."""
    child, grandchild = family
    assert child in (proc.list_children(os.getpid()) or ())
    assert proc.list_children(child) == [grandchild]
    assert proc.list_descendants(child) == [grandchild]
    found = proc.list_descendants(os.getpid()) or []
    assert found.index(child) < found.index(grandchild)


def test_children_are_found_without_the_children_file(
    family: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kernels without CONFIG_PROC_CHILDREN: the same answer from a scan of all processes."""
    monkeypatch.setattr(os.path, "exists", lambda path: False)
    assert proc.list_children(family[0]) == [family[1]]


def test_a_process_that_is_gone_is_no_evidence(gone_pid: int) -> None:
    """Nothing raises for a process that vanished; everything answers None."""
    assert proc.count_threads(gone_pid) is None
    assert proc.list_tids(gone_pid) is None
    assert proc.read_task(gone_pid) is None
    assert proc.read_tasks(gone_pid) is None
    assert proc.list_children(gone_pid) is None
    assert proc.list_descendants(gone_pid) is None


def test_a_zombie_is_dead_but_there() -> None:
    """An ended child that nobody reaped is still listed, and says that it is dead."""
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    task = proc.read_task(pid)
    os.waitpid(pid, 0)
    assert task is not None
    assert task.is_dead
