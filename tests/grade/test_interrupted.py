"""A grader that is interrupted or killed in the middle leaves no process and no folder behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docker
import psutil
import pytest

from grader.sandbox.image import Image
from grader.sandbox.leftovers import LABEL

ROOT = Path(__file__).parent.parent.parent
PATIENCE_SECONDS = 60.0
pytestmark = pytest.mark.slow

Begin = Callable[[str], subprocess.Popen[str]]


def wait_until(claim: Callable[[], object], what: str) -> None:
    """Look until it holds; a busy machine may take its time."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not claim():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def processes_in(folder: Path) -> list[int]:
    """Who knows of this folder, by environment or command line."""
    found = []
    for process in psutil.process_iter():
        try:
            told = "\0".join([*process.environ().values(), *process.cmdline()])
            if str(folder) in told and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        except (psutil.Error, OSError):  # it has just ended, or is not ours to look at
            continue
    return found


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Start a check of tasks 7 and 8 that would take very long."""
    started: list[subprocess.Popen[str]] = []
    for name in ("scratch", "work"):
        (tmp_path / name).mkdir()
    for name in ("task07.py", "task08.py"):
        (tmp_path / "work" / name).write_bytes((ROOT / "reference" / name).read_bytes())

    def start(sandbox: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "grader", "--lang", "en", "check", str(tmp_path / "work"),
             "--task", "7", "--task", "8", "--sandbox", sandbox, "--schedules", "100000",
             "-o", str(tmp_path / "out")],
            cwd=ROOT, env=os.environ | {"TMPDIR": str(tmp_path / "scratch")},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_locally_nothing_is_left(
    number: signal.Signals, code: int, begin: Begin, tmp_path: Path
) -> None:
    """Supervisors, zygotes, schedules and their folders end with the grader, whatever ends it."""
    process = begin("local")
    scratch = tmp_path / "scratch"
    wait_until(lambda: len(processes_in(scratch)) > 3, "the programs do not run")
    process.send_signal(number)
    said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == code
    assert number is signal.SIGKILL or "Interrupted." in said
    wait_until(lambda: not processes_in(scratch), "processes are left")
    wait_until(lambda: not list(scratch.iterdir()), "folders are left")


@pytest.mark.docker
def test_in_docker_an_interrupt_leaves_no_container(
    begin: Begin, runtime_image: Image, api: docker.APIClient
) -> None:
    """Containers are removed before the grader ends."""
    process = begin("docker")
    mine = {"label": [LABEL, f"grader.pid={process.pid}"]}
    wait_until(lambda: api.containers(filters=mine), "no container starts")
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, "Interrupted." in said) == (130, True)
    assert api.containers(all=True, filters=mine) == []
