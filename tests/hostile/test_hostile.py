"""Programs that attack the grader: none passes, none breaks it, none leaves anything behind."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import psutil
import pytest

from grader.sandbox.process_tree import MARKER
from tests.hostile.judging import Hostile, judge, read_programs

PROGRAMS = read_programs()
IN_DOCKER = PROGRAMS[::5]
"""all of them, in a container too: `python -m tests.hostile --sandbox docker`"""


def marked_processes() -> list[str]:
    """Processes that some job of this machine's grader started and that still run."""
    found: list[str] = []
    for process in psutil.process_iter():
        try:
            if MARKER in process.environ() and process.pid != os.getpid():
                found.append(f"{process.pid} {process.environ()[MARKER]}")
        except psutil.Error:
            continue
    return found


@pytest.fixture
def nothing_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder for temporary files of this test's own, empty before and after."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    return scratch


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.name)
def test_a_hostile_program_gets_what_it_deserves(
    program: Hostile, tmp_path: Path, nothing_left: Path
) -> None:
    """The labelled verdict and words, and no process and no file afterwards."""
    try:
        problem, _ = judge(program, tmp_path / "submission", "local")
    finally:
        for place in ("/tmp", "/dev/shm"):  # here a program can write where every user can
            Path(place, "grader_hostile_mark").unlink(missing_ok=True)
    assert problem == ""
    assert list(nothing_left.iterdir()) == []
    assert marked_processes() == []


@pytest.mark.slow
@pytest.mark.docker
@pytest.mark.parametrize("program", IN_DOCKER, ids=lambda p: p.name)
def test_a_container_changes_nothing_of_that(program: Hostile, tmp_path: Path) -> None:
    """The same verdict in the other sandbox."""
    problem, _ = judge(program, tmp_path / "submission", "docker")
    assert problem == ""
