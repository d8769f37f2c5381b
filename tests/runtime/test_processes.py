"""Whole programs of several processes: the same in every run, and their ends told by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.runtime.sessions import Evidence, Session, same_log

PROGRAMS = Path(__file__).parent / "guest" / "programs" / "processes"
CORPUS = Path(__file__).parent.parent / "corpus"
REPEATED = [
    PROGRAMS / "os_level.py", PROGRAMS / "spawned.py", PROGRAMS / "primitives.py",
    CORPUS / "task07" / "right" / "joinable_queue_and_daemons.py",
    CORPUS / "task07" / "wrong" / "terminates_the_reader.py",
    CORPUS / "task08" / "right" / "several_children_one_pipe_each.py",
    CORPUS / "task07" / "right" / "spawned_pool_with_initializer.py",
    CORPUS / "task08" / "right" / "forkserver_executor_with_a_pipe.py",
]
SCHEDULES = 20


def facts(evidence: Evidence) -> Evidence:
    """Everything that must be the same in another run of the same schedule."""
    kept = {k: v for k, v in evidence.items() if k not in ("number", "strategy", "respected", "log")}
    return kept | {"log": same_log(evidence)}


@pytest.mark.slow
@pytest.mark.parametrize("path", REPEATED, ids=lambda path: path.stem)
def test_a_schedule_is_the_same_in_every_run(path: Path) -> None:
    """Run, run again in another zygote, and replayed: not one row of the log differs."""
    files = {"task.py": path.read_bytes()}
    with Session(files) as one, Session(files) as other:
        first, second = one.explore(SCHEDULES), other.explore(SCHEDULES)
        assert [facts(e) for e in first] == [facts(e) for e in second]
        for evidence in first:
            assert facts(other.replay(evidence)) == facts(evidence)


def plainly(source: str) -> Evidence:
    """The plain order of a program."""
    with Session({"task.py": source.encode()}) as session:
        return session.explore(1)[0]


def test_a_deadlock_across_processes_names_who_waits_for_whom() -> None:
    """The parent for its child, the child for the pipe."""
    evidence = plainly(
        "import os\nr, w = os.pipe()\npid = os.fork()\nif not pid:\n    os.read(r, 1)\n"
        "os.waitpid(pid, 0)\n"
    )
    assert evidence["stop"] == "deadlock"
    assert [(b["thread"], b["op"], b["held_by"]) for b in evidence["waiting"]] == [
        (0, "WAIT_CHILD", [1]), (1, "AWAIT", []),
    ]


@pytest.mark.parametrize(
    ("ending", "status"),
    [("os._exit(3)", 3 << 8), ("os.kill(os.getpid(), 9)", 9), ("raise SystemExit(2)", 2 << 8)],
)
def test_exit_codes_are_the_kernels(ending: str, status: int) -> None:
    """Whatever way a child ends by."""
    evidence = plainly(f"import os\nif not os.fork():\n    {ending}\nos.wait()\n")
    died = [row for row in evidence["log"] if row[2] == "DIED"]
    assert [(row[4], row[5]) for row in died] == [(1, status)]
    assert evidence["stop"] == "exit" and evidence["contradictions"] == []


def test_process_ids_are_the_same_in_every_run() -> None:
    """What `getpid`, `getppid`, `fork` and `wait` give is virtual."""
    evidence = plainly(
        "import os\npid = os.fork()\nif not pid:\n    os._exit(os.getpid() - os.getppid())\n"
        "assert os.wait() == (pid, 1 << 8) and pid == os.getpid() + 1\n"
    )
    assert (evidence["stop"], evidence["status"]) == ("exit", 0)


def test_sleep_keeps_its_order_across_processes() -> None:
    """However long, it costs no real time, and the clock shows just that."""
    evidence = plainly(
        "import os, time\nif not os.fork():\n    time.sleep(500)\n    os._exit(0)\n"
        "time.sleep(300)\nos.wait()\n"
    )
    assert (evidence["stop"], evidence["clock"]) == ("exit", 500_000_000_000)


def test_nothing_is_left_running() -> None:
    """Also where the program leaves processes behind."""
    evidence = plainly(
        "import os, time\nif not os.fork():\n    os.setsid()\n    time.sleep(600)\nprint('main')\n"
    )
    assert evidence["stop"] == "exit"
    assert not [row for row in evidence["log"] if row[2] == "DIED" and row[4] == 1]
