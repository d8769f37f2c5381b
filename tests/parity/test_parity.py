"""Random right programs print under every schedule what they print plainly, and replay exactly."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.parity.compare import compare
from tests.parity.programs import make_program
from tests.runtime.interpreters import interpreters
from tests.runtime.sessions import Session, same_log

FIRST = 1_000_000
PROGRAMS = 500
OTHER_VERSIONS = [v for v, python in interpreters().items() if python != sys.executable]


def test_a_program_depends_on_its_seed_alone() -> None:
    """The same number is the same program for ever."""
    assert make_program(5) == make_program(5) != make_program(6)
    for number in range(200):
        compile(make_program(number), "task.py", "exec")


@pytest.mark.slow
def test_every_schedule_prints_what_the_plain_interpreter_prints() -> None:
    """500 programs: same lines, run == run == replay."""
    problems = [p for _, found in compare(range(FIRST, FIRST + PROGRAMS)) for p in found]
    assert problems == []


@pytest.mark.slow
@pytest.mark.parametrize("version", OTHER_VERSIONS)
def test_the_same_holds_on_other_versions(version: str) -> None:
    """50 programs on each interpreter that is here."""
    found = compare(range(FIRST, FIRST + 50), interpreters()[version])
    assert [p for _, problems in found for p in problems] == []


@contextmanager
def load(processes: int) -> Iterator[None]:
    """So many processes that do nothing but keep the machine busy."""
    busy = [
        subprocess.Popen([sys.executable, "-I", "-S", "-c", "while True: pass"])
        for _ in range(processes)
    ]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@pytest.mark.slow
@pytest.mark.parametrize("processes", [0, 8])
def test_a_hundred_replays_agree_in_other_processes_and_under_load(processes: int) -> None:
    """100 of 100: each replayed by a supervisor and an interpreter of its own kind."""
    agreed = 0
    with load(processes):
        for number in range(FIRST, FIRST + 10):
            files = {"task.py": make_program(number).encode()}
            with Session(files) as session:
                schedules = session.explore(30)[-10:]
            with Session(files) as other:
                for evidence in (schedules * 10)[:10]:
                    again = other.replay(evidence)
                    agreed += same_log(again) == same_log(evidence)
    assert agreed == 100
